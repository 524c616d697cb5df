#include "what_if.h"

#include "phrase.h"

#include <stdio.h>

void what_if_print(const struct paper *paper, const hs_overlay *overlay, int32_t count) {
    char line[LINE];
    for (int32_t i = 0; i < count; i++)
        paper_text(paper, 0, "!", hs_overlay_text(line, sizeof line, &overlay[i], paper->cli->language), TONE_BAD);
    if (count > 0) paper_gap(paper);
}

void what_if_print_csv(const struct cli *cli, FILE *out, const hs_overlay *overlay, int32_t count) {
    char line[LINE];
    for (int32_t i = 0; i < count; i++) fprintf(out, "\"# %s\"\r\n", hs_overlay_text(line, sizeof line, &overlay[i], cli->language));
}
