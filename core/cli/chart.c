#include "chart.h"

#include "phrase.h"

#include <inttypes.h>
#include <stdio.h>

enum { WIDTH = 960, HEIGHT = 420, LEFT = 130, RIGHT = 30, TOP = 64, BOTTOM = 70, LABELS_MAX = 8, LINE_HEIGHT = 26 };

/* What the drawing shows of both axes, in the smallest units. */
struct scale {
    hs_interval x;
    int64_t y;
    int top; /* of the place's drawing */
};

/* `length` times part / whole, without overflow. */
static int share_of(int length, int64_t part, int64_t whole) {
    for (; whole > INT64_C(1000000000000); whole /= 1000) part /= 1000;
    return (int)(length * part / whole);
}

static int across(const struct scale *s, int64_t x) { return LEFT + share_of(WIDTH - LEFT - RIGHT, x - s->x.low, s->x.high - s->x.low); }

static int up(const struct scale *s, int64_t y) {
    int64_t shown = y > s->y ? s->y : y; /* what has no bound ends at the upper edge */
    return s->top + HEIGHT - BOTTOM - share_of(HEIGHT - TOP - BOTTOM, shown, s->y);
}

/* From 0 to a little beyond the last breakpoint and the figure as it is. */
static struct scale scale_of(const hs_sweep_result *result, const hs_sweep_place *place, int top) {
    const hs_curve *total = &place->curves[0];
    struct scale scale = {{result->range.low, result->range.low}, 100, top};
    int64_t last = total->pieces[total->count - 1].from;
    if (place->have.high != HS_UNBOUNDED && place->have.high > last) last = place->have.high;
    int64_t beyond = (last - result->range.low) / 4 + 1;
    scale.x.high = last > result->range.high - beyond ? result->range.high : last + beyond;
    if (scale.x.high == scale.x.low) scale.x.high++;
    for (int32_t i = 0; i < total->count; i++) {
        const int64_t ends[] = {total->pieces[i].first.low, total->pieces[i].first.high, total->pieces[i].last.low};
        for (int e = 0; e < 3; e++)
            if (ends[e] != HS_UNBOUNDED && ends[e] > scale.y && (e < 2 || i + 1 < total->count)) scale.y = ends[e];
    }
    scale.y += scale.y / 8;
    return scale;
}

/* A text between tags. */
static void print_escaped(const char *text) {
    for (; *text != '\0'; text++) {
        if (*text == '<')
            fputs("&lt;", stdout);
        else if (*text == '&')
            fputs("&amp;", stdout);
        else if (*text == '"')
            fputs("&quot;", stdout);
        else
            putchar(*text);
    }
}

