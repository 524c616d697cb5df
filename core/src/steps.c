#include "steps.h"

#include "money.h"

/* ---- Truths ------------------------------------------------------------------------------------------------------------------ */

typedef void step_function(struct frame *frame, const struct step *step, int32_t lanes);

/* The steps that are one plain loop over the lanes are compiled a second time for processors with wider vectors. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif

WIDE static void step_all(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out], x = frame->truths[step->in[0]], y = frame->truths[step->in[step->count > 1]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = x.low[i] & y.low[i], out.high[i] = x.high[i] & y.high[i];
    for (int32_t a = 2; a < step->count; a++) {
        struct truths in = frame->truths[step->in[a]];
        for (int32_t i = 0; i < lanes; i++) out.low[i] &= in.low[i], out.high[i] &= in.high[i];
    }
}

WIDE static void step_any(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out], x = frame->truths[step->in[0]], y = frame->truths[step->in[step->count > 1]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = x.low[i] | y.low[i], out.high[i] = x.high[i] | y.high[i];
    for (int32_t a = 2; a < step->count; a++) {
        struct truths in = frame->truths[step->in[a]];
        for (int32_t i = 0; i < lanes; i++) out.low[i] |= in.low[i], out.high[i] |= in.high[i];
    }
}

WIDE static void step_not(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out], in = frame->truths[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = in.high[i] ^ 1, out.high[i] = in.low[i] ^ 1;
}

/* x >= y holds surely when even the least x reaches the greatest y, possibly when the greatest x reaches the least y. No bound is greater
   than every number but never equal to one, also not to another that has no bound. */
WIDE static void step_compare(struct frame *frame, const struct step *step, int32_t lanes) {
    bool swap = step->op == HS_OP_AT_MOST || step->op == HS_OP_LESS_THAN,
         strict = step->op == HS_OP_MORE_THAN || step->op == HS_OP_LESS_THAN;
    struct truths out = frame->truths[step->out];
    struct numbers x = frame->numbers[step->in[swap]], y = frame->numbers[step->in[!swap]];
    if (strict)
        for (int32_t i = 0; i < lanes; i++) out.low[i] = x.low[i] > y.high[i], out.high[i] = x.high[i] > y.low[i];
    else
        for (int32_t i = 0; i < lanes; i++) out.low[i] = x.low[i] >= y.high[i], out.high[i] = x.high[i] >= y.low[i];
}

/* The comparisons with exact percentages: x * a against y * b. */
static void step_compare_products(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out];
    bool swap = step->value == HS_OP_AT_MOST || step->value == HS_OP_LESS_THAN;
    int least_sign = step->value == HS_OP_AT_LEAST || step->value == HS_OP_AT_MOST ? 0 : 1;
    struct numbers x = frame->numbers[step->in[swap ? 2 : 0]], a = frame->numbers[step->in[swap ? 3 : 1]];
    struct numbers y = frame->numbers[step->in[swap ? 0 : 2]], b = frame->numbers[step->in[swap ? 1 : 3]];
    for (int32_t i = 0; i < lanes; i++) {
        out.low[i] = compare_products(x.low[i], a.low[i], y.high[i], b.high[i]) >= least_sign;
        out.high[i] = compare_products(x.high[i], a.high[i], y.low[i], b.low[i]) >= least_sign;
    }
}

/* A choice is one of the values that it possibly has. */
WIDE static void step_in(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out];
    struct numbers in = frame->numbers[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) {
        out.low[i] = (in.high[i] & ~step->value) == 0;
        out.high[i] = (in.high[i] & step->value) != 0;
    }
}

WIDE static void step_has(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out];
    struct numbers in = frame->numbers[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) {
        out.low[i] = (in.low[i] & step->value) != 0;
        out.high[i] = (in.high[i] & step->value) != 0;
    }
}

static void step_some(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out], in = frame->truths[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) {
        struct records records = frame_records(frame, step->over, i);
        out.low[i] = 0, out.high[i] = !records.stated;
        for (int32_t r = records.begin; r < records.end; r++) out.low[i] |= in.low[r], out.high[i] |= in.high[r];
    }
}

