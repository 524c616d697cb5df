/* The rules in prose leave nothing out: each number, each fact and each value of a choice in the policies' trees is said, of each measure in
   its own place, in its condition or its amount, and in both languages. And the clauses come in the document's order. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Each word of the vocabulary, beside the real ones. */
static const hs_limit limits[] = {LIMIT(together, CLAUSE("77"), TITLE("合计上限", "Ceiling of both"), .per = YEARLY,
                                        .ceiling = LESSER(YUAN(4321), y), .measures = OF(figure, yearly),
                                        .note = {"合在一起", "Taken together"}),
                                  LIMIT(whole, CLAUSE("78"), TITLE("总上限", "Ceiling of all"), .per = ONCE, .ceiling = WAN(77))};

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 02, 29), .checks = CHECKS(y_within_x),
       .limits = LIMITS(limits));

const hs_policy *huisuan_policy_baotou(void);
const hs_policy *huisuan_policy_beilun(void);
const hs_policy *huisuan_policy_chaoyang(void);
const hs_policy *huisuan_policy_ningbo(void);
const hs_policy *huisuan_policy_qingpu(void);

/* What the ABI appends has to be read back too: say it in rules.c, look for it below, then name the new last field here. */
_Static_assert(sizeof(hs_measure) - offsetof(hs_measure, yield_count) <= sizeof(void *),
               "hs_measure has grown: rules.c leaves a field out");
_Static_assert(sizeof(hs_limit) - offsetof(hs_limit, note) == sizeof(hs_text), "hs_limit has grown: rules.c leaves a field out");
_Static_assert(sizeof(hs_policy) - offsetof(hs_policy, claimable_until) == sizeof(hs_date) + (sizeof(hs_policy) - sizeof(hs_date)) % 4,
               "hs_policy has grown: rules.c leaves a field out");

/* ---- What is wanted -------------------------------------------------------------------------------------------------------------- */

/* Digits with a comma every three, and two decimals where there are any: written here once more so as not to trust the core's. */
static void grouped(char *out, int64_t hundredths) {
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)(hundredths / 100)), at = 0;
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0) out[at++] = ',';
        out[at++] = digits[i];
    }
    out[at] = '\0';
    if (hundredths % 100 != 0) snprintf(out + at, 8, ".%02d", (int)(hundredths % 100));
    while (strchr(out, '.') != NULL && out[strlen(out) - 1] == '0') out[strlen(out) - 1] = '\0';
}

/* Whether a number stands in a text by itself, not as a part of a longer one, with `behind` behind it. */
static bool says_number(const char *text, const char *number, const char *behind) {
    size_t length = strlen(number);
    for (const char *at = text; (at = strstr(at, number)) != NULL; at++) {
        char before = at == text ? ' ' : at[-1];
        bool alone = strchr("0123456789.,", before) == NULL;
        if (alone && strncmp(at + length, behind, strlen(behind)) == 0 && strchr("0123456789", at[length + strlen(behind)]) == NULL)
            return true;
        if (alone && behind[0] == '\0' && at[length] == '\0') return true;
    }
    return false;
}

static bool says_money(const char *text, int64_t value, int32_t type, enum hs_language language) {
    char number[64];
    const char *unit = type == HS_USD ? (language == HS_ZH ? "美元" : " US dollars") : language == HS_ZH ? "元" : " yuan";
    static const struct {
        int64_t size;
        const char *name;
    } scales[] = {{1, " "}, {10000, " 万"}, {100000000, " 亿"}};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        char behind[64];
        if (value % scales[i].size != 0 || (language == HS_EN && i > 0)) continue;
        grouped(number, value / scales[i].size);
        snprintf(behind, sizeof behind, "%s%s", language == HS_ZH ? scales[i].name : "", unit);
        if (says_number(text, number, behind)) return true;
    }
    return false;
}

static bool says_constant(const char *text, int64_t value, int32_t type, enum hs_language language) {
    char number[64];
    if (type == HS_TRUTH || type == HS_CHOICE) return true; /* labels, looked for elsewhere */
    if (value == 0) return says_number(text, "0", "");
    if (type == HS_MONEY || type == HS_USD) return says_money(text, value, type, language);
    grouped(number, type == HS_COUNT ? value * 100 : value);
    return says_number(text, number, type == HS_PERCENTAGE ? "%" : "");
}

static const char *in(hs_text text, enum hs_language language) { return language == HS_ZH ? text.zh : text.en; }

