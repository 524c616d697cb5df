#include "law.h"

#include "comparison.h"
#include "money.h"

uint64_t law_mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* ---- What depends on the figure ---------------------------------------------------------------------------------------------------- */

bool motion_begin(struct motion *self, const struct plan *plan, struct arena *arena) {
    uint8_t *numbers = arena_array(arena, (size_t)plan->number_count, 1), *truths = arena_array(arena, (size_t)plan->truth_count, 1);
    if (numbers == NULL || truths == NULL) return false;
    for (int32_t i = 0; i < plan->input_count; i++) {
        const struct input *input = &plan->inputs[i];
        if (input->slot == self->slot && input->field == self->field) numbers[input->out] = 1;
    }
    for (int32_t i = 0; i < plan->step_count; i++) {
        const struct step *step = &plan->steps[i];
        uint8_t moves = 0;
        for (int32_t a = 0; a < step->count; a++) moves |= (step_takes_truth(step->op, a) ? truths : numbers)[step->in[a]];
        (step_gives_truth(step->op) ? truths : numbers)[step->out] = moves;
    }
    self->numbers = numbers;
    self->truths = truths;
    return true;
}

bool motion_touches(const struct motion *self, const struct term *term) {
    return term->out >= 0 && (term->node->type == HS_TRUTH ? self->truths : self->numbers)[term->out] != 0;
}

static bool is_stepped(int32_t op) { return op == HS_OP_FULL || (op >= HS_OP_ROUND_DOWN && op <= HS_OP_ROUND_HALF_UP); }

bool motion_is_uneven(const struct motion *self, const struct term *term) {
    if (!motion_touches(self, term)) return false;
    if (is_stepped(term->node->op) || term->node->op == HS_OP_SHARE || term->node->op == HS_OP_GROWTH) return true;
    for (int32_t i = 0; i < term->node->count; i++)
        if (motion_is_uneven(self, &term->arguments[i])) return true;
    return false;
}

/* ---- Which argument gives an end --------------------------------------------------------------------------------------------------- */

static int64_t end_of(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    hs_interval value = term_figure(m->frame, term, spot);
    return high ? value.high : value.low;
}

/* Whether an argument of a choice among amounts can be reached. */
static bool is_reached(const struct motion *m, const struct term *term, int32_t a, struct spot spot) {
    const hs_node *node = term->node;
    switch (node->op) {
    case HS_OP_IF: return a > 0 && term_truth(m->frame, &term->arguments[0], spot) != (a == 1 ? HS_FALSE : HS_TRUE);
    case HS_OP_BY:
        return a > 0 && a % 2 == 0 && (term_figure(m->frame, &term->arguments[0], spot).high >> node->arguments[a - 1]->value & 1) != 0;
    case HS_OP_TIERS: {
        if (a == 0 || a % 2 == 1) return false;
        hs_interval x = term_figure(m->frame, &term->arguments[0], spot);
        int64_t from = node->arguments[a - 1]->value, next = a + 1 < node->count ? node->arguments[a + 1]->value : HS_UNBOUNDED;
        return x.high >= from && (x.low < next || next == HS_UNBOUNDED);
    }
    default: return true;
    }
}

/* Whether a figure can lie below the first tier, where nothing is paid. */
static bool is_below(const struct motion *m, const struct term *term, struct spot spot) {
    return term->node->op == HS_OP_TIERS && term_figure(m->frame, &term->arguments[0], spot).low < term->node->arguments[1]->value;
}

/* The argument that gives an end; -1: nothing is paid. Of equal ones the one that the figure does not move: there the end stays; but from
   nothing on the end moves at once, and a range ends where it says. */
