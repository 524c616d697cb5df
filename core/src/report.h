/* The result as JSON, contract version 1: fixed order of keys, money in yuan printed from the integers. */
#ifndef REPORT_H
#define REPORT_H

#include "engine.h"
#include "text.h"

#include <huisuan/huisuan.h>

/* Writes one line without a newline. */
void report_json(struct writer *writer, const hs_result *result, const struct hs_engine *engine);

/* "overlay", only where something is set otherwise than in the documents. */
void report_overlay(struct writer *w, const hs_overlay *overlay, int32_t count);

/* Parts of a place: "total" to "loans", and "unstated". */
void report_totals(struct writer *w, const hs_place_result *place);
void report_unstated(struct writer *w, const hs_place_result *place);

/* "receipt": the SHA-256 of the document and of every policy of the engine. */
void report_receipt(struct writer *w, const hs_result *result, const struct hs_engine *engine);

#endif
