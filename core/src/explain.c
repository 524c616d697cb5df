#include "explain.h"

#include "money.h"
#include "text.h"
#include "words.h"

/* Where a walk over terms stands: within a record of a list, or not (-1). */
static int32_t at_of(const struct term *term, int32_t record) { return term->list == NO_LIST ? 0 : record; }

static int32_t truth_of(const struct frame *frame, const struct term *term, int32_t record) {
    return frame_truth(frame, term->out, at_of(term, record));
}

/* A figure; of a percentage inside a comparison, which has no register, each end rounded half up for showing. */
static hs_interval figure_of(const struct frame *frame, const struct term *term, int32_t record) {
    if (term->out >= 0) return frame_number(frame, term->out, at_of(term, record));
    bool of_fact = term->node->op == HS_OP_PERCENT_OF;
    hs_interval x = figure_of(frame, &term->arguments[of_fact ? 1 : 0], record), out = ANYTHING;
    hs_interval rate = of_fact ? figure_of(frame, &term->arguments[0], record) : (hs_interval){term->node->value, term->node->value};
    if (!end_percent(&out.low, rate.low, x.low)) out.low = 0;
    if (!end_percent(&out.high, rate.high, x.high)) out.high = HS_UNBOUNDED;
    return out;
}

static bool is_comparison(int32_t op) { return op >= HS_OP_AT_LEAST && op <= HS_OP_LESS_THAN; }

/* What is lacking for certain: by how much x must rise (or fall) before the comparison holds; 0 where that cannot be told. */
static int64_t gap_of(const hs_node *node, hs_interval have, hs_interval need) {
    if (!interval_is_point(have) || !interval_is_point(need)) return 0;
    int64_t strict = node->op == HS_OP_MORE_THAN || node->op == HS_OP_LESS_THAN;
    bool rise = node->op == HS_OP_AT_LEAST || node->op == HS_OP_MORE_THAN;
    int64_t gap = (rise ? need.low - have.low : have.low - need.low) + strict;
    return gap > 0 ? gap : 0;
}

/* ---- Reasons ------------------------------------------------------------------------------------------------------------------- */

static bool fill(hs_reason *out, const struct frame *frame, const struct term *term, int32_t record, struct arena *arena);

static bool fill_children(hs_reason *out, const struct frame *frame, const struct term *term, int32_t record, struct arena *arena) {
    hs_reason *children = arena_array(arena, (size_t)term->node->count, sizeof *children);
    if (children == NULL) return false;
    out->children = children;
    out->count = term->node->count;
    for (int32_t i = 0; i < out->count; i++)
        if (!fill(&children[i], frame, &term->arguments[i], record, arena)) return false;
    return true;
}

static bool rule_of_record(hs_text *out, int32_t number, struct arena *arena) {
    struct writer zh = {0}, en = {0};
    write_format(&zh, "第 %d 条", (int)number);
    write_format(&en, "record %d", (int)number);
    *out = (hs_text){write_keep(&zh, arena), write_keep(&en, arena)};
    return out->zh != NULL && out->en != NULL;
}

/* A child for each record, the first RECORDS_SHOWN_MAX of them. */
static bool fill_records(hs_reason *out, const struct frame *frame, const struct term *term, struct arena *arena) {
    const struct term *condition = &term->arguments[1];
    out->fact = term->node->arguments[0]->fact;
    struct records records = frame_records(frame, term->over, 0);
    int32_t count = records.end - records.begin;
    out->have = records.stated ? (hs_interval){count, count} : ANYTHING;
    out->count = count < RECORDS_SHOWN_MAX ? count : RECORDS_SHOWN_MAX;
    hs_reason *children = arena_array(arena, (size_t)out->count, sizeof *children);
    if (children == NULL) return false;
    out->children = children;
    for (int32_t i = 0; i < out->count; i++) {
        hs_reason *record = &children[i], *inner = arena_take(arena, sizeof *inner);
        *record = (hs_reason){.fact = out->fact, .record = i, .count = 1, .children = inner};
        if (inner == NULL || !rule_of_record(&record->rule, i + 1, arena) || !fill(inner, frame, condition, records.begin + i, arena))
            return false;
        record->truth = inner->truth;
    }
    return true;
}

