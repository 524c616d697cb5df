/* A page to print: every text escaped; Chinese with English beside it, or English alone. */
#ifndef PAGE_H
#define PAGE_H

#include "cli.h"

#include <stdio.h>

struct page {
    FILE *out;
    bool english; /* alone */
};

/* Markup as it stands. */
void page_put(const struct page *page, const char *markup);

/* Whatever a document brought: no sign of the markup's own, no control character. */
void page_text(const struct page *page, const char *text);

void page_both(const struct page *page, hs_text text);
void page_pair(const struct page *page, const char *zh, const char *en);

/* A column's head, a section's title. */
void page_head(const struct page *page, const char *zh, const char *en);
void page_title(const struct page *page, const char *zh, const char *en);

/* Yuan, from the low to the high end; in a cell of its own, where there is none a dash. */
void page_money(const struct page *page, hs_interval amount);
void page_cell(const struct page *page, bool has, hs_interval amount);

/* What is known of a fact, of a list how many records. */
void page_value(const struct page *page, const hs_fact *fact, hs_interval value);

#endif