static int32_t giver_of(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    bool lesser = term->node->op == HS_OP_CAP || term->node->op == HS_OP_LESSER;
    bool greatest_wins = term->node->op == HS_OP_RANGE || term->node->op == HS_OP_GREATEST || (high && !lesser);
    bool any = is_below(m, term, spot), moves = false;
    int64_t best = 0;
    int32_t giver = -1;
    for (int32_t a = 0; a < term->node->count; a++) {
        if (!is_reached(m, term, a, spot)) continue;
        bool of_range = term->node->op == HS_OP_RANGE;
        int64_t value = end_of(m, &term->arguments[a], spot, of_range ? a == 1 : high);
        bool touched = motion_touches(m, &term->arguments[a]);
        bool stays = moves && !touched;
        if (greatest_wins && best == 0) stays = !moves && touched;
        if (of_range) stays = true;
        bool better = !any || (greatest_wins ? value > best : value < best) || (value == best && stays);
        any = true;
        if (!better) continue;
        best = value;
        moves = touched;
        giver = a;
    }
    return giver;
}

/* ---- Laws -------------------------------------------------------------------------------------------------------------------------- */

static struct law law_at(const struct motion *m, const struct term *term, struct spot spot, bool high);

static struct law constant(int64_t value) { return (struct law){false, value, 0}; }

/* A product, a percentage, or a multiple that it is rounded to: what is sloped in it stays so. */
static struct law law_of_factors(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    struct law law = {true, 0, law_mix((uint64_t)term->node->op, (uint64_t)term->node->value)};
    bool sloped = false;
    for (int32_t i = 0; i < term->node->count; i++) {
        struct law factor = law_at(m, &term->arguments[i], spot, high);
        sloped = sloped || factor.sloped;
        law.shape = law_mix(law_mix(law.shape, factor.shape), (uint64_t)factor.value);
    }
    return sloped ? law : constant(end_of(m, term, spot, high));
}

static void add_law(struct law *sum, struct law part, uint64_t place) {
    if (!end_add(&sum->value, sum->value, part.value)) sum->value = HS_UNBOUNDED;
    sum->sloped = sum->sloped || part.sloped;
    if (part.sloped) sum->shape += law_mix(place, part.shape);
}

static struct law law_of_sum(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    struct law sum = constant(0);
    if (term->node->op == HS_OP_PLUS) {
        for (int32_t i = 0; i < term->node->count; i++) add_law(&sum, law_at(m, &term->arguments[i], spot, high), (uint64_t)i);
        return sum;
    }
    struct records records = frame_records(m->frame, term->over, spot.lane);
    if (!records.stated) return constant(end_of(m, term, spot, high));
    for (int32_t r = records.begin; r < records.end; r++) {
        struct spot at = {spot.lane, r};
        int32_t counts = term_truth(m->frame, &term->arguments[1], at);
        if (counts == HS_TRUE || (high && counts == HS_UNKNOWN))
            add_law(&sum, law_at(m, &term->arguments[2], at, high), (uint64_t)(r - records.begin));
    }
    return sum;
}

/* Each of the first steps stands for itself; those behind them are too many to tell apart. */
enum { STEPS_APART = 64 };

static struct law law_of_steps(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    int64_t value = end_of(m, term, spot, high), unit = term->node->op == HS_OP_FULL ? 1 : term->node->value;
    return value / unit <= STEPS_APART ? constant(value) : law_of_factors(m, term, spot, high);
}

static struct law law_of_excess(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    struct law x = law_at(m, &term->arguments[0], spot, high), y = law_at(m, &term->arguments[1], spot, !high);
    int64_t value = end_of(m, term, spot, high);
    if (value == 0 || (!x.sloped && !y.sloped)) return constant(value);
    uint64_t of_x = law_mix(x.shape, (uint64_t)x.value), of_y = law_mix(y.shape, (uint64_t)y.value);
    return (struct law){true, 0, law_mix(law_mix((uint64_t)HS_OP_EXCESS, of_x), of_y)};
}

static bool is_the_figure(const struct motion *m, const struct term *term, struct spot spot) {
    return term->list == NO_LIST || spot.record - frame_records(m->frame, term->list, spot.lane).begin == m->record;
}