static void fill_comparison(hs_reason *out, const struct frame *frame, const struct term *term, int32_t record) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    out->fact = x->node->op == HS_OP_FACT ? x->node->fact : NULL;
    out->have = figure_of(frame, x, record);
    out->need = figure_of(frame, y, record);
    out->has_need = 1;
    if (out->truth != HS_FALSE) return;
    out->gap = gap_of(term->node, out->have, out->need);
}

static bool fill(hs_reason *out, const struct frame *frame, const struct term *term, int32_t record, struct arena *arena) {
    const hs_node *node = term->node;
    *out = (hs_reason){.rule = term->rule, .truth = truth_of(frame, term, record), .node = node, .record = -1};
    if (is_comparison(node->op)) return fill_comparison(out, frame, term, record), true;
    switch (node->op) {
    case HS_OP_ALL:
    case HS_OP_ANY:
    case HS_OP_NOT: return fill_children(out, frame, term, record, arena);
    case HS_OP_SOME: return fill_records(out, frame, term, arena);
    case HS_OP_FACT:
        out->fact = node->fact;
        out->have = (hs_interval){out->truth == HS_TRUE, out->truth != HS_FALSE};
        return true;
    case HS_OP_IN:
    case HS_OP_HAS:
        out->fact = node->arguments[0]->fact;
        out->have = figure_of(frame, &term->arguments[0], record);
        out->need = (hs_interval){node->value, node->value};
        out->has_need = 1;
        return true;
    default: return true;
    }
}

const hs_reason *explain_condition(const struct frame *frame, const struct term *when, struct arena *arena) {
    hs_reason *reason = arena_take(arena, sizeof *reason);
    return reason != NULL && fill(reason, frame, when, 0, arena) ? reason : NULL;
}

/* ---- Near misses ---------------------------------------------------------------------------------------------------------------- */

enum { TOO_FAR = 2 };

static bool can_change(const hs_node *node) {
    if (node->op == HS_OP_FACT) return (node->fact->list != NULL ? node->fact->list : node->fact)->change != HS_NEVER;
    for (int32_t i = 0; i < node->count; i++)
        if (can_change(node->arguments[i])) return true;
    return false;
}

/* How many facts must be otherwise before the condition takes the value wanted: 0, 1, or TOO_FAR. */
static int distance_to(const struct frame *frame, const struct term *term, bool wanted) {
    int32_t truth = truth_of(frame, term, 0);
    const hs_node *node = term->node;
    if (truth == (wanted ? HS_TRUE : HS_FALSE)) return 0;
    if (node->op == HS_OP_NOT) return distance_to(frame, &term->arguments[0], !wanted);
    if (node->op != HS_OP_ALL && node->op != HS_OP_ANY) return truth != HS_UNKNOWN && can_change(node) ? 1 : TOO_FAR;
    bool together = (node->op == HS_OP_ALL) == wanted;
    int distance = together ? 0 : TOO_FAR;
    for (int32_t i = 0; i < node->count; i++) {
        int part = distance_to(frame, &term->arguments[i], wanted);
        distance = together ? distance + part : part < distance ? part : distance;
    }
    return distance < TOO_FAR ? distance : TOO_FAR;
}

bool explain_is_near(const struct frame *frame, const struct term *when) {
    return truth_of(frame, when, 0) == HS_FALSE && distance_to(frame, when, true) == 1;
}

/* ---- Who decides each end -------------------------------------------------------------------------------------------------------- */

enum { CAUSES_MAX = 8 };

/* What an end of an amount rests on beyond the document's own figures. */
struct cause {
    bool authority;
    const hs_fact *facts[CAUSES_MAX]; /* unknown, or known only as a range */
    int32_t count;                    /* may exceed CAUSES_MAX: the rest is not named */
};

