/* 示例区: a fictional district whose facts no other region has, to be dropped onto the page. */
#include <huisuan/policy.h>

TOPIC(charging, 90, "充电设施（示例）", "Charging points (fictional)");

YES_NO_FACT(piles_open_to_public, "充电桩向公众开放", "Charging points open to the public", charging, AS_OF, BY_ACTION,
            HINT("看运营平台上是否可以预约", "See whether they can be booked on the platform."));
COUNT_FACT(charging_piles, "充电桩数量", "Number of charging points", charging, AS_OF, IN_TIME,
           HINT("数已经验收的", "Count those accepted."), .unit = {"个", "points"});
MONEY_FACT(charging_investment, "充电设施投资额", "Investment in charging points", charging, THIS_YEAR, IN_TIME,
           HINT("看专项审计报告", "See the special audit report."));
#define charging_grade_VALUES(V, of) V(of, none, "未评定", "None") V(of, good, "良好", "Good") V(of, excellent, "优秀", "Excellent")
CHOICE_FACT(charging_grade, "评定等级", "Grade", charging, THIS_YEAR, BY_ACTION, HINT("看评定通知", "See the notice."));

static const hs_measure measures[] = {
    MEASURE(build, CLAUSE("一"), TITLE("建设补助（示例）", "Building grant (fictional)"), .kind = CASH, .basis = FORMULA, .per = ONCE,
            .when = ALL(piles_open_to_public, AT_LEAST(charging_piles, COUNT(10))), .pays = CAP(WAN(50), PERCENT(20, charging_investment))),
    MEASURE(award, CLAUSE("二"), TITLE("评级奖励（示例）", "Award by grade (fictional)"), .kind = CASH, .basis = FIXED, .per = YEARLY,
            .when = IN(charging_grade, good, excellent), .pays = BY(charging_grade, (none, YUAN(0)), (good, WAN(2)), (excellent, WAN(5))),
            .years = 4, .window = EACH_YEAR(03, 01, 04, 30)),
};

static const hs_limit limits[] = {
    LIMIT(firm, CLAUSE("三"), TITLE("合计上限（示例）", "Ceiling of both (fictional)"), .per = YEARLY, .ceiling = WAN(24))};

static const hs_silence silences[] = {NOTHING("四", "解释机关", "Who interprets")};

POLICY(example, .version = "1.0.0", .adcode = "999901", .name = {"示例区（虚构）", "Example District (fictional)"},
       .title = {"示例区充电设施补助办法（虚构）", "Example measures on charging points (fictional)"}, .effective = DATE(2023, 01, 01),
       .expires = DATE(2027, 12, 31), .claimable_until = DATE(2028, 06, 30), .limits = LIMITS(limits));
