/* 宁波市：推进人力资源服务业高质量发展举措
   The source text bears no title, number or date of issue; in force for three years from the day of issue (四 附则), so the dates are
   unknown.

   Laid out as the document: the subject of 四 附则, the measures of 三 in its order, then the clauses that grant nothing. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* 四 附则: an HR-service agency registered in the city, a legal person, with the licence. */
#define AGENCY ALL(HAS(applicant_kinds, hr_agency), registered_locally, independent_legal_person, hr_license)

/* 三1: a talent placed with one of the enterprises listed, of this city, who pays 100,000 yuan or more of income tax a year. */
#define TALENT_PLACED                                                                                                              \
    ALL(IN(FIELD(headhunted_talents, client), leading_manufacturer, single_champion, specialised, talent_enterprise),              \
        FIELD(headhunted_talents, client_local),                                                                                   \
        AT_LEAST(FIELD(headhunted_talents, annual_income_tax), WAN(10)))

/* 责任单位 */
#define HR_BUREAU              {"市人力社保局", "Municipal Human Resources and Social Security Bureau"}
#define TALENT_OFFICE          {"市委人才办", "Talent Office of the Municipal Party Committee"}
#define SCIENCE_BUREAU         {"市科技局", "Municipal Science and Technology Bureau"}
#define SERVICES_BUREAU        {"市服务业局", "Municipal Service Industry Bureau"}
#define BEILUN_GOVERNMENT      {"北仑区人民政府", "People's Government of Beilun District"}
#define COMMERCE_BUREAU        {"市商务局", "Municipal Commerce Bureau"}
#define INVESTMENT_AGENCY      {"市投资促进署", "Municipal Investment Promotion Agency"}
#define COUNTY_GOVERNMENTS     {"相关区县市政府", "Governments of the districts, counties and cities concerned"}
#define COUNTY_HR_BUREAUS      {"各区（县、市）人力社保局", "Human resources bureaus of the districts, counties and cities"}
#define FINANCE_SUPERVISION    {"市地方金融监管局", "Municipal Local Financial Supervision Bureau"}
#define DEVELOPMENT_COMMISSION {"市发改委", "Municipal Development and Reform Commission"}
#define MARKET_SUPERVISION     {"市市场监管局", "Municipal Market Supervision Bureau"}