struct tracer {
    const struct frame *frame;
    struct cause *cause;
    bool high; /* which end is traced */
};

static void blame(struct cause *cause, const hs_fact *fact) {
    for (int32_t i = 0; i < cause->count && i < CAUSES_MAX; i++)
        if (cause->facts[i] == fact) return;
    if (cause->count < CAUSES_MAX) cause->facts[cause->count] = fact;
    cause->count++;
}

static int64_t end_of(const struct tracer *t, const struct term *term, int32_t record) {
    hs_interval value = figure_of(t->frame, term, record);
    return t->high ? value.high : value.low;
}

/* The open facts of a figure that is held in no single register. */
static void trace_figure(const struct tracer *t, const struct term *term, int32_t record) {
    if (term->node->op == HS_OP_FACT && term->out >= 0 && term->node->type != HS_TRUTH) {
        hs_interval value = figure_of(t->frame, term, record);
        if (!interval_is_point(value)) blame(t->cause, term->node->fact);
        return;
    }
    for (int32_t i = 0; i < term->node->count; i++) trace_figure(t, &term->arguments[i], record);
}

/* The facts that keep a condition from being known. */
static void trace_condition(const struct tracer *t, const struct term *term, int32_t record) {
    const hs_node *node = term->node;
    if (truth_of(t->frame, term, record) != HS_UNKNOWN) return;
    if (node->op == HS_OP_FACT) {
        blame(t->cause, node->fact);
    } else if (node->op == HS_OP_SOME) {
        struct records records = frame_records(t->frame, term->over, 0);
        if (!records.stated) blame(t->cause, node->arguments[0]->fact);
        for (int32_t r = records.begin; r < records.end; r++) trace_condition(t, &term->arguments[1], r);
    } else if (node->op == HS_OP_ALL || node->op == HS_OP_ANY || node->op == HS_OP_NOT) {
        for (int32_t i = 0; i < node->count; i++) trace_condition(t, &term->arguments[i], record);
    } else {
        trace_figure(t, term, record);
    }
}

static void trace_amount(const struct tracer *t, const struct term *term, int32_t record);

/* Of two amounts of which the smaller counts: the one that gives the end, preferring one that nothing is open about. */
static void trace_lesser(const struct tracer *t, const struct term *term, int32_t record) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    trace_amount(t, end_of(t, x, record) <= end_of(t, y, record) ? x : y, record);
}

/* The branches that give the end, once the choice between them is open. */
static void trace_branches(const struct tracer *t, const struct term *term, int32_t first, int32_t step, int32_t record) {
    for (int32_t i = first; i < term->node->count; i += step)
        if (end_of(t, &term->arguments[i], record) == end_of(t, term, record)) trace_amount(t, &term->arguments[i], record);
}

static void trace_records(const struct tracer *t, const struct term *term) {
    struct records records = frame_records(t->frame, term->over, 0);
    if (!records.stated) blame(t->cause, term->node->arguments[0]->fact);
    for (int32_t r = records.begin; r < records.end; r++) {
        int32_t truth = truth_of(t->frame, &term->arguments[1], r);
        trace_condition(t, &term->arguments[1], r);
        if (truth != HS_FALSE && term->node->op == HS_OP_SUM) trace_amount(t, &term->arguments[2], r);
    }
}

static void trace_amount(const struct tracer *t, const struct term *term, int32_t record) {
    switch (term->node->op) {
    case HS_OP_UP_TO:
        t->cause->authority = true;
        if (t->high) trace_amount(t, &term->arguments[0], record);
        return;
    case HS_OP_RANGE:
        t->cause->authority = true;
        trace_amount(t, &term->arguments[t->high ? 1 : 0], record);
        return;
    case HS_OP_CAP:
    case HS_OP_LESSER: trace_lesser(t, term, record); return;
    case HS_OP_TIERS:
        trace_figure(t, &term->arguments[0], record);
        trace_branches(t, term, 2, 2, record);
        return;
    case HS_OP_BY:
        trace_figure(t, &term->arguments[0], record);
        trace_branches(t, term, 2, 2, record);
        return;
    case HS_OP_IF:
        trace_condition(t, &term->arguments[0], record);
        trace_branches(t, term, 1, 1, record);
        return;
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: trace_records(t, term); return;
    case HS_OP_FACT: trace_figure(t, term, record); return;
    default:
        for (int32_t i = 0; i < term->node->count; i++) trace_amount(t, &term->arguments[i], record);
        return;
    }
}

