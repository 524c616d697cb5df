/* 虚构市虚构区：支持产业发展若干措施（虚构，示例） — a fictional document that uses each word of the vocabulary, as a pattern to copy from.
   虚产〔2024〕1号 — in force from 2024-01-01 to 2026-12-31 (七(三))

   It is no region: nothing installs it, the tests build it by themselves. `huisuan policy new ID` writes a smaller start. Each measure has
   its clause above it in the document's words; the words of policy.h follow them from left to right. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* ---- Facts of its own, one of each kind ----------------------------------------------------------------------------------------
   First look whether facts.h has it: an applicant with two regions should be asked once. An id is for good; that of another region must
   not be defined differently, so the name tells whose it is. */

TOPIC(sample, 20, "示例", "Example");

#define ABOUT_ANSWER HINT("看对应的证明材料", "See the papers that prove it."), EVIDENCE("证明材料", "Papers that prove it")
#define NOW sample, AS_OF, BY_ACTION, ABOUT_ANSWER
#define OF_THIS_YEAR sample, THIS_YEAR, IN_TIME, ABOUT_ANSWER

YES_NO_FACT(sample_dishonest, "被列为失信单位", "Listed as dishonest", sample, AS_OF, IN_TIME, ABOUT_ANSWER);
YES_NO_FACT(sample_green, "获评绿色工厂", "Recognised as green factory", NOW, .local = 1);
YES_NO_FACT(sample_pilot, "列入试点", "Chosen for the pilot scheme", sample, APPLICATION, BY_ACTION, ABOUT_ANSWER);
MONEY_FACT(sample_equipment, "设备投入", "Spending on equipment", OF_THIS_YEAR);
MONEY_FACT(sample_research, "研发投入", "Spending on research", OF_THIS_YEAR);
MONEY_FACT(sample_revenue_prior, "上年营业收入", "Revenue of last year", sample, LAST_YEAR, NEVER, ABOUT_ANSWER);
MONEY_FACT(sample_revenue_before, "前年营业收入", "Revenue of the year before last", sample, YEAR_BEFORE_LAST, NEVER, ABOUT_ANSWER);
MONEY_FACT(sample_revenue_2023, "2023年营业收入", "Revenue of 2023", sample, CALENDAR_YEAR, NEVER, .year = 2023, ABOUT_ANSWER);
MONEY_FACT(sample_main_revenue, "主营业务收入", "Main-business revenue", OF_THIS_YEAR);
MONEY_FACT(sample_paid, "低等级时已领奖励", "Award received for a lower grade", sample, NO_PERIOD, NEVER, ABOUT_ANSWER);
MONEY_FACT(sample_principal, "贷款本金", "Principal of the loan", OF_THIS_YEAR);
MONEY_FACT(sample_interest, "实付利息", "Interest paid", OF_THIS_YEAR);
USD_FACT(sample_fair_usd, "境外展会费用（美元）", "Cost of fairs abroad, USD", OF_THIS_YEAR);
COUNT_FACT(sample_doctors, "引进博士人数", "Doctors hired", OF_THIS_YEAR, .unit = {"人", "people"});
COUNT_FACT(sample_masters, "引进硕士人数", "Masters hired", OF_THIS_YEAR, .unit = {"人", "people"});
COUNT_FACT(sample_new_staff, "新增参保人数", "New insured staff", OF_THIS_YEAR, .unit = {"人", "people"});
PERCENT_FACT(sample_loan_rate, "贷款年利率", "Yearly rate of the loan", NOW);
PERCENT_FACT(sample_parity, "美元中间价（100美元合人民币元）", "Central parity, yuan for 100 dollars", NOW);
#define sample_grade_VALUES(V, of) \
    V(of, none, "未评定", "None") \
    V(of, provincial, "省级", "Provincial") \
    V(of, national, "国家级", "National")
CHOICE_FACT(sample_grade, "示范企业等级", "Grade as model enterprise", NOW);
#define sample_trades_VALUES(V, of) \
    V(of, making, "制造业", "Manufacturing") \
    V(of, software, "软件业", "Software") \
    V(of, other, "其他", "Other")
