/* The breakpoints of a sweep, held against the engine at single values:
       breakpoints PLUGINS N SEED
   For every figure of the policies and N applicants: each piece begins and ends as the engine says there, follows one law in between, and
   the value before its first is under another law. */
#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INNER = 12, ROUNDINGS = 4 }; /* fen: each of three yearly payments is rounded, and so are the ends of the line */

static const hs_engine *engine;
static struct { int64_t sweeps, pieces, breakpoints, values, bisections, faults; } count;

/* One sweep being looked at. */
struct look {
    struct person person;
    struct cell cell;
    const hs_sweep_place *place;
};

struct value {
    int32_t standing;
    hs_interval amount;
};

/* What the engine itself says of a curve when the figure is `x`. */
static struct value at(const struct look *look, const hs_curve *curve, int64_t x) {
    static char document[DOCUMENT_MAX];
    struct person person = look->person;
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    const hs_options options = {.brief = 1};
    struct value value = {HS_ELIGIBLE, {0, 0}};
    cell_set(&person, look->cell, (hs_interval){x, x});
    person_write(&person, document);
    if (hs_assess(&assessment, engine, document, strlen(document), &options, &error) != HS_OK) {
        printf("refused: %s: %s\n", error.path, error.en);
        exit(1);
    }
    const hs_place_result *place = &hs_assessment_result(assessment)->places[0];
    if (curve->measure == NULL) value.amount = place->total;
    for (int32_t p = 0; curve->measure != NULL && p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++)
            if (strcmp(place->policies[p].measures[m].id, curve->id) == 0)
                value = (struct value){place->policies[p].measures[m].standing, place->policies[p].measures[m].amount};
    hs_assessment_free(assessment);
    count.values++;
    return value;
}

static void fault(const struct look *look, const hs_curve *curve, const char *what, int64_t x) {
    static char document[DOCUMENT_MAX];
    person_write(&look->person, document);
    count.faults++;
    printf("%s: %s against %s at %" PRId64 "\n  %s\n", what, curve->id == NULL ? "total" : curve->id, cell_fact(look->cell)->id, x,
           document);
}

static bool same(hs_interval x, hs_interval y) { return x.low == y.low && x.high == y.high; }

/* Whether a curve may leave the line between the ends of its pieces. */
static bool is_uneven(const hs_curve *curve, const hs_piece *piece) { return curve->uneven && !same(piece->first, piece->last); }

/* ---- Within a piece ---------------------------------------------------------------------------------------------------------------- */

/* x * y / z to the nearest below, without overflow: the figures are below 2^50 and a slope is at most some thousand. */
static double line_at(int64_t from, int64_t to, int64_t first, int64_t last, int64_t x) {
    return (double)first + (double)(last - first) * ((double)(x - from) / (double)(to - from));
}

/* One end of the amount: constant, or on the line between its ends but for what rounding takes or gives; an uneven one lies between them, a
   total of several uneven ones perhaps not even there: they need not move the same way. */
static bool follows(const hs_curve *curve, const hs_piece *piece, int64_t first, int64_t last, int64_t x, int64_t found) {
    if (first == last || first == HS_UNBOUNDED || last == HS_UNBOUNDED) return found == first;
    if (curve->uneven && curve->measure == NULL) return true;
    if (curve->uneven) return found >= (first < last ? first : last) - ROUNDINGS && found <= (first < last ? last : first) + ROUNDINGS;
    double off = (double)found - line_at(piece->from, piece->to, first, last, x);
    double allowed = ROUNDINGS + (double)last * 1e-15; /* and the arithmetic of the line itself */
    return off <= allowed && -off <= allowed;
}

static int64_t between(const hs_piece *piece) {
    int64_t span = piece->to - piece->from;
    if (chance(50)) span = span < 1000 ? span : (int64_t)chance_below((uint64_t)span); /* near the beginning as well */
    return piece->from + (int64_t)chance_below((uint64_t)span + 1);
}

static void check_piece(const struct look *look, const hs_curve *curve, const hs_piece *piece) {
    const int64_t ends[] = {piece->from, piece->to};
    for (int e = 0; e < 2; e++) {
        struct value value = at(look, curve, ends[e]);
        bool equal = value.standing == piece->standing && (!curve->has_amount || same(value.amount, e == 0 ? piece->first : piece->last));
        if (!equal) fault(look, curve, "an end of a piece", ends[e]);
    }
    for (int i = 0; i < INNER && piece->to - piece->from > 1; i++) {
        int64_t x = between(piece);
        struct value value = at(look, curve, x);
        bool fits = value.standing == piece->standing;
        fits = fits && (!curve->has_amount || (follows(curve, piece, piece->first.low, piece->last.low, x, value.amount.low) &&
                                               follows(curve, piece, piece->first.high, piece->last.high, x, value.amount.high)));
        if (!fits) fault(look, curve, "within a piece", x);
    }
}

/* ---- Between two pieces ------------------------------------------------------------------------------------------------------------ */

static bool is_constant(const hs_piece *piece) { return same(piece->first, piece->last); }

/* The least value from which on the curve is as at the beginning of the second piece, by halving. */
static int64_t bisect(const struct look *look, const hs_curve *curve, const hs_piece *a, const hs_piece *b) {
    int64_t low = a->from, high = b->from;
    bool to_constant = is_constant(b);
    struct value constant = at(look, curve, to_constant ? b->from : a->from);
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        struct value value = at(look, curve, middle);
        bool equal = value.standing == constant.standing && (!curve->has_amount || same(value.amount, constant.amount));
        if (equal == to_constant)
            high = middle;
        else
            low = middle + 1;
    }
    count.bisections++;
    return low;
}