/* ---- Numbers ----------------------------------------------------------------------------------------------------------------- */

static void overflowed(struct frame *frame, const struct step *step, int32_t lane) {
    int32_t *overflow = &frame->overflow[frame_owner(frame, step->list, lane)];
    if (*overflow == 0) *overflow = 1 + (int32_t)(step - frame->plan->steps);
    frame->numbers[step->out].low[lane] = frame->numbers[step->out].high[lane] = 0;
}

static inline void begin(struct numbers out, int32_t lanes, hs_interval value) {
    for (int32_t i = 0; i < lanes; i++) out.low[i] = value.low, out.high[i] = value.high;
}

WIDE static void step_percent(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]];
    int64_t rate = step->value, near = (INT64_MAX - 10000) / (rate + 1); /* up to where the product fits */
    int64_t up = step->rounding == UP ? 9999 : step->rounding == DOWN ? 0 : 5000;
    for (int32_t i = 0; i < lanes; i++) {
        if (x.high[i] <= near) {
            out.low[i] = (rate * x.low[i] + up) / 10000, out.high[i] = (rate * x.high[i] + up) / 10000;
            continue;
        }
        if (!end_percent_rounded(&out.low[i], rate, x.low[i], (enum rounding)step->rounding) ||
            !end_percent_rounded(&out.high[i], rate, x.high[i], (enum rounding)step->rounding))
            overflowed(frame, step, i);
    }
}

static void step_percent_of(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], rate = frame->numbers[step->in[0]], x = frame->numbers[step->in[1]];
    for (int32_t i = 0; i < lanes; i++)
        if (!end_percent_rounded(&out.low[i], rate.low[i], x.low[i], (enum rounding)step->rounding) ||
            !end_percent_rounded(&out.high[i], rate.high[i], x.high[i], (enum rounding)step->rounding))
            overflowed(frame, step, i);
}

static void step_each(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]], y = frame->numbers[step->in[1]];
    for (int32_t i = 0; i < lanes; i++) {
        if ((x.high[i] | y.high[i]) <= INT32_MAX) { /* fits */
            out.low[i] = x.low[i] * y.low[i], out.high[i] = x.high[i] * y.high[i];
            continue;
        }
        if (!end_multiply(&out.low[i], x.low[i], y.low[i]) || !end_multiply(&out.high[i], x.high[i], y.high[i])) overflowed(frame, step, i);
    }
}

WIDE static void step_lesser(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]], y = frame->numbers[step->in[1]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = least(x.low[i], y.low[i]), out.high[i] = least(x.high[i], y.high[i]);
}

WIDE static void step_up_to(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = 0, out.high[i] = x.high[i];
}

/* Where the ends cross (a floor above the ceiling), the interval still holds both. */
static void step_range(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]], y = frame->numbers[step->in[1]];
    for (int32_t i = 0; i < lanes; i++) out.low[i] = x.low[i], out.high[i] = greatest(x.low[i], y.high[i]);
}

static void step_plus(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out];
    begin(out, lanes, NOTHING_AT_ALL);
    for (int32_t a = 0; a < step->count; a++) {
        struct numbers x = frame->numbers[step->in[a]];
        for (int32_t i = 0; i < lanes; i++)
            if (!end_add(&out.low[i], out.low[i], x.low[i]) || !end_add(&out.high[i], out.high[i], x.high[i])) overflowed(frame, step, i);
    }
}

static void step_excess(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out];
    for (int32_t i = 0; i < lanes; i++) {
        hs_interval rest = interval_beyond(frame_number(frame, step->in[0], i), frame_number(frame, step->in[1], i));
        out.low[i] = rest.low, out.high[i] = rest.high;
    }
}

static void step_greatest(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out];
    begin(out, lanes, NOTHING_AT_ALL);
    for (int32_t a = 0; a < step->count; a++) {
        struct numbers x = frame->numbers[step->in[a]];
        for (int32_t i = 0; i < lanes; i++) out.low[i] = greatest(out.low[i], x.low[i]), out.high[i] = greatest(out.high[i], x.high[i]);
    }
}