CHOICES_FACT(sample_trades, "所属行业（可多选）", "Trades (several may apply)", NOW);

LIST_FACT(sample_projects, "技术改造项目", "Upgrading projects", OF_THIS_YEAR);
YES_NO_FIELD(sample_projects, accepted, "已验收", "Accepted", AS_OF, ABOUT_ANSWER);
MONEY_FIELD(sample_projects, cost, "项目投入", "Spending on the project", NO_PERIOD, ABOUT_ANSWER);
USD_FIELD(sample_projects, import_usd, "进口设备（美元）", "Imported equipment, USD", NO_PERIOD, ABOUT_ANSWER);
COUNT_FIELD(sample_projects, year_index, "项目第几年", "Year of the project", NO_PERIOD, .unit = {"年", "year"}, ABOUT_ANSWER);
PERCENT_FIELD(sample_projects, progress, "完成比例", "Share completed", AS_OF, ABOUT_ANSWER);
#define sample_projects__kind_VALUES(V, of) \
    V(of, digital, "数字化", "Digital") \
    V(of, safety, "安全", "Safety")
CHOICE_FIELD(sample_projects, kind, "项目类别", "Kind of project", NO_PERIOD, ABOUT_ANSWER);

CHECK(sample_main_within_revenue, AT_LEAST(annual_revenue, sample_main_revenue), "主营业务收入大于营业收入，请核对",
      "Main-business revenue exceeds revenue: please check.");

/* ---- Measures ------------------------------------------------------------------------------------------------------------------
   二: registered and taxed here, not dishonest. What many measures share gets a name. */
#define LOCAL_FIRM ALL(registered_locally, taxed_locally, NOT(sample_dishonest))

