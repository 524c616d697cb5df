/* 包头市：支持人力资源服务业发展十项措施；市级人力资源服务产业园管理办法（与行动方案同文印发）
   包府办发〔2022〕55号 — in force from 2022-07-01 to 2025-12-31

   Laid out as the documents issued together: the measures of 十项措施 (the second of 第二条 at their end), of 行动方案 and of
   园区办法, then the clauses that grant nothing. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

#define AGENCY           HAS(applicant_kinds, hr_agency)
#define LOCAL_GOVERNMENT HAS(applicant_kinds, local_government)

/* 第七条: a contract of one year or more, and six months of work. */
#define TALENT_WORKING                                                                                                             \
    ALL(AT_LEAST(FIELD(talents_recommended, contract_years), COUNT(1)), AT_LEAST(FIELD(talents_recommended, months_worked), COUNT(6)))

/* 第九条: a talent of class six or above. */
#define LISTED_TALENT IS(FIELD(high_level_staff, category), listed_class_1_to_6)

/* 第九条: the head or technical lead, full time for two years on end, of a high-tech firm or of one that pays much tax. */
#define LEADER_TWO_YEARS                                                                                                           \
    ALL(IN(FIELD(high_level_staff, category), principal, technical_lead), AT_LEAST(FIELD(high_level_staff, full_time_years), COUNT(2)))
#define HIGH_TECH_OR_TAX ANY(high_tech_enterprise, MORE_THAN(tax_paid_prior, WAN(1000)))

/* 责任单位 */
#define HR_BUREAU              {"市人社局", "Municipal Human Resources and Social Security Bureau"}
#define TALENT_OFFICE          {"市委人才办", "Talent Office of the Municipal Party Committee"}
#define TAX_BUREAU             {"市税务局", "Municipal Tax Bureau"}
#define FINANCE_BUREAU         {"市财政局", "Municipal Finance Bureau"}
#define DEVELOPMENT_COMMISSION {"市发改委", "Municipal Development and Reform Commission"}
#define COMMERCE_BUREAU        {"市商务局", "Municipal Commerce Bureau"}
#define MARKET_SUPERVISION     {"市市场监管局", "Municipal Market Supervision Bureau"}
#define APPROVALS_BUREAU       {"市审批服务局", "Municipal Approval Services Bureau"}