static struct law law_at(const struct motion *m, const struct term *term, struct spot spot, bool high) {
    int64_t value = end_of(m, term, spot, high);
    if (!motion_touches(m, term) || value == HS_UNBOUNDED) return constant(value);
    switch (term->node->op) {
    case HS_OP_FACT:
        if (!is_the_figure(m, term, spot)) return constant(value);
        return (struct law){true, 0, law_mix(0, HS_OP_FACT)};
    case HS_OP_FULL:
    case HS_OP_ROUND_DOWN:
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP: return law_of_steps(m, term, spot, high);
    case HS_OP_PERCENT:
    case HS_OP_PERCENT_OF:
    case HS_OP_EXCHANGE:
    case HS_OP_SHARE:
    case HS_OP_GROWTH:
    case HS_OP_EACH: return law_of_factors(m, term, spot, high);
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: return law_of_excess(m, term, spot, high);
    case HS_OP_FIRST_COME:
    case HS_OP_UP_TO: return high ? law_at(m, &term->arguments[0], spot, true) : constant(0);
    case HS_OP_PLUS:
    case HS_OP_SUM: return law_of_sum(m, term, spot, high);
    case HS_OP_RANGE:
        if (!high) return law_at(m, &term->arguments[0], spot, false);
        return law_at(m, &term->arguments[giver_of(m, term, spot, true)], spot, giver_of(m, term, spot, true) == 1);
    case HS_OP_CAP:
    case HS_OP_LESSER:
    case HS_OP_GREATEST:
    case HS_OP_TIERS:
    case HS_OP_BY:
    case HS_OP_IF: {
        int32_t giver = giver_of(m, term, spot, high);
        return giver < 0 ? constant(0) : law_at(m, &term->arguments[giver], spot, high);
    }
    default: return constant(value); /* a count of records */
    }
}

struct law law_of_end(const struct motion *self, const struct term *pays, int32_t lane, bool high) {
    return law_at(self, pays, (struct spot){lane, 0}, high);
}

/* ---- Decisions --------------------------------------------------------------------------------------------------------------------- */

static uint64_t mix_givers(const struct motion *m, const struct term *term, struct spot spot, uint64_t hash) {
    return law_mix(law_mix(hash, (uint64_t)giver_of(m, term, spot, false)), (uint64_t)giver_of(m, term, spot, true));
}

static uint64_t mix_signs(const struct motion *m, const struct term *term, struct spot spot, uint64_t hash) {
    return law_mix(law_mix(hash, end_of(m, term, spot, false) > 0), end_of(m, term, spot, true) > 0);
}

static uint64_t decisions_at(const struct motion *m, const struct term *term, struct spot spot) {
    uint64_t hash = (uint64_t)term->node->op;
    if (!motion_touches(m, term)) return 0;
    switch (term->node->op) {
    case HS_OP_TIERS:
    case HS_OP_BY:
    case HS_OP_IF:
        for (int32_t a = 0; a < term->node->count; a++) hash = law_mix(hash, is_reached(m, term, a, spot));
        hash = law_mix(hash, is_below(m, term, spot));
        hash = mix_givers(m, term, spot, hash);
        break;
    case HS_OP_CAP:
    case HS_OP_LESSER:
    case HS_OP_GREATEST:
    case HS_OP_RANGE: hash = mix_givers(m, term, spot, hash); break;
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: hash = mix_signs(m, term, spot, hash); break;
    case HS_OP_SHARE:
    case HS_OP_GROWTH: hash = mix_signs(m, &term->arguments[1], spot, hash); break; /* of nothing there is no share */
    default:
        if (term->node->type == HS_TRUTH) hash = law_mix(hash, (uint64_t)term_truth(m->frame, term, spot));
        break;
    }
    if (term->over == NO_LIST) {
        for (int32_t i = 0; i < term->node->count; i++) hash = law_mix(hash, decisions_at(m, &term->arguments[i], spot));
        return hash;
    }
    struct records records = frame_records(m->frame, term->over, spot.lane);
    for (int32_t r = records.begin; r < records.end; r++)
        for (int32_t i = 1; i < term->node->count; i++)
            hash = law_mix(hash, decisions_at(m, &term->arguments[i], (struct spot){spot.lane, r}));
    return hash;
}

uint64_t law_decisions(const struct motion *self, const struct term *term, int32_t lane) {
    return decisions_at(self, term, (struct spot){lane, 0});
}
