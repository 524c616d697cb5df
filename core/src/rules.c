/* A policy read back as prose. */
#include "clauses.h"
#include "engine.h"
#include "error.h"
#include "outline.h"
#include "place.h"
#include "rules_facts.h"
#include "terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct hs_rules {
    struct sheet sheet;
};

static void item(struct sheet *s, int32_t level) { sheet_end(s, HS_LINE_ITEM, level, ""); }

static void line(struct sheet *s, enum hs_line_kind kind, const char *zh, const char *en) {
    sheet_say(s, zh, en);
    sheet_end(s, kind, 0, "");
}

/* "Name: text" */
static void entry(struct sheet *s, int32_t level, hs_text name, hs_text text) {
    sheet_both(s, name);
    sheet_say(s, "：", ": ");
    sheet_both(s, text);
    item(s, level);
}

static void entry_texts(struct sheet *s, int32_t level, hs_text name, hs_texts texts) {
    if (texts.count == 0) return;
    sheet_both(s, name);
    sheet_say(s, "：", ": ");
    for (int32_t i = 0; i < texts.count; i++) {
        if (i > 0) sheet_say(s, "；", "; ");
        sheet_both(s, texts.items[i]);
    }
    item(s, level);
}

/* ---- Head ------------------------------------------------------------------------------------------------------------------------ */

static void say_date(struct sheet *s, hs_date date) {
    char buffer[HS_DATE_TEXT];
    if (date.year == 0)
        sheet_say(s, "文件未载", "not stated");
    else
        write_text(&s->line, hs_date_text(buffer, date));
}

static void dates(struct sheet *s, const hs_policy *policy) {
    if (policy->effective.year == 0 && policy->expires.year == 0) {
        sheet_say(s, "施行日和截止日：文件均未载，是否有效不能确定",
                  "first and last day: the document states neither, so whether it is in "
                  "force cannot be told");
    } else {
        sheet_say(s, "施行日：", "first day: ");
        say_date(s, policy->effective);
        sheet_say(s, "；最后有效日：", "; last day: ");
        say_date(s, policy->expires);
        sheet_say(s, "（两日当天均有效）", " (both days are included)");
    }
    item(s, 0);
    if (policy->claimable_until.year == 0) return;
    sheet_say(s, "期满以后，期内已符合条件的可以申请到：", "what arose before the last day can be applied for until: ");
    say_date(s, policy->claimable_until);
    sheet_say(s, "（含当日）", " (that day included)");
    item(s, 0);
}

static void head(struct sheet *s, const struct loaded_policy *loaded) {
    const hs_policy *policy = loaded->policy;
    sheet_say(s, "规则复核稿：", "Rules for sign-off: ");
    sheet_both(s, policy->title);
    sheet_end(s, HS_LINE_TITLE, 0, "");
    line(s, HS_LINE_HEADING, "文件", "The document");
    entry(s, 0, (hs_text){"文号", "number"},
          policy->number == NULL ? (hs_text){"文件未载", "not stated"} : (hs_text){policy->number, policy->number});
    sheet_say(s, "适用地区：", "place: ");
    sheet_both(s, policy->name);
    sheet_say(s, "（行政区划代码 ", " (code ");
    write_text(&s->line, policy->adcode);
    sheet_say(s, "）", ")");
    item(s, 0);
    dates(s, policy);
    entry(s, 0, (hs_text){"重复享受", "duplication"}, duplication_terms[policy->duplication]);
    entry(s, 0, (hs_text){"金额调整", "lowering of amounts"},
          policy->adjustable != 0
              ? (hs_text){"主管部门可以综合调低本文件的每一项金额", "the authority may lower every amount of this document"}
              : (hs_text){"文件没有规定主管部门可以调低金额", "the document gives no power to lower amounts"});
    if (policy->note.zh != NULL) entry(s, 0, (hs_text){"读法", "reading"}, policy->note);
    sheet_say(s, "规则编号和版本：", "id and version of this reading: ");
    write_format(&s->line, "%s %s", policy->id, policy->version);
    item(s, 0);
    entry(s, 0, (hs_text){"规则内容的 SHA-256（内容一变即变）", "SHA-256 of what the rules say (it changes with them)"},
          (hs_text){loaded->sha256, loaded->sha256});
}

/* How to read what follows. */
static void conventions(struct sheet *s) {
    line(s, HS_LINE_ITEM, "“含本数”“不含本数”说的是恰好等于这个数时算不算；金额以元计，按百分比算出的四舍五入到分",
         "“that figure included” and “that figure excluded” say what holds at the figure itself; amounts are in yuan, a percentage of one "
         "is "
         "rounded half up to the fen");
    line(s, HS_LINE_ITEM, "条件按编号逐层展开：“同时满足下列各项”缺一不可，“满足下列任何一项即可”有一项就够",
         "conditions unfold by number: of “all of the following” none may be lacking, of “at least one of the following” one is enough");
}