static double slope(const hs_piece *piece, bool high) {
    int64_t rise = high ? piece->last.high - piece->first.high : piece->last.low - piece->first.low;
    return piece->to == piece->from ? 0 : (double)rise / (double)(piece->to - piece->from);
}

/* Two rising pieces meet where the amount jumps or rises at another rate. */
static bool bends(const hs_piece *a, const hs_piece *b) {
    for (int high = 0; high <= 1; high++) {
        double jump = high ? (double)b->first.high - (double)a->last.high : (double)b->first.low - (double)a->last.low;
        double difference = slope(a, high != 0) - slope(b, high != 0);
        if (jump > slope(a, high != 0) + ROUNDINGS || jump < -ROUNDINGS || difference > 1e-9 || difference < -1e-9) return true;
    }
    return false;
}

/* The amount is constant from the breakpoint on. Where a percentage is rounded it may be so a little before, as long as it would have moved
   by no more than the rounding. */
static void check_constant(const struct look *look, const hs_curve *curve, const hs_piece *a, const hs_piece *b) {
    int64_t from = bisect(look, curve, a, b);
    double low = slope(a, false), high = slope(a, true), steepest = low * low > high * high ? low : high;
    double moved = steepest * (double)(b->from - from);
    bool rounded = from < b->from && moved <= ROUNDINGS && -moved <= ROUNDINGS;
    if (from != b->from && !rounded) fault(look, curve, "a breakpoint", b->from);
}

static void check_breakpoint(const struct look *look, const hs_curve *curve, const hs_piece *a, const hs_piece *b) {
    count.breakpoints++;
    if (b->from != a->to + 1) fault(look, curve, "a gap between pieces", b->from);
    if (is_constant(a) || is_constant(b) || a->standing != b->standing) {
        bool monotone = is_constant(a) || is_constant(b);
        if (monotone) check_constant(look, curve, a, b);
        bool turns = a->standing != b->standing || !same(a->last, b->first);
        if (!turns && !(curve->uneven && curve->measure == NULL) && is_constant(a) == is_constant(b))
            fault(look, curve, "no breakpoint", b->from);
    } else if (!is_uneven(curve, a) && !is_uneven(curve, b) && !bends(a, b)) {
        fault(look, curve, "no bend", b->from);
    }
}

static void check_curve(const struct look *look, const hs_curve *curve, hs_interval range) {
    if (curve->pieces[0].from != range.low || curve->pieces[curve->count - 1].to != range.high) fault(look, curve, "the range", range.high);
    for (int32_t i = 0; i < curve->count; i++) {
        count.pieces++;
        check_piece(look, curve, &curve->pieces[i]);
        if (i > 0) check_breakpoint(look, curve, &curve->pieces[i - 1], &curve->pieces[i]);
    }
}

/* ---- The run ----------------------------------------------------------------------------------------------------------------------- */

static void check_sweep(struct look *look) {
    static char document[DOCUMENT_MAX];
    char name[256];
    hs_sweep *sweep = NULL;
    hs_error error = {0};
    person_write(&look->person, document);
    hs_subject_text(name, sizeof name, (hs_subject){cell_fact(look->cell), look->cell.record});
    if (hs_sweep_new(&sweep, engine, document, strlen(document), NULL, name, (hs_interval){0, 0}, &error) != HS_OK) {
        printf("refused: %s: %s\n", error.path, error.en);
        exit(1);
    }
    const hs_sweep_result *result = hs_sweep_get(sweep);
    look->place = &result->places[0];
    count.sweeps++;
    for (int32_t c = 0; c < look->place->count; c++) check_curve(look, &look->place->curves[c], result->range);
    hs_sweep_free(sweep);
}

/* A figure in a list is looked at in its first record. */
static void check_fact(int32_t fact, int32_t field) {
    struct look look = {.cell = {fact, field < 0 ? -1 : 0, field}};
    person_draw(&look.person, chance(70) ? 100 : 85, chance(80) ? 98 : 85);
    struct records *list = &look.person.lists[fact];
    if (field >= 0 && (!list->stated || list->count == 0)) {
        list->stated = true;
        list->count = 1;
        record_draw(&look.person, fact, 0);
    }
    if (chance(40)) person_receive(&look.person);
    for (int place = 0; hs_is_figure(cell_fact(look.cell)->type) && place < 4; place++) {
        person_move(&look.person, place);
        check_sweep(&look);
    }
}

int main(int argument_count, char **arguments) {
    hs_engine *loaded;
    hs_error error = {0};
    if (argument_count != 4 || hs_engine_new(&loaded, &error) != HS_OK || hs_engine_load(loaded, arguments[1], &error) != HS_OK) {
        printf("breakpoints PLUGINS N SEED %s\n", error.en);
        return 2;
    }
    engine = loaded;
    model_begin(engine);
    chance_begin((uint64_t)strtoull(arguments[3], NULL, 10));
    int figures = 0, n = atoi(arguments[2]);
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, i);
        int32_t fields = fact->type == HS_LIST ? hs_engine_field_count(engine, fact) : 0;
        figures += hs_is_figure(fact->type);
        for (int k = 0; hs_is_figure(fact->type) && k < n; k++) check_fact(i, -1);
        for (int32_t f = 0; f < fields; f++) {
            figures += hs_is_figure(hs_engine_field(engine, fact, f)->type);
            for (int k = 0; k < n; k++) check_fact(i, f);
        }
    }
    printf("breakpoints: %" PRId64 " in %" PRId64 " sweeps of %d figures, %" PRId64 " pieces, %" PRId64 " values assessed, %" PRId64
           " bisections, %" PRId64 " differences\n",
           count.breakpoints, count.sweeps, figures, count.pieces, count.values, count.bisections, count.faults);
    hs_engine_free(loaded);
    return count.faults == 0 && count.breakpoints > 0 ? 0 : 1;
}
