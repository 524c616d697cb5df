#include "rules.h"

#include "paper.h"

static void print_line(const struct paper *paper, const hs_rules_line *line) {
    switch ((enum hs_line_kind)line->kind) {
    case HS_LINE_TITLE: paper_title(paper, line->text); return;
    case HS_LINE_HEADING: paper_heading(paper, line->text); return;
    case HS_LINE_CLAUSE: paper_subheading(paper, line->text); return;
    case HS_LINE_MEASURE: paper_figure(paper, 0, line->text, line->label, TONE_GOOD); return;
    case HS_LINE_ITEM: paper_text(paper, line->level, line->label, line->text, TONE_FAINT); return;
    }
}

int rules_print(const struct cli *cli, const hs_engine *engine, int32_t index) {
    hs_error error = {0};
    hs_rules *rules = NULL;
    int32_t count;
    if (hs_rules_new(&rules, engine, index, cli->language, &error) != HS_OK) return host_fail(cli, NULL, &error);
    struct paper paper = paper_begin(cli);
    const hs_rules_line *lines = hs_rules_lines(rules, &count);
    for (int32_t i = 0; i < count; i++) print_line(&paper, &lines[i]);
    hs_rules_free(rules);
    return EXIT_OK;
}