static void step_full(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], unit = frame->numbers[step->in[0]], x = frame->numbers[step->in[1]];
    for (int32_t i = 0; i < lanes; i++) {
        out.low[i] = x.low[i] / unit.low[i];
        out.high[i] = x.high[i] == HS_UNBOUNDED ? HS_UNBOUNDED : x.high[i] / unit.low[i];
    }
}

static void step_round(struct frame *frame, const struct step *step, int32_t lanes) {
    enum rounding rounding = step->op == HS_OP_ROUND_DOWN ? DOWN : step->op == HS_OP_ROUND_UP ? UP : HALF_UP;
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]];
    for (int32_t i = 0; i < lanes; i++)
        if (!end_round(&out.low[i], x.low[i], step->value, rounding) || !end_round(&out.high[i], x.high[i], step->value, rounding))
            overflowed(frame, step, i);
}

/* Of nothing there is no share: where the whole may be 0, so may the share. */
static void step_share(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out];
    int64_t less = step->op == HS_OP_GROWTH ? 10000 : 0;
    for (int32_t i = 0; i < lanes; i++) {
        hs_interval x = frame_number(frame, step->in[0], i), of = frame_number(frame, step->in[1], i);
        hs_interval share = {of.low == 0 ? 0 : end_share(x.low, of.high), of.high == 0 ? 0 : end_share(x.high, of.low)};
        share = interval_less(share, less);
        out.low[i] = share.low, out.high[i] = share.high;
    }
}

/* The hull of several values: begin with none, then take in those that are possible, and where there was none end with nothing at all. */
static const hs_interval NONE = {INT64_MAX, -1};

/* Without a branch, for vectors: any value with all the bits of NONE is NONE. */
static inline void take_in(struct numbers out, int32_t lane, struct numbers value, bool possible) {
    int64_t none = (int64_t)possible - 1; /* all bits where it is not possible */
    out.low[lane] = least(out.low[lane], value.low[lane] | (none & NONE.low));
    out.high[lane] = greatest(out.high[lane], value.high[lane] | (none & NONE.high));
}

static void end_hull(struct numbers out, int32_t lanes) {
    for (int32_t i = 0; i < lanes; i++)
        if (out.high[i] < 0) out.low[i] = out.high[i] = 0;
}

WIDE static void step_if(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[1]], y = frame->numbers[step->in[2]];
    struct truths condition = frame->truths[step->in[0]];
    begin(out, lanes, NONE);
    for (int32_t i = 0; i < lanes; i++) {
        take_in(out, i, x, condition.high[i] != 0);
        take_in(out, i, y, condition.low[i] == 0);
    }
}

/* A tier is reached by the figures from its own beginning up to below the next one's. Below the first tier there is nothing. */
WIDE static void step_tiers(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[0]];
    struct numbers first = frame->numbers[step->in[1]];
    begin(out, lanes, NONE);
    for (int32_t i = 0; i < lanes; i++)
        if (x.low[i] < first.low[i]) out.low[i] = out.high[i] = 0;
    for (int32_t t = 1; t < step->count; t += 2) {
        struct numbers from = frame->numbers[step->in[t]], amount = frame->numbers[step->in[t + 1]];
        struct numbers next = frame->numbers[step->in[t + 2 < step->count ? t + 2 : t]];
        if (t + 2 < step->count)
            for (int32_t i = 0; i < lanes; i++)
                take_in(out, i, amount, (x.high[i] >= from.low[i]) & (greatest(x.low[i], from.low[i]) < next.low[i]));
        else
            for (int32_t i = 0; i < lanes; i++) take_in(out, i, amount, x.high[i] >= from.low[i]);
    }
    end_hull(out, lanes);
}

/* in[0] is the choice, in[1 + v] the amount for its value v. */
WIDE static void step_by(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], choice = frame->numbers[step->in[0]];
    begin(out, lanes, NONE);
    for (int32_t v = 0; v + 1 < step->count; v++) {
        struct numbers amount = frame->numbers[step->in[1 + v]];
        for (int32_t i = 0; i < lanes; i++) take_in(out, i, amount, (choice.high[i] >> v & 1) != 0);
    }
    end_hull(out, lanes);
}

