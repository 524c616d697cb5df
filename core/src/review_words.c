/* Why a claim stands or not, in words. */
#include "review.h"
#include "words.h"

#include <stdio.h>

enum { FIXED_LINES = 8 }; /* what can be said beside conditions and missing facts */

struct lines {
    hs_text *items;
    int32_t count;
    struct arena *arena;
    bool failed;
};

static void add(struct lines *lines, struct writer *zh, struct writer *en) {
    hs_text text = {write_keep(zh, lines->arena), write_keep(en, lines->arena)};
    lines->failed = lines->failed || text.zh == NULL || text.en == NULL;
    if (!lines->failed) lines->items[lines->count++] = text;
}

static void add_text(struct lines *lines, hs_text text) { lines->items[lines->count++] = text; }

static void add_labelled(struct lines *lines, const char *zh, const char *en, hs_text text) {
    struct writer chinese = {0}, english = {0};
    write_format(&chinese, "%s：%s", zh, text.zh);
    write_format(&english, "%s: %s", en, text.en);
    add(lines, &chinese, &english);
}

/* ---- Conditions ---------------------------------------------------------------------------------------------------------------- */

static int32_t size_of(const hs_reason *reason) {
    int32_t count = 1;
    for (int32_t i = 0; i < reason->count; i++) count += size_of(&reason->children[i]);
    return count;
}

static bool compares(const hs_reason *reason) {
    return reason->node != NULL && reason->fact != NULL && reason->node->op >= HS_OP_AT_LEAST && reason->node->op <= HS_OP_LESS_THAN;
}

/* "（现为 2 年，还差 1 年）" */
static void say_have(struct writer *w, const hs_reason *reason, enum hs_language language) {
    if (!compares(reason) || reason->have.low != reason->have.high) return;
    int32_t type = reason->node->arguments[0]->type;
    write_text(w, language == HS_ZH ? "（现为 " : " (now ");
    words_figure(w, reason->have.low, type, reason->fact, language);
    if (reason->gap > 0) {
        bool rise = reason->node->op == HS_OP_AT_LEAST || reason->node->op == HS_OP_MORE_THAN;
        write_text(w, language == HS_ZH ? (rise ? "，还差 " : "，多出 ") : (rise ? ", lacking " : ", too much by "));
        words_figure(w, reason->gap, type, reason->fact, language);
    }
    write_text(w, language == HS_ZH ? "）" : ")");
}

/* What surely fails: of several that must all hold each that does not, of several of which one would do the whole. */
static void add_failing(struct lines *lines, const hs_reason *reason, const char *clause) {
    if (reason->truth != HS_FALSE) return;
    if (reason->node != NULL && reason->node->op == HS_OP_ALL) {
        for (int32_t i = 0; i < reason->count; i++) add_failing(lines, &reason->children[i], clause);
        return;
    }
    struct writer zh = {0}, en = {0};
    write_format(&zh, "不符合 %s：%s", clause, reason->rule.zh);
    write_format(&en, "%s is not met: %s", clause, reason->rule.en);
    say_have(&zh, reason, HS_ZH);
    say_have(&en, reason, HS_EN);
    add(lines, &zh, &en);
    if (reason->node != NULL && reason->node->op == HS_OP_ANY)
        for (int32_t i = 0; i < reason->count; i++) add_failing(lines, &reason->children[i], clause);
}

/* ---- What would settle it --------------------------------------------------------------------------------------------------------- */

static void say_subject(struct writer *w, hs_subject subject, enum hs_language language) {
    const hs_fact *fact = subject.fact;
    const hs_fact *list = fact->list != NULL ? fact->list : fact;
    write_text(w, text_in(list->label, language));
    if (subject.record >= 0) write_format(w, language == HS_ZH ? "第 %d 条" : ", record %d", (int)subject.record + 1);
    if (fact != list) write_format(w, language == HS_ZH ? "：%s" : ": %s", text_in(fact->label, language));
}

