#include "explain.h"

#include "comparison.h"
#include "money.h"
#include "repair.h"
#include "text.h"
#include "words.h"

static const struct spot FIRST = {0, 0}; /* the frame has one lane */

/* What is lacking for certain: by how much x must rise (or fall) before the comparison holds; 0 where that cannot be told. */
static int64_t gap_of(const hs_node *node, hs_interval have, hs_interval need) {
    if (!interval_is_point(have) || !interval_is_point(need)) return 0;
    int64_t strict = node->op == HS_OP_MORE_THAN || node->op == HS_OP_LESS_THAN;
    bool rise = node->op == HS_OP_AT_LEAST || node->op == HS_OP_MORE_THAN;
    int64_t gap = (rise ? need.low - have.low : have.low - need.low) + strict;
    return gap > 0 ? gap : 0;
}

/* ---- Reasons ------------------------------------------------------------------------------------------------------------------- */

/* What reasons are made from, and of. */
struct telling {
    const struct frame *frame;
    const hs_reason **told; /* those of the conditions that several measures share */
    struct writer *writer;
    struct arena *arena;
};

static bool fill(hs_reason *out, const struct telling *t, const struct term *term, struct spot spot);

static bool fill_children(hs_reason *out, const struct telling *t, const struct term *term, struct spot spot) {
    hs_reason *children = arena_room(t->arena, (size_t)term->node->count, sizeof *children);
    if (children == NULL) return false;
    out->children = children;
    out->count = term->node->count;
    for (int32_t i = 0; i < out->count; i++)
        if (!fill(&children[i], t, &term->arguments[i], spot)) return false;
    if (term->shared >= 0) t->told[term->shared] = out;
    return true;
}

static bool rule_of_record(hs_text *out, int32_t number, const struct telling *t) {
    write_text(t->writer, "第 ");
    write_integer(t->writer, number);
    write_text(t->writer, " 条");
    out->zh = write_copy(t->writer, t->arena);
    write_text(t->writer, "record ");
    write_integer(t->writer, number);
    out->en = write_copy(t->writer, t->arena);
    return out->zh != NULL && out->en != NULL;
}

/* A child for each record, the first RECORDS_SHOWN_MAX of them. */
static bool fill_records(hs_reason *out, const struct telling *t, const struct term *term) {
    const struct term *condition = &term->arguments[1];
    out->fact = term->node->arguments[0]->fact;
    struct records records = frame_records(t->frame, term->over, 0);
    int32_t count = records.end - records.begin;
    out->have = records.stated ? (hs_interval){count, count} : ANYTHING;
    out->count = count < RECORDS_SHOWN_MAX ? count : RECORDS_SHOWN_MAX;
    hs_reason *children = arena_room(t->arena, (size_t)out->count, sizeof *children);
    if (children == NULL) return false;
    out->children = children;
    for (int32_t i = 0; i < out->count; i++) {
        hs_reason *record = &children[i], *inner = arena_bytes(t->arena, sizeof *inner);
        *record = (hs_reason){.fact = out->fact, .record = i, .count = 1, .children = inner};
        if (inner == NULL || !rule_of_record(&record->rule, i + 1, t) || !fill(inner, t, condition, (struct spot){0, records.begin + i}))
            return false;
        record->truth = inner->truth;
    }
    return true;
}

static void fill_comparison(hs_reason *out, const struct frame *frame, const struct term *term, struct spot spot) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    out->fact = x->node->op == HS_OP_FACT ? x->node->fact : NULL;
    out->have = term_figure(frame, x, spot);
    out->need = term_figure(frame, y, spot);
    out->has_need = 1;
    if (out->truth != HS_FALSE) return;
    out->gap = gap_of(term->node, out->have, out->need);
}