static const hs_measure measures[] = {
    /* 十项措施第二条 Parks */

    MEASURE(park_contribution, CLAUSE("十项措施第二条"), TITLE("产业园经济贡献返还", "Return of the park's fiscal contribution"),
        .kind = CASH,        .basis = FORMULA,       .per = YEARLY,
        .when = ALL(LOCAL_GOVERNMENT, local_support_policy),
        .pays = municipal_fiscal_share,
        .procedure = TEXTS({"考核评估", "assessment"}),
        .department = TEXTS(TAX_BUREAU, FINANCE_BUREAU, HR_BUREAU),
        .note = {"返还对象为属地旗县区；未出台支持政策的地区不返还。",
                 "Returned to the county or district; nothing is returned where it has no support policy of its own."}),

    /* 十项措施第三条 Well-known brands */

    MEASURE(brand_settlement, CLAUSE("十项措施第三条"), TITLE("知名品牌入驻奖励", "Settlement award for well-known brands"),
        .kind = CASH,        .basis = BETWEEN,       .per = ONCE,
        .when = ALL(AGENCY,
                    newly_settled,
                    top500_services_or_hr100,
                    AT_LEAST(annual_revenue, WAN(5000)),
                    operated_one_year,
                    settlement_review_passed,
                    employment_effect_outstanding),
        .pays = RANGE(CAP(two_year_fiscal_contribution, WAN(10)), CAP(two_year_fiscal_contribution, WAN(20))),
        .matter = "brand_settlement",
        .procedure = TEXTS({"考核评估", "assessment"}),
        .department = TEXTS(HR_BUREAU, DEVELOPMENT_COMMISSION, COMMERCE_BUREAU, FINANCE_BUREAU, MARKET_SUPERVISION),
        .note = {"不超过企业两年内对地方财力（市区两级）贡献总额。",
                 "Not more than what the enterprise contributes to city and district finances within two years."}),

    MEASURE(backbone_headquarters, CLAUSE("十项措施第三条"),
            TITLE("骨干或诚信企业总部入驻补贴", "Settlement subsidy for backbone enterprises"),
        .kind = CASH,        .basis = FORMULA,       .per = ONCE,
        .when = ALL(AGENCY,
                    regional_backbone_or_integrity,
                    headquarters_in_city,
                    operated_one_year,
                    settlement_review_passed),
        .pays = CAP(two_year_fiscal_contribution, WAN(10)),
        .matter = "brand_settlement",
        .procedure = TEXTS({"考核评估", "assessment"})),

    /* 十项措施第四条 Brands of agencies */

    MEASURE(city_top10, CLAUSE("十项措施第四条"), TITLE("全市10强奖补", "Award for the city's top ten"),
        .kind = CASH,        .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, city_top10),
        .pays = WAN(5),
        .department = TEXTS(MARKET_SUPERVISION, HR_BUREAU, COMMERCE_BUREAU, FINANCE_BUREAU)),

    MEASURE(integrity_demo, CLAUSE("十项措施第四条"),
            TITLE("全国诚信服务示范机构奖励", "Award for national integrity demonstration"),
        .kind = CASH,        .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, registered_locally, national_integrity_demo),
        .pays = WAN(10)),

    /* 十项措施第六条 Loans */

    MEASURE(startup_loan, CLAUSE("十项措施第六条"), TITLE("个人创业贷款", "Start-up loan for founders"),
        .kind = LOAN,        .basis = BETWEEN,       .per = ONCE,
        .when = ALL(HAS(applicant_kinds, individual), startup_loan_eligible),
        .pays = RANGE(WAN(20), WAN(50))),

    MEASURE(micro_loan, CLAUSE("十项措施第六条"),
            TITLE("小微企业创业担保贴息贷款", "Guaranteed loan with interest subsidy for micro enterprises"),
        .kind = LOAN,        .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY, micro_enterprise_loan),
        .pays = UP_TO(WAN(300))),

    /* 十项措施第七条 Recommending talent */

    MEASURE(talent_recommendation, CLAUSE("十项措施第七条"), TITLE("招才引智奖补", "Talent-recommendation award"),
        .kind = CASH,        .basis = BETWEEN,       .per = ONCE,
        .when = ALL(AGENCY, SOME(talents_recommended, TALENT_WORKING)),
        .pays = RANGE(WAN(5), WAN(50)),
        .department = TEXTS(TALENT_OFFICE, HR_BUREAU, FINANCE_BUREAU)),

    /* 十项措施第九条 High-level staff */

    MEASURE(high_level_staff, CLAUSE("十项措施第九条"),
            TITLE("高层次人才经济贡献奖励", "Contribution award for high-level staff"),
        .kind = CASH,        .basis = DISCRETIONARY, .per = YEARLY, .payee = PERSON,
        .when = ALL(AGENCY,
                    ANY(SOME(high_level_staff, LISTED_TALENT),
                        ALL(HIGH_TECH_OR_TAX, SOME(high_level_staff, LEADER_TWO_YEARS)))),
        .pays = UP_TO(EACH(WAN(50),
                           PLUS_COUNT(HOW_MANY(high_level_staff, LISTED_TALENT),
                                      IF_COUNT(HIGH_TECH_OR_TAX, HOW_MANY(high_level_staff, LEADER_TWO_YEARS), COUNT(0))))),
        .department = TEXTS(HR_BUREAU, FINANCE_BUREAU, TAX_BUREAU),
        .note = {"每人每年不超过50万元；“超过1000万元”不含1000万元。",
                 "At most 500,000 yuan for a person in a year; more than 10 million yuan excludes 10 million."}),

    /* 十项措施第十条 Jobs */

    MEASURE(social_insurance, CLAUSE("十项措施第十条"), TITLE("社会保险补贴", "Social-insurance subsidy"),
        .kind = CASH,        .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, hires_disadvantaged_or_graduates, employment_support_conditions_met),
        .pays = UNSTATED,
        .department = TEXTS(HR_BUREAU, FINANCE_BUREAU)),

    MEASURE(employment_service, CLAUSE("十项措施第十条"), TITLE("就业创业服务补助", "Employment-service subsidy"),
        .kind = CASH,        .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, employment_services, employment_support_conditions_met),
        .pays = UNSTATED,
        .department = TEXTS(HR_BUREAU, FINANCE_BUREAU)),

    MEASURE(matchmaker, CLAUSE("十项措施第十条"), TITLE("“就业红娘”奖励", "Job-matchmaker award"),
        .kind = CASH,        .basis = ELSEWHERE,     .per = ONCE,
        .when = matchmaker_award,
        .pays = UNSTATED),

    MEASURE(youth_talent, CLAUSE("十项措施第十条"), TITLE("青年人才引进贡献奖", "Youth-talent award"),
        .kind = CASH,        .basis = ELSEWHERE,     .per = ONCE,
        .when = youth_talent_award,
        .pays = UNSTATED),

    /* 十项措施第二条 again: the agencies in the park */

    MEASURE(park_agency, CLAUSE("十项措施第二条"), TITLE("入园机构按属地政策享受奖补", "County support for agencies in the park"),
        .kind = CASH,        .basis = ELSEWHERE,     .per = YEARLY,
        .when = ALL(AGENCY, in_park, local_support_policy),
        .pays = UNSTATED),

    /* 行动方案三(八) Access to the market */

    MEASURE(licensing, CLAUSE("行动方案三(八)"), TITLE("园区内许可备案便利", "Simplified licensing in the park"),
        .kind = IN_KIND,     .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, in_park),
        .department = TEXTS(HR_BUREAU, MARKET_SUPERVISION, APPROVALS_BUREAU)),

    /* 园区办法第四条 Becoming a municipal park */

    MEASURE(park_recognition, CLAUSE("园区办法第四条"), TITLE("市级人力资源服务产业园认定", "Recognition as municipal HR park"),
        .kind = RECOGNITION, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(LOCAL_GOVERNMENT,
                    park_plan,                                /* (一) */
                    AT_LEAST(park_floor_area, COUNT(3000)),   /* (二) */
                    park_facilities,
                    AT_LEAST(park_hr_enterprises, COUNT(20)), /* (三) */
                    AT_LEAST(park_revenue, WAN(10000)),
                    park_revenue_growing,
                    park_diverse,
                    park_operation,                           /* (四) */
                    park_local_policy,                        /* (五) */
                    park_benefits),                           /* (六) */
        .procedure = TEXTS({"提交申请", "application"},
                           {"审核评估并公示", "review, assessment and publication"},
                           {"研究认定", "deliberation and recognition"}),
        .department = TEXTS(HR_BUREAU, DEVELOPMENT_COMMISSION, FINANCE_BUREAU),
        .note = {"面积和数量为“原则上”的要求。", "The area and the numbers are asked for in principle."}),
};