static void step_sum(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], x = frame->numbers[step->in[1]];
    struct truths condition = frame->truths[step->in[0]];
    begin(out, lanes, NOTHING_AT_ALL);
    for (int32_t i = 0; i < lanes; i++) {
        struct records records = frame_records(frame, step->over, i);
        if (!records.stated) out.high[i] = HS_UNBOUNDED;
        for (int32_t r = records.begin; r < records.end; r++) {
            bool low_fits = !condition.low[r] || end_add(&out.low[i], out.low[i], x.low[r]);
            bool high_fits = !condition.high[r] || end_add(&out.high[i], out.high[i], x.high[r]);
            if (!low_fits || !high_fits) overflowed(frame, step, i);
        }
    }
}

static void step_count_if(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out];
    struct truths condition = frame->truths[step->in[0]];
    begin(out, lanes, NOTHING_AT_ALL);
    for (int32_t i = 0; i < lanes; i++) {
        struct records records = frame_records(frame, step->over, i);
        if (!records.stated) out.high[i] = HS_UNBOUNDED;
        for (int32_t r = records.begin; r < records.end; r++) out.low[i] += condition.low[r], out.high[i] += condition.high[r];
    }
}

/* ---- From the applicant to its records ---------------------------------------------------------------------------------------- */

static void step_spread_number(struct frame *frame, const struct step *step, int32_t lanes) {
    struct numbers out = frame->numbers[step->out], in = frame->numbers[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) {
        int32_t owner = frame_owner(frame, step->list, i);
        out.low[i] = in.low[owner], out.high[i] = in.high[owner];
    }
}

static void step_spread_truth(struct frame *frame, const struct step *step, int32_t lanes) {
    struct truths out = frame->truths[step->out], in = frame->truths[step->in[0]];
    for (int32_t i = 0; i < lanes; i++) {
        int32_t owner = frame_owner(frame, step->list, i);
        out.low[i] = in.low[owner], out.high[i] = in.high[owner];
    }
}

/* ---- By operation ---------------------------------------------------------------------------------------------------------------- */

static step_function *const functions[] = {
    [HS_OP_ALL] = step_all,
    [HS_OP_ANY] = step_any,
    [HS_OP_NOT] = step_not,
    [HS_OP_AT_LEAST] = step_compare,
    [HS_OP_MORE_THAN] = step_compare,
    [HS_OP_AT_MOST] = step_compare,
    [HS_OP_LESS_THAN] = step_compare,
    [HS_OP_IN] = step_in,
    [HS_OP_HAS] = step_has,
    [HS_OP_SOME] = step_some,
    [HS_OP_PERCENT] = step_percent,
    [HS_OP_PERCENT_OF] = step_percent_of,
    [HS_OP_CAP] = step_lesser,
    [HS_OP_LESSER] = step_lesser,
    [HS_OP_UP_TO] = step_up_to,
    [HS_OP_RANGE] = step_range,
    [HS_OP_EACH] = step_each,
    [HS_OP_TIERS] = step_tiers,
    [HS_OP_BY] = step_by,
    [HS_OP_SUM] = step_sum,
    [HS_OP_COUNT_IF] = step_count_if,
    [HS_OP_PLUS] = step_plus,
    [HS_OP_IF] = step_if,
    [HS_OP_EXCESS] = step_excess,
    [HS_OP_TOP_UP] = step_excess,
    [HS_OP_GREATEST] = step_greatest,
    [HS_OP_FULL] = step_full,
    [HS_OP_ROUND_DOWN] = step_round,
    [HS_OP_ROUND_UP] = step_round,
    [HS_OP_ROUND_HALF_UP] = step_round,
    [HS_OP_EXCHANGE] = step_percent_of,
    [HS_OP_FIRST_COME] = step_up_to,
    [HS_OP_SHARE] = step_share,
    [HS_OP_GROWTH] = step_share,
    [STEP_SPREAD_NUMBER] = step_spread_number,
    [STEP_SPREAD_TRUTH] = step_spread_truth,
    [STEP_COMPARE_PRODUCTS] = step_compare_products,
};

void step_run(struct frame *frame, const struct step *step, int32_t lanes) { functions[step->op](frame, step, lanes); }