/* A label, which may begin small within a sentence and of a set goes without the remark in brackets. */
static bool says_label(const char *text, const hs_fact *fact, enum hs_language language) {
    char label[512];
    snprintf(label, sizeof label, "%s", in(fact->label, language) + (language == HS_EN ? 1 : 0));
    char *tail = strstr(label, language == HS_ZH ? "（" : " (");
    if (fact->type == HS_CHOICES && tail != NULL) *tail = '\0';
    return strstr(text, label) != NULL;
}

/* ---- The walk -------------------------------------------------------------------------------------------------------------------- */

struct reader {
    const char *where, *text;
    enum hs_language language;
    int32_t numbers, facts;
};

static void want(struct reader *r, bool said, const char *what, const char *id, int64_t value) {
    if (!said) printf("%s does not say %s %s %lld in:\n%s\n", r->where, what, id, (long long)value, r->text);
    EXPECT(said);
}

static bool seen[HS_OP_COUNT];

static void walk(struct reader *r, const hs_node *node) {
    seen[node->op] = true;
    if (node->op == HS_OP_FACT) {
        want(r, says_label(r->text, node->fact, r->language), "fact", node->fact->id, 0);
        r->facts++;
    } else if (node->op == HS_OP_CONSTANT) {
        want(r, says_constant(r->text, node->value, node->type, r->language), "number", "", node->value);
        r->numbers++;
    } else if (node->op == HS_OP_PERCENT) {
        want(r, says_constant(r->text, node->value, HS_PERCENTAGE, r->language), "rate", "", node->value);
        r->numbers++;
    } else if (node->op >= HS_OP_ROUND_DOWN && node->op <= HS_OP_ROUND_HALF_UP) {
        want(r, says_money(r->text, node->value, HS_MONEY, r->language), "multiple", "", node->value);
        r->numbers++;
    } else if (node->op == HS_OP_SINCE || node->op == HS_OP_UNTIL) {
        char day[16];
        snprintf(day, sizeof day, "%04d-%02d-%02d", (int)(node->value / 10000), (int)(node->value / 100 % 100), (int)(node->value % 100));
        want(r, strstr(r->text, day) != NULL, "day", day, 0);
    } else if (node->op == HS_OP_IN || node->op == HS_OP_HAS) {
        const hs_fact *fact = node->arguments[0]->fact;
        for (int32_t v = 0; v < fact->value_count; v++)
            if (node->value >> v & 1)
                want(r, strstr(r->text, in(fact->values[v].label, r->language)) != NULL, "value", fact->values[v].id, v);
    } else if (node->op == HS_OP_BY) {
        const hs_fact *fact = node->arguments[0]->fact;
        for (int32_t i = 1; i < node->count; i += 2) {
            const hs_value *value = &fact->values[node->arguments[i]->value];
            want(r, strstr(r->text, in(value->label, r->language)) != NULL, "value", value->id, i);
        }
    } else {
        want(r, node->value == 0, "what this test does not know how to look for: the value of a new operation,", "", node->op);
    }
    for (int32_t i = 0; i < node->count; i++) walk(r, node->arguments[i]);
}

/* Whether a line belongs to the one of number `first` before it. */
static bool belongs(const hs_rules_line *lines, int32_t first, int32_t i) {
    return lines[i].kind > lines[first].kind || (lines[i].kind == HS_LINE_ITEM && lines[i].level > lines[first].level);
}

/* A line and those that belong to it, joined; gives the number of the next. Labels, which are numbers too, are left out. */
static int32_t join(char *out, size_t size, const hs_rules_line *lines, int32_t count, int32_t first) {
    size_t length = 0;
    int32_t i = first;
    out[0] = '\0';
    for (; i < count && (i == first || belongs(lines, first, i)); i++)
        length += (size_t)snprintf(out + length, length < size ? size - length : 0, "%s\n", lines[i].text);
    EXPECT(length < size);
    return i;
}

static int32_t line_of(const hs_rules_line *lines, int32_t count, enum hs_line_kind kind, const char *label, const char *text) {
    for (int32_t i = 0; i < count; i++)
        if (lines[i].kind == (int32_t)kind && (label == NULL || strcmp(lines[i].label, label) == 0) &&
            (text == NULL || strcmp(lines[i].text, text) == 0))
            return i;
    printf("no line %s\n", label == NULL ? text : label);
    EXPECT(0);
    return 0;
}

static char section[1 << 20];

