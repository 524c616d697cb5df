/* The synthetic policy as a plugin, with limits, for the properties to be tried on every word of the vocabulary. */
#include "synthetic.h"

static const hs_limit limits[] = {
    LIMIT(pair, CLAUSE("81"), TITLE("两项上限", "Ceiling of two"), .per = ONCE, .ceiling = YUAN(700), .measures = OF(amount, yearly)),
    LIMIT(several, CLAUSE("82"), TITLE("几项上限", "Ceiling of several"), .per = YEARLY, .ceiling = LESSER(YUAN(2000), y),
          .measures = OF(amount, yearly, percent, plus, parts, yielding, matter_a)),
    LIMIT(all, CLAUSE("83"), TITLE("总上限", "Ceiling of all"), .per = YEARLY, .ceiling = YUAN(200000)),
};

POLICY(words, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 06, 30),
       .duplication = HIGHEST_WITH_TOP_UP, .checks = CHECKS(y_within_x), .limits = LIMITS(limits));
