/* Random applicants as JSON Lines, the same for one seed everywhere:
       applicants PLUGINS N SEED */
#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argument_count, char **arguments) {
    static char document[DOCUMENT_MAX];
    hs_engine *engine = NULL;
    hs_error error = {0};
    if (argument_count != 4) return 2;
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, arguments[1], &error);
    if (status != HS_OK) {
        fprintf(stderr, "%s: %s\n", error.path, error.en);
        return 1;
    }
    model_begin(engine);
    chance_begin(strtoull(arguments[3], NULL, 10));
    for (int64_t left = strtoll(arguments[2], NULL, 10); left > 0; left--) {
        struct person person;
        person_draw(&person, 40 + (int)chance_below(61), 30 + (int)chance_below(71));
        person_move(&person, (int)chance_below(5));
        if (chance(20)) person_receive(&person);
        person_write(&person, document);
        puts(document);
    }
    hs_engine_free(engine);
    return ferror(stdout) != 0;
}