static void print_label(int x, int y, const char *anchor, const char *class, const char *text) {
    printf("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">", x, y, anchor, class);
    print_escaped(text);
    puts("</text>");
}

/* An end where the edge of the drawing cuts a piece off, near enough to be drawn. */
static int64_t at_edge(const hs_piece *piece, int64_t first, int64_t last, int64_t x) {
    if (x >= piece->to || first == last || first == HS_UNBOUNDED || last == HS_UNBOUNDED) return last;
    return first + share_of(1000000, x - piece->from, piece->to - piece->from) * ((last - first) / 1000000);
}

static void print_band(const struct scale *s, const hs_curve *total) {
    for (int32_t i = 0; i < total->count; i++) {
        const hs_piece *piece = &total->pieces[i];
        int64_t to = piece->to < s->x.high ? piece->to : s->x.high;
        int x1 = across(s, piece->from), x2 = across(s, to);
        int low1 = up(s, piece->first.low), low2 = up(s, at_edge(piece, piece->first.low, piece->last.low, to));
        int high1 = up(s, piece->first.high), high2 = up(s, at_edge(piece, piece->first.high, piece->last.high, to));
        printf("<polygon class=\"band\" points=\"%d,%d %d,%d %d,%d %d,%d\"/>\n", x1, low1, x2, low2, x2, high2, x1, high1);
        printf("<polyline class=\"low\" points=\"%d,%d %d,%d\"/><polyline class=\"high\" points=\"%d,%d %d,%d\"/>\n", x1, low1, x2, low2,
               x1, high1, x2, high2);
    }
}

static void print_breakpoints(const struct cli *cli, const struct scale *s, const hs_curve *total, const hs_fact *fact) {
    int base = s->top + HEIGHT - BOTTOM;
    for (int32_t i = 1; i < total->count; i++) {
        char label[LINE] = "";
        int64_t at = total->pieces[i].from;
        int x = across(s, at);
        printf("<line class=\"mark\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", x, s->top + TOP, x, base);
        if (i > LABELS_MAX) continue;
        phrase_figure(cli, label, (hs_interval){at, at}, fact->type, fact);
        print_label(x, base + 18 + 16 * ((i - 1) % 2), "middle", "small", label);
    }
}

static void print_place(const struct cli *cli, const hs_sweep_result *result, const hs_sweep_place *place, int top) {
    struct scale scale = scale_of(result, place, top);
    const hs_fact *fact = result->subject.fact;
    char title[LINE] = "", label[LINE] = "";
    int base = top + HEIGHT - BOTTOM;
    phrase_add(title, place->name.zh == NULL ? place->adcode : cli_text(cli, place->name));
    phrase_add(title, say(cli, "：合计随“", ": total against \""));
    phrase_subject(cli, title, result->subject);
    phrase_add(title, say(cli, "”的变化（预计，以主管部门审核为准）", "\" (an estimate: the authority's review decides)"));
    print_label(LEFT, top + 28, "start", "title", title);
    printf("<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
           LEFT, base, WIDTH - RIGHT, base, LEFT, top + TOP, LEFT, base);
    print_band(&scale, &place->curves[0]);
    print_breakpoints(cli, &scale, &place->curves[0], fact);
    for (int i = 0; i <= 2; i++) {
        int64_t y = scale.y / 2 * i / 100 * 100;
        label[0] = '\0';
        phrase_money(cli, label, (hs_interval){y, y});
        print_label(LEFT - 8, up(&scale, y) + 5, "end", "small", label);
    }
    if (place->have.low != place->have.high || place->have.low < scale.x.low || place->have.low > scale.x.high) return;
    label[0] = '\0';
    phrase_add(label, say(cli, "现为 ", "now "));
    phrase_fact_value(cli, label, fact, place->have);
    printf("<line class=\"now\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", across(&scale, place->have.low), top + TOP - 8,
           across(&scale, place->have.low), base);
    print_label(across(&scale, place->have.low), top + TOP - 12, "middle", "small", label);
}

/* What was set otherwise, before the first place. */
static void print_overlay(const struct cli *cli, const hs_sweep_result *result) {
    char label[LINE];
    for (int32_t i = 0; i < result->overlay_count; i++)
        print_label(LEFT, LINE_HEIGHT * (int)(i + 1), "start", "changed",
                    hs_overlay_text(label, sizeof label, &result->overlay[i], cli->language));
}

void chart_print(const struct cli *cli, const hs_sweep_result *result) {
    int top = LINE_HEIGHT * (int)result->overlay_count, height = top + HEIGHT * (int)result->count;
    printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">\n", WIDTH, height);
    puts("<style>.title{font-size:17px}.small{font-size:13px;fill:#444}.band{fill:#2a7f62;fill-opacity:.18}.low,.high{fill:none;"
         "stroke:#1d5c47;stroke-width:2}.high{stroke-dasharray:6 4}.axis{stroke:#666}.mark{stroke:#bbb;stroke-dasharray:2 4}"
         ".now{stroke:#b3541e;stroke-width:2}</style>");
    if (result->overlay_count > 0) puts("<style>.changed{font-size:14px;fill:#b3261e}</style>");
    printf("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", WIDTH, height);
    print_overlay(cli, result);
    for (int32_t i = 0; i < result->count; i++) print_place(cli, result, &result->places[i], top + HEIGHT * (int)i);
    puts("</svg>");
}
