/* 北京市朝阳区：支持人力资源服务出口基地建设意见
   The source text bears no title, number or dates; it has no rule on duplication.

   Laid out as the document: the measures of 二, 三, 四, 六 and 七 in its order, then the clauses that grant nothing. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* 一: 机构, an agency in HR-service trade. */
#define AGENCY HAS(applicant_kinds, hr_agency)

/* 四(8): a site newly set up abroad that passed the audit. */
#define NEW_SITE ALL(FIELD(overseas_sites, newly_established), FIELD(overseas_sites, audited))

/* 四(8): interest is subsidised for five years at most. */
#define WITHIN_FIVE_YEARS                                                                                                          \
    ALL(AT_LEAST(FIELD(acquisition_loans, year_index), COUNT(1)), AT_MOST(FIELD(acquisition_loans, year_index), COUNT(5)))

/* 四(12): the platform is subsidised for three years. */
#define WITHIN_THREE_YEARS                                                                                                         \
    ALL(AT_LEAST(FIELD(platform_costs, year_index), COUNT(1)), AT_MOST(FIELD(platform_costs, year_index), COUNT(3)))

static const hs_measure measures[] = {
    /* 二 Standards and rules of the base */

    MEASURE(standard_demo, CLAUSE("二(1)"), TITLE("标准化示范机构奖励", "Award for standardisation demonstration agencies"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, in_park, standard_demo_recognised),
        .pays = WAN(10),
        .procedure = TEXTS({"认定", "recognition"})),

    MEASURE(visa_channel, CLAUSE("二(3)"), TITLE("国际人才签证绿色通道", "Visa green channel"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = international_talent),

    /* 三 Bringing in */

    MEASURE(top_trade, CLAUSE("三(4)"), TITLE("服务贸易贡献前十名奖励", "Award for the top ten by service trade"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY,
                    AT_LEAST(service_trade_prior_usd, DOLLARS(100000000)),
                    AT_LEAST(district_trade_rank, COUNT(1)),
                    AT_MOST(district_trade_rank, COUNT(10))),
        .pays = UP_TO(WAN(50))),

    MEASURE(headquarters, CLAUSE("三(5)"),
            TITLE("跨国公司地区总部、总部型机构奖励", "Award for MNC regional headquarters and headquarters-type agencies"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY, IN(headquarters_settled, mnc_regional, headquarters_type)),
        .pays = UP_TO(BY(headquarters_settled,
                         (mnc_regional,      WAN(1000)),
                         (headquarters_type, WAN(500)),
                         (none,              YUAN(0)))),
        .matter = "headquarters",
        .note = {"两档为同一项奖励：跨国公司地区总部不超过1000万元，总部型机构不超过500万元。",
                 "Two grades of one award: at most 10 million yuan for the regional headquarters of a multinational, at most 5 "
                 "million for a headquarters-type agency."}),

    MEASURE(incubator, CLAUSE("三(6)"), TITLE("出口孵化基地奖励", "Award for export incubation bases"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = export_incubator_recognised,
        .pays = WAN(30),
        .procedure = TEXTS({"认定", "recognition"})),

    MEASURE(incubated_return, CLAUSE("三(6)"),
            TITLE("境外孵化引回奖励", "Award for each team incubated abroad and brought back"),
        .kind = CASH,    .basis = FIXED,         .per = PER_EVENT,
        .when = AT_LEAST(incubated_returned, COUNT(1)),
        .pays = EACH(WAN(10), incubated_returned)),

    MEASURE(growth, CLAUSE("三(7)"), TITLE("高成长型机构发展补贴", "Development subsidy for high-growth agencies"),
        .kind = CASH,    .basis = FIXED,         .per = YEARLY,
        .when = ALL(AGENCY,
                    in_park,
                    HAS(growth_titles, little_giant, unicorn, gazelle),
                    does_service_trade,
                    contribution_recognised),
        .pays = WAN(10),
        .years = 3),

    /* 四 Going abroad */

    MEASURE(overseas_site, CLAUSE("四(8)"), TITLE("境外站点建设补贴", "Subsidy for overseas sites"),
        .kind = CASH,    .basis = FORMULA,       .per = ONCE,
        .when = ALL(AGENCY, SOME(overseas_sites, NEW_SITE)),
        .pays = SUM(overseas_sites, NEW_SITE, CAP(WAN(10), PERCENT(50, FIELD(overseas_sites, build_cost)))),
        .matter = "overseas_site",
        .procedure = TEXTS({"审核", "audit"})),

    MEASURE(acquisition_interest, CLAUSE("四(8)"), TITLE("境外并购融资贴息", "Interest subsidy for overseas acquisitions"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(AGENCY,
                    SOME(acquisition_loans, ALL(WITHIN_FIVE_YEARS, MORE_THAN(FIELD(acquisition_loans, interest), YUAN(0))))),
        .pays = UP_TO(SUM(acquisition_loans, WITHIN_FIVE_YEARS,
                          LESSER(PERCENT(50, FIELD(acquisition_loans, interest)),
                                 PERCENT_OF(FIELD(acquisition_loans, lpr), FIELD(acquisition_loans, principal))))),
        .note = {"贴息利率不超过同期LPR，贴息不超过利息的50%，最长5年：两个上限各自独立，取低者；较窄的读法（只对LPR以内的利息贴50%）不会超过它。",
                 "The rate subsidised is at most the LPR of the period, the subsidy at most half of the interest, for at most five "
                 "years: two separate ceilings, the lower one counts. The narrower reading, half of the interest within the LPR, "
                 "never exceeds it."}),

    MEASURE(overseas_revenue, CLAUSE("四(9)"), TITLE("境外收入计入本区专项资助", "Grant for overseas revenue booked in the district"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY,
                    MORE_THAN(overseas_revenue_share, RATE(80)),
                    top_three_of_year,
                    first_time_at_revenue,
                    AT_LEAST(service_trade_revenue, WAN(2000))),
        .pays = UP_TO(TIERS(service_trade_revenue,
                            FROM(WAN(2000),  WAN(180)),
                            FROM(WAN(10000), WAN(400)))),
        .procedure = TEXTS({"审核", "audit"}),
        .note = {"“超80%”不含80%；1亿元归入高档。",
                 "More than 80 % excludes 80 %; 100 million yuan belongs to the higher grade."}),

    MEASURE(outsourcing_growth, CLAUSE("四(10)"), TITLE("海外外包业务增速奖励", "Award for growth of overseas outsourcing"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = YEARLY,
        .when = ALL(AGENCY, MORE_THAN(outsourcing_revenue, PERCENT(130, outsourcing_revenue_prior))),
        .pays = UNSTATED,
        .note = {"“超30%”不含30%；上年为0时按增长理解。", "More than 30 % excludes 30 %; from 0 last year it counts as growth."}),

    MEASURE(outsourcing_staff, CLAUSE("四(10)"),
            TITLE("外包员工劳动关系在本区奖励", "Award for outsourced staff employed in the district"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = YEARLY,
        .when = ALL(AGENCY, AT_LEAST(outsourced_staff_local, COUNT(1))),
        .pays = UNSTATED),

    MEASURE(platform, CLAUSE("四(12)"), TITLE("境外用工信息化平台建设补贴", "Subsidy for an overseas-employment platform"),
        .kind = CASH,    .basis = FORMULA,       .per = YEARLY,
        .when = ALL(AGENCY, SOME(platform_costs, ALL(WITHIN_THREE_YEARS, MORE_THAN(FIELD(platform_costs, cost), YUAN(0))))),
        .pays = SUM(platform_costs, WITHIN_THREE_YEARS,
                    CAP(WAN(30), TIERS(FIELD(platform_costs, year_index),
                                       FROM(COUNT(1), PERCENT(50, FIELD(platform_costs, cost))),
                                       FROM(COUNT(2), PERCENT(30, FIELD(platform_costs, cost))),
                                       FROM(COUNT(3), PERCENT(10, FIELD(platform_costs, cost))))))),

    /* 六 Talent */

    MEASURE(leading_talent, CLAUSE("六(十五)"), TITLE("引进领军人才或顶尖团队奖励", "Award for introducing leading talents"),
        .kind = CASH,    .basis = FIXED,         .per = PER_EVENT,
        .when = ALL(AGENCY, AT_LEAST(leading_talents, COUNT(1))),
        .pays = EACH(WAN(100), leading_talents)),

    MEASURE(laureate, CLAUSE("六(十五)"), TITLE("诺奖、图灵奖、院士“一事一议”", "Case-by-case support for laureates"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = laureate_introduced,
        .pays = UNSTATED),

    MEASURE(foreign_qualification, CLAUSE("六(十六)"), TITLE("境外职业资格同等待遇", "Equal treatment of foreign qualifications"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = foreign_qualification),

    MEASURE(course_training, CLAUSE("六(十七)"), TITLE("研修培训补贴", "Subsidy for certified trainees"),
        .kind = CASH,    .basis = FIXED,         .per = PER_EVENT, .payee = PERSON,
        .when = AT_LEAST(certified_trainees, COUNT(1)),
        .pays = EACH(YUAN(1000), certified_trainees)),

    /* 七 Services */

    MEASURE(consulting, CLAUSE("七(十九)"), TITLE("贸易属地信息免费咨询", "Free consulting on target markets"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = in_park),

    MEASURE(service_team, CLAUSE("七(二十)"), TITLE("国际化人才服务团队运营补贴", "Operating subsidy for talent-service teams"),
        .kind = CASH,    .basis = FORMULA,       .per = YEARLY,
        .when = MORE_THAN(service_team_cost, YUAN(0)),
        .pays = PERCENT(50, service_team_cost)),
};

static const hs_silence silences[] = {
    NOTHING("一", "总体思路和目标，不设待遇", "General idea and goals; grants nothing"),
    NOTHING("二(2)", "统计机制，只是对部门的要求", "Statistics; a task for the authorities only"),
    NOTHING("四(11)", "成立专委会和出口联盟，未给予具体待遇", "A trade committee and an export alliance; names no benefit"),
    NOTHING("五(13)", "结算便利的探索和争取，只是对部门的要求", "Easier settlement to be sought; a task for the authorities only"),
    NOTHING("五(14)", "引导金融机构，未给予申请人具体待遇", "Guides banks and insurers; names no benefit for an applicant"),
    NOTHING("六(十八)", "从业人员培养项目，未给予具体待遇", "A training project for the industry; names no benefit"),
};

POLICY(chaoyang,
    .version = "1.0.0",
    .adcode  = "110105",
    .name    = {"北京市朝阳区", "Chaoyang District, Beijing"},
    .title   = {"朝阳区支持人力资源服务出口基地建设意见（来源文本无标题、文号、日期）",
                "Chaoyang's opinions on supporting the HR-service export base (the source text bears no title, number or date)"},
    .note    = {"来源文本未载文号、施行日期和有效期，故效力期未知；未规定不重复享受规则。",
                "The source text states no number, first day or term, so the dates are unknown; it has no rule on duplication."},
    .checks  = SHARED_CHECKS);
