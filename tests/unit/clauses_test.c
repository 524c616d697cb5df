/* Which clause of a document stands before which, and the order of those of a policy. */
#include "check.h"
#include "clauses.h"

static void test_pairs(void) {
    /* -1 and 1: before and behind, 0: alike or not to be told */
    static const struct {
        const char *x, *y;
        int order;
    } rows[] = {
        {"一", "二", -1},
        {"九", "十", -1},
        {"十", "十一", -1},
        {"十九", "二十", -1},
        {"二十", "二十三", -1},
        {"〇", "一", -1},
        {"三", "三", 0},
        {"三", "三(一)", -1},
        {"三(九)", "三(十)", -1},
        {"三(四)9", "三(四)10", -1},
        {"三(四)10", "三(五)11", -1},
        {"四", "四(一)1", -1},
        {"六(十八)", "七(十九)", -1},
        {"六(十五)", "六(五)", 1},
        {"十项措施第十条", "十项措施第二条", 1},
        {"十项措施末段", "十项措施第十条", 1},
        {"行动方案四(三)", "行动方案末段", -1},
        {"园区办法第十一条", "园区办法第二条", 1},
        {"十项措施第二条", "园区办法第一条", 0},
        {"行动方案一", "园区办法第一条", 0},
        {"三(四)2", "三(四)10", -1},
        {"1", "01", 0},
        {"0", "1", -1},
        {"1", "10", -1},
        {"99999", "100000", -1},
        {"123456", "123457", -1},
        {"999990", "999991", -1},
        {"1000000", "1000001", 0}, /* digits behind the sixth are not counted */
        {"三末段", "三(一)", 1},
        {"三(一)", "三末段", -1},
        {"三末段", "三", 1},
        {"末段", "末段", 0},
        {"2末段", "2", 1},
        {"三(一)", "三[一]", 0},
        {"三a", "三b", 0},
        {"附件1", "附件2", -1},
        {"一", "1", 0},
        {"十二", "11", 1},
        {"二", "1", 1},
        {"", "一", -1},
        {"", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(clauses_compare(rows[i].x, rows[i].y), rows[i].order);
        EXPECT_EQUAL(clauses_compare(rows[i].y, rows[i].x), -rows[i].order);
        if (checks_failed > before) printf("  %s against %s\n", rows[i].x, rows[i].y);
    }
}

/* "三 五 四": those of the measures, of a limit and of a silence, each once, put in as they come. */
static void test_order(void) {
    static const struct {
        const char *measures[3], *limit, *silence, *wanted;
    } rows[] = {
        {{"一", "二", "三"}, "四", "五", "一 二 三 四 五"},
        {{"五", "四", "三"}, "二", "一", "一 二 三 四 五"},
        {{"三", "一", "三"}, "二", "一", "一 二 三"},
        {{"一(二)", "一(十)", "一(末段)"}, "一", "一(三)", "一 一(二) 一(三) 一(十) 一(末段)"},
        {{"二", "附则", "四"}, "三", "一", "一 二 三 四 附则"},
        {{"附则", "二", "甲"}, "一", "三", "附则 一 二 三 甲"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const hs_measure measures[] = {{.clause = rows[i].measures[0]}, {.clause = rows[i].measures[1]}, {.clause = rows[i].measures[2]}};
        const hs_limit limit = {.clause = rows[i].limit};
        const hs_silence silence = {.clause = rows[i].silence};
        const hs_policy policy = {
            .measures = measures, .measure_count = 3, .limits = &limit, .limit_count = 1, .silences = &silence, .silence_count = 1};
        struct arena arena = {0};
        char found[100] = "";
        int32_t count = 0;
        const char *const *clauses = clauses_in_order(&policy, &count, &arena);
        for (int32_t k = 0; k < count; k++) sprintf(found + strlen(found), "%s%s", k == 0 ? "" : " ", clauses[k]);
        EXPECT_TEXT(found, rows[i].wanted);
        arena_clear(&arena);
    }
}

int main(void) {
    test_pairs();
    test_order();
    return checks_end();
}
