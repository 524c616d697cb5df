/* 宁波市北仑区：关于支持高质量建设宁波国家级人力资源服务出口基地的实施意见
   仑政办〔2023〕25号 — on trial from 2023-05-01 for one year, to 2024-04-30 (四 附则)

   Laid out as the document: the subjects of 四 附则, the measures of 三 in its order, but 9 after 10, then the clauses that
   grant nothing. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* 四 附则: an agency of the base is a legal person of the district and has settled in the digital foreign-trade HR park. */
#define BASE_AGENCY ALL(HAS(applicant_kinds, hr_agency), registered_locally, independent_legal_person, in_park)

/* 四 附则, of whoever sets up a headquarters in the base. */
#define SETTLED_IN_BASE ALL(registered_locally, independent_legal_person, in_park)

/* 三(二)4: a site abroad that is recognised and does business. */
#define SITE_AT_WORK ALL(FIELD(overseas_sites, recognised), FIELD(overseas_sites, has_export_business))

/* 三(二)5: an award of a commerce or human-resources department at one of the three levels. */
#define AWARD_MATCHED                                                                                                              \
    ALL(IN(FIELD(higher_level_awards, level), national, provincial, municipal),                                                    \
        IN(FIELD(higher_level_awards, department), commerce, human_resources))

static const hs_measure measures[] = {
    /* 三(一) Bringing in agencies */

    MEASURE(introduction, CLAUSE("三(一)1"), TITLE("引进优质机构按营业收入补助", "Subsidy on revenue for introduced agencies"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(BASE_AGENCY,
                    newly_settled,
                    international_business,
                    fits_base_orientation,
                    AT_LEAST(annual_revenue, WAN(300)),
                    AT_LEAST(comprehensive_output, WAN(100))),
        .pays = UP_TO(PERCENT(6, annual_revenue)),
        .note = {"“6%以内”：0 至 6%，文件未设金额上限；按年度申请理解。",
                 "Within 6 %: from 0 to 6 %; the document sets no ceiling in yuan. Read as claimed by the year."}),

    MEASURE(headquarters, CLAUSE("三(一)1"),
            TITLE("总部或共享服务中心认定奖励", "Award for a recognised headquarters or shared-service centre"),
        .kind = CASH,    .basis = FIXED,         .per = ONCE,
        .when = ALL(SETTLED_IN_BASE,
                    HAS(applicant_kinds, hr_agency, employer),
                    ANY(in_recommended_directory,
                        top500_enterprise,
                        IN(listing_status, listed_named, listed_chinext, listed_other)),
                    IN(headquarters_recognised, comprehensive, regional, functional, shared_services)),
        .pays = BY(headquarters_recognised,
                   (comprehensive,   WAN(60)),
                   (regional,        WAN(60)),
                   (functional,      WAN(30)),
                   (shared_services, WAN(30)),
                   (none,            YUAN(0))),
        .matter = "headquarters",
        .procedure = TEXTS({"认定", "recognition"})),

    MEASURE(rent, CLAUSE("三(一)1"), TITLE("入驻机构租金补贴", "Rent subsidy"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(BASE_AGENCY, physical_office, rent_review_passed),
        .pays = UP_TO(annual_rent),
        .procedure = TEXTS({"考核评审", "assessment and review"}),
        .note = {"“最高100%”：0 至全额；按年度理解。", "At most 100 %: from 0 to the whole rent. Read as paid by the year."}),

    MEASURE(growth, CLAUSE("三(一)2"), TITLE("成长型企业落户补助", "Settlement subsidy for growth enterprises"),
        .kind = CASH,    .basis = FIXED,         .per = YEARLY,
        .when = ALL(HAS(applicant_kinds, hr_agency, employer),
                    city_enterprise,
                    ANY(HAS(growth_titles, specialised, little_giant, gazelle, unicorn, single_champion),
                        IS(listing_status, municipal_reserve)),
                    export_agency_in_base),
        .pays = WAN(10),
        .years = 3,
        .note = {"前三年每年10万元。申请企业在宁波大市内即可，附则的北仑独立法人和入驻要求落在所设机构上；小巨人属专精特新企业。",
                 "100,000 yuan in each of the first three years. The applicant need only be of greater Ningbo: that a legal person of "
                 "Beilun settle in the park is asked of the agency it sets up. A little giant is a specialised enterprise."}),

    MEASURE(referral_leading, CLAUSE("三(一)3"),
            TITLE("引荐500强、上市公司投资或集团公司奖励", "Award for introducing leading agencies"),
        .kind = CASH,    .basis = FIXED,         .per = PER_EVENT,
        .when = AT_LEAST(referred_leading_agencies, COUNT(1)),
        .pays = EACH(WAN(20), referred_leading_agencies),
        .note = {"社会力量均可，不限主体类型。", "Open to anybody, whatever kind of applicant."}),

    MEASURE(referral_directory, CLAUSE("三(一)3"), TITLE("引荐推荐名录机构奖励", "Award for introducing directory agencies"),
        .kind = CASH,    .basis = BETWEEN,       .per = PER_EVENT,
        .when = AT_LEAST(referred_directory_agencies, COUNT(1)),
        .pays = RANGE(EACH(WAN(3), referred_directory_agencies), EACH(WAN(15), referred_directory_agencies))),

    /* 三(二) Growing agencies */

    MEASURE(overseas_site, CLAUSE("三(二)4"), TITLE("海外站点建设补助", "Subsidy for overseas sites"),
        .kind = CASH,    .basis = FORMULA,       .per = ONCE,
        .when = ALL(BASE_AGENCY, SOME(overseas_sites, SITE_AT_WORK)),
        .pays = SUM(overseas_sites, SITE_AT_WORK, CAP(WAN(10), PERCENT(50, FIELD(overseas_sites, build_cost)))),
        .matter = "overseas_site",
        .procedure = TEXTS({"基础建设认定", "recognition of the basic construction"}, {"评审", "review"})),

    MEASURE(export_execution, CLAUSE("三(二)4"), TITLE("服务出口执行额奖励", "Award for export volume"),
        .kind = CASH,    .basis = BETWEEN,       .per = YEARLY,
        .when = ALL(BASE_AGENCY,
                    AT_LEAST(export_value_usd, DOLLARS(500000)),
                    MORE_THAN(export_value_usd, export_value_prior_usd)),
        .pays = RANGE(WAN(10), WAN(100)),
        .matter = "export_volume",
        .note = {"“10万元以上”含10万元；同比正增长：本年大于上年，上年为0时按增长理解。",
                 "100,000 yuan or more includes 100,000. Growth means more this year than last; from 0 last year it counts as "
                 "growth."}),

    MEASURE(matching, CLAUSE("三(二)5"), TITLE("国家、省、市奖励1:1配套", "One-to-one match of higher-level awards"),
        .kind = CASH,    .basis = FORMULA,       .per = PER_EVENT,
        .when = ALL(BASE_AGENCY, SOME(higher_level_awards, AWARD_MATCHED)),
        .pays = SUM(higher_level_awards, AWARD_MATCHED, FIELD(higher_level_awards, amount))),

    MEASURE(brand_project, CLAUSE("三(二)5"), TITLE("出口品牌项目奖励", "Award for brand projects"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(BASE_AGENCY, selected_brand_project),
        .pays = UP_TO(WAN(10)),
        .procedure = TEXTS({"评选", "selection"})),

    MEASURE(hosted_event, CLAUSE("三(二)6"), TITLE("承办培训、论坛、创新创业活动补助", "Subsidy for hosting events"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = PER_EVENT,
        .when = ALL(BASE_AGENCY, AT_LEAST(hosted_events, COUNT(1))),
        .pays = UP_TO(EACH(WAN(5), hosted_events))),

    MEASURE(hosted_forum, CLAUSE("三(二)6"), TITLE("承办国际合作论坛补助", "Subsidy for hosting international forums"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = PER_EVENT,
        .when = ALL(BASE_AGENCY, AT_LEAST(hosted_international_forums, COUNT(1))),
        .pays = UP_TO(EACH(WAN(30), hosted_international_forums))),

    MEASURE(expo_booth, CLAUSE("三(二)6"), TITLE("境外参会参展展位费补助", "Booth-fee subsidy"),
        .kind = CASH,    .basis = FORMULA,       .per = PER_EVENT,
        .when = ALL(BASE_AGENCY, SOME(government_trips, FIELD(government_trips, approved))),
        .pays = SUM(government_trips, FIELD(government_trips, approved), FIELD(government_trips, booth_fee)),
        .procedure = TEXTS({"审批", "approval"})),

    MEASURE(expo_activity, CLAUSE("三(二)6"), TITLE("境外参会参展活动经费补助", "Activity-cost subsidy"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = PER_EVENT,
        .when = ALL(BASE_AGENCY, SOME(government_trips, FIELD(government_trips, approved))),
        .pays = UP_TO(SUM(government_trips, FIELD(government_trips, approved), CAP(WAN(5), FIELD(government_trips, activity_cost)))),
        .procedure = TEXTS({"审批", "approval"})),

    MEASURE(training, CLAUSE("三(二)6"), TITLE("研修培训费用补贴", "Training-cost subsidy"),
        .kind = CASH,    .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(BASE_AGENCY, SOME(trained_staff, MORE_THAN(FIELD(trained_staff, training_cost), YUAN(0)))),
        .pays = UP_TO(SUM(trained_staff, ALWAYS, CAP(WAN(5), FIELD(trained_staff, training_cost)))),
        .note = {"每人每年最高5万元，不超过实际费用。",
                 "At most 50,000 yuan for a person in a year, and not more than the real cost."}),

    /* 三(三) Services for enterprises */

    MEASURE(purchase, CLAUSE("三(三)8"), TITLE("本地企业采购基地服务补助", "Subsidy for local enterprises buying base services"),
        .kind = CASH,    .basis = FORMULA,       .per = YEARLY,
        .when = ALL(HAS(applicant_kinds, employer), registered_locally, purchase_filed, MORE_THAN(base_service_fees, YUAN(0))),
        .pays = CAP(WAN(50), base_service_fees),
        .procedure = TEXTS({"备案认定", "filing and recognition"})),

    /* 三(四) A good place for business */

    MEASURE(going_abroad, CLAUSE("三(四)10"), TITLE("“走出去”综合服务", "Services for going abroad"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = HAS(applicant_kinds, hr_agency)),

    MEASURE(pilot, CLAUSE("三(四)9"), TITLE("先行先试试点企业补贴", "Subsidy for pilot enterprises"),
        .kind = CASH,    .basis = ELSEWHERE,     .per = ONCE,
        .when = pilot_enterprise,
        .pays = UNSTATED,
        .note = {"“适当补贴”，文件未给出金额。", "A fitting subsidy, for which the document states no amount."}),

    MEASURE(entry_exit, CLAUSE("三(四)9"), TITLE("重点机构人员出入境便利化", "Entry and exit facilitation"),
        .kind = IN_KIND, .basis = ELSEWHERE,     .per = ONCE,
        .when = ALL(BASE_AGENCY, key_agency)),
};

static const hs_silence silences[] = {
    NOTHING("一", "指导思想，不设待遇", "Guiding thought; grants nothing"),
    NOTHING("二", "发展目标，不设待遇", "Goals; grants nothing"),
    NOTHING("三(三)7", "搭建平台、组织对接，只是对部门的要求", "Platform and matching events; a task for the authorities only"),
    NOTHING("三(五)11", "共建机制和专项资金，只是对部门的要求", "Joint building and its budget; a task for the authorities only"),
    NOTHING("三(五)12", "统计监测，只是对部门的要求", "Statistics; a task for the authorities only"),
    NOTHING("三(五)13", "基地数字化建设，支持机构部分未给予具体待遇",
            "Going digital; what it says of supporting agencies names no benefit"),
    NOTHING("四", "主体要求已写入各项条件，试行期和下调额度的权力已作为整个政策的规则表达，操作办法另行制定",
            "The subjects are expressed in the conditions, the trial year and the power to lower amounts as those of the whole "
            "policy; detailed rules come separately"),
};

POLICY(beilun,
    .version    = "1.0.0",
    .adcode     = "330206",
    .name       = {"宁波市北仑区", "Beilun District, Ningbo"},
    .title      = {"关于支持高质量建设宁波国家级人力资源服务出口基地的实施意见",
                   "Opinions on supporting the high-quality building of Ningbo's national HR-service export base"},
    .number     = "仑政办〔2023〕25号",
    .effective  = DATE(2023, 5, 1),
    .expires    = DATE(2024, 4, 30),
    .adjustable = 1, /* 四 附则 */
    .note       = {"试行一年。附则：当年享受额度结合企业实际经营情况综合确定，所有金额都可能被下调。",
                   "On trial for one year. Under 四 附则 the amount of a year is settled in view of how the enterprise is doing, so "
                   "every amount may be lowered."},
    .checks     = SHARED_CHECKS);
