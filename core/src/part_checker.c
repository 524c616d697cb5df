#include "part_checker.h"

#include "checker.h"
#include "error.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int checker_fault(struct checker *c, const char *part, const char *zh, const char *en, ...) {
    char path[160];
    snprintf(path, sizeof path, "%s%s%s", c->where, c->where[0] == '\0' ? "" : ".", part);
    struct place_of_error place = {path, 0, 0, c->clause};
    va_list arguments;
    va_start(arguments, en);
    error_set_list(c->error, HS_PLUGIN, place, zh, en, arguments);
    va_end(arguments);
    return HS_PLUGIN;
}

/* How many bytes of the plugin begin at an address; 0 where it is not in the plugin. */
static size_t bytes_left(const struct checker *c, const void *at) {
    for (int i = 0; i < c->extent.count; i++) {
        uintptr_t first = (uintptr_t)c->extent.pieces[i].first, end = (uintptr_t)c->extent.pieces[i].end;
        if ((uintptr_t)at >= first && (uintptr_t)at < end) return end - (uintptr_t)at;
    }
    return 0;
}

bool check_reach(struct checker *c, const char *part, const void *at, size_t size) {
    if (c->extent.count == 0 || size <= bytes_left(c, at)) return true;
    checker_fault(c, part, "指针指到插件之外，请检查个数，或重新编译",
                  "a pointer leads out of the plugin; check the counts, or compile it again");
    return false;
}

size_t check_length(const struct checker *c, const char *text, size_t most) {
    size_t left = c->extent.count == 0 ? most : bytes_left(c, text);
    if (left >= most) return strnlen(text, most);
    size_t length = left == 0 ? 0 : strnlen(text, left);
    return length == left ? most : length;
}

bool check_id(struct checker *c, const char *part, const char *id) {
    size_t length = id == NULL ? 0 : check_length(c, id, 49);
    if (length >= 1 && length <= 48 && id[0] >= 'a' && id[0] <= 'z' && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == length)
        return true;
    checker_fault(c, part, "编号应为小写字母开头的字母、数字和下划线，最多 48 个",
                  "an id is a letter a-z, then letters, digits and _, at most 48");
    return false;
}

static bool is_string(const struct checker *c, const char *text) {
    size_t length = check_length(c, text, CHECKER_TEXT_MAX + 1);
    return length >= 1 && length <= CHECKER_TEXT_MAX && text_is_printable(text, length);
}

bool check_string(struct checker *c, const char *part, const char *text) {
    if (is_string(c, text)) return true;
    checker_fault(c, part, "文字应为 1 至 %d 字节的 UTF-8，没有控制字符",
                  "a text must have 1 to %d bytes of UTF-8 and no control characters", CHECKER_TEXT_MAX);
    return false;
}

static bool is_text(const struct checker *c, hs_text text, enum text_need need) {
    if (need == TEXT_OPTIONAL && text.zh == NULL && text.en == NULL) return true;
    return text.zh != NULL && text.en != NULL && is_string(c, text.zh) && is_string(c, text.en);
}

bool check_text(struct checker *c, const char *part, hs_text text, enum text_need need) {
    if (is_text(c, text, need)) return true;
    if (text.zh != NULL && text.en != NULL) return check_string(c, part, text.zh) && check_string(c, part, text.en);
    checker_fault(c, part, "中文和英文都要写", "both Chinese and English are wanted");
    return false;
}

bool check_texts(struct checker *c, const char *part, hs_texts texts) {
    if (texts.count < 0 || texts.count > 100 || (texts.count > 0 && texts.items == NULL)) {
        checker_fault(c, part, "应为 0 至 100 项", "0 to 100 entries are wanted");
        return false;
    }
    if (texts.count > 0 && !check_reach(c, part, texts.items, (size_t)texts.count * sizeof *texts.items)) return false;
    for (int32_t i = 0; i < texts.count; i++)
        if (!check_text(c, part, texts.items[i], TEXT_REQUIRED)) return false;
    return true;
}

/* ---- Facts ------------------------------------------------------------------------------------------------------------------- */

int checker_fact_fault(struct checker *c, const char *part, const hs_fact *fact, const char *zh, const char *en) {
    return checker_fault(c, part, "事实 %s：%s%.0s", "fact %s: %.0s%s", fact->id, zh, en);
}

/* A text of a fact, named by the fact and what it is there: "when.annual_rent.hint". */
static bool check_fact_text(struct checker *c, const char *part, const hs_fact *fact, const char *name, hs_text text, enum text_need need) {
    char where[128];
    if (is_text(c, text, need)) return true;
    snprintf(where, sizeof where, "%s.%s.%s", part, fact->id, name);
    return check_text(c, where, text, need);
}

