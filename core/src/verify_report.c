/* A verification as JSON. */
#include "json_writer.h"
#include "verify.h"

#include <string.h>

static void write_causes(struct writer *w, int32_t causes) {
    static const char *const names[] = {"engine", "policy", "date", "facts"};
    write_text(w, "[");
    for (int i = 0; i < 4; i++)
        if ((causes >> i & 1) != 0) {
            comma(w);
            write_json_text(w, names[i]);
        }
    write_text(w, "]");
}

static void key_was_is(struct writer *w, const char *name, const char *was, const char *is) {
    key(w, name);
    write_text(w, "{");
    key_text(w, "was", was);
    key_text(w, "is", is);
    write_text(w, "}");
}

static void write_moved(struct writer *w, const hs_moved *moved) {
    write_text(w, "{");
    key_text(w, "path", moved->path);
    key_text(w, "place", moved->place);
    key_text(w, "policy", moved->policy);
    key_text(w, "measure", moved->measure);
    key_text(w, "clause", moved->clause);
    key(w, "was");
    write_text(w, moved->was == NULL ? "null" : moved->was);
    key(w, "is");
    write_text(w, moved->is == NULL ? "null" : moved->is);
    key(w, "causes");
    write_causes(w, moved->causes);
    write_text(w, "}");
}

static void write_policies(struct writer *w, const hs_verification_result *result) {
    key(w, "policies");
    write_text(w, "[");
    for (int32_t i = 0; i < result->policy_count; i++) {
        const hs_policy_state *state = &result->policies[i];
        if (state->was != NULL && state->is != NULL && strcmp(state->was, state->is) == 0) continue;
        comma(w);
        write_text(w, "{");
        key_text(w, "id", state->id);
        key_text(w, "was", state->was);
        key_text(w, "is", state->is);
        key(w, "matters");
        write_text(w, state->matters ? "true}" : "false}");
    }
    write_text(w, "]");
}

const char *hs_verification_json(hs_verification *self, size_t *length) {
    struct writer *w = &self->json;
    const hs_verification_result *result = &self->result;
    char was[HS_DATE_TEXT], is[HS_DATE_TEXT];
    if (w->length == 0) {
        write_format(w, "{\"contract\":%d,\"same\":%s,\"replayed\":%s", HS_CONTRACT, result->same ? "true" : "false",
                     result->replayed ? "true" : "false");
        key(w, "differs");
        write_causes(w, result->causes);
        key_was_is(w, "engine", result->was_engine, HS_VERSION);
        key_was_is(w, "as_of", hs_date_text(was, result->was_as_of), hs_date_text(is, result->as_of));
        key_was_is(w, "input_sha256", result->was_input, result->is_input[0] == '\0' ? NULL : result->is_input);
        write_policies(w, result);
        key(w, "moved");
        write_text(w, "[");
        for (int32_t i = 0; i < result->moved_count; i++) {
            comma(w);
            write_moved(w, &result->moved[i]);
        }
        write_text(w, "]}");
    }
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}