static void say_facts(struct writer *writer, const struct cause *cause, enum hs_language language) {
    for (int32_t i = 0; i < cause->count && i < CAUSES_MAX; i++) {
        if (i > 0) write_text(writer, language == HS_ZH ? "、" : ", ");
        words_label(writer, cause->facts[i], language);
    }
    if (cause->count > CAUSES_MAX) write_text(writer, language == HS_ZH ? "等" : " and others");
}

/* One end in words. */
static const char *end_in(const hs_measure_result *result, const hs_policy *policy, const struct cause *cause, bool high,
                          enum hs_language language, struct arena *arena) {
    bool zh = language == HS_ZH, elsewhere = result->measure->basis == HS_ELSEWHERE, undecided = result->standing == HS_UNDETERMINED;
    struct writer w = {0};
    if (!high && undecided) {
        write_text(&w, zh ? "条件还不能确定，要看：" : "the conditions cannot be told yet; it depends on: ");
        say_facts(&w, cause, language);
        return write_keep(&w, arena);
    }
    if (cause->authority && !high)
        write_text(&w, elsewhere ? (zh ? "按其他文件确定，本文件没有保证下限" : "set by another document; this one guarantees no minimum")
                                 : (zh ? "由主管部门核定" : "decided by the authority"));
    else if (cause->authority)
        write_text(&w,
                   elsewhere
                       ? (zh ? "按其他文件确定，这是本文件写明的上限" : "set by another document; this is the ceiling that this one states")
                       : (zh ? "文件写明的上限，由主管部门在此以内核定" : "the document's ceiling; the authority decides below it"));
    else if (cause->count == 0)
        write_text(&w, zh ? "按文件计算" : "computed as the document says");
    if (cause->count > 0) {
        if (cause->authority) write_text(&w, zh ? "；" : "; ");
        write_text(&w, zh ? "还要看你填报的：" : "it also depends on what you have yet to state: ");
        say_facts(&w, cause, language);
    }
    if (policy->adjustable != 0) write_text(&w, zh ? "；主管部门可以综合调低" : "; the authority may lower it");
    return write_keep(&w, arena);
}

static bool set_both(hs_measure_result *result, hs_text text) {
    result->low_end = result->high_end = text;
    return true;
}

bool explain_ends(hs_measure_result *result, const hs_policy *policy, const struct frame *frame, const struct term *when,
                  const struct term *pays, struct arena *arena) {
    if (result->standing == HS_INELIGIBLE) return set_both(result, (hs_text){"不符合条件", "the conditions are not met"});
    if (result->unstated)
        return set_both(result, (hs_text){"本文件没有写明金额，由其他文件或主管部门确定",
                                          "this document gives no figure; another document or the authority sets it"});
    if (!result->has_amount) return set_both(result, (hs_text){"不涉及资金", "nothing in money"});
    if (result->years == 0) return set_both(result, (hs_text){"各年的都已领取", "every year has already been received"});
    for (int high = 0; high <= 1; high++) {
        struct cause cause = {0};
        const struct tracer tracer = {frame, &cause, high != 0};
        if (!high && result->standing == HS_UNDETERMINED)
            trace_condition(&tracer, when, 0);
        else
            trace_amount(&tracer, pays, 0);
        hs_text text = {end_in(result, policy, &cause, high != 0, HS_ZH, arena), end_in(result, policy, &cause, high != 0, HS_EN, arena)};
        if (text.zh == NULL || text.en == NULL) return false;
        if (high)
            result->high_end = text;
        else
            result->low_end = text;
    }
    return true;
}
