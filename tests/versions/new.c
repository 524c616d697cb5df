/* 对比用的新版 (The later of two versions that tests/shell/diff.sh compares) */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

static const hs_measure measures[] = {
    MEASURE(rent, CLAUSE("二(一)1"), TITLE("房租补贴", "Rent subsidy"), .kind = CASH, .basis = FORMULA, .per = YEARLY,
            .when = ALL(self_used_office, MORE_THAN(annual_revenue, WAN(2000)), AT_LEAST(lease_years, COUNT(3)),
                        ANY(IN(park_level, national, municipal), office_in_park)),
            .pays = CAP(WAN(80), PERCENT(20, annual_rent)), .years = 2,
            .department = TEXTS({"人社局", "HR bureau"}, {"财政局", "Finance bureau"})),
    MEASURE(opening, CLAUSE("二(二)"), TITLE("开办补贴", "Opening subsidy"), .kind = CASH, .basis = FORMULA, .per = ONCE,
            .when = newly_settled,
            .pays = UP_TO(TIERS(annual_revenue, FROM(WAN(500), WAN(30)), FROM(WAN(1000), WAN(40)), FROM(WAN(2000), WAN(60))))),
    MEASURE(brand, CLAUSE("二(四)"), TITLE("品牌奖励", "Brand award"), .kind = CASH, .basis = FIXED, .per = ONCE,
            .when = well_known_trademark, .pays = WAN(10)),
};
static const hs_limit limits[] = {
    LIMIT(firm, CLAUSE("三"), TITLE("每家上限", "Ceiling for a firm"), .per = YEARLY, .ceiling = WAN(90))};
static const hs_silence silences[] = {NOTHING("一", "目标，不设待遇", "Aims; grants nothing"), NOTHING("二(三)", "已经取消", "Repealed")};
POLICY(sample, .version = "2.0.0", .adcode = "110106", .name = {"某区", "A District"}, .title = {"某区办法", "Rules of a district"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2027, 12, 31), .limits = LIMITS(limits));