static bool fill(hs_reason *out, const struct telling *t, const struct term *term, struct spot spot) {
    if (term->shared >= 0 && t->told[term->shared] != NULL) return *out = *t->told[term->shared], true;
    const struct frame *frame = t->frame;
    const hs_node *node = term->node;
    *out = (hs_reason){.rule = term->rule, .truth = term_truth(frame, term, spot), .node = node, .record = -1, .json = term->json};
    if (is_comparison(node->op)) return fill_comparison(out, frame, term, spot), true;
    switch (node->op) {
    case HS_OP_ALL:
    case HS_OP_ANY:
    case HS_OP_NOT: return fill_children(out, t, term, spot);
    case HS_OP_SOME: return fill_records(out, t, term);
    case HS_OP_FACT:
        out->fact = node->fact;
        out->have = (hs_interval){out->truth == HS_TRUE, out->truth != HS_FALSE};
        return true;
    case HS_OP_IN:
    case HS_OP_HAS:
        out->fact = node->arguments[0]->fact;
        out->have = term_figure(frame, &term->arguments[0], spot);
        out->need = (hs_interval){node->value, node->value};
        out->has_need = 1;
        return true;
    default: return true;
    }
}

const hs_reason *explain_condition(const struct frame *frame, const struct term *when, const hs_reason **told, struct writer *writer,
                                   struct arena *arena) {
    const struct telling telling = {frame, told, writer, arena};
    hs_reason *reason = arena_bytes(arena, sizeof *reason);
    return reason != NULL && fill(reason, &telling, when, FIRST) ? reason : NULL;
}

/* ---- Who decides each end -------------------------------------------------------------------------------------------------------- */

enum { CAUSES_MAX = 8 };

/* What an end of an amount rests on beyond the document's own figures. */
struct cause {
    bool authority, floor, funds;     /* floor: the authority decides above a figure of the document */
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

static int64_t end_of(const struct tracer *t, const struct term *term, struct spot spot) {
    hs_interval value = term_figure(t->frame, term, spot);
    return t->high ? value.high : value.low;
}

/* The open facts of a figure that is held in no single register. */
static void trace_figure(const struct tracer *t, const struct term *term, struct spot spot) {
    if (term->node->op == HS_OP_FACT && term->out >= 0 && term->node->type != HS_TRUTH) {
        hs_interval value = term_figure(t->frame, term, spot);
        if (!interval_is_point(value)) blame(t->cause, term->node->fact);
        return;
    }
    for (int32_t i = 0; i < term->node->count; i++) trace_figure(t, &term->arguments[i], spot);
}

/* The facts that keep a condition from being known. */
static void trace_condition(const struct tracer *t, const struct term *term, struct spot spot) {
    const hs_node *node = term->node;
    if (term_truth(t->frame, term, spot) != HS_UNKNOWN) return;
    if (node->op == HS_OP_FACT) {
        blame(t->cause, node->fact);
    } else if (node->op == HS_OP_SOME) {
        struct records records = frame_records(t->frame, term->over, 0);
        if (!records.stated) blame(t->cause, node->arguments[0]->fact);
        for (int32_t r = records.begin; r < records.end; r++) trace_condition(t, &term->arguments[1], (struct spot){0, r});
    } else if (node->op == HS_OP_ALL || node->op == HS_OP_ANY || node->op == HS_OP_NOT) {
        for (int32_t i = 0; i < node->count; i++) trace_condition(t, &term->arguments[i], spot);
    } else {
        trace_figure(t, term, spot);
    }
}

static void trace_amount(const struct tracer *t, const struct term *term, struct spot spot);

/* Of two amounts of which the smaller counts: the one that gives the end, preferring one that nothing is open about. */
static void trace_lesser(const struct tracer *t, const struct term *term, struct spot spot) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    trace_amount(t, end_of(t, x, spot) <= end_of(t, y, spot) ? x : y, spot);
}

/* The branches that give the end, once the choice between them is open. */
static void trace_branches(const struct tracer *t, const struct term *term, int32_t first, int32_t step, struct spot spot) {
    for (int32_t i = first; i < term->node->count; i += step)
        if (end_of(t, &term->arguments[i], spot) == end_of(t, term, spot)) trace_amount(t, &term->arguments[i], spot);
}

static void trace_records(const struct tracer *t, const struct term *term) {
    struct records records = frame_records(t->frame, term->over, 0);
    if (!records.stated) blame(t->cause, term->node->arguments[0]->fact);
    for (int32_t r = records.begin; r < records.end; r++) {
        int32_t truth = term_truth(t->frame, &term->arguments[1], (struct spot){0, r});
        trace_condition(t, &term->arguments[1], (struct spot){0, r});
        if (truth != HS_FALSE && term->node->op == HS_OP_SUM) trace_amount(t, &term->arguments[2], (struct spot){0, r});
    }
}