/* ---- A measure ------------------------------------------------------------------------------------------------------------------- */

/* How an amount is paid out over years. */
static void payment(struct sheet *s, const hs_measure *measure) {
    if (measure->instalments[0] != 0) {
        sheet_say(s, "拨付：上述金额分年拨付，依次为 ", "paid: that amount in yearly instalments of ");
        for (int32_t i = 0; i < HS_INSTALMENTS_MAX && measure->instalments[i] != 0; i++) {
            if (i > 0) sheet_say(s, "、", ", ");
            write_format(&s->line, "%d%%", (int)measure->instalments[i]);
        }
        sheet_say(s, "，尾差归最后一期", ", the last taking what rounding leaves");
    } else if (measure->years > 0) {
        sheet_say(s, "拨付：每年按上述金额，共 ", "paid: that amount in each year, for ");
        write_format(&s->line, "%d", (int)measure->years);
        sheet_say(s, " 年", measure->years == 1 ? " year" : " years");
    } else {
        return;
    }
    item(s, 1);
}

static void nature(struct sheet *s, const hs_measure *measure) {
    entry(s, 1, (hs_text){"性质", "kind"}, kind_terms[measure->kind]);
    entry(s, 1, (hs_text){"确定方式", "basis"}, basis_terms[measure->basis]);
    entry(s, 1, (hs_text){"频次", "how often"}, per_terms[measure->per]);
    entry(s, 1, (hs_text){"受益人", "beneficiary"}, payee_terms[measure->payee]);
}

/* The matter and the other measures of the policy that are about it. */
static void matter(struct sheet *s, const hs_policy *policy, const hs_measure *measure) {
    if (measure->matter == NULL) return;
    sheet_say(s, "同一事项的代码：", "code of its matter: ");
    write_text(&s->line, measure->matter);
    sheet_say(s, "（各地凡代码相同的措施，按重复享受的规定不重复计算",
              " (measures of any place with this code are not added up where a rule on "
              "duplication binds");
    bool first = true;
    for (int32_t i = 0; i < policy->measure_count; i++) {
        const hs_measure *other = &policy->measures[i];
        if (other == measure || other->matter == NULL || strcmp(other->matter, measure->matter) != 0) continue;
        sheet_say(s, first ? "；本文件中还有：" : "、", first ? "; in this document also: " : ", ");
        sheet_both(s, other->title);
        first = false;
    }
    sheet_say(s, "）", ")");
    item(s, 1);
}

static void window(struct sheet *s, hs_window window) {
    if (!window_is_given(window)) return;
    sheet_say(s, "申报：每年 ", "applied for: each year from ");
    write_format(&s->line, "%02d-%02d", (int)window.from_month, (int)window.from_day);
    sheet_say(s, " 至 ", " to ");
    write_format(&s->line, "%02d-%02d", (int)window.until_month, (int)window.until_day);
    sheet_say(s, "（首尾两日均含）", " (both days included)");
    item(s, 1);
}

/* Measures by their ids: their titles. */
static void titles(struct sheet *s, const hs_policy *policy, const char *const *ids, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        for (int32_t m = 0; m < policy->measure_count; m++) {
            if (strcmp(policy->measures[m].id, ids[i]) != 0) continue;
            if (i > 0) sheet_say(s, "、", ", ");
            sheet_quote(s, policy->measures[m].title);
        }
}

static void yields(struct sheet *s, const hs_policy *policy, const hs_measure *measure) {
    if (measure->yield_count == 0) return;
    sheet_say(s, "不与下列措施同享，已享受其一的不再享受本项：", "not paid to who has one of: ");
    titles(s, policy, measure->yields, measure->yield_count);
    item(s, 1);
}

static void limit(struct sheet *s, const hs_policy *policy, const hs_limit *limit) {
    char id[128], *kept;
    int length = snprintf(id, sizeof id, "%s.%s", policy->id, limit->id);
    sheet_both(s, limit->title);
    kept = arena_copy(&s->arena, id, (size_t)length);
    s->failed = s->failed || kept == NULL;
    sheet_end(s, HS_LINE_MEASURE, 0, kept == NULL ? "" : kept);
    sheet_say(s, limit->per == HS_YEARLY ? "下列措施每年合计的上限：" : "下列措施各年累计的上限：",
              limit->per == HS_YEARLY ? "the most that these pay together in each year: "
                                      : "the most that these pay together over all years: ");
    if (limit->measure_count > 0)
        titles(s, policy, limit->measures, limit->measure_count);
    else
        sheet_say(s, "给申请主体的全部资金", "all cash for the applicant");
    item(s, 1);
    s->decider = (hs_text){"由主管部门核定", "set by the authority"};
    sheet_say(s, "上限：", "ceiling: ");
    outline_amount(s, &limit->ceiling->n, 1, "");
    if (limit->note.zh != NULL) entry(s, 1, (hs_text){"读法", "reading"}, limit->note);
}

