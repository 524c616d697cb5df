/* Advice as JSON. */
#ifndef ADVICE_REPORT_H
#define ADVICE_REPORT_H

#include "text.h"

#include <huisuan/huisuan.h>

/* Members of a measure, behind others. */
void write_missing(struct writer *w, const hs_measure_result *result);
void write_changes(struct writer *w, const hs_measure_result *result);

void write_questions(struct writer *w, const hs_result *result);

#endif
