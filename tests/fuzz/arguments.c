/* The command line without plugins: words apart by line ends. What would write a file, or open one, is left out. */
#include "fuzz.h"

#include <getopt.h>
#include <unistd.h>

int huisuan_main(int count, char **arguments);

enum { WORDS = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static char text[1024], program[] = "huisuan", plugins[] = "--plugins=/none";
    char *words[WORDS + 3] = {program};
    int count = 1;
    if (length >= sizeof text || memchr(bytes, '/', length) != NULL) return 0;
    memcpy(text, bytes, length);
    text[length] = '\0';
    for (char *word = strtok(text, "\n"); word != NULL && count <= WORDS; word = strtok(NULL, "\n")) {
        if (strncmp(word, "--o", 3) == 0 || strcmp(word, "new") == 0) return 0;
        words[count++] = word;
    }
    words[count++] = plugins;
    static int quiet;
    if (!quiet && (freopen("/dev/null", "w", stdout) == NULL || freopen("/dev/null", "r", stdin) == NULL)) return 0;
    quiet = 1;
    optind = 0; /* begins anew */
    int code = huisuan_main(count, words);
    CLAIM(code >= 0 && code <= 5);
    return 0;
}