static void measure(struct sheet *s, const struct loaded_policy *loaded, int32_t index) {
    const hs_measure *m = &loaded->policy->measures[index];
    sheet_both(s, m->title);
    sheet_end(s, HS_LINE_MEASURE, 0, loaded->measure_ids[index]);
    sheet_say(s, "条件：", "conditions: ");
    outline_condition(s, &m->when->n, 1, "");
    s->decider = m->basis == HS_ELSEWHERE ? (hs_text){"由其他文件或主管部门另行确定", "settled by another document or the authority"}
                                          : (hs_text){"由主管部门核定", "set by the authority"};
    sheet_say(s, "金额：", "amount: ");
    if (m->pays != NULL) {
        outline_amount(s, &m->pays->n, 1, "");
    } else {
        sheet_say(s, "不涉及", "none");
        item(s, 1);
    }
    payment(s, m);
    nature(s, m);
    matter(s, loaded->policy, m);
    window(s, m->window);
    yields(s, loaded->policy, m);
    entry_texts(s, 1, (hs_text){"程序", "procedure"}, m->procedure);
    entry_texts(s, 1, (hs_text){"责任部门", "departments"}, m->department);
    if (m->note.zh != NULL) entry(s, 1, (hs_text){"读法", "reading"}, m->note);
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

static void clause(struct sheet *s, const struct loaded_policy *loaded, const char *number) {
    const hs_policy *policy = loaded->policy;
    write_text(&s->line, number);
    sheet_end(s, HS_LINE_CLAUSE, 0, "");
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (strcmp(policy->measures[i].clause, number) == 0) measure(s, loaded, i);
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (strcmp(policy->limits[i].clause, number) == 0) limit(s, policy, &policy->limits[i]);
    for (int32_t i = 0; i < policy->silence_count; i++)
        if (strcmp(policy->silences[i].clause, number) == 0)
            entry(s, 0, (hs_text){"没有列为措施", "not a measure"}, policy->silences[i].reason);
}

static void clauses(struct sheet *s, const struct loaded_policy *loaded) {
    int32_t count;
    const char *const *numbers = clauses_in_order(loaded->policy, &count, &s->arena);
    line(s, HS_LINE_HEADING, "逐条规则", "Clause by clause");
    conventions(s);
    for (int32_t i = 0; i < count; i++) clause(s, loaded, numbers[i]);
    s->failed = s->failed || numbers == NULL;
}

static void checks(struct sheet *s, const hs_policy *policy) {
    if (policy->check_count == 0) return;
    line(s, HS_LINE_HEADING, "核对（不符合时提示，不改动填报的数）", "Checks (a warning where one fails; nothing is corrected)");
    for (int32_t i = 0; i < policy->check_count; i++) {
        const char *number = sheet_number(s, "", i + 1);
        outline_condition(s, &policy->checks[i]->holds->n, 0, number);
        entry(s, 1, (hs_text){"提示", "warning"}, policy->checks[i]->warning);
    }
}

static void signature(struct sheet *s) {
    line(s, HS_LINE_HEADING, "审核", "Sign-off");
    line(s, HS_LINE_ITEM, "审核结论：□ 与文件一致　□ 需要修改（注明条款）：",
         "finding: □ agrees with the document  □ to be changed (name the clauses):");
    line(s, HS_LINE_ITEM, "审核人：", "checked by:");
    line(s, HS_LINE_ITEM, "日期：", "date:");
}

int hs_rules_new(hs_rules **out, const hs_engine *engine, int32_t index, enum hs_language language, hs_error *error) {
    *out = NULL;
    if (index < 0 || index >= engine->count) return error_set(error, HS_USAGE, NOWHERE, "没有这份政策", "there is no such policy");
    hs_rules *self = calloc(1, sizeof *self);
    if (self == NULL) return error_memory(error);
    struct sheet *sheet = &self->sheet;
    sheet->language = language;
    head(sheet, engine->policies[index]);
    clauses(sheet, engine->policies[index]);
    checks(sheet, engine->policies[index]->policy);
    rules_facts(sheet, engine->policies[index]->policy);
    signature(sheet);
    if (sheet->failed) return hs_rules_free(self), error_memory(error);
    *out = self;
    return HS_OK;
}

void hs_rules_free(hs_rules *self) {
    if (self == NULL) return;
    sheet_free(&self->sheet);
    free(self);
}

const hs_rules_line *hs_rules_lines(const hs_rules *self, int32_t *count) {
    *count = self->sheet.count;
    return self->sheet.lines;
}
