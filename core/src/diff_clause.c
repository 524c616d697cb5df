/* The document, its measures and its limits in two versions: field by field in the order of the document. */
#include "diff.h"

#include "place.h"
#include "terms.h"
#include "words.h"

#include <string.h>

static bool same_string(const char *x, const char *y) { return (x == NULL || y == NULL) ? x == y : strcmp(x, y) == 0; }

static void say_quoted(struct differ *d, const char *text) {
    if (text == NULL || text[0] == '\0') {
        sheet_say(&d->sheet, "无", "none");
        return;
    }
    sheet_say(&d->sheet, "“", "“");
    write_text(&d->sheet.line, text);
    sheet_say(&d->sheet, "”", "”");
}

/* "Name: from “was” to “is”". Called where the two differ; where they read alike, they differ in the other language. */
static void changed(struct differ *d, const char *part, hs_text name, const char *was, const char *is) {
    d->now.part = part;
    sheet_both(&d->sheet, name);
    if (same_string(was, is)) {
        sheet_say(&d->sheet, "只改了英文文字", ": only its Chinese wording changed");
    } else {
        sheet_say(&d->sheet, "由", ": from ");
        say_quoted(d, was);
        sheet_say(&d->sheet, "改为", " to ");
        say_quoted(d, is);
    }
    diff_end(d, HS_SIGN_CHANGED);
}

static const char *in(const struct differ *d, hs_text text) { return text_in(text, d->sheet.language); }

static void strings(struct differ *d, const char *part, hs_text name, const char *was, const char *is) {
    if (!same_string(was, is)) changed(d, part, name, was, is);
}

void diff_texts(struct differ *d, const char *part, hs_text name, hs_text was, hs_text is) {
    if (!same_string(was.zh, is.zh) || !same_string(was.en, is.en)) changed(d, part, name, in(d, was), in(d, is));
}

static void terms(struct differ *d, const char *part, hs_text name, const hs_text *words, int32_t was, int32_t is) {
    if (was != is) changed(d, part, name, in(d, words[was]), in(d, words[is]));
}

static const char *keep(struct differ *d, struct writer *writer) {
    const char *text = write_keep(writer, d->arena);
    d->sheet.failed = d->sheet.failed || text == NULL;
    return text;
}

static const char *join(struct differ *d, hs_texts list) {
    struct writer writer = {0};
    for (int32_t i = 0; i < list.count; i++)
        write_format(&writer, "%s%s", i == 0 ? "" : d->sheet.language == HS_ZH ? "；" : "; ", in(d, list.items[i]));
    return keep(d, &writer);
}

static void lists(struct differ *d, const char *part, hs_text name, hs_texts was, hs_texts is) {
    bool same = was.count == is.count;
    for (int32_t i = 0; same && i < was.count; i++)
        same = same_string(was.items[i].zh, is.items[i].zh) && same_string(was.items[i].en, is.items[i].en);
    if (!same) changed(d, part, name, join(d, was), join(d, is));
}

static void dates(struct differ *d, const char *part, hs_text name, hs_date was, hs_date is) {
    char from[HS_DATE_TEXT] = "", to[HS_DATE_TEXT] = "";
    if (date_compare(was, is) == 0) return;
    changed(d, part, name, date_is_given(was) ? hs_date_text(from, was) : NULL, date_is_given(is) ? hs_date_text(to, is) : NULL);
}

/* The titles of measures by their ids. */
static const char *titles(struct differ *d, const hs_policy *policy, const char *const *ids, int32_t count) {
    struct writer writer = {0};
    for (int32_t i = 0; i < count; i++)
        for (int32_t m = 0; m < policy->measure_count; m++)
            if (strcmp(policy->measures[m].id, ids[i]) == 0)
                write_format(&writer, "%s%s",
                             writer.length == 0           ? ""
                             : d->sheet.language == HS_ZH ? "、"
                                                          : ", ",
                             in(d, policy->measures[m].title));
    return keep(d, &writer);
}

static bool same_ids(const char *const *x, int32_t x_count, const char *const *y, int32_t y_count) {
    bool same = x_count == y_count;
    for (int32_t i = 0; same && i < x_count; i++) {
        bool found = false;
        for (int32_t k = 0; k < y_count; k++) found = found || strcmp(x[i], y[k]) == 0;
        same = found;
    }
    return same;
}

/* ---- The document ---------------------------------------------------------------------------------------------------------------- */