static const hs_silence silences[] = {
    /* 行动方案 */
    NOTHING("行动方案一", "定位和目标，不设待遇", "Position and goals; grants nothing"),
    NOTHING("行动方案二(一)", "信息平台，只是对部门的要求", "Information platforms; a task for the authorities only"),
    NOTHING("行动方案二(二)", "中高端业态的发展方向，未给予具体待遇", "Direction for high-end services; names no benefit"),
    NOTHING("行动方案二(三)", "传统业态的发展方向，未给予具体待遇", "Direction for traditional services; names no benefit"),
    NOTHING("行动方案二(四)", "劳务协作的发展方向，未给予具体待遇", "Direction for labour cooperation; names no benefit"),
    NOTHING("行动方案二(五)", "新业态的发展方向，未给予具体待遇", "Direction for new services; names no benefit"),
    NOTHING("行动方案二(六)", "上下游业态的发展方向，未给予具体待遇",
            "Direction for services up and down the chain; names no benefit"),
    NOTHING("行动方案三(一)", "制定政策，只是对部门的要求", "Making policy; a task for the authorities only"),
    NOTHING("行动方案三(二)", "招商任务，所提奖补见十项措施第三条",
            "Attracting investors; the award it mentions is that of 十项措施第三条"),
    NOTHING("行动方案三(三)", "产业园任务，所提支持见十项措施第二条和园区办法",
            "Parks; the support it mentions is that of 十项措施第二条 and of 园区办法"),
    NOTHING("行动方案三(四)", "培育本地机构，所提贷款见十项措施第六条",
            "Raising local agencies; the loans it mentions are those of 十项措施第六条"),
    NOTHING("行动方案三(五)", "鼓励走出去，未给予具体待遇", "Encourages going abroad; names no benefit"),
    NOTHING("行动方案三(六)", "从业人员培养，所提奖励见十项措施第九条",
            "Raising the people of the industry; the award it mentions is that of 十项措施第九条"),
    NOTHING("行动方案三(七)", "行业协会的作用，不设待遇", "What the association is to do; grants nothing"),
    NOTHING("行动方案三(九)", "诚信评选，所涉奖励见十项措施第四条",
            "Rankings and integrity; the awards are those of 十项措施第四条"),
    NOTHING("行动方案三(十)", "市场监管，只是对部门的要求", "Supervision; a task for the authorities only"),
    NOTHING("行动方案四(一)", "组织领导，只是对部门的要求", "Organisation; a task for the authorities only"),
    NOTHING("行动方案四(二)", "各地职责，只是对部门的要求", "Duties of counties and districts; a task for the authorities only"),
    NOTHING("行动方案四(三)", "宣传，只是对部门的要求", "Publicity; a task for the authorities only"),
    NOTHING("行动方案末段", "重复享受规则和有效期已作为整个政策的规则表达",
            "The duplication rule and the dates are expressed as those of the whole policy"),
    /* 十项措施 */
    NOTHING("十项措施第一条", "鼓励各地统筹资金，未给予申请人具体待遇",
            "How counties should use funds; names no benefit for an applicant"),
    NOTHING("十项措施第五条", "支持举办行业交流活动，未给予具体待遇", "Supports industry events; names no benefit"),
    NOTHING("十项措施第八条", "从业人员培养，未给予具体待遇", "Training of the industry; names no benefit"),
    NOTHING("十项措施末段", "重复享受规则和有效期已作为整个政策的规则表达",
            "The duplication rule and the dates are expressed as those of the whole policy"),
    /* 园区办法 */
    NOTHING("园区办法第一条", "目的和依据", "Purpose and basis"),
    NOTHING("园区办法第二条", "市级产业园的定义", "Definition of a municipal park"),
    NOTHING("园区办法第三条", "部门职责", "Duties of the authorities"),
    NOTHING("园区办法第五条", "申报审核程序，已写入市级产业园认定的程序",
            "Steps of the application; expressed as the procedure of the recognition"),
    NOTHING("园区办法第六条", "日常管理", "Day-to-day management"),
    NOTHING("园区办法第七条", "重大变更先报告、经同意", "Major changes need notice and consent"),
    NOTHING("园区办法第八条", "定期考核和年度自评", "Regular assessment and yearly self-assessment"),
    NOTHING("园区办法第九条", "考核等次和取消资格，只涉及认定之后", "Grades and loss of the title; concerns what follows recognition"),
    NOTHING("园区办法第十条", "指向十项措施，待遇已在该处表达", "Points to 十项措施, where the benefits are expressed"),
    NOTHING("园区办法第十一条", "解释机关；施行日和有效期已作为整个政策的日期表达",
            "Who interprets; the dates are expressed as those of the whole policy"),
};

POLICY(baotou,
    .version     = "1.0.0",
    .adcode      = "150200",
    .name        = {"包头市", "Baotou City"},
    .title       = {"包头市支持人力资源服务业发展十项措施；包头市市级人力资源服务产业园管理办法",
                    "Baotou's ten measures supporting HR services; Baotou's rules on municipal HR parks"},
    .number      = "包府办发〔2022〕55号",
    .effective   = DATE(2022, 7, 1),
    .expires     = DATE(2025, 12, 31),
    .duplication = HIGHEST_NO_DUPLICATE, /* 十项措施, last paragraph */
    .note        = {"与其他同类政策就高从优、不重复享受。",
                    "Beside other policies of one kind, the higher and better one applies, and none twice."},
    .checks      = SHARED_CHECKS);
