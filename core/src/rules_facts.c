#include "rules_facts.h"

#include <string.h>

/* ---- Which ----------------------------------------------------------------------------------------------------------------------- */

/* A fact of another plugin with the same name is the same fact: the engine takes no two that differ. */
static bool is_same(const hs_fact *x, const hs_fact *y) {
    if ((x->list == NULL) != (y->list == NULL) || strcmp(x->id, y->id) != 0) return false;
    return x->list == NULL || strcmp(x->list->id, y->list->id) == 0;
}

struct use {
    const hs_fact *fact;
    bool only_checked;
};

/* The facts and fields of a policy, each once, as first met. */
struct uses {
    struct use *items;
    int32_t count;
};

/* Without items it is only counted, as often as it is met. */
static void add(struct uses *uses, const hs_fact *fact, bool only_checked) {
    for (int32_t i = 0; uses->items != NULL && i < uses->count; i++)
        if (is_same(uses->items[i].fact, fact)) return;
    if (uses->items != NULL) uses->items[uses->count] = (struct use){fact, only_checked};
    uses->count++;
}

static void add_tree(struct uses *uses, const hs_node *node, bool only_checked) {
    if (node->fact != NULL) add(uses, node->fact, only_checked);
    for (int32_t i = 0; i < node->count; i++) add_tree(uses, node->arguments[i], only_checked);
}

/* In the policy's own order, so that the other policies of the engine change nothing. */
static void add_policy(struct uses *uses, const hs_policy *policy) {
    for (int32_t i = 0; i < policy->measure_count; i++) {
        add_tree(uses, &policy->measures[i].when->n, false);
        if (policy->measures[i].pays != NULL) add_tree(uses, &policy->measures[i].pays->n, false);
    }
    for (int32_t i = 0; i < policy->limit_count; i++) add_tree(uses, &policy->limits[i].ceiling->n, false);
    for (int32_t i = 0; i < policy->check_count; i++) add_tree(uses, &policy->checks[i]->holds->n, true);
}

static bool collect(struct uses *uses, const hs_policy *policy, struct arena *arena) {
    struct uses met = {0};
    add_policy(&met, policy);
    uses->items = arena_array(arena, (size_t)met.count, sizeof *uses->items);
    if (uses->items == NULL) return false;
    add_policy(uses, policy);
    return true;
}

/* ---- In words -------------------------------------------------------------------------------------------------------------------- */

static void say_type(struct sheet *s, const hs_fact *fact) {
    static const hs_text types[] = {
        [HS_TRUTH] = {"是或否", "yes or no"},           [HS_MONEY] = {"金额，元", "money, yuan"},
        [HS_USD] = {"金额，美元", "money, US dollars"}, [HS_COUNT] = {"整数", "whole number"},
        [HS_PERCENTAGE] = {"百分比", "percentage"},     [HS_CHOICE] = {"单选", "one choice"},
        [HS_CHOICES] = {"多选", "several choices"},     [HS_LIST] = {"列表，每条记录填下列各项", "list, of each record what stands below"}};
    sheet_both(s, types[fact->type]);
    if (fact->unit.zh == NULL) return;
    sheet_say(s, "，单位：", ", unit: ");
    sheet_both(s, fact->unit);
}

static void say_period(struct sheet *s, const hs_fact *fact) {
    static const hs_text periods[] = {[HS_AS_OF] = {"评估日的情况", "as of the day of assessment"},
                                      [HS_THIS_YEAR] = {"本年度", "of this year"},
                                      [HS_LAST_YEAR] = {"上年度", "of last year"},
                                      [HS_APPLICATION] = {"申报时的情况", "as of the application"},
                                      [HS_NO_PERIOD] = {"不限期间", "of no particular period"},
                                      [HS_YEAR_BEFORE_LAST] = {"前年度", "of the year before last"}};
    sheet_say(s, "；", "; ");
    if (fact->period != HS_CALENDAR_YEAR) {
        sheet_both(s, periods[fact->period]);
        return;
    }
    sheet_say(s, "", "of ");
    write_format(&s->line, "%d", (int)fact->year);
    sheet_say(s, " 年度", "");
}

static void say_values(struct sheet *s, const hs_fact *fact) {
    for (int32_t v = 0; v < fact->value_count; v++) {
        sheet_say(s, v == 0 ? "；可选：" : "／", v == 0 ? "; one can choose: " : " / ");
        sheet_both(s, fact->values[v].label);
    }
}

static void fact_line(struct sheet *s, const struct use *use, int32_t level) {
    const hs_fact *fact = use->fact;
    sheet_both(s, fact->label);
    sheet_say(s, "（", " (");
    write_text(&s->line, fact->id);
    sheet_say(s, "）：", "): ");
    say_type(s, fact);
    say_period(s, fact);
    if (fact->local != 0) sheet_say(s, "；各地可以不同", "; may differ from place to place");
    if (use->only_checked) sheet_say(s, "；只用于核对", "; for the checks only");
    say_values(s, fact);
    if (fact->evidence.zh != NULL) {
        sheet_say(s, "；证明材料：", "; evidence: ");
        sheet_both(s, fact->evidence);
    }
    sheet_end(s, HS_LINE_ITEM, level, "");
}

static int compare_topics(const hs_topic *x, const hs_topic *y) {
    return x->order != y->order ? (x->order < y->order ? -1 : 1) : strcmp(x->id, y->id);
}

static void topic_lines(struct sheet *s, const struct uses *uses, const hs_topic *topic) {
    sheet_both(s, topic->label);
    sheet_end(s, HS_LINE_ITEM, 0, "");
    for (int32_t i = 0; i < uses->count; i++) {
        const hs_fact *fact = uses->items[i].fact;
        if (fact->list != NULL || strcmp(fact->topic->id, topic->id) != 0) continue;
        fact_line(s, &uses->items[i], 1);
        for (int32_t f = 0; f < uses->count; f++)
            if (uses->items[f].fact->list != NULL && strcmp(uses->items[f].fact->list->id, fact->id) == 0) fact_line(s, &uses->items[f], 2);
    }
}

/* The topic that comes next behind `last`, by the order of a form; NULL at the end. */
static const hs_topic *next_topic(const struct uses *uses, const hs_topic *last) {
    const hs_topic *next = NULL;
    for (int32_t i = 0; i < uses->count; i++) {
        const hs_topic *topic = uses->items[i].fact->topic;
        if (topic == NULL || (last != NULL && compare_topics(topic, last) <= 0)) continue;
        if (next == NULL || compare_topics(topic, next) < 0) next = topic;
    }
    return next;
}

void rules_facts(struct sheet *s, const hs_policy *policy) {
    struct uses uses = {0};
    sheet_say(s, "要填的事实", "The facts that it asks for");
    sheet_end(s, HS_LINE_HEADING, 0, "");
    if (!collect(&uses, policy, &s->arena)) s->failed = true;
    for (const hs_topic *topic = next_topic(&uses, NULL); topic != NULL; topic = next_topic(&uses, topic)) topic_lines(s, &uses, topic);
}
