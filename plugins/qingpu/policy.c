/* 上海市青浦区：长三角（青浦）数字人力资源产业高质量发展的实施意见
   青人社规〔2022〕9号 — in force from 2023-01-01 to 2027-12-31 (六(五))

   Laid out as the document: the subjects of 三, the measures of 四 and 六 in its order, then the clauses that grant nothing. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* 三(二): registered and taxed in the district, sound rules and separate accounts, a legal person. */
#define LOCAL_FIRM ALL(registered_locally, taxed_locally, sound_accounts, independent_legal_person)

/* 三(二): an HR-service agency among them. */
#define AGENCY ALL(HAS(applicant_kinds, hr_agency), LOCAL_FIRM)

static const hs_measure measures[] = {
    /* 四(一) Opening and running */

    MEASURE(rent, CLAUSE("四(一)1"), TITLE("租金补贴", "Rent subsidy"),
        .kind = CASH,    .basis = FORMULA,   .per = YEARLY,
        .when = ALL(LOCAL_FIRM,
                    ANY(ALL(HAS(applicant_kinds, hr_agency), in_park, MORE_THAN(annual_revenue, WAN(2000))),
                        HAS(applicant_kinds, park_operator)),
                    self_used_office,
                    AT_LEAST(lease_years, COUNT(3))),
        .pays = CAP(WAN(60), PERCENT(30, annual_rent)),
        .years = 3,
        .note = {"“超过2000万元”不含2000万元；可连续申报3年，每年封顶60万元。入园和收入条件限定企业、机构，不限定园区运营管理主体。",
                 "More than 20 million yuan excludes 20 million. It can be claimed three years running, up to 600,000 yuan a year. "
                 "The conditions on park and revenue bind enterprises and agencies, not the operator of the park."}),

    MEASURE(opening, CLAUSE("四(一)2"), TITLE("开办补贴", "Opening subsidy"),
        .kind = CASH,    .basis = FORMULA,   .per = ONCE,
        .when = ALL(AGENCY,
                    newly_settled,
                    office_in_park,
                    AT_LEAST(paid_in_capital, WAN(500)),
                    AT_LEAST(local_annual_revenue, WAN(500))),
        .pays = TIERS(local_annual_revenue,
                      FROM(WAN(500),  WAN(20)),
                      FROM(WAN(1000), WAN(40)),
                      FROM(WAN(1500), WAN(60)),
                      FROM(WAN(2000), WAN(80))),
        .instalments = {50, 30, 20}),

    /* 四(二) Growing */

    MEASURE(contribution, CLAUSE("四(二)3"), TITLE("贡献奖励", "Contribution award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = YEARLY,
        .when = ALL(AGENCY, in_park, MORE_THAN(local_fiscal_contribution, YUAN(0))),
        .pays = UNSTATED),

    MEASURE(park_level, CLAUSE("四(二)4"), TITLE("产业园级别奖励", "Award for the park's level"),
        .kind = CASH,    .basis = FIXED,     .per = ONCE,
        .when = ALL(HAS(applicant_kinds, park_operator), IN(park_level, national, municipal, district)),
        .pays = BY(park_level,
                   (national,  WAN(100)),
                   (municipal, WAN(50)),
                   (district,  WAN(20)),
                   (none,      YUAN(0))),
        .matter = "park_recognition",
        .procedure = TEXTS({"认定", "recognition"})),

    MEASURE(scale, CLAUSE("四(二)5"), TITLE("规模奖励", "Scale award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, newly_settled, MORE_THAN(prior_main_revenue, WAN(10000)), first_time_at_scale),
        .pays = UNSTATED,
        .note = {"按青商规〔2021〕1号执行，本文件未载金额；“突破”按超过理解，档次为1亿、5亿、10亿元。",
                 "Governed by 青商规〔2021〕1号; this document states no amount. To break through a mark is read as exceeding it; the "
                 "marks are 100 million, 500 million and 1 billion yuan."}),

    MEASURE(listing, CLAUSE("四(二)6"), TITLE("上市奖励", "Listing award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, IS(listing_status, listed_named)),
        .pays = UNSTATED,
        .matter = "listing",
        .note = {"文件列举的板块不含创业板。", "The boards that the document lists do not include ChiNext."}),

    MEASURE(trademark, CLAUSE("四(二)7"), TITLE("驰名商标奖励", "Well-known trademark award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, well_known_trademark),
        .pays = UNSTATED),

    MEASURE(shanghai_brand, CLAUSE("四(二)7"), TITLE("“上海品牌”认证奖励", "Shanghai Brand award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, shanghai_brand),
        .pays = UNSTATED),

    /* 四(三) Going digital */

    MEASURE(data_centre, CLAUSE("四(三)10"), TITLE("共享数据中心授牌支持", "Support for a shared data centre"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = shared_data_centre),

    MEASURE(high_tech, CLAUSE("四(三)11"), TITLE("高新技术企业奖励", "High-tech enterprise award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, high_tech_recognised),
        .pays = UNSTATED),

    MEASURE(specialised, CLAUSE("四(三)11"), TITLE("“专精特新”“小巨人”企业奖励", "Specialised-enterprise award"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, specialised_recognised),
        .pays = UNSTATED),

    /* 四(四) Talent events */

    MEASURE(talent_event, CLAUSE("四(四)12"), TITLE("“引才”活动补贴", "Subsidy for talent events"),
        .kind = CASH,    .basis = FORMULA,   .per = YEARLY,
        .when = ALL(HAS(applicant_kinds, park_operator), talent_event_recognised, MORE_THAN(talent_event_cost, YUAN(0))),
        .pays = CAP(WAN(10), PERCENT(30, talent_event_cost)),
        .procedure = TEXTS({"认定", "recognition"})),

    /* 四(五) Core talents */

    MEASURE(bole, CLAUSE("四(五)13"), TITLE("“伯乐引才”配套奖励", "Match of the Bole recruiter award"),
        .kind = CASH,    .basis = FORMULA,   .per = PER_EVENT,
        .when = ALL(AGENCY, MORE_THAN(bole_award, YUAN(0))),
        .pays = bole_award),

    MEASURE(top_talent, CLAUSE("四(五)14"), TITLE("高层次人才铂金卡服务", "Platinum-card services for top talents"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, in_park, top_talent_recognised)),

    MEASURE(housing, CLAUSE("四(五)15"), TITLE("核心人才公寓优先入住", "Priority in talent housing"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, in_park, key_staff_housing)),

    /* 四(六) Skills */

    MEASURE(skills_training, CLAUSE("四(六)16"), TITLE("职业技能培训补贴", "Vocational-training subsidy"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, skills_training_projects),
        .pays = UNSTATED),

    MEASURE(skills_base, CLAUSE("四(六)17"), TITLE("创建技能人才培养基地支持", "Support for a skills-training base"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(HAS(applicant_kinds, hr_agency, association), skills_base_created)),

    /* 六 Final provisions */

    MEASURE(special_case, CLAUSE("六(一)"), TITLE("重要贡献“一事一议”", "Case-by-case support for outstanding contributors"),
        .kind = CASH,    .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(in_park, outstanding_contribution),
        .pays = UNSTATED),
};

static const hs_silence silences[] = {
    NOTHING("一(一)", "指导思想，不设待遇", "Guiding thought; grants nothing"),
    NOTHING("一(二)", "四条工作原则，不设待遇", "Four principles; grants nothing"),
    NOTHING("一(三)", "四项发展目标，不设待遇", "Four goals; grants nothing"),
    NOTHING("二(一)", "机构发展方向，扶持见第四部分", "Directions for agencies; the support stands in part 四"),
    NOTHING("二(二)", "产业园建设任务，扶持见第四部分", "Tasks for the parks; the support stands in part 四"),
    NOTHING("二(三)", "数字化发展任务，不设待遇", "Tasks for going digital; grants nothing"),
    NOTHING("三(一)", "支持对象之产业园，已写入涉及产业园的各项条件",
            "The parks as subject; expressed in the conditions that speak of the park"),
    NOTHING("三(二)", "支持对象之企业、机构，已写入各项措施的主体条件",
            "The enterprises and agencies as subject; expressed as the subject of the measures"),
    NOTHING("四(三)8", "鼓励发展数字化能力，未给予具体待遇", "Encourages digital capability; names no benefit"),
    NOTHING("四(三)9", "支持创新和技术融合，未给予具体待遇", "Supports innovation and new technology; names no benefit"),
    NOTHING("五(一)", "部门分工", "Division of work among the authorities"),
    NOTHING("五(二)", "产业园管理体制", "How the parks are run"),
    NOTHING("六(二)", "重复享受规则，已作为整个政策的规则表达", "Duplication; expressed as the rule of the whole policy"),
    NOTHING("六(三)", "按会计年度兑现，只涉及拨付时间", "Payment by accounting year; only a matter of timing"),
    NOTHING("六(四)", "由区人社局兑现并发布申报指南，属办理程序",
            "The district bureau pays and publishes the guides for applicants; a matter of procedure"),
    NOTHING("六(五)", "解释机关；施行日和有效期已作为整个政策的日期表达",
            "Who interprets; the dates are expressed as those of the whole policy"),
};

POLICY(qingpu,
    .version     = "1.0.0",
    .adcode      = "310118",
    .name        = {"上海市青浦区", "Qingpu District, Shanghai"},
    .title       = {"长三角（青浦）数字人力资源产业高质量发展的实施意见",
                    "Opinions on the high-quality development of the Yangtze Delta (Qingpu) digital HR industry"},
    .number      = "青人社规〔2022〕9号",
    .effective   = DATE(2023, 1, 1),
    .expires     = DATE(2027, 12, 31),
    .duplication = HIGHEST_NO_DUPLICATE, /* 六(二) */
    .note        = {"同类交叉政策：从优、从高、不重复。",
                    "Where policies of one kind overlap, the better and higher one applies, and none twice."},
    .checks      = SHARED_CHECKS);
