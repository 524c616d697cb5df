/* 对比用的旧版 (The earlier of two versions that tests/shell/diff.sh compares) */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

static const hs_measure measures[] = {
    MEASURE(rent, CLAUSE("二(一)"), TITLE("租金补贴", "Rent subsidy"), .kind = CASH, .basis = FORMULA, .per = YEARLY,
            .when = ALL(in_park, self_used_office, AT_LEAST(annual_revenue, WAN(2000)), ANY(IS(park_level, national), office_in_park)),
            .pays = CAP(WAN(60), PERCENT(30, annual_rent)), .years = 3,
            .department = TEXTS({"人社局", "HR bureau"})),
    MEASURE(opening, CLAUSE("二(二)"), TITLE("开办补贴", "Opening subsidy"), .kind = CASH, .basis = FORMULA, .per = ONCE,
            .when = newly_settled,
            .pays = TIERS(annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40)))),
    MEASURE(event, CLAUSE("二(三)"), TITLE("活动补贴", "Event subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE,
            .when = talent_event_recognised, .pays = WAN(5)),
};
static const hs_limit limits[] = {
    LIMIT(firm, CLAUSE("三"), TITLE("每家上限", "Ceiling for a firm"), .per = YEARLY, .ceiling = WAN(100))};
static const hs_silence silences[] = {NOTHING("一", "目标，不设待遇", "Aims; grants nothing")};
POLICY(sample, .version = "1.0.0", .adcode = "110106", .name = {"某区", "A District"}, .title = {"某区办法", "Rules of a district"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2026, 12, 31), .limits = LIMITS(limits));