static const hs_measure measures[] = {
    /* 三1 The market allocates */

    MEASURE(headhunting, CLAUSE("三1"), TITLE("猎头引才奖励", "Headhunting award"),
        .kind = CASH,    .basis = FORMULA,       .per = YEARLY,
        .when = ALL(AGENCY, SOME(headhunted_talents, TALENT_PLACED)),
        .pays = CAP(WAN(50), PERCENT(50, SUM(headhunted_talents, TALENT_PLACED, FIELD(headhunted_talents, headhunting_fee)))),
        .department = TEXTS(HR_BUREAU),
        .note = {"50万元上限按机构年度合计理解。", "The ceiling of 500,000 yuan is read as that of one agency in one year."}),

    MEASURE(student_training, CLAUSE("三1"), TITLE("大学生技能实训输送补贴", "Student training subsidy"),
        .kind = CASH,    .basis = FORMULA,       .per = YEARLY,
        .when = ALL(AGENCY, university_cooperation, AT_LEAST(students_placed, COUNT(1))),
        .pays = CAP(WAN(50), EACH(YUAN(500), students_placed)),
        .department = TEXTS(HR_BUREAU),
        .note = {"上限按机构年度合计理解。", "The ceiling is read as that of one agency in one year."}),

    MEASURE(new_workers, CLAUSE("三1"), TITLE("新输送员工补贴", "Subsidy for supplying new workers"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(AGENCY, AT_LEAST(new_workers_supplied, COUNT(500))),
        .pays = UP_TO(WAN(30)),
        .department = TEXTS(HR_BUREAU)),

    MEASURE(internship_base, CLAUSE("三1"), TITLE("大学生就业实践示范基地补贴", "Student-internship base subsidy"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, internship_base_recognised),
        .pays = UNSTATED,
        .department = TEXTS(HR_BUREAU)),

    MEASURE(recruitment_trip, CLAUSE("三1"), TITLE("赴外招聘补贴", "Recruiting-trip subsidy"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = PER_EVENT,
        .when = ALL(AGENCY, recruitment_trip),
        .pays = UNSTATED,
        .department = TEXTS(HR_BUREAU)),

    /* 三2 High-end services */

    MEASURE(talent_fast_track, CLAUSE("三2"),
            TITLE("大赛获奖项目直通甬江人才工程终轮评审", "Competition winners go straight to the final talent review"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(IN(competition_award, first, second, third), talent_project_conditions_met),
        .department = TEXTS(TALENT_OFFICE, HR_BUREAU),
        .note = {"“三等奖以上”含三等奖。", "Third prize or above includes third prize."}),

    MEASURE(sector_top10, CLAUSE("三2"), TITLE("首次进入全省行业榜单10强奖励", "Award for first entry into a sector top ten"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, first_sector_top10),
        .pays = WAN(10),
        .department = TEXTS(HR_BUREAU)),

    MEASURE(high_tech, CLAUSE("三2"), TITLE("首次认定国家高新技术企业奖励", "Award for first high-tech recognition"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, first_national_high_tech),
        .pays = WAN(20),
        .department = TEXTS(SCIENCE_BUREAU)),

    MEASURE(digital, CLAUSE("三2"), TITLE("数字化改造补助", "Digital-transformation subsidy"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY, NOT(it_enterprise), AT_LEAST(digital_investment, WAN(100)), digital_project_selected),
        .pays = UP_TO(CAP(WAN(100), PERCENT(20, digital_investment))),
        .procedure = TEXTS({"评审择优", "selection by review"}),
        .department = TEXTS(SERVICES_BUREAU)),

    /* 三3 Parks */

    MEASURE(new_park, CLAUSE("三3"), TITLE("新建省级产业园奖励", "Award for a new provincial park"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(HAS(applicant_kinds, park_operator, local_government), new_provincial_park),
        .pays = WAN(50),
        .matter = "park_recognition",
        .department = TEXTS(HR_BUREAU)),

    MEASURE(park_performance, CLAUSE("三3"), TITLE("产业园及机构绩效考评奖励", "Performance award for parks and agencies"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = YEARLY,
        .when = ALL(HAS(applicant_kinds, park_operator, hr_agency), park_performance_selected),
        .pays = UNSTATED,
        .department = TEXTS(HR_BUREAU)),

    MEASURE(building, CLAUSE("三3"), TITLE("单栋楼宇综合贡献奖励", "Award for a building's contribution"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(HAS(applicant_kinds, park_operator, local_government),
                    MORE_THAN(building_contribution, WAN(10000)),
                    building_first_time),
        .pays = UNSTATED,
        .department = TEXTS(SERVICES_BUREAU),
        .note = {"“突破1亿元”按超过1亿元理解。", "To break through 100 million yuan is read as exceeding it."}),

    /* 三4 The national export base */

    MEASURE(base_funding, CLAUSE("三4"), TITLE("出口基地共建资金补助", "Co-funding of the export base"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = park_recognised_district_base,
        .pays = UNSTATED,
        .department = TEXTS(BEILUN_GOVERNMENT, HR_BUREAU)),

    MEASURE(base_export, CLAUSE("三4"), TITLE("基地企业出口额补助", "Export subsidy for agencies in the base"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(HAS(applicant_kinds, hr_agency, employer), export_agency_in_base, MORE_THAN(export_value_usd, DOLLARS(0))),
        .pays = UP_TO(WAN(100)),
        .matter = "export_volume",
        .department = TEXTS(BEILUN_GOVERNMENT, HR_BUREAU)),

    MEASURE(feature_base, CLAUSE("三4"), TITLE("首次入选特色（示范）基地补助", "Subsidy for first selection as feature base"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = first_feature_base,
        .pays = UNSTATED,
        .department = TEXTS(COMMERCE_BUREAU)),

    MEASURE(offshore_interest, CLAUSE("三4"), TITLE("离岸外包贴息", "Interest subsidy for offshore outsourcing"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(HAS(applicant_kinds, hr_agency, employer),
                    hr_outsourcing_enterprise,
                    AT_LEAST(offshore_outsourcing_usd, DOLLARS(500000))),
        .pays = UP_TO(WAN(100)),
        .department = TEXTS(COMMERCE_BUREAU)),

    /* 三5 Leading agencies and headquarters */

    MEASURE(headquarters, CLAUSE("三5"), TITLE("新引进总部补助", "Subsidy for a newly introduced headquarters"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, new_headquarters, fiscal_contribution_met),
        .pays = UNSTATED,
        .matter = "headquarters",
        .department = TEXTS(INVESTMENT_AGENCY, COUNTY_GOVERNMENTS)),

    MEASURE(directory, CLAUSE("三5"), TITLE("新引进推荐名录机构补贴", "Subsidy for introduced directory agencies"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(AGENCY, newly_settled, in_recommended_directory),
        .pays = WAN(50),
        .department = TEXTS(HR_BUREAU)),

    MEASURE(above_scale, CLAUSE("三5"), TITLE("“小升规”奖励", "Award for growing above designated size"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, newly_above_scale),
        .pays = UNSTATED,
        .department = TEXTS(SERVICES_BUREAU, COUNTY_HR_BUREAUS)),

    MEASURE(listing, CLAUSE("三5"), TITLE("上市或入选培育库奖励", "Listing award"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, IN(listing_status, listed_named, listed_chinext, listed_other, municipal_reserve)),
        .pays = UP_TO(WAN(300)),
        .matter = "listing",
        .department = TEXTS(FINANCE_SUPERVISION)),

    /* 三6 People of the industry */

    MEASURE(senior_economist, CLAUSE("三6"), TITLE("破格申报高级经济师", "Exceptional application as senior economist"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, at_scale_agency),
        .department = TEXTS(HR_BUREAU)),

    MEASURE(expert_service, CLAUSE("三6"), TITLE("综合10强负责人专家服务待遇", "Expert services for heads of the overall top ten"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, provincial_overall_top10),
        .department = TEXTS(HR_BUREAU)),

    MEASURE(postdoc, CLAUSE("三6"), TITLE("设立博士后工作站支持", "Support for a postdoctoral station"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, postdoc_conditions_met),
        .department = TEXTS(HR_BUREAU)),

    /* 三7 Integrity and standards */

    MEASURE(procurement, CLAUSE("三7"), TITLE("同等条件优先承接政府购买服务", "Priority in public procurement"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(AGENCY, credit_rating_high),
        .department = TEXTS(DEVELOPMENT_COMMISSION, HR_BUREAU)),

    MEASURE(standards, CLAUSE("三7"), TITLE("标准制（修）定和试点示范补助", "Subsidy for standards and pilots"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = PER_EVENT,
        .when = ALL(AGENCY, AT_LEAST(standards_led, COUNT(1))),
        .pays = UP_TO(EACH(WAN(100), standards_led)),
        .department = TEXTS(MARKET_SUPERVISION)),
};

static const hs_silence silences[] = {
    NOTHING("一", "指导思想，不设待遇", "Guiding thought; grants nothing"),
    NOTHING("二", "到2025年的发展目标，不设待遇", "Goals up to 2025; grants nothing"),
    NOTHING("三8", "组织领导、统计监测和经费安排，只是对部门的要求",
            "Organisation, statistics and budget; a task for the authorities only"),
    NOTHING("四", "机构定义已写入各项措施的主体条件，有效期和重复享受规则已作为整个政策的规则表达",
            "The definition of an agency is expressed as the subject of the measures, the term and the duplication rule as those of "
            "the whole policy"),
};

POLICY(ningbo,
    .version     = "1.0.0",
    .adcode      = "330200",
    .name        = {"宁波市", "Ningbo City"},
    .title       = {"宁波市推进人力资源服务业高质量发展举措（来源文本无标题、文号、印发日期）",
                    "Ningbo's measures for the high-quality development of HR services (the source text bears no title, number or "
                    "date)"},
    .duplication = HIGHEST_WITH_TOP_UP, /* 四 附则 */
    .note        = {"自印发之日起有效期三年，来源文本未载印发日期，故效力期未知。同一事项多项奖补：就高、补差、不重复。",
                    "In force for three years from the day of issue, which the source text does not state, so the dates are unknown. "
                    "Several awards for one matter: the highest, topped up, none twice."},
    .checks      = SHARED_CHECKS);