void diff_document(struct differ *d) {
    static const hs_text adjustable[] = {{"不可调低", "cannot be lowered"}, {"可以综合调低", "can be lowered"}};
    const hs_policy *was = d->was, *is = d->is;
    d->now = (hs_difference){.group = HS_OF_DOCUMENT};
    strings(d, "id", (hs_text){"规则编号", "id"}, was->id, is->id);
    strings(d, "version", (hs_text){"版本", "version"}, was->version, is->version);
    strings(d, "adcode", (hs_text){"行政区划代码", "code of the place"}, was->adcode, is->adcode);
    diff_texts(d, "name", (hs_text){"地区", "place"}, was->name, is->name);
    diff_texts(d, "title", (hs_text){"标题", "title"}, was->title, is->title);
    strings(d, "number", (hs_text){"文号", "number"}, was->number, is->number);
    dates(d, "effective", (hs_text){"施行日", "first day"}, was->effective, is->effective);
    dates(d, "expires", (hs_text){"最后有效日", "last day"}, was->expires, is->expires);
    dates(d, "claimable_until", (hs_text){"期满后可申请到", "can be applied for until"}, was->claimable_until, is->claimable_until);
    terms(d, "duplication", (hs_text){"重复享受的规定", "rule on duplication"}, duplication_terms, was->duplication, is->duplication);
    terms(d, "adjustable", (hs_text){"金额", "amounts"}, adjustable, was->adjustable != 0, is->adjustable != 0);
    diff_texts(d, "note", (hs_text){"读法", "reading"}, was->note, is->note);
}

/* ---- Measures -------------------------------------------------------------------------------------------------------------------- */

const hs_measure *diff_measure_called(const hs_policy *policy, const char *id) {
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (strcmp(policy->measures[i].id, id) == 0) return &policy->measures[i];
    return NULL;
}

static void begin_measure(struct differ *d, const hs_measure *measure) {
    d->now =
        (hs_difference){.group = HS_OF_MEASURE, .id = measure->id, .clause = measure->clause, .title = measure->title, .part = "whole"};
    d->sheet.decider = measure->basis == HS_ELSEWHERE
                           ? (hs_text){"由其他文件或主管部门另行确定", "settled by another document or the authority"}
                           : (hs_text){"由主管部门核定", "set by the authority"};
}

/* The condition and the amount of what one version alone has. */
void diff_lone_measure(struct differ *d, const hs_measure *measure, int32_t sign) {
    begin_measure(d, measure);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "新增这项措施。条件：" : "取消这项措施。原条件：",
              sign == HS_SIGN_ADDED ? "this measure is new. Conditions: " : "this measure is gone. Its conditions: ");
    diff_say_tree(d, &measure->when->n);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "。金额：" : "。原金额：", sign == HS_SIGN_ADDED ? ". Amount: " : ". Its amount: ");
    if (measure->pays != NULL)
        diff_say_tree(d, &measure->pays->n);
    else
        sheet_say(&d->sheet, "不涉及", "none");
    diff_end(d, sign);
}

static const char *say_instalments(struct differ *d, const hs_measure *measure) {
    struct writer writer = {0};
    for (int32_t i = 0; i < HS_INSTALMENTS_MAX && measure->instalments[i] != 0; i++)
        write_format(&writer, "%s%d%%", i == 0 ? "" : d->sheet.language == HS_ZH ? "、" : ", ", (int)measure->instalments[i]);
    return keep(d, &writer);
}

static const char *say_years(struct differ *d, int32_t years) {
    struct writer writer = {0};
    if (years > 0) words_figure(&writer, years, HS_COUNT, NULL, d->sheet.language);
    if (years > 0) write_text(&writer, d->sheet.language == HS_ZH ? " 年" : years == 1 ? " year" : " years");
    return keep(d, &writer);
}

static const char *say_window(struct differ *d, hs_window window) {
    struct writer writer = {0};
    if (window_is_given(window))
        write_format(&writer, d->sheet.language == HS_ZH ? "每年 %02d-%02d 至 %02d-%02d" : "each year from %02d-%02d to %02d-%02d",
                     (int)window.from_month, (int)window.from_day, (int)window.until_month, (int)window.until_day);
    return keep(d, &writer);
}

static void amounts(struct differ *d, const hs_measure *was, const hs_measure *is) {
    d->now.part = "pays";
    if (was->pays != NULL && is->pays != NULL) {
        diff_tree(d, &was->pays->n, &is->pays->n, NULL);
        return;
    }
    if (was->pays == is->pays) return;
    bool added = was->pays == NULL;
    sheet_say(&d->sheet, added ? "原来没有金额，现为：" : "不再有金额，原为：",
              added ? "there was no amount, now: " : "there is no amount any more, it was: ");
    diff_say_tree(d, added ? &is->pays->n : &was->pays->n);
    diff_end(d, added ? HS_SIGN_ADDED : HS_SIGN_REMOVED);
}

static void name_years(struct differ *d, const hs_measure *measure) {
    for (int32_t i = 0; i < d->was_constants.count; i++)
        if (d->was_constants.items[i].measure == measure && d->was_constants.items[i].spot.part == HS_PART_YEARS)
            d->now.name = d->was_constants.items[i].name;
}

