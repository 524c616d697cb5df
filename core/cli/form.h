/* The forms that officers fill in: one table for the firms, one for each list fact. */
#ifndef FORM_H
#define FORM_H

#include "cli.h"

struct form {
    const struct cli *cli;
    const hs_engine *engine;
    const hs_fact *list; /* whose records stand on the lines, or NULL: firms */
};

enum { FORM_TEXT = 512, FORM_FIRM_COLUMNS = 4, FORM_RECORD_COLUMNS = 1 };

/* The columns before those of the facts: a firm's id, name, date and places; of a record the firm's id. */
enum form_lead { FORM_ID, FORM_NAME, FORM_AS_OF, FORM_LOCATIONS };
int32_t form_leads(const struct form *form);
int32_t form_count(const struct form *form);

/* The fact or field of a column, the last of a firm's being what was already paid; NULL before the facts. */
const hs_fact *form_fact(const struct form *form, int32_t column);

/* What stands above a column, each once in its form: the label, or the id where two labels are alike or a spreadsheet would take the label
   for a formula. */
const char *form_heading(const struct form *form, int32_t column);

/* "整数，单位：年", "a whole number, in years". */
const char *form_kind(char buffer[FORM_TEXT], const struct cli *cli, const hs_fact *fact);

/* How a column is to be filled in. */
const char *form_rule(const struct form *form, int32_t column);

/* The form as CSV: a byte order mark, for Excel takes it for GBK otherwise, and one line of headings. NUL-terminated; free it with free();
   NULL when memory ran out. */
char *form_csv(const struct form *form);

/* The whole workbook as the bytes of an .xlsx file, to be freed with free(); NULL after saying why, with the exit code in `*code`. */
char *workbook_write(const struct cli *cli, const hs_engine *engine, size_t *length, int *code);

#endif