static void add_missing(struct lines *lines, hs_subject subject) {
    struct writer zh = {0}, en = {0};
    hs_text papers = subject.fact->evidence;
    if (papers.zh == NULL && subject.fact->list != NULL) papers = subject.fact->list->evidence;
    write_text(&zh, "未填或不确定：“");
    say_subject(&zh, subject, HS_ZH);
    write_text(&zh, "”");
    write_text(&en, "not known: \"");
    say_subject(&en, subject, HS_EN);
    write_text(&en, "\"");
    if (papers.zh != NULL) {
        write_format(&zh, "，凭%s可以确定", papers.zh);
        write_format(&en, "; settled by: %s", papers.en);
    }
    add(lines, &zh, &en);
}

/* ---- Ends and dates ----------------------------------------------------------------------------------------------------------------- */

static void add_force(struct lines *lines, const hs_policy *policy, hs_date as_of) {
    struct writer zh = {0}, en = {0};
    char day[HS_DATE_TEXT], from[HS_DATE_TEXT], until[HS_DATE_TEXT];
    hs_date_text(day, as_of);
    hs_date_text(from, policy->effective);
    hs_date_text(until, policy->expires);
    write_format(&zh, "政策有效期 %s 至 %s，%s 不在其中", policy->effective.year == 0 ? "…" : from, policy->expires.year == 0 ? "…" : until,
                 day);
    write_format(&en, "the policy is in force from %s to %s, not on %s", policy->effective.year == 0 ? "…" : from,
                 policy->expires.year == 0 ? "…" : until, day);
    add(lines, &zh, &en);
}

static void add_ends(struct lines *lines, const hs_claim *claim) {
    const hs_measure_result *measure = claim->measure;
    if (measure->low_end.zh == NULL || !claim->has_amount) return;
    if (claim->verdict == HS_OPEN || claim->verdict == HS_CANNOT_TELL) add_labelled(lines, "下限", "low end", measure->low_end);
    if (claim->verdict != HS_WITHIN) add_labelled(lines, "上限", "high end", measure->high_end);
}

static void add_doubts(struct lines *lines, const hs_claim *claim) {
    static const hs_text force = {"文件效力期不能确定，不计入可确定金额",
                                  "whether the policy is in force cannot be told: nothing of it is certain"};
    static const hs_text lowered = {"文件允许主管部门调低金额，不计入可确定金额",
                                    "the authority may lower the amount: nothing of it is certain"};
    if (claim->policy->in_force == HS_UNKNOWN) add_text(lines, force);
    if (claim->policy->policy->adjustable != 0) add_text(lines, lowered);
}

bool review_explain(hs_claim *claim, const struct entitlement *entitled, hs_date as_of, struct arena *arena) {
    const hs_measure_result *measure = claim->measure;
    size_t most = (size_t)size_of(measure->why) + (size_t)measure->missing_count + FIXED_LINES;
    struct lines lines = {.items = arena_array(arena, most, sizeof *lines.items), .arena = arena};
    if (lines.items == NULL) return false;
    if (claim->verdict == HS_NOT_IN_FORCE) {
        add_force(&lines, claim->policy->policy, as_of);
    } else if (claim->verdict == HS_NOT_ENTITLED) {
        add_failing(&lines, measure->why, measure->measure->clause);
    } else {
        static const hs_text no_figure = {"文件没有载明金额，按其他文件或由主管部门定",
                                          "the document gives no figure; another one or the authority decides"};
        if (entitled->aside != NULL) add_text(&lines, entitled->aside->reason);
        if (measure->unstated) add_text(&lines, no_figure);
        add_ends(&lines, claim);
        if (claim->verdict != HS_WITHIN) add_doubts(&lines, claim);
        for (int32_t i = 0; claim->verdict != HS_WITHIN && i < measure->missing_count; i++)
            add_missing(&lines, measure->missing[i].subject);
    }
    claim->why = lines.items;
    claim->why_count = lines.count;
    return !lines.failed;
}
