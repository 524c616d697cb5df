/* Lines of prose in one language, as hs_rules hands them out. */
#ifndef SHEET_H
#define SHEET_H

#include "arena.h"
#include "text.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* What is said goes into the line begun, until sheet_end closes it. Free it with sheet_free. */
struct sheet {
    struct arena arena; /* of the texts */
    enum hs_language language;
    hs_text decider; /* who settles an amount that the document leaves open */
    struct writer line;
    hs_rules_line *lines;
    int32_t count, capacity;
    bool failed; /* memory ran out: look once, at the end */
};

/* Adds to the line begun: one of two texts, a text, or a name between the language's quotation marks. */
void sheet_say(struct sheet *sheet, const char *zh, const char *en);
void sheet_both(struct sheet *sheet, hs_text text);
void sheet_quote(struct sheet *sheet, hs_text name);

/* Closes the line. In English it begins with a capital. `label` lives as long as the sheet. */
void sheet_end(struct sheet *sheet, enum hs_line_kind kind, int32_t level, const char *label);

/* The number of a part: "2.1" for the first part of "2"; "1" for the first part of "". Never NULL. */
const char *sheet_number(struct sheet *sheet, const char *of, int32_t number);

void sheet_free(struct sheet *sheet);

#endif