static void schedule(struct differ *d, const hs_measure *was, const hs_measure *is) {
    if (was->years != is->years) name_years(d, was);
    if (was->years != is->years) changed(d, "years", (hs_text){"连续年数", "paid for"}, say_years(d, was->years), say_years(d, is->years));
    if (memcmp(was->instalments, is->instalments, sizeof was->instalments) != 0)
        changed(d, "instalments", (hs_text){"分年拨付比例", "instalments"}, say_instalments(d, was), say_instalments(d, is));
    if (memcmp(&was->window, &is->window, sizeof was->window) != 0)
        changed(d, "window", (hs_text){"申报时间", "applied for"}, say_window(d, was->window), say_window(d, is->window));
}

void diff_measure(struct differ *d, const hs_measure *was, const hs_measure *is) {
    begin_measure(d, is);
    strings(d, "clause", (hs_text){"条款号", "clause"}, was->clause, is->clause);
    diff_texts(d, "title", (hs_text){"名称", "title"}, was->title, is->title);
    d->now.part = "when";
    diff_tree(d, &was->when->n, &is->when->n, NULL);
    amounts(d, was, is);
    schedule(d, was, is);
    terms(d, "kind", (hs_text){"性质", "kind"}, kind_terms, was->kind, is->kind);
    terms(d, "basis", (hs_text){"确定方式", "basis"}, basis_terms, was->basis, is->basis);
    terms(d, "per", (hs_text){"频次", "how often"}, per_terms, was->per, is->per);
    terms(d, "payee", (hs_text){"受益人", "beneficiary"}, payee_terms, was->payee, is->payee);
    strings(d, "matter", (hs_text){"同一事项的代码", "code of its matter"}, was->matter, is->matter);
    if (!same_ids(was->yields, was->yield_count, is->yields, is->yield_count))
        changed(d, "yields", (hs_text){"不与之同享的措施", "not paid beside"}, titles(d, d->was, was->yields, was->yield_count),
                titles(d, d->is, is->yields, is->yield_count));
    lists(d, "procedure", (hs_text){"程序", "procedure"}, was->procedure, is->procedure);
    lists(d, "department", (hs_text){"责任部门", "departments"}, was->department, is->department);
    diff_texts(d, "note", (hs_text){"读法", "reading"}, was->note, is->note);
}

/* ---- Limits ---------------------------------------------------------------------------------------------------------------------- */

const hs_limit *diff_limit_called(const hs_policy *policy, const char *id) {
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (strcmp(policy->limits[i].id, id) == 0) return &policy->limits[i];
    return NULL;
}

static void begin_limit(struct differ *d, const hs_limit *limit) {
    d->now = (hs_difference){.group = HS_OF_LIMIT, .id = limit->id, .clause = limit->clause, .title = limit->title, .part = "whole"};
    d->sheet.decider = (hs_text){"由主管部门核定", "set by the authority"};
}

static const char *limited(struct differ *d, const hs_policy *policy, const hs_limit *limit) {
    return limit->measure_count == 0 ? in(d, (hs_text){"给申请主体的全部资金", "all cash for the applicant"})
                                     : titles(d, policy, limit->measures, limit->measure_count);
}

void diff_lone_limit(struct differ *d, const hs_policy *policy, const hs_limit *limit, int32_t sign) {
    begin_limit(d, limit);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "新增合计上限：" : "取消合计上限：",
              sign == HS_SIGN_ADDED ? "this joint ceiling is new: " : "this joint ceiling is gone: ");
    diff_say_tree(d, &limit->ceiling->n);
    sheet_say(&d->sheet, limit->per == HS_YEARLY ? "，每年，" : "，各年累计，",
              limit->per == HS_YEARLY ? ", in each year, for " : ", over all years, for ");
    write_text(&d->sheet.line, limited(d, policy, limit));
    diff_end(d, sign);
}

void diff_limit(struct differ *d, const hs_limit *was, const hs_limit *is) {
    static const hs_text pers[] = {[HS_ONCE] = {"各年累计", "over all years"}, [HS_YEARLY] = {"每年", "in each year"}};
    const struct trail ceiling = {NULL, {"上限", "ceiling"}, 0};
    begin_limit(d, is);
    strings(d, "clause", (hs_text){"条款号", "clause"}, was->clause, is->clause);
    diff_texts(d, "title", (hs_text){"名称", "title"}, was->title, is->title);
    d->now.part = "ceiling";
    diff_tree(d, &was->ceiling->n, &is->ceiling->n, &ceiling);
    terms(d, "per", (hs_text){"计算期间", "counted"}, pers, was->per, is->per);
    if (!same_ids(was->measures, was->measure_count, is->measures, is->measure_count))
        changed(d, "measures", (hs_text){"合计的措施", "for"}, limited(d, d->was, was), limited(d, d->is, is));
    diff_texts(d, "note", (hs_text){"读法", "reading"}, was->note, is->note);
}