static void trace_amount(const struct tracer *t, const struct term *term, struct spot spot) {
    switch (term->node->op) {
    case HS_OP_UP_TO:
        t->cause->authority = true;
        if (t->high) trace_amount(t, &term->arguments[0], spot);
        return;
    case HS_OP_RANGE:
        t->cause->authority = true;
        t->cause->floor = t->cause->floor || !t->high;
        trace_amount(t, &term->arguments[t->high ? 1 : 0], spot);
        return;
    case HS_OP_FIRST_COME:
        t->cause->funds = true;
        if (t->high) trace_amount(t, &term->arguments[0], spot);
        return;
    case HS_OP_GREATEST: trace_branches(t, term, 0, 1, spot); return;
    case HS_OP_SHARE:
    case HS_OP_GROWTH:
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: {
        const struct tracer other = {t->frame, t->cause, !t->high};
        trace_amount(t, &term->arguments[0], spot);
        trace_amount(&other, &term->arguments[1], spot);
        return;
    }
    case HS_OP_CAP:
    case HS_OP_LESSER: trace_lesser(t, term, spot); return;
    case HS_OP_TIERS:
        trace_figure(t, &term->arguments[0], spot);
        trace_branches(t, term, 2, 2, spot);
        return;
    case HS_OP_BY:
        trace_figure(t, &term->arguments[0], spot);
        trace_branches(t, term, 2, 2, spot);
        return;
    case HS_OP_IF:
        trace_condition(t, &term->arguments[0], spot);
        trace_branches(t, term, 1, 1, spot);
        return;
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: trace_records(t, term); return;
    case HS_OP_FACT: trace_figure(t, term, spot); return;
    default:
        for (int32_t i = 0; i < term->node->count; i++) trace_amount(t, &term->arguments[i], spot);
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

/* "A、B"; those behind the first CAUSES_MAX are not named. */
static void say_subjects(struct writer *writer, const hs_subject *subjects, int32_t count, enum hs_language language) {
    struct cause cause = {0};
    for (int32_t i = 0; i < count; i++) blame(&cause, subjects[i].fact);
    say_facts(writer, &cause, language);
}

/* Where texts are put together, and where they are kept; the condition that they speak of. */
struct speech {
    struct writer *writer;
    struct arena *arena;
    const struct frame *frame;
    const struct term *when;
};

/* Whether something stands in the way of a measure, where no change is proposed. */
static bool has_obstacles(const hs_measure_result *result) { return result->standing == HS_INELIGIBLE && result->change_count == 0; }

static void say_obstacles(struct writer *w, const hs_measure_result *result, bool late, enum hs_language language) {
    bool zh = language == HS_ZH;
    if (!has_obstacles(result)) return;
    if (late) {
        write_text(w, zh ? "；评估日期不在规定的时间内" : "; the day assessed is outside the time set");
        return;
    }
    if (result->fixed_count == 0) {
        write_text(w, zh ? "；要改变的事实不止三项" : "; more than three facts would have to change");
        return;
    }
    write_text(w, zh ? "；不能改变的事实不符合：" : "; facts that cannot be changed stand in the way: ");
    say_subjects(w, result->fixed, result->fixed_count, language);
}

/* Whether a verdict stands whatever the open facts turn out to be, which is then said. */
static bool is_indifferent(const hs_measure_result *result) { return result->missing_count == 0 && result->indifferent_count > 0; }

static void say_indifferent(struct writer *w, const hs_measure_result *result, enum hs_language language) {
    if (!is_indifferent(result)) return;
    write_text(w, language == HS_ZH ? "；没有填明也不影响的：" : "; it does not depend on what is not stated: ");
    say_subjects(w, result->indifferent, result->indifferent_count, language);
}

/* What is decided by others than the document: by end, and whether by another document. */
enum { NO_FLOOR, FLOOR, CEILING };
static const hs_text decided[][2] = {
    [NO_FLOOR] = {{"由主管部门核定", "decided by the authority"},
                  {"按其他文件确定，本文件没有保证下限", "set by another document; this one guarantees no minimum"}},
    [FLOOR] = {{"文件写明的下限，由主管部门在此以上核定", "the document's floor; the authority decides above it"},
               {"按其他文件确定，这是本文件写明的下限", "set by another document; this is the floor that this one states"}},
    [CEILING] = {{"文件写明的上限，由主管部门在此以内核定", "the document's ceiling; the authority decides below it"},
                 {"按其他文件确定，这是本文件写明的上限", "set by another document; this is the ceiling that this one states"}},
};

/* One end in words. */
static const char *end_in(const hs_measure_result *result, const hs_policy *policy, const struct cause *cause, bool high,
                          enum hs_language language, struct speech speech) {
    bool zh = language == HS_ZH, elsewhere = result->measure->basis == HS_ELSEWHERE, undecided = result->standing == HS_UNDETERMINED;
    struct writer *w = speech.writer;
    if (!high && undecided) {
        write_text(w, zh ? "条件还不能确定，要看：" : "the conditions cannot be told yet; it depends on: ");
        say_facts(w, cause, language);
        return write_copy(w, speech.arena);
    }
    if (cause->authority)
        write_text(w, text_in(decided[high ? CEILING : cause->floor ? FLOOR : NO_FLOOR][elsewhere], language));
    else if (cause->count == 0 && !cause->funds)
        write_text(w, zh ? "按文件计算" : "computed as the document says");
    if (cause->funds) {
        if (cause->authority) write_text(w, zh ? "；" : "; ");
        if (high)
            write_text(w, zh ? "资金或名额还有时按文件计算" : "as the document says, while funds or places last");
        else
            write_text(w, zh ? "先到先得，资金或名额用完即止，没有保证" : "first come, first served: funds or places may have run out");
    }
    if (cause->count > 0) {
        if (cause->authority || cause->funds) write_text(w, zh ? "；" : "; ");
        write_text(w, zh ? "还要看你填报的：" : "it also depends on what you have yet to state: ");
        say_facts(w, cause, language);
    }
    if (policy->adjustable != 0) write_text(w, zh ? "；主管部门可以综合调低" : "; the authority may lower it");
    say_indifferent(w, result, language);
    return write_copy(w, speech.arena);
}

/* Words for both ends where one end is as the other. */
static const char *both_ends_in(const hs_measure_result *result, hs_text text, bool late, enum hs_language language, struct speech speech) {
    struct writer *w = speech.writer;
    write_text(w, text_in(text, language));
    say_obstacles(w, result, late, language);
    say_indifferent(w, result, language);
    return write_copy(w, speech.arena);
}

static bool set_both(hs_measure_result *result, hs_text text, struct speech speech) {
    bool late = has_obstacles(result) && repair_is_out_of_time(speech.frame, speech.when, true);
    if (has_obstacles(result) || is_indifferent(result))
        text = (hs_text){both_ends_in(result, text, late, HS_ZH, speech), both_ends_in(result, text, late, HS_EN, speech)};
    result->low_end = result->high_end = text;
    return text.zh != NULL && text.en != NULL;
}

bool explain_ends(hs_measure_result *result, const hs_policy *policy, const struct frame *frame, const struct term *when,
                  const struct term *pays, struct writer *writer, struct arena *arena) {
    const struct speech speech = {writer, arena, frame, when};
    if (result->standing == HS_INELIGIBLE) return set_both(result, (hs_text){"不符合条件", "the conditions are not met"}, speech);
    if (result->unstated)
        return set_both(result,
                        (hs_text){"本文件没有写明金额，由其他文件或主管部门确定",
                                  "this document gives no figure; another document or the authority sets it"},
                        speech);
    if (!result->has_amount) return set_both(result, (hs_text){"不涉及资金", "nothing in money"}, speech);
    if (result->years == 0) return set_both(result, (hs_text){"各年的都已领取", "every year has already been received"}, speech);
    for (int high = 0; high <= 1; high++) {
        struct cause cause = {0};
        const struct tracer tracer = {frame, &cause, high != 0};
        if (!high && result->standing == HS_UNDETERMINED)
            trace_condition(&tracer, when, FIRST);
        else
            trace_amount(&tracer, pays, FIRST);
        hs_text text = {end_in(result, policy, &cause, high != 0, HS_ZH, speech), end_in(result, policy, &cause, high != 0, HS_EN, speech)};
        if (text.zh == NULL || text.en == NULL) return false;
        if (high)
            result->high_end = text;
        else
            result->low_end = text;
    }
    return true;
}