static int check_values(struct checker *c, const char *part, const hs_fact *fact) {
    bool choice = fact->type == HS_CHOICE || fact->type == HS_CHOICES;
    if (!choice) return fact->value_count == 0 ? HS_OK : checker_fact_fault(c, part, fact, "只有选项才有取值", "only a choice has values");
    if (fact->values == NULL || fact->value_count < 1 || fact->value_count > HS_VALUES_MAX)
        return checker_fact_fault(c, part, fact, "选项应有 1 至 62 个取值", "a choice must have 1 to 62 values");
    if (!check_reach(c, part, fact->values, (size_t)fact->value_count * sizeof *fact->values)) return HS_PLUGIN;
    for (int32_t i = 0; i < fact->value_count; i++) {
        if (!check_id(c, part, fact->values[i].id) ||
            !check_fact_text(c, part, fact, fact->values[i].id, fact->values[i].label, TEXT_REQUIRED))
            return HS_PLUGIN;
        for (int32_t j = 0; j < i; j++)
            if (strcmp(fact->values[i].id, fact->values[j].id) == 0)
                return checker_fact_fault(c, part, fact, "取值编号重复", "two values have one id");
    }
    return HS_OK;
}

static int check_whole_fact(struct checker *c, const char *part, const hs_fact *fact) {
    if (!check_reach(c, part, fact, sizeof *fact) || !check_id(c, part, fact->id)) return HS_PLUGIN;
    if (fact->type < HS_TRUTH || fact->type > HS_LIST)
        return checker_fact_fault(c, part, fact, "类型无效，请用 policy.h 里的写法", "not a type; write it as policy.h does");
    if (!check_fact_text(c, part, fact, "label", fact->label, TEXT_REQUIRED) ||
        !check_fact_text(c, part, fact, "unit", fact->unit, TEXT_OPTIONAL) ||
        !check_fact_text(c, part, fact, "hint", fact->hint, TEXT_OPTIONAL) ||
        !check_fact_text(c, part, fact, "evidence", fact->evidence, TEXT_OPTIONAL))
        return HS_PLUGIN;
    if (fact->period < HS_AS_OF || fact->period > HS_CALENDAR_YEAR) return checker_fact_fault(c, part, fact, "时间无效", "not a period");
    if (fact->period == HS_CALENDAR_YEAR ? fact->year < 1949 || fact->year > 9999 : fact->year != 0)
        return checker_fact_fault(c, part, fact, "固定年份应写 CALENDAR_YEAR 和 .year = 2023，二者缺一不可",
                                  "a fixed year has the period CALENDAR_YEAR and .year = 2023, one not without the other");
    if (fact->local != 0 && fact->local != 1) return checker_fact_fault(c, part, fact, "local 只能为 0 或 1", "local is 0 or 1");
    if (fact->list != NULL) {
        if (!check_reach(c, part, fact->list, sizeof *fact->list)) return HS_PLUGIN;
        if (fact->type == HS_LIST || fact->list->list != NULL || fact->list->type != HS_LIST || fact->local != 0)
            return checker_fact_fault(c, part, fact, "字段只能属于一个列表，且不能是列表", "a field belongs to a list and is none itself");
        if (fact->topic != NULL) return checker_fact_fault(c, part, fact, "字段的主题就是列表的主题", "the topic of a field is its list's");
    } else {
        if (fact->change < HS_NEVER || fact->change > HS_BY_ACTION)
            return checker_fact_fault(c, part, fact, "能否改变无效", "not a way of changing");
        if (fact->topic == NULL) return checker_fact_fault(c, part, fact, "缺少主题", "the topic is missing");
        if (!check_reach(c, part, fact->topic, sizeof *fact->topic) || !check_id(c, part, fact->topic->id) ||
            !check_text(c, part, fact->topic->label, TEXT_REQUIRED))
            return HS_PLUGIN;
        if (fact->type == HS_LIST && fact->local != 0) return checker_fact_fault(c, part, fact, "列表不能因地而异", "a list is not local");
    }
    return check_values(c, part, fact);
}

int check_fact(struct checker *c, const char *part, const hs_fact *fact) {
    const hs_fact **sound = &c->sound[((uintptr_t)fact >> 4) % CHECKER_FACTS];
    if (*sound == fact) return HS_OK;
    int status = check_whole_fact(c, part, fact);
    if (status == HS_OK) *sound = fact;
    return status;
}

static bool same_string(const char *x, const char *y) { return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0); }

static bool same_text(hs_text x, hs_text y) { return same_string(x.zh, y.zh) && same_string(x.en, y.en); }

static bool same_values(const hs_fact *x, const hs_fact *y) {
    if (x->value_count != y->value_count) return false;
    for (int32_t i = 0; i < x->value_count; i++)
        if (strcmp(x->values[i].id, y->values[i].id) != 0 || !same_text(x->values[i].label, y->values[i].label)) return false;
    return true;
}

int checker_same_fact(const hs_fact *x, const hs_fact *y, const char **difference) {
    const char *found = NULL;
    if (x == y) return 1;
    if (x->type != y->type)
        found = "type";
    else if (x->local != y->local)
        found = "local";
    else if (x->change != y->change)
        found = "change";
    else if (x->period != y->period)
        found = "period";
    else if (x->year != y->year)
        found = "year";
    else if (!same_text(x->label, y->label))
        found = "label";
    else if (!same_text(x->unit, y->unit))
        found = "unit";
    else if (!same_text(x->hint, y->hint))
        found = "hint";
    else if (!same_text(x->evidence, y->evidence))
        found = "evidence";
    else if (!same_values(x, y))
        found = "values";
    else if ((x->topic == NULL) != (y->topic == NULL) || (x->topic != NULL && strcmp(x->topic->id, y->topic->id) != 0))
        found = "topic";
    *difference = found;
    return found == NULL;
}
