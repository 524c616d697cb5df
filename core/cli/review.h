/* A review on paper. */
#ifndef REVIEW_H
#define REVIEW_H

#include "cli.h"

/* How a verdict and a state are called. */
hs_text review_verdict(int32_t verdict);
hs_text review_proof(int32_t state);

/* The review as a page to be printed and signed, to be freed with free(); NULL when memory ran out. */
char *review_page(const struct cli *cli, const hs_engine *engine, const hs_review_result *review);

#endif