static const hs_measure measures[] = {
    /* 三(一) 设备投入200万元以上的，按10%给予补贴，最高100万元，分两期按60%、40%拨付。每年3月1日至4月30日申报。 */
    MEASURE(equipment, CLAUSE("三(一)"), TITLE("设备补贴", "Equipment subsidy"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(LOCAL_FIRM, AT_LEAST(sample_equipment, WAN(200))),
        .pays = CAP(WAN(100), PERCENT(10, sample_equipment)),
        .instalments = {60, 40},
        .window = EACH_YEAR(03, 01, 04, 30),
        .matter = "sample_upgrade",
        .department = TEXTS({"区经信局", "District bureau of industry"})),

    /* 三(二) 列入试点的，由区经信局评审核定，给予最高50万元。 */
    MEASURE(pilot, CLAUSE("三(二)"), TITLE("试点支持", "Support for pilots"),
        .kind = CASH, .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(LOCAL_FIRM, sample_pilot),
        .pays = UP_TO(WAN(50)),
        .matter = "sample_upgrade",
        .procedure = TEXTS({"评审", "review"})),

    /* 三(三) 获评省级、国家级示范企业的，奖励30万元、80万元；晋级的补足差额。 */
    MEASURE(grade, CLAUSE("三(三)"), TITLE("示范企业奖励", "Award for model enterprises"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(LOCAL_FIRM, IN(sample_grade, provincial, national)),
        .pays = TOP_UP(BY(sample_grade,
                          (national,   WAN(80)),
                          (provincial, WAN(30)),
                          (none,       YUAN(0))),
                       sample_paid)),

    /* 三(四) 主营业务收入占比不低于60%、营业收入连续两年增长不低于10%的，营业收入满1000万元、5000万元的奖励10万元、40万元，或按比上年
       增加部分的1%奖励，就高。 */
    MEASURE(growth, CLAUSE("三(四)"), TITLE("成长奖励", "Growth award"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM,
                    SHARE_AT_LEAST(sample_main_revenue, annual_revenue, 60),
                    GREW_AT_LEAST(annual_revenue, sample_revenue_prior, 10),
                    GREW_AT_LEAST(sample_revenue_prior, sample_revenue_before, 10)),
        .pays = GREATEST(TIERS(annual_revenue,
                               FROM(WAN(1000), WAN(10)),
                               FROM(WAN(5000), WAN(40))),
                         PERCENT(1, EXCESS(annual_revenue, sample_revenue_prior))),
        .note = {"不满1000万元的只按增加部分计算。", "Below 10 million yuan only the increase counts."}),

    /* 三(五) 制造业或软件业企业研发投入100万元以上的，100万元、500万元起分别按3%、5%补助；按等级另加：未评定0.5%、省级1%、国家级2%。 */
    MEASURE(research, CLAUSE("三(五)"), TITLE("研发补助", "Research grant"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, HAS(sample_trades, making, software), AT_LEAST(sample_research, WAN(100))),
        .pays = PLUS(PERCENT_OF(TIERS_RATE(sample_research,
                                           FROM_RATE(WAN(100), RATE(3)),
                                           FROM_RATE(WAN(500), RATE(5))),
                                sample_research),
                     PERCENT_OF(BY_RATE(sample_grade, (national, RATE(2)), (provincial, RATE(1)), (none, RATE_PER_MILLE(5))), sample_research))),

    /* 三(六) 营业收入比2023年增长超过20%的，超过2023年的部分累进奖励：100万元以内2.5%，100万元至500万元的部分万分之五十，
       再超过的部分千分之一；不足一千元的舍去。 */
    MEASURE(increase, CLAUSE("三(六)"), TITLE("增量累进奖励", "Award by slices of the increase"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, GREW_MORE_THAN(annual_revenue, sample_revenue_2023, 20)),
        .pays = ROUND_DOWN(1000, PLUS(PER_MILLE(25, LESSER(EXCESS(annual_revenue, sample_revenue_2023), WAN(100))),
                                      PER_TEN_THOUSAND(50, EXCESS(LESSER(EXCESS(annual_revenue, sample_revenue_2023), WAN(500)), WAN(100))),
                                      PER_MILLE(1, EXCESS(EXCESS(annual_revenue, sample_revenue_2023), WAN(500)))))),

    /* 三(七) 贷款贴息：绿色工厂按贷款利率的全额、其他企业按2.5%计算，不超过实付利息，连续3年；按百元四舍五入。 */
    MEASURE(interest, CLAUSE("三(七)"), TITLE("贷款贴息", "Interest subsidy"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, MORE_THAN(sample_loan_rate, RATE_PER_MILLE(25))),
        .pays = ROUND_HALF_UP(100, LESSER(PERCENT_OF(IF_RATE(sample_green, sample_loan_rate, RATE_PER_MILLE(25)), sample_principal),
                                          sample_interest)),
        .years = 3),

    /* 三(八) 境外展会费用1万美元以上的，折合人民币补助50%，按千元进位，全区每年200万元，先到先得，额满为止。 */
    MEASURE(fair, CLAUSE("三(八)"), TITLE("境外展会补助", "Grant for fairs abroad"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, AT_LEAST(sample_fair_usd, DOLLARS(10000))),
        .pays = WHILE_FUNDS_LAST(WAN(200), ROUND_UP(1000, PERCENT(50, IN_YUAN(sample_parity, sample_fair_usd))))),

    /* 三(九) 绿色工厂改造由区经信局在10万元至20万元之间核定，名额有限。 */
    MEASURE(green, CLAUSE("三(九)"), TITLE("绿色改造奖励", "Award for green upgrading"),
        .kind = CASH, .basis = BETWEEN, .per = ONCE,
        .when = ALL(LOCAL_FIRM, sample_green),
        .pays = FIRST_COME(RANGE(WAN(10), WAN(20)))),

    /* 三(十) 软件业企业营业收入比上年增长10%以上的奖励5万元，20%以上的奖励12万元；增幅在20%基础上每增加5个百分点，增加2万元，最多增加10万元；
       主营业务收入占比每满10个百分点，另加1000元。 */
    MEASURE(pace, CLAUSE("三(十)"), TITLE("增幅奖励", "Award by growth"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, HAS(sample_trades, software), GREW_AT_LEAST(annual_revenue, sample_revenue_prior, 10)),
        .pays = PLUS(TIERS(GROWTH(annual_revenue, sample_revenue_prior),
                           FROM(RATE(10), WAN(5)),
                           FROM(RATE(20), WAN(12))),
                     CAP(WAN(10), EACH(WAN(2), FULL(RATE(5), EXCESS_RATE(GROWTH(annual_revenue, sample_revenue_prior), RATE(20))))),
                     EACH(YUAN(1000), FULL(RATE(10), SHARE(sample_main_revenue, annual_revenue)))),
        .yields = TO(growth)),

    /* 四(一) 引进博士每人2万元、硕士每人1万元，硕士最多10人。 */
    MEASURE(talents, CLAUSE("四(一)"), TITLE("引才补贴", "Subsidy for talents"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, MORE_THAN(PLUS_COUNT(sample_doctors, sample_masters), COUNT(0))),
        .pays = EACH_OF((WAN(2), sample_doctors),
                        (WAN(1), CAP_COUNT(COUNT(10), sample_masters)))),

    /* 四(二) 新增参保人数超过20人的，超过部分每满10人奖励1万元；绿色工厂全部人数都算。已享受四(一)的，不再享受本项。 */
    MEASURE(jobs, CLAUSE("四(二)"), TITLE("稳岗扩岗奖励", "Award for new jobs"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, MORE_THAN(sample_new_staff, COUNT(20))),
        .pays = EACH(WAN(1), FULL(COUNT(10), IF_COUNT(sample_green, sample_new_staff, EXCESS_COUNT(sample_new_staff, COUNT(20))))),
        .yields = TO(talents)),

    /* 四(三) 高管个人奖励2万元，2025年1月1日起调整为3万元。 */
    MEASURE(manager, CLAUSE("四(三)"), TITLE("高管个人奖励", "Award for managers"),
        .kind = CASH, .basis = FIXED, .per = ONCE, .payee = PERSON,
        .when = ALL(LOCAL_FIRM, IS(sample_grade, national)),
        .pays = IF(SINCE(2025, 01, 01), WAN(3), WAN(2))),

    /* 五(一) 已验收、进口设备不满50万美元的技术改造项目，第一年补助投入的20%，第二年起10%，合计后发放。 */
    MEASURE(projects, CLAUSE("五(一)"), TITLE("技改项目补助", "Grant for upgrading projects"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, SOME(sample_projects, FIELD(sample_projects, accepted))),
        .pays = SUM(sample_projects,
                    ALL(FIELD(sample_projects, accepted), LESS_THAN(FIELD(sample_projects, import_usd), DOLLARS(500000))),
                    TIERS(FIELD(sample_projects, year_index),
                          FROM(COUNT(1), PERCENT(20, FIELD(sample_projects, cost))),
                          FROM(COUNT(2), PERCENT(10, FIELD(sample_projects, cost))))),
        .note = {"项目从第一年算起，低于首档不补。", "Years count from the first; below it nothing is paid."}),

    /* 五(二) 数字化项目，或完成比例超过80%的安全项目，每项奖励5000元。 */
    MEASURE(completed, CLAUSE("五(二)"), TITLE("项目推进奖励", "Award for progress"),
        .kind = CASH, .basis = FORMULA, .per = PER_EVENT,
        .when = LOCAL_FIRM,
        .pays = EACH(YUAN(5000), HOW_MANY(sample_projects, ANY(IS(FIELD(sample_projects, kind), digital),
                                                               ALL(IS(FIELD(sample_projects, kind), safety),
                                                                   MORE_THAN(FIELD(sample_projects, progress), RATE(80))))))),

    /* 五(四) 验收项目的进口设备合计超过10万美元的部分，每满1万美元奖励1000元；各项目年数合计每满5年，另奖励2000元。 */
    MEASURE(imports, CLAUSE("五(四)"), TITLE("进口设备奖励", "Award for imported equipment"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(LOCAL_FIRM, SOME(sample_projects, FIELD(sample_projects, accepted))),
        .pays = PLUS(EACH(YUAN(1000), FULL(DOLLARS(10000), EXCESS_USD(SUM_USD(sample_projects, FIELD(sample_projects, accepted),
                                                                              FIELD(sample_projects, import_usd)),
                                                                      DOLLARS(100000)))),
                     EACH(YUAN(2000), FULL(COUNT(5), SUM_COUNT(sample_projects, ALWAYS, FIELD(sample_projects, year_index)))))),

    /* 五(三) 2024年12月31日前，贷款本金300万元以下的，由区担保公司核定担保额度，最高300万元。 */
    MEASURE(guarantee, CLAUSE("五(三)"), TITLE("融资担保", "Loan guarantee"),
        .kind = LOAN, .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(LOCAL_FIRM, AT_MOST(sample_principal, WAN(300)), UNTIL(2024, 12, 31)),
        .pays = UP_TO(WAN(300))),

    /* 六(一) 主营业务收入占比超过90%的，优先安排用地。 */
    MEASURE(land, CLAUSE("六(一)"), TITLE("优先用地", "Priority for land"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(LOCAL_FIRM, SHARE_MORE_THAN(sample_main_revenue, annual_revenue, 90))),

    /* 六(二) 授予绿色工厂“虚构区标杆企业”称号，另按上级规定奖励（本文件未载金额）。 */
    MEASURE(title, CLAUSE("六(二)"), TITLE("标杆企业称号", "Title of model firm"),
        .kind = RECOGNITION, .basis = ELSEWHERE, .per = ONCE,
        .when = sample_green),
    MEASURE(title_award, CLAUSE("六(二)"), TITLE("标杆企业奖励", "Award with the title"),
        .kind = CASH, .basis = ELSEWHERE, .per = ONCE,
        .when = sample_green,
        .pays = UNSTATED),

    /* 六(三) 面向各类主体提供政策咨询。 */
    MEASURE(counsel, CLAUSE("六(三)"), TITLE("政策咨询", "Policy counsel"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALWAYS),
};

/* 七(一) 三(三)、三(四)每家每年合计最高100万元；除此之外，每家累计不超过1000万元，且不超过上年营业收入。 */
static const hs_limit limits[] = {
    LIMIT(awards, CLAUSE("七(一)"), TITLE("奖励合计上限", "Ceiling of both awards"),
        .per = YEARLY, .ceiling = WAN(100), .measures = OF(grade, growth)),
    LIMIT(firm, CLAUSE("七(一)"), TITLE("每家累计上限", "Ceiling for a firm"),
        .per = ONCE, .ceiling = LESSER(WAN(1000), sample_revenue_prior)),
};

/* Every other numbered clause, and why it grants nothing. Where there is none: EVERY_CLAUSE_GRANTS; */
static const hs_silence silences[] = {
    NOTHING("一", "指导思想，不设待遇", "Guiding thought; grants nothing"),
    NOTHING("二", "支持对象，已写入各项措施的条件", "Who is supported; expressed in the conditions"),
    NOTHING("七(二)", "重复享受规则，已作为整个政策的规则表达", "Duplication; expressed as the rule of the whole policy"),
    NOTHING("七(三)", "施行日、有效期和兑现截止日，已作为日期表达", "The dates; expressed as those of the policy"),
};

POLICY(template,
    .version         = "1.0.0",
    .adcode          = "999901",
    .name            = {"虚构区", "Fictional District"},
    .title           = {"支持产业发展若干措施（虚构，示例）", "Measures in support of industry (fictional, an example)"},
    .number          = "虚产〔2024〕1号",
    .effective       = DATE(2024, 01, 01),
    .expires         = DATE(2026, 12, 31),
    .claimable_until = DATE(2027, 06, 30),   /* 七(三) 有效期内发生的，2027年6月30日前可以申报 */
    .duplication     = HIGHEST_WITH_TOP_UP,  /* 七(二) 同一事项就高，不足的补差；“不重复”则写 HIGHEST_NO_DUPLICATE */
    .adjustable      = 1,                    /* 七(一) 资金不足时同比例下调 */
    .limits          = LIMITS(limits),
    .checks          = CHECKS(sample_main_within_revenue));
