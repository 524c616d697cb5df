/* An answer as somebody types it, as the JSON of a document. */
#ifndef ANSWER_H
#define ANSWER_H

#include "cli.h"

/* Room for every value of a choice, each an id of at most 48 characters with its quotation marks, a comma and a blank. */
enum { ANSWER_MAX = HS_VALUES_MAX * (48 + 4) + 4 };

/* Makes of what a Chinese keyboard types (１，２ or 300万～500万) what stands for it elsewhere: wide digits, letters, signs and blanks become
   narrow ones, 、 a semicolon. In place, for nothing becomes longer; returns `text`. */
char *answer_narrow(char *text);

/* Reads the answer to a question: 是 / 否 / y / n, the number or id of a choice (several with commas, 0 for none), a figure ("26,000,000",
   "2600万", "1.5亿", "80%"), a range ("300万-500万"), a band ("#2") or, of a list, how many records there are. False after saying what
   was wanted. `text` is narrowed. */
bool answer_read(const struct cli *cli, char json[ANSWER_MAX], const hs_question *question, char *text);

#endif