static void test_measure(const hs_policy *policy, const hs_measure *measure, const hs_rules_line *lines, int32_t count, struct reader *r) {
    char id[128];
    snprintf(id, sizeof id, "%s.%s", policy->id, measure->id);
    int32_t title = line_of(lines, count, HS_LINE_MEASURE, id, NULL);
    r->where = id;
    r->text = section;
    int32_t amount = join(section, sizeof section, lines, count, title + 1);
    walk(r, &measure->when->n);
    join(section, sizeof section, lines, count, amount);
    if (measure->pays != NULL) walk(r, &measure->pays->n);
    join(section, sizeof section, lines, count, title);
    char years[32];
    snprintf(years, sizeof years, "%d", (int)measure->years);
    if (measure->years > 0) want(r, says_number(section, years, r->language == HS_ZH ? " 年" : " year"), "years", years, 0);
    for (int32_t i = 0; i < HS_INSTALMENTS_MAX && measure->instalments[i] != 0; i++)
        want(r, says_constant(section, measure->instalments[i] * 100, HS_PERCENTAGE, r->language), "instalment", "",
             measure->instalments[i]);
    if (measure->note.zh != NULL) want(r, strstr(section, in(measure->note, r->language)) != NULL, "note", "", 0);
    for (int32_t i = 0; i < measure->procedure.count; i++)
        want(r, strstr(section, in(measure->procedure.items[i], r->language)) != NULL, "procedure", "", i);
    for (int32_t i = 0; i < measure->department.count; i++)
        want(r, strstr(section, in(measure->department.items[i], r->language)) != NULL, "department", "", i);
    if (measure->matter != NULL) want(r, strstr(section, measure->matter) != NULL, "matter", measure->matter, 0);
    if (measure->window.from_month != 0)
        want(r, strstr(section, r->language == HS_ZH ? "每年 03-01 至 04-30" : "each year from 03-01 to 04-30") != NULL, "window", "", 0);
    if (measure->yield_count > 0)
        want(r, strstr(section, r->language == HS_ZH ? "“定额”、“据实”" : "“Figure”, “Amount”") != NULL, "yields", "", 0);
}

static void test_limit(const hs_policy *policy, const hs_limit *limit, const hs_rules_line *lines, int32_t count, struct reader *r) {
    char id[128];
    snprintf(id, sizeof id, "%s.%s", policy->id, limit->id);
    r->where = id;
    r->text = section;
    join(section, sizeof section, lines, count, line_of(lines, count, HS_LINE_MEASURE, id, NULL));
    walk(r, &limit->ceiling->n);
    if (limit->note.zh != NULL) want(r, strstr(section, in(limit->note, r->language)) != NULL, "note", "", 0);
    const char *years = limit->per == HS_YEARLY ? (r->language == HS_ZH ? "每年" : "in each year")
                        : r->language == HS_ZH  ? "各年累计"
                                                : "over all years";
    want(r, strstr(section, years) != NULL, "years", years, 0);
    const char *of = limit->measure_count == 0 ? (r->language == HS_ZH ? "全部资金" : "all cash")
                     : r->language == HS_ZH    ? "“定额”、“三年”"
                                               : "“Figure”, “Three years”";
    want(r, strstr(section, of) != NULL, "measures", of, 0);
}

static void test_policy(const hs_engine *engine, int32_t index, enum hs_language language) {
    const hs_policy *policy = hs_engine_policy(engine, index);
    hs_rules *rules = NULL;
    int32_t count;
    EXPECT_EQUAL(hs_rules_new(&rules, engine, index, language, NULL), HS_OK);
    const hs_rules_line *lines = hs_rules_lines(rules, &count);
    struct reader reader = {.language = language};
    for (int32_t m = 0; m < policy->measure_count; m++) test_measure(policy, &policy->measures[m], lines, count, &reader);
    for (int32_t i = 0; i < policy->limit_count; i++) test_limit(policy, &policy->limits[i], lines, count, &reader);
    for (int32_t s = 0; s < policy->silence_count; s++) {
        join(section, sizeof section, lines, count, line_of(lines, count, HS_LINE_CLAUSE, NULL, policy->silences[s].clause));
        EXPECT(strstr(section, in(policy->silences[s].reason, language)) != NULL);
    }
    reader.where = "the whole";
    join(section, sizeof section, lines, count, 0);
    for (int32_t c = 0; c < policy->check_count; c++) {
        walk(&reader, &policy->checks[c]->holds->n);
        EXPECT(strstr(section, in(policy->checks[c]->warning, language)) != NULL);
    }
    EXPECT(strstr(section, hs_engine_policy_sha256(engine, index)) != NULL);
    EXPECT(policy->claimable_until.year == 0 || strstr(section, "2024-02-29") != NULL);
    EXPECT(reader.numbers > 10 && reader.facts > 40);
    hs_rules_free(rules);
}

static void test_nothing_left_out(void) {
    const hs_policy *const policies[] = {huisuan_policy_baotou(), huisuan_policy_beilun(), huisuan_policy_chaoyang(),
                                         huisuan_policy_ningbo(), huisuan_policy_qingpu(), huisuan_policy_synthetic()};
    hs_engine *engine = NULL;
    hs_rules *rules = NULL;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++) EXPECT_EQUAL(hs_engine_add(engine, policies[i], NULL, NULL), HS_OK);
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++) {
        test_policy(engine, i, HS_ZH);
        test_policy(engine, i, HS_EN);
    }
    for (int32_t op = HS_OP_NONE + 1; op < HS_OP_COUNT; op++) EXPECT(seen[op]); /* one that is new belongs into synthetic.h */
    EXPECT_EQUAL(hs_rules_new(&rules, engine, hs_engine_policy_count(engine), HS_ZH, NULL), HS_USAGE);
    EXPECT_EQUAL(hs_rules_new(&rules, engine, -1, HS_ZH, NULL), HS_USAGE);
    EXPECT(rules == NULL);
    hs_rules_free(NULL);
    hs_engine_free(engine);
}

/* ---- Word for word --------------------------------------------------------------------------------------------------------------- */

MONEY_FACT(roof, "封顶金额", "Roof", S);
MONEY_FACT(cost, "总成本", "Cost of all", S); /* called as a field of two lists is */
LIST_FACT(plants, "厂房", "Plants", S);
MONEY_FIELD(plants, cost, "造价", "Price", AS_OF, HINT("见测试", "See the test."));

static const hs_measure forms[] = {
    MEASURE(there, CLAUSE("1"), TITLE("有站点", "Sites"), RULE, .when = SOME(sites, ALWAYS)),
    MEASURE(least, CLAUSE("2"), TITLE("取低", "Lesser"), FREE, .pays = LESSER(x, CAP(YUAN(100), y))),
    MEASURE(costs, CLAUSE("4"), TITLE("成本", "Costs"), FREE,
            .pays = PLUS(SUM(sites, ALWAYS, FIELD(sites, cost)), SUM(plants, ALWAYS, FIELD(plants, cost)), cost)),
};
static const hs_limit roofs[] = {
    LIMIT(roof, CLAUSE("3"), TITLE("一项上限", "Ceiling of one"), .per = ONCE, .ceiling = LESSER(YUAN(4321), roof), .measures = OF(least))};

/* Forms that stand in no document as yet, each on a line of its own. */
static void test_forms(void) {
    static const struct {
        const char *label;
        hs_text text;
    } rows[] = {
        {"",
         {"期满以后，期内已符合条件的可以申请到：2024-02-29（含当日）",
          "What arose before the last day can be applied for until: 2024-02-29 (that day included)"}},
        {"", {"条件：“站点”中至少有一条记录", "Conditions: at least one record of “Sites” is there"}},
        {"", {"金额：下列两数中较低的一个：", "Amount: the lesser of two:"}},
        {"1", {"金额的全额", "The whole of “Amount x”"}},
        {"2", {"另一金额，但最多 100 元", "“Amount y”, but at most 100 yuan"}},
        {"", {"下列措施各年累计的上限：“取低”", "The most that these pay together over all years: “Lesser”"}},
        {"", {"封顶金额（roof）：金额，元；评估日的情况", "Roof (roof): money, yuan; as of the day of assessment"}},
        {"", {"总成本（cost）：金额，元；评估日的情况", "Cost of all (cost): money, yuan; as of the day of assessment"}},
        {"", {"成本（cost）：金额，元；评估日的情况", "Cost (cost): money, yuan; as of the day of assessment"}},
        {"", {"造价（cost）：金额，元；评估日的情况", "Price (cost): money, yuan; as of the day of assessment"}},
    };
    hs_engine *engine = NULL;
    hs_policy policy = *huisuan_policy_synthetic();
    policy.measures = forms, policy.measure_count = sizeof forms / sizeof forms[0];
    policy.limits = roofs, policy.limit_count = 1;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
    for (int language = HS_ZH; language <= HS_EN; language++) {
        hs_rules *rules = NULL;
        int32_t count;
        EXPECT_EQUAL(hs_rules_new(&rules, engine, 0, (enum hs_language)language, NULL), HS_OK);
        const hs_rules_line *lines = hs_rules_lines(rules, &count);
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
            line_of(lines, count, HS_LINE_ITEM, rows[i].label, in(rows[i].text, (enum hs_language)language));
        hs_rules_free(rules);
    }
    hs_engine_free(engine);
}

int main(void) {
    test_nothing_left_out();
    test_forms();
    return checks_end();
}
