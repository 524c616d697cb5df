/* 示例市：促进人力资源服务业高质量发展若干措施（虚构） — a fictional city and document
   示政发〔2024〕8号（虚构）— in force from 2024-05-01 to 2027-04-30 (二十八), claimable until 2027-10-31 (二十一)

   Each measure has its clause above it. How doubtful wordings are read stands in README.md. */
#include <huisuan/facts.h>
#include <huisuan/policy.h>

/* ---- Facts ---------------------------------------------------------------------------------------------------------------------
   二十一: in March and April the matters of the year before are applied for, so most facts are of LAST_YEAR. */

/* 二 */
YES_NO_FACT(example_city_filed, "已办理人力资源服务备案", "HR-service filing made", identity, AS_OF, BY_ACTION,
    HINT("没有许可证、只做了备案的选是", "Yes where a filing was made, with or without a licence."),
    EVIDENCE("人力资源服务备案凭证", "Proof of the filing"));
YES_NO_FACT(example_city_operates, "在本市实际经营", "Really operates in the city", identity, AS_OF, BY_ACTION, .local = 1,
    HINT("有人员、场地、业务在本市", "Staff, premises and business are in the city."),
    EVIDENCE("社保缴费、纳税和场地材料", "Social-insurance, tax and premises papers"));
YES_NO_FACT(example_city_branch_recognised, "市外企业在本市的分公司，经认定可参照执行", "Branch of an outside firm, recognised for equal treatment",
    identity, AS_OF, BY_ACTION, .local = 1,
    HINT("经市人社局会同市财政局认定的选是", "Yes if recognised by the HR and finance bureaus of the city."),
    EVIDENCE("认定文件", "Recognition document"));
YES_NO_FACT(example_city_penalised, "近两年因劳动保障、税收、安全生产受到较大数额罚款以上行政处罚",
    "Larger fine or worse for labour, tax or safety offences in the last two years", identity, AS_OF, IN_TIME,
    HINT("查信用中国等公示的处罚", "See the public record of penalties."), EVIDENCE("信用报告", "Credit report"));
YES_NO_FACT(example_city_dishonest, "被列入严重失信主体名单", "On the list of seriously dishonest entities", identity, AS_OF, IN_TIME,
    HINT("查信用中国的名单", "See the public list."), EVIDENCE("信用报告", "Credit report"));
YES_NO_FACT(example_city_report_filed, "按时报送人力资源服务业统计年报（无报送义务的选是）",
    "HR-service statistics reported in time (yes where there is no duty to)", identity, APPLICATION, BY_ACTION,
    HINT("看年报系统的报送记录", "See the record in the reporting system."), EVIDENCE("统计年报报送记录", "Record of the report"));
YES_NO_FACT(example_city_barred, "因骗取资金或承诺期内迁出，在三年不予受理期内", "Barred for three years after fraud or moving away",
    identity, AS_OF, IN_TIME,
    HINT("看发放部门的追回决定", "See the decision to recover the funds."), EVIDENCE("追回决定", "Decision to recover"));
YES_NO_FACT(example_city_under_two_years, "成立未满两年", "Founded less than two years ago", identity, AS_OF, NEVER,
    HINT("看营业执照成立日期", "See the founding date on the licence."), EVIDENCE("营业执照", "Business licence"));

/* 三 */
YES_NO_FACT(example_city_new_firm, "2024年5月1日以后在本市新注册", "Newly registered in the city since 1 May 2024", place, AS_OF, NEVER, .local = 1,
    HINT("看营业执照成立日期，5月1日当天算", "See the founding date; 1 May itself counts."), EVIDENCE("营业执照", "Business licence"));
YES_NO_FACT(example_city_pledge, "承诺五年内不迁出本市", "Pledged to stay five years", place, APPLICATION, BY_ACTION,
    HINT("已签承诺书选是", "Yes if the pledge is signed."), EVIDENCE("承诺书", "Pledge"));
MONEY_FACT(example_city_capital, "自登记之日起12个月内实缴注册资本", "Capital paid in within 12 months of registration", place, NO_PERIOD, IN_TIME,
    HINT("只算登记之日起12个月内到账的", "Only what came in within 12 months of registration."),
    EVIDENCE("验资报告、银行进账凭证", "Capital-verification report, bank receipts"));
YES_NO_FACT(example_city_foreign_firm, "外商投资人力资源服务机构", "Foreign-invested HR agency", place, AS_OF, NEVER,
    HINT("看外商投资信息报告", "See the foreign-investment report."), EVIDENCE("外商投资信息报告回执", "Receipt of the foreign-investment report"));
USD_FACT(example_city_foreign_usd, "自登记之日起18个月内实际到位外资合计（美元）", "Foreign capital received within 18 months, USD", place, NO_PERIOD, IN_TIME,
    HINT("各次到账相加，非美元先折美元", "All arrivals together; other currencies converted to dollars first."),
    EVIDENCE("外汇入账登记凭证", "Registration of the foreign-exchange receipts"));
LIST_FACT(example_city_arrivals, "外资各次到账（登记之日起18个月内）", "Arrivals of foreign capital within 18 months", place, NO_PERIOD, IN_TIME,
    HINT("每次到账填一行", "One row for each arrival."), EVIDENCE("外汇入账登记凭证", "Registration of the foreign-exchange receipts"));
USD_FIELD(example_city_arrivals, amount, "到账金额（美元）", "Amount, USD", NO_PERIOD,
    HINT("看该次入账凭证", "See the receipt of this arrival."), EVIDENCE("入账凭证", "Bank receipt"));
PERCENT_FIELD(example_city_arrivals, parity, "到账当日中间价（100美元合人民币元）", "Central parity of that day, yuan for 100 dollars", NO_PERIOD,
    HINT("看外汇交易中心当日公布的中间价", "See the central parity published for that day."), EVIDENCE("当日中间价公告", "Notice of the parity"));
PERCENT_FACT(example_city_cap_parity, "最后一次到账当日中间价（100美元合人民币元）", "Central parity of the last arrival, yuan for 100 dollars",
    place, NO_PERIOD, NEVER,
    HINT("用于折算50万美元的最高额", "It converts the ceiling of 500,000 dollars."), EVIDENCE("当日中间价公告", "Notice of the parity"));

/* 四 to 七 */
MONEY_FACT(example_city_revenue, "上年度营业收入", "Revenue of last year", finance, LAST_YEAR, NEVER,
    HINT("审计报告与税务申报表不一致的，取较低者", "Where audit report and tax return differ, the lower."),
    EVIDENCE("上年度审计报告、税务申报表", "Audit report and tax return of last year"));
MONEY_FACT(example_city_revenue_prior, "前年营业收入", "Revenue of the year before last", finance, YEAR_BEFORE_LAST, NEVER,
    HINT("审计报告与税务申报表不一致的，取较低者", "Where audit report and tax return differ, the lower."),
    EVIDENCE("该年度审计报告、税务申报表", "Audit report and tax return of that year"));
MONEY_FACT(example_city_revenue_third, "申报年度之前第三个年度营业收入", "Revenue of the third year before that of the application", finance, NO_PERIOD, NEVER,
    HINT("2026年申报填2023年的数", "Applying in 2026, the figure of 2023."),
    EVIDENCE("该年度审计报告、税务申报表", "Audit report and tax return of that year"));
MONEY_FACT(example_city_passed_on, "上年度劳务派遣代收代付的工资、社会保险费和住房公积金", "Wages and contributions passed on for dispatched staff last year",
    finance, LAST_YEAR, NEVER,
    HINT("不从事劳务派遣的填0", "0 without labour dispatch."), EVIDENCE("审计报告附注", "Notes of the audit report"));
YES_NO_FACT(example_city_first_passed, "上年度首次突破所在档次", "Passed this mark for the first time last year", finance, LAST_YEAR, NEVER,
    HINT("以前各年都没有超过所在档次选是", "Yes if no earlier year passed the mark."), EVIDENCE("历年审计报告", "Earlier audit reports"));
#define example_city_mark_paid_VALUES(V, of) \
    V(of, none, "没有领过", "None") \
    V(of, wan5000, "5000万元档", "50 million") \
    V(of, yi1, "1亿元档", "100 million") \
    V(of, yi5, "5亿元档", "500 million") \
    V(of, yi10, "10亿元档", "1 billion")
CHOICE_FACT(example_city_mark_paid, "规模奖励已领过的最高档次（含示政办发〔2021〕15号）", "Highest mark already rewarded, also by the document of 2021",
    finance, NO_PERIOD, NEVER,
    HINT("按示政办发〔2021〕15号领过同类奖励的，填相应档次", "An award of the document of 2021 counts as that mark."),
    EVIDENCE("历年奖励拨付文件", "Documents of earlier awards"));
YES_NO_FACT(example_city_two_years, "成立已满两个完整会计年度", "Two full accounting years since founding", finance, AS_OF, NEVER,
    HINT("看营业执照成立日期和审计报告", "See the founding date and the audit reports."), EVIDENCE("营业执照、审计报告", "Business licence, audit reports"));
MONEY_FACT(example_city_high_end, "上年度高端业务收入", "Revenue of high-end business last year", finance, LAST_YEAR, NEVER,
    HINT("寻访、管理咨询、人才测评等可单独核算的收入", "Search, consulting and assessment, accounted for separately."),
    EVIDENCE("审计报告附注、专项审计", "Notes of the audit report, special audit"));
COUNT_FACT(example_city_staff, "上年度从业人员总数", "Staff last year", finance, LAST_YEAR, NEVER, .unit = {"人", "people"},
    HINT("签劳动合同并缴社保的，不含被派遣劳动者", "With contract and insurance; dispatched workers do not count."),
    EVIDENCE("社保缴费名册", "Social-insurance list"));
COUNT_FACT(example_city_graduates, "其中本科以上学历从业人员", "Of these with a bachelor's degree or higher", finance, LAST_YEAR, NEVER, .unit = {"人", "people"},
    HINT("从业人员中本科以上的", "Staff with at least a bachelor's degree."), EVIDENCE("学历证书", "Degree certificates"));
COUNT_FACT(example_city_high_end_years, "高端业态补助已享受年度数", "Years in which the high-end grant was had", finance, NO_PERIOD, NEVER,
    .unit = {"年", "years"},
    HINT("累计，不必连续", "In all, not only in a row."), EVIDENCE("拨付文件", "Documents of the grants"));
YES_NO_FACT(example_city_entered, "首次纳入规模以上服务业统计", "First time in the statistics of services above designated size", finance, LAST_YEAR, BY_ACTION,
    HINT("上年度首次纳统，或2023年月度新增入库的选是", "Yes for last year, or for a monthly entry in 2023."),
    EVIDENCE("统计部门入库名单", "List of the statistics authority"));
YES_NO_FACT(example_city_monthly_2023, "属2023年月度新增入库", "A monthly entry of 2023", finance, CALENDAR_YEAR, NEVER, .year = 2023,
    HINT("看统计部门入库时间", "See the time of entry."), EVIDENCE("统计部门入库名单", "List of the statistics authority"));
COUNT_FACT(example_city_entry_year, "上年度是纳统后的第几年（纳统当年为0）", "Last year's number since the entry (the year of entry is 0)", finance, LAST_YEAR, NEVER,
    .unit = {"年", "years"},
    HINT("2024年纳统，2025年为1", "Entered in 2024: 2025 is 1."), EVIDENCE("统计部门入库名单", "List of the statistics authority"));
YES_NO_FACT(example_city_unbroken, "纳统以来未退库，且此前各年营业收入逐年正增长", "Never left the statistics; revenue grew in each earlier year since",
    finance, LAST_YEAR, NEVER,
    HINT("退过库的，再次入库也选否", "No once it has left, even if it is back."), EVIDENCE("统计部门名单、审计报告", "Statistics list, audit reports"));

/* 八 */
LIST_FACT(example_city_sites, "租赁并自用的本市认定产业园内办公用房", "Offices leased for own use in the city's recognised parks", place, LAST_YEAR, BY_ACTION,
    HINT("每处填一行；2024年1至4月的，享受过其他市级资金的不填", "One row for each; no months of early 2024 that had other city funds."),
    EVIDENCE("租赁合同、付款凭证", "Leases, payment slips"));
COUNT_FIELD(example_city_sites, floor_area, "建筑面积（平方米）", "Floor area, square metres", LAST_YEAR, .unit = {"平方米", "square metres"},
    HINT("租赁合同面积", "As in the lease."), EVIDENCE("租赁合同", "Lease"));
COUNT_FIELD(example_city_sites, area, "其中计入补贴的面积（平方米，各处合计最多1500）", "Of this counted, square metres (1,500 in all)", LAST_YEAR,
    .unit = {"平方米", "square metres"},
    HINT("各处合计超过1500平方米的，由机构指明计入哪些", "Beyond 1,500 in all the agency names which are counted."), EVIDENCE("租赁合同", "Lease"));
COUNT_FIELD(example_city_sites, staff, "在该处办公且缴社保满3个月的从业人员", "Staff there, insured for 3 months", LAST_YEAR, .unit = {"人", "people"},
    HINT("不含被派遣劳动者", "Without dispatched workers."), EVIDENCE("社保缴费名册", "Social-insurance list"));
MONEY_FIELD(example_city_sites, rent, "计入面积每月实际租金", "Monthly rent of the area counted", LAST_YEAR,
    HINT("按计入面积占比折算", "In proportion to the area counted."), EVIDENCE("租金发票", "Rent invoices"));
COUNT_FIELD(example_city_sites, months_2024, "申报的月数：2024年12月31日以前", "Months claimed up to 2024", LAST_YEAR, .unit = {"个月", "months"},
    HINT("起租日起36个月内，转租、分租、改变用途之月起不算", "Within 36 months of the first lease, not from the month of subletting."),
    EVIDENCE("租赁合同", "Lease"));
COUNT_FIELD(example_city_sites, months_2025, "申报的月数：2025年", "Months claimed in 2025", LAST_YEAR, .unit = {"个月", "months"},
    HINT("起租日起36个月内，转租、分租、改变用途之月起不算", "Within 36 months of the first lease, not from the month of subletting."),
    EVIDENCE("租赁合同", "Lease"));
COUNT_FIELD(example_city_sites, months_2026, "申报的月数：2026年1月1日以后", "Months claimed since 2026", LAST_YEAR, .unit = {"个月", "months"},
    HINT("起租日起36个月内，转租、分租、改变用途之月起不算", "Within 36 months of the first lease, not from the month of subletting."),
    EVIDENCE("租赁合同", "Lease"));
YES_NO_FACT(example_city_free_desk, "享受产业园免费工位等服务", "Has the free desks of the park", place, LAST_YEAR, BY_ACTION,
    HINT("按八(三)享受的选是", "Yes where had under clause 8(3)."), EVIDENCE("入驻协议", "Settlement agreement"));
YES_NO_FACT(example_city_startup, "首次入驻产业园的初创机构", "Start-up, first time in the park", place, AS_OF, BY_ACTION,
    HINT("以前没有入驻过产业园", "Was in no park before."), EVIDENCE("入驻协议、营业执照", "Settlement agreement, business licence"));

/* 九 */
#define example_city_park_VALUES(V, of) \
    V(of, none, "没有", "None") \
    V(of, municipal, "市级", "Municipal") \
    V(of, provincial, "省级", "Provincial") \
    V(of, national, "国家级", "National")
CHOICE_FACT(example_city_park, "运营的产业园上年度新认定的级别", "Level at which the park was newly recognised last year", park, LAST_YEAR, BY_ACTION,
    HINT("看认定文件", "See the recognition."), EVIDENCE("产业园认定文件", "Recognition of the park"));
#define example_city_park_before_VALUES(V, of) example_city_park_VALUES(V, of)
CHOICE_FACT(example_city_park_before, "该园已领过建设补助的级别", "Level for which the park already had the grant", park, NO_PERIOD, NEVER,
    HINT("没有领过选没有", "None if there was none."), EVIDENCE("拨付文件", "Documents of the grant"));
#define example_city_park_rating_VALUES(V, of) \
    V(of, other, "其他或未评估", "Other or not rated") \
    V(of, good, "良好", "Good") \
    V(of, excellent, "优秀", "Excellent")
CHOICE_FACT(example_city_park_rating, "产业园年度评估结果", "Yearly rating of the park", park, LAST_YEAR, BY_ACTION,
    HINT("看市人社局评估结果", "See the result of the city's HR bureau."), EVIDENCE("评估结果通知", "Notice of the rating"));
COUNT_FACT(example_city_tenants, "园区上年末入驻机构数", "Agencies in the park at the end of last year", park, LAST_YEAR, IN_TIME, .unit = {"家", "agencies"},
    HINT("看入驻花名册", "See the list of tenants."), EVIDENCE("入驻机构花名册", "List of tenants"));
COUNT_FACT(example_city_new_tenants, "上年新增的符合第二条要求的入驻机构数", "New tenants last year that satisfy clause 2", park, LAST_YEAR, IN_TIME,
    .unit = {"家", "agencies"},
    HINT("迁出又迁入的不重复计算", "Who left and came back counts no second time."), EVIDENCE("入驻协议", "Settlement agreements"));

/* 十 to 十二 */
#define EC_TALENT talent, LAST_YEAR, IN_TIME, .unit = {"人", "people"}, \
    HINT("为重点产业企业引进，合同1年以上、首次参保且连续满6个月；一人只填最高一项；年薪50万元以上的不填", \
         "For key-industry firms, contract of a year or more, first insured here for six months; each person once, none paid 500,000 or more."), \
    EVIDENCE("劳动合同、社保记录、学历职称证书", "Contracts, social-insurance records, degrees and titles")
COUNT_FACT(example_city_doctors, "引进博士研究生或正高级职称人员", "Doctors or senior titles brought in", EC_TALENT);
COUNT_FACT(example_city_masters, "引进硕士研究生、副高级职称人员或高级技师", "Masters, associate senior titles or senior technicians brought in", EC_TALENT);
COUNT_FACT(example_city_bachelors, "引进大学本科毕业生或技师", "Bachelors or technicians brought in", EC_TALENT);
LIST_FACT(example_city_top_paid, "引进的年度应税工资薪金较高的人员", "Highly paid people brought in", talent, LAST_YEAR, IN_TIME,
    HINT("为重点产业企业引进，合同、参保要求同前；每人一行", "For key-industry firms, same contract and insurance; one row each."),
    EVIDENCE("劳动合同、社保记录、个税记录", "Contracts, social-insurance and income-tax records"));
MONEY_FIELD(example_city_top_paid, wages, "首年应税工资薪金", "Taxable wages of the first year", LAST_YEAR,
    HINT("看个税记录", "See the income-tax record."), EVIDENCE("个税记录", "Income-tax record"));
COUNT_FACT(example_city_supplied, "上年为缺工名录企业输送、连续在岗3个月以上的员工", "Workers supplied to listed firms and kept for 3 months", training, LAST_YEAR,
    IN_TIME, .unit = {"人", "people"},
    HINT("全年累计", "Over the whole year."), EVIDENCE("输送协议、社保或工资记录", "Agreements, insurance or wage records"));
COUNT_FACT(example_city_supplied_needy, "其中脱贫人口、就业困难人员、残疾人", "Of these formerly poor, hard to place or disabled", training, LAST_YEAR, IN_TIME,
    .unit = {"人", "people"},
    HINT("一人只计一次", "Each person once."), EVIDENCE("身份认定材料", "Proof of status"));
COUNT_FACT(example_city_insured_2023, "本机构2023年12月缴纳社会保险人数", "Own insured staff in December 2023", training, CALENDAR_YEAR, NEVER, .year = 2023,
    .unit = {"人", "people"},
    HINT("看2023年12月社保缴费名册", "See the list of December 2023."), EVIDENCE("社保缴费名册", "Social-insurance list"));
COUNT_FACT(example_city_insured, "本机构上年12月缴纳社会保险人数", "Own insured staff in December of last year", training, LAST_YEAR, NEVER, .unit = {"人", "people"},
    HINT("看上年12月社保缴费名册", "See the list of last December."), EVIDENCE("社保缴费名册", "Social-insurance list"));
COUNT_FACT(example_city_growth_used, "净增人数中已用于往年申报的人数", "Of the net increase already used for earlier years", training, NO_PERIOD, NEVER,
    .unit = {"人", "people"},
    HINT("没有申报过填0", "0 if never claimed."), EVIDENCE("往年申报材料", "Earlier applications"));
LIST_FACT(example_city_hires, "委托经营性机构引进的人才", "People hired through commercial agencies", talent, LAST_YEAR, IN_TIME,
    HINT("用人企业填，每人一行", "For the employer, one row for each person."), EVIDENCE("服务合同、发票、付款凭证", "Contracts, invoices, payment slips"));
MONEY_FIELD(example_city_hires, salary, "年薪", "Yearly salary", LAST_YEAR, HINT("看劳动合同", "See the contract."), EVIDENCE("劳动合同", "Contract"));
MONEY_FIELD(example_city_hires, fee, "已支付的服务费", "Fee paid", LAST_YEAR, HINT("看付款凭证", "See the payment slips."), EVIDENCE("付款凭证", "Payment slips"));
YES_NO_FIELD(example_city_hires, since_2025, "2025年1月1日以后支付", "Paid since 1 January 2025", LAST_YEAR,
    HINT("看付款日期", "See the day of payment."), EVIDENCE("付款凭证", "Payment slips"));
YES_NO_FIELD(example_city_hires, related, "与受托机构有控股、实际控制等关联关系", "Related to the agency", LAST_YEAR,
    HINT("看双方股权", "See the owners of both."), EVIDENCE("股权证明", "Proof of the owners"));
YES_NO_FIELD(example_city_hires, rewarded, "该人员已按第十条享受奖补", "Already rewarded under clause 10", LAST_YEAR,
    HINT("向受托机构核实", "Ask the agency."), EVIDENCE("机构说明", "Statement of the agency"));
YES_NO_FIELD(example_city_hires, funded, "该人员已享受市级以上人才项目中介费资助", "Fee already funded by a talent project", LAST_YEAR,
    HINT("看人才项目拨付文件", "See the documents of the project."), EVIDENCE("拨付文件", "Documents of the grant"));

/* 十三, 十四 */
LIST_FACT(example_city_fairs, "受委托或备案举办的市内公益线下招聘会", "Public job fairs in the city, commissioned or filed", events, THIS_YEAR, IN_TIME,
    HINT("每场一行", "One row for each."), EVIDENCE("委托或备案文件、现场资料", "Commission or filing, photographs"));
COUNT_FIELD(example_city_fairs, firms, "参会企业（家）", "Firms taking part", THIS_YEAR, .unit = {"家", "firms"},
    HINT("看签到表", "See the sign-in list."), EVIDENCE("签到表", "Sign-in list"));
COUNT_FIELD(example_city_fairs, posts, "提供岗位（个）", "Posts offered", THIS_YEAR, .unit = {"个", "posts"},
    HINT("看岗位汇总", "See the list of posts."), EVIDENCE("岗位汇总表", "List of posts"));
YES_NO_FIELD(example_city_fairs, by_station, "由已获第十四条补助的站点举办", "Held by a station with the grant of clause 14", THIS_YEAR,
    HINT("看举办单位", "See who held it."), EVIDENCE("活动方案", "Programme"));
LIST_FACT(example_city_trips, "受委托或备案赴市外组织的公益招聘", "Public recruiting trips, commissioned or filed", events, THIS_YEAR, IN_TIME,
    HINT("每场一行", "One row for each."), EVIDENCE("委托或备案文件、费用凭证", "Commission or filing, cost vouchers"));
YES_NO_FIELD(example_city_trips, outside, "在省外", "Outside the province", THIS_YEAR,
    HINT("看举办地", "See the place."), EVIDENCE("活动方案", "Programme"));
MONEY_FIELD(example_city_trips, cost, "实际支出", "Actual cost", THIS_YEAR, HINT("看费用凭证", "See the vouchers."), EVIDENCE("费用凭证", "Cost vouchers"));
LIST_FACT(example_city_streams, "受委托或备案的公益直播带岗活动", "Public job streams, commissioned or filed", events, THIS_YEAR, IN_TIME,
    HINT("每场一行", "One row for each."), EVIDENCE("委托或备案文件、平台数据", "Commission or filing, data of the platform"));
COUNT_FIELD(example_city_streams, viewers, "单场实时观看人次", "Live viewers", THIS_YEAR, .unit = {"人次", "viewers"},
    HINT("看平台后台数据", "See the data of the platform."), EVIDENCE("平台数据", "Data of the platform"));
LIST_FACT(example_city_stations, "运营的零工市场、就业服务驿站", "Odd-job markets and job stations run", training, LAST_YEAR, IN_TIME,
    HINT("每个站点一行", "One row for each."), EVIDENCE("运营协议、服务台账", "Operating agreements, service records"));
COUNT_FIELD(example_city_stations, served, "全年服务人次", "People served in the year", LAST_YEAR, .unit = {"人次", "people"},
    HINT("看服务台账", "See the service records."), EVIDENCE("服务台账", "Service records"));
COUNT_FIELD(example_city_stations, days, "全年开放天数", "Days open in the year", LAST_YEAR, .unit = {"天", "days"},
    HINT("看开放记录", "See the opening records."), EVIDENCE("开放记录", "Opening records"));
YES_NO_FIELD(example_city_stations, passed, "区（县）评估合格", "Passed the district's review", LAST_YEAR,
    HINT("看评估结果", "See the result."), EVIDENCE("评估结果", "Result of the review"));
YES_NO_FIELD(example_city_stations, township, "设在乡镇", "In a township", LAST_YEAR, HINT("看站点地址", "See the address."), EVIDENCE("运营协议", "Operating agreement"));

/* 十五, 十六 */
LIST_FACT(example_city_systems, "上年验收的人力资源信息系统、智能招聘平台等项目", "HR systems and recruiting platforms accepted last year", digital, LAST_YEAR, IN_TIME,
    HINT("每个项目一行", "One row for each."), EVIDENCE("立项、验收材料和发票", "Project and acceptance papers, invoices"));
YES_NO_FIELD(example_city_systems, in_time, "2023年1月1日以后立项且2026年12月31日前验收", "Begun since 1 January 2023, accepted by 31 December 2026", NO_PERIOD,
    HINT("首尾两日都算", "Both days count."), EVIDENCE("立项、验收材料", "Project and acceptance papers"));
MONEY_FIELD(example_city_systems, cost, "软硬件实际投入（不含税）", "Spent on software and hardware, without tax", NO_PERIOD,
    HINT("看发票，不含税", "See the invoices, without tax."), EVIDENCE("发票、付款凭证", "Invoices, payment slips"));
MONEY_FIELD(example_city_systems, software, "其中软件投入（不含税）", "Of this software, without tax", NO_PERIOD,
    HINT("看发票，不含税", "See the invoices, without tax."), EVIDENCE("发票、付款凭证", "Invoices, payment slips"));
LIST_FACT(example_city_standards, "上年发布的参与起草的标准", "Standards drafted, published last year", digital, LAST_YEAR, IN_TIME,
    HINT("每项一行", "One row for each."), EVIDENCE("标准发布公告", "Notice of the standard"));
#define example_city_standards__level_VALUES(V, of) \
    V(of, national, "国家标准", "National") \
    V(of, industry, "行业标准", "Industry") \
    V(of, local, "地方标准", "Local") \
    V(of, other, "其他", "Other")
CHOICE_FIELD(example_city_standards, level, "标准级别", "Level of the standard", NO_PERIOD, HINT("看标准编号", "See its number."), EVIDENCE("标准文本", "The standard"));
COUNT_FIELD(example_city_standards, rank, "本单位在起草单位中的排名", "Rank among the drafters", NO_PERIOD, .unit = {"位", "place"},
    HINT("第一起草单位填1", "The first drafter is 1."), EVIDENCE("标准文本前言", "Foreword of the standard"));
#define example_city_honours_VALUES(V, of) \
    V(of, national, "国家级", "National") \
    V(of, provincial, "省级", "Provincial")
CHOICES_FACT(example_city_honours, "上年首次入选示范或诚信机构名单（可多选）", "First time on a list of model or honest agencies last year", awards, LAST_YEAR, BY_ACTION,
    HINT("看名单；以前入选过同级的不选", "See the list; none of a level reached before."), EVIDENCE("名单公布文件", "Document with the list"));
YES_NO_FACT(example_city_honest, "连续两年被评定为市级诚信人力资源服务机构", "Honest agency of the city two years running", awards, LAST_YEAR, IN_TIME,
    HINT("看两年的评定文件", "See both documents."), EVIDENCE("评定文件", "Documents of recognition"));

/* 十七, 十八 */
USD_FACT(example_city_receipts, "上年度服务出口实际收汇（美元）", "Export receipts last year, USD", exports, LAST_YEAR, NEVER,
    HINT("以外汇管理部门登记数据为准，非美元先折美元", "As registered by the foreign-exchange authority, in dollars."),
    EVIDENCE("外汇登记数据", "Foreign-exchange registration"));
USD_FACT(example_city_receipts_more, "上年度收汇比前年增加的部分（美元，没有增加填0）", "Increase of the receipts over the year before, USD (0 if none)",
    exports, LAST_YEAR, NEVER,
    HINT("上年收汇减前年收汇", "Receipts of last year less those of the year before."), EVIDENCE("外汇登记数据", "Foreign-exchange registration"));
PERCENT_FACT(example_city_year_end_parity, "上年度最后一个交易日中间价（100美元合人民币元）", "Central parity of last year's last trading day, yuan for 100 dollars",
    exports, LAST_YEAR, NEVER,
    HINT("看外汇交易中心公布的中间价", "See the parity published."), EVIDENCE("当日中间价公告", "Notice of the parity"));
LIST_FACT(example_city_branches, "申报补助的境外分支机构", "Branches abroad claimed for", overseas, LAST_YEAR, IN_TIME,
    HINT("每处一行，以前补助过的不填", "One row for each, none that had the grant before."), EVIDENCE("境外投资证书", "Certificate of investment abroad"));
USD_FIELD(example_city_branches, invested, "累计投资（美元）", "Invested in all, USD", LAST_YEAR, HINT("看境外投资备案", "See the filing."), EVIDENCE("汇出凭证", "Remittance slips"));
YES_NO_FIELD(example_city_branches, local_staff, "雇用当地员工", "Employs local staff", LAST_YEAR, HINT("看用工合同", "See the contracts."), EVIDENCE("用工合同", "Contracts"));
COUNT_FACT(example_city_branches_paid, "以前已补助的境外分支机构数", "Branches abroad that had the grant before", overseas, NO_PERIOD, NEVER, .unit = {"处", "branches"},
    HINT("没有填0", "0 if none."), EVIDENCE("拨付文件", "Documents of the grant"));
LIST_FACT(example_city_loans, "本市金融机构流动资金贷款", "Working-capital loans of local banks", finance, LAST_YEAR, IN_TIME,
    HINT("每笔一行，每笔最多24个月", "One row for each, 24 months at most."), EVIDENCE("借款合同、付息凭证", "Loan contracts, interest slips"));
MONEY_FIELD(example_city_loans, amount, "单笔贷款金额", "Amount of the loan", NO_PERIOD, HINT("看借款合同", "See the contract."), EVIDENCE("借款合同", "Loan contract"));
YES_NO_FIELD(example_city_loans, proper, "用于主营业务并按期付息", "For the main business, interest paid in time", LAST_YEAR,
    HINT("看资金用途和付息记录", "See its use and the interest record."), EVIDENCE("付息凭证", "Interest slips"));
MONEY_FIELD(example_city_loans, balance, "上年贴息期内的年化本金余额", "Principal over the subsidised part of last year, per year", LAST_YEAR,
    HINT("余额乘以贴息天数，除以全年天数；各笔合计最多1000万元", "Balance times days over the days of the year; 10 million for all loans."),
    EVIDENCE("贷款对账单", "Loan statements"));
MONEY_FIELD(example_city_loans, interest, "上年贴息期内实际支付利息", "Interest paid in the subsidised part of last year", LAST_YEAR,
    HINT("不含逾期利息、罚息", "Without overdue and penalty interest."), EVIDENCE("付息凭证", "Interest slips"));
MONEY_FACT(example_city_guaranteed, "上年经政府性融资担保机构担保的贷款额", "Loans guaranteed by a public guarantor last year", finance, LAST_YEAR, IN_TIME,
    HINT("没有填0", "0 if none."), EVIDENCE("担保合同", "Guarantee contracts"));
YES_NO_FACT(example_city_capital_market, "以发行股票、被并购等方式在资本市场融资", "Raised funds on the capital market", finance, AS_OF, BY_ACTION,
    HINT("上市、被并购等", "Listing, being acquired and the like."), EVIDENCE("发行或并购公告", "Notice of the issue or the acquisition"));

/* 十九, 二十 */
LIST_FACT(example_city_leaders, "高级管理人员或核心技术骨干", "Senior managers and core engineers", talent, LAST_YEAR, IN_TIME,
    HINT("申报的人员每人一行，不要超过名额", "One row for each person put forward, within the places."), EVIDENCE("任职文件、个税记录", "Appointments, income-tax records"));
COUNT_FIELD(example_city_leaders, years, "在本机构任职满几年", "Full years with the agency", LAST_YEAR, .unit = {"年", "years"},
    HINT("只填满的整年数", "Full years only."), EVIDENCE("劳动合同", "Contract"));
MONEY_FIELD(example_city_leaders, wages, "年度应税工资薪金", "Taxable wages of the year", LAST_YEAR, HINT("看个税记录", "See the income-tax record."), EVIDENCE("个税记录", "Income-tax record"));
#define EC_CERTIFICATE talent, NO_PERIOD, BY_ACTION, .unit = {"人", "people"}, \
    HINT("取得证书未满12个月的；同时取得几种的只填本人选的一种", "Certificate no older than 12 months; of several the one chosen."), \
    EVIDENCE("证书", "Certificate")
COUNT_FACT(example_city_title_middle, "取得人力资源管理专业中级职称的人数", "People with the middle HR title", EC_CERTIFICATE);
COUNT_FACT(example_city_title_senior, "取得人力资源管理专业高级职称的人数", "People with the senior HR title", EC_CERTIFICATE);
COUNT_FACT(example_city_hr_manager, "取得一级企业人力资源管理师证书的人数", "People certified as first-class HR manager", EC_CERTIFICATE);
YES_NO_FACT(example_city_newcomers, "有从市外引进、首次在本市购房或租房的人员", "Has people from outside the city who buy or rent here for the first time",
    talent, AS_OF, BY_ACTION,
    HINT("按人才安居规定核对", "See the rules of talent housing."), EVIDENCE("购房或租赁合同", "Purchase contract or lease"));
YES_NO_FACT(example_city_pilot, "“揭榜挂帅”首批示范项目经评审选定", "Chosen among the first model projects", awards, APPLICATION, BY_ACTION,
    HINT("看评审结果；须在7月15日17时前申报", "See the result; to be applied for by 17:00 of 15 July."), EVIDENCE("立项通知", "Notice of the project"));

CHECK(example_city_high_end_within_revenue, AT_LEAST(example_city_revenue, example_city_high_end), "高端业务收入不应大于营业收入，请核对",
      "High-end revenue should not exceed revenue: please check.");
CHECK(example_city_graduates_within_staff, AT_LEAST(example_city_staff, example_city_graduates), "本科以上人员不应多于从业人员，请核对",
      "Graduates should not outnumber the staff: please check.");
CHECK(example_city_needy_within_supplied, AT_LEAST(example_city_supplied, example_city_supplied_needy), "脱贫人口等不应多于输送人数，请核对",
      "Those hard to place should not outnumber the workers supplied: please check.");
CHECK(example_city_increase_within_receipts, AT_LEAST(example_city_receipts, example_city_receipts_more), "收汇增加额不应大于收汇额，请核对",
      "The increase should not exceed the receipts: please check.");

/* ---- What measures share -------------------------------------------------------------------------------------------------------
   二: who applies; 十二 waives the licence. 二十五: who is barred. 二十一: first round in 2025, in March and April. */
#define STANDING \
    ANY(ALL(registered_locally, independent_legal_person), example_city_branch_recognised), example_city_operates, NOT(example_city_penalised), \
        NOT(example_city_dishonest), example_city_report_filed, NOT(example_city_barred)
#define AGENCY ALL(STANDING, ANY(hr_license, example_city_filed))
#define AGENCY_IN_ROUND ALL(AGENCY, SINCE(2025, 01, 01))
#define FIRM_IN_ROUND ALL(STANDING, SINCE(2025, 01, 01))
#define HR_BUREAU .department = TEXTS({"市人力资源社会保障局", "Municipal HR and Social Security Bureau"})
#define ROUND .window = EACH_YEAR(03, 01, 04, 30), HR_BUREAU

/* 五: the year before; from 2026 the third year before, where that was more. 前款奖励. */
#define BASE GREATEST(example_city_revenue_prior, IF(SINCE(2026, 01, 01), example_city_revenue_third, YUAN(0)))
#define PACE GROWTH(example_city_revenue, BASE)
#define GROWTH_AWARD \
    PLUS(TIERS(PACE, FROM(RATE(10), WAN(5)), FROM(RATE(20), WAN(12)), FROM(RATE(30), WAN(20))), \
         CAP(WAN(10), EACH(WAN(2), FULL(RATE(5), EXCESS_RATE(PACE, RATE(30))))))

/* 八(二): which site counts, and what a month of it brings at each rate. */
#define SITE_COUNTS ALL(AT_LEAST(FIELD(example_city_sites, floor_area), COUNT(100)), AT_LEAST(FIELD(example_city_sites, staff), COUNT(10)))
#define SITE_MONTH(yuan) LESSER(EACH(YUAN(yuan), FIELD(example_city_sites, area)), PERCENT(70, FIELD(example_city_sites, rent)))
#define SITES_AREA SUM(example_city_sites, SITE_COUNTS, EACH(YUAN(1), FIELD(example_city_sites, area)))
#define SITES \
    ROUND_HALF_UP(100, SUM(example_city_sites, SITE_COUNTS, \
                           PLUS(EACH(SITE_MONTH(30), FIELD(example_city_sites, months_2024)), \
                                EACH(SITE_MONTH(25), FIELD(example_city_sites, months_2025)), \
                                EACH(SITE_MONTH(20), FIELD(example_city_sites, months_2026)))))

/* 十: the places go to the higher amounts first. */
#define DOCTORS CAP_COUNT(COUNT(100), example_city_doctors)
#define MASTERS CAP_COUNT(EXCESS_COUNT(COUNT(100), DOCTORS), example_city_masters)
#define BACHELORS CAP_COUNT(EXCESS_COUNT(COUNT(100), PLUS_COUNT(DOCTORS, MASTERS)), CAP_COUNT(COUNT(60), example_city_bachelors))

/* 十四: the ten stations with the higher amounts first. */
#define STATION_GOOD AT_LEAST(FIELD(example_city_stations, served), COUNT(2000)), FIELD(example_city_stations, passed)
#define STATION_OPEN STATION_GOOD, AT_LEAST(FIELD(example_city_stations, days), COUNT(200))
#define STATION_FULL STATION_GOOD, AT_LEAST(FIELD(example_city_stations, days), COUNT(250))
#define STATION_PART STATION_OPEN, LESS_THAN(FIELD(example_city_stations, days), COUNT(250))
#define IN_TOWNSHIP FIELD(example_city_stations, township)
#define RURAL_FULL HOW_MANY(example_city_stations, ALL(STATION_FULL, IN_TOWNSHIP))
#define URBAN_FULL HOW_MANY(example_city_stations, ALL(STATION_FULL, NOT(IN_TOWNSHIP)))
#define RURAL_PART HOW_MANY(example_city_stations, ALL(STATION_PART, IN_TOWNSHIP))
#define URBAN_PART HOW_MANY(example_city_stations, ALL(STATION_PART, NOT(IN_TOWNSHIP)))
#define REST(...) EXCESS_COUNT(COUNT(10), __VA_ARGS__)

/* 十八 */
#define LOAN_COUNTS ALL(AT_LEAST(FIELD(example_city_loans, amount), WAN(100)), FIELD(example_city_loans, proper))

/* 十九(一) */
#define LEADER ALL(AT_LEAST(FIELD(example_city_leaders, years), COUNT(2)), MORE_THAN(FIELD(example_city_leaders, wages), WAN(40)))
#define LEADER_PLACES IF_COUNT(AT_LEAST(example_city_revenue, WAN(10000)), COUNT(10), COUNT(5))
#define LEADERS_PAY SUM(example_city_leaders, LEADER, CAP(WAN(5), PERCENT(5, EXCESS(FIELD(example_city_leaders, wages), WAN(40)))))

/* ---- Measures ---------------------------------------------------------------------------------------------------------------- */
static const hs_measure measures[] = {
    /* 三(一) 自登记之日起12个月内实缴注册资本达到500万元的，对不超过2000万元的部分按2%、超过2000万元至5000万元的部分按3%、超过5000万元的部分按4%
       奖励，最高300万元；分三年按50%、30%、20%拨付。 */
    MEASURE(settle_capital, CLAUSE("三(一)"), TITLE("新设机构落户奖励（实缴资本）", "Award for new agencies (paid-in capital)"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_new_firm, example_city_pledge, AT_LEAST(example_city_capital, WAN(500))),
        .pays = CAP(WAN(300), PLUS(PERCENT(2, LESSER(example_city_capital, WAN(2000))),
                                   PERCENT(3, EXCESS(LESSER(example_city_capital, WAN(5000)), WAN(2000))),
                                   PERCENT(4, EXCESS(example_city_capital, WAN(5000))))),
        .instalments = {50, 30, 20},
        .matter = "example_city_settlement", ROUND,
        .note = {"第二笔、第三笔还要求上一年度在本市营业收入分别不低于1000万元、2000万元，届时核定，未达到的该笔不拨。",
                 "The second and third instalments also want revenue in the city of 10 and 20 million yuan in the year before; else they lapse."}),

    /* 三(二) 外商投资机构18个月内实际到位外资不低于100万美元的，按3%奖励，最高50万美元的等值人民币；分次到账的，分次折算。 */
    MEASURE(settle_foreign, CLAUSE("三(二)"), TITLE("新设机构落户奖励（外资）", "Award for new agencies (foreign capital)"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_new_firm, example_city_pledge, example_city_foreign_firm,
                    AT_LEAST(example_city_foreign_usd, DOLLARS(1000000))),
        .pays = CAP(IN_YUAN(example_city_cap_parity, DOLLARS(500000)),
                    PERCENT(3, SUM(example_city_arrivals, ALWAYS,
                                   IN_YUAN(FIELD(example_city_arrivals, parity), FIELD(example_city_arrivals, amount))))),
        .instalments = {50, 30, 20},
        .matter = "example_city_settlement", ROUND,
        .note = {"第二笔、第三笔还要求上一年度在本市营业收入分别不低于1000万元、2000万元，届时核定；最高额按最后一次到账当日中间价折算。",
                 "The later instalments want revenue as in 三(一); the ceiling is converted at the parity of the last arrival."}),

    /* 四 年度营业收入首次突破5000万元、1亿元、5亿元、10亿元的，分别给予10万元、20万元、60万元、120万元；补足差额；跨档按最高一档。 */
    MEASURE(scale, CLAUSE("四"), TITLE("规模晋级奖励", "Award for passing a mark of revenue"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_first_passed, MORE_THAN(EXCESS(example_city_revenue, example_city_passed_on), WAN(5000))),
        .pays = TOP_UP(IF(MORE_THAN(EXCESS(example_city_revenue, example_city_passed_on), WAN(100000)), WAN(120),
                       IF(MORE_THAN(EXCESS(example_city_revenue, example_city_passed_on), WAN(50000)), WAN(60),
                       IF(MORE_THAN(EXCESS(example_city_revenue, example_city_passed_on), WAN(10000)), WAN(20), WAN(10)))),
                       BY(example_city_mark_paid,
                          (yi10,    WAN(120)),
                          (yi5,     WAN(60)),
                          (yi1,     WAN(20)),
                          (wan5000, WAN(10)),
                          (none,    YUAN(0)))),
        ROUND),

    /* 五 上年度营业收入1000万元以上的，增长10%、20%、30%以上的奖励5万元、12万元、20万元；30%基础上每增加5个百分点增加2万元，最高10万元；
       连续两年均在20%以上的，第二年上浮50%。 */
    MEASURE(growth, CLAUSE("五"), TITLE("增长奖励", "Growth award"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, example_city_two_years, AT_LEAST(example_city_revenue, WAN(1000)), AT_LEAST(PACE, RATE(10))),
        .pays = PLUS(GROWTH_AWARD,
                     IF(ALL(AT_LEAST(PACE, RATE(20)), GREW_AT_LEAST(example_city_revenue_prior, example_city_revenue_third, 20)),
                        PERCENT(50, GROWTH_AWARD), YUAN(0))),
        .matter = "example_city_growth_or_high_end", ROUND),

    /* 六 高端业务收入占比不低于50%，本科以上占60%以上的，200万元、1000万元、3000万元以上的分别按3%、5%、8%补助，每年最高300万元，累计不超过三个年度。 */
    MEASURE(high_end, CLAUSE("六"), TITLE("高端业态补助", "Grant for high-end business"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SHARE_AT_LEAST(example_city_high_end, example_city_revenue, 50),
                    SHARE_AT_LEAST(example_city_graduates, example_city_staff, 60),
                    AT_LEAST(example_city_high_end, WAN(200)), LESS_THAN(example_city_high_end_years, COUNT(3))),
        .pays = CAP(WAN(300), ROUND_DOWN(10000, PERCENT_OF(TIERS_RATE(example_city_high_end,
                                                                      FROM_RATE(WAN(200), RATE(3)),
                                                                      FROM_RATE(WAN(1000), RATE(5)),
                                                                      FROM_RATE(WAN(3000), RATE(8))),
                                                           example_city_high_end))),
        .matter = "example_city_growth_or_high_end", ROUND),

    /* 七 首次纳入规模以上服务业统计的，一次性奖励10万元；2023年月度新增入库的按80%。 */
    MEASURE(above_scale, CLAUSE("七"), TITLE("升规纳统奖励", "Award for entering the statistics"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_entered),
        .pays = IF(example_city_monthly_2023, PERCENT(80, WAN(10)), WAN(10)),
        ROUND),
    /* 七 自纳统次年起连续三年保持在库且营业收入逐年正增长的，每年再奖励3万元。 */
    MEASURE(above_scale_kept, CLAUSE("七"), TITLE("稳规增长奖励", "Award for staying in the statistics"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, example_city_unbroken, AT_LEAST(example_city_entry_year, COUNT(1)),
                    AT_MOST(example_city_entry_year, COUNT(3)), GREW_MORE_THAN(example_city_revenue, example_city_revenue_prior, 0)),
        .pays = IF(example_city_monthly_2023, PERCENT(80, WAN(3)), WAN(3)),
        ROUND),

    /* 八(一)(二) 每平方米每月30元，不高于实际租金的70%；2025年起25元，2026年起20元；每处100平方米、10人以上，合计最多1500平方米，最长36个月。 */
    MEASURE(rent, CLAUSE("八(一)"), TITLE("用房补贴", "Subsidy for offices"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, NOT(example_city_free_desk), SOME(example_city_sites, SITE_COUNTS), AT_MOST(SITES_AREA, YUAN(1500))),
        .pays = CAP(WAN(54), SITES),
        .matter = "example_city_rent", ROUND,
        .note = {"标准按租期所在月份。条件里的1元代表1平方米。1500平方米每月30元，十二个月为54万元。",
                 "The rate is that of the month rented. 1 yuan in the condition stands for a square metre. 1,500 of them at 30 yuan make 540,000 in twelve months."}),
    /* 八(二) 各处面积合计超过1500平方米的，按1500平方米计算：计入哪些未指明的，由受理部门核定。 */
    MEASURE(rent_over, CLAUSE("八(二)"), TITLE("用房补贴（合计超过1500平方米）", "Subsidy for offices, more than 1,500 square metres in all"),
        .kind = CASH, .basis = DISCRETIONARY, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, NOT(example_city_free_desk), SOME(example_city_sites, SITE_COUNTS), MORE_THAN(SITES_AREA, YUAN(1500))),
        .pays = UP_TO(CAP(WAN(54), SITES)),
        .matter = "example_city_rent", ROUND,
        .note = {"条件里的1元代表1平方米。机构指明计入面积后按八(一)计算。",
                 "1 yuan in the condition stands for a square metre. Once the agency names what is counted, 八(一) applies."}),
    /* 八(三) 首次入驻且从业人员不满10人的初创机构，免费提供不超过12个月的工位等服务。 */
    MEASURE(free_desk, CLAUSE("八(三)"), TITLE("初创机构免费工位等服务", "Free desks and services for start-ups"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY, example_city_startup, LESS_THAN(example_city_staff, COUNT(10))), HR_BUREAU),

    /* 九 新认定为市级的，80万元。 */
    MEASURE(park_municipal, CLAUSE("九"), TITLE("市级产业园建设补助", "Grant for a municipal park"),
        .kind = CASH, .basis = FIXED, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, IS(example_city_park, municipal), IS(example_city_park_before, none)),
        .pays = WAN(80), ROUND),
    /* 九 新认定为国家级、省级的，500万元、200万元；由低级别升为高级别的补足差额；分两年平均拨付。 */
    MEASURE(park_upper, CLAUSE("九"), TITLE("省级以上产业园建设补助", "Grant for a provincial or national park"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, IN(example_city_park, provincial, national)),
        .pays = TOP_UP(BY(example_city_park, (national, WAN(500)), (provincial, WAN(200)), (municipal, YUAN(0)), (none, YUAN(0))),
                       BY(example_city_park_before, (national, WAN(500)), (provincial, WAN(200)), (municipal, WAN(80)), (none, YUAN(0)))),
        .instalments = {50, 50}, ROUND),
    /* 九 年度评估为优秀、良好的，10万元至20万元、5万元至10万元，由该局确定。 */
    MEASURE(park_rating, CLAUSE("九"), TITLE("产业园运营补助", "Grant for running a park"),
        .kind = CASH, .basis = BETWEEN, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, IN(example_city_park_rating, good, excellent)),
        .pays = BY(example_city_park_rating, (excellent, RANGE(WAN(10), WAN(20))), (good, RANGE(WAN(5), WAN(10))), (other, YUAN(0))),
        .procedure = TEXTS({"年度评估", "yearly rating"}), ROUND),
    /* 九 入驻机构达到30家后，每新增1家奖励1万元，每年最高20万元。 */
    MEASURE(park_tenants, CLAUSE("九"), TITLE("园区新增机构奖励", "Award for new tenants"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, MORE_THAN(example_city_tenants, COUNT(30)), MORE_THAN(example_city_new_tenants, COUNT(0))),
        .pays = CAP(WAN(20), EACH(WAN(1), CAP_COUNT(EXCESS_COUNT(example_city_tenants, COUNT(30)), example_city_new_tenants))),
        ROUND),

    /* 十(一)(二)(三) 每人1万元、5000元、1500元；每年不超过100人，其中第(三)项不超过60人。 */
    MEASURE(talents, CLAUSE("十(一)"), TITLE("引才奖补", "Award for bringing in talents"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND,
                    MORE_THAN(PLUS_COUNT(example_city_doctors, example_city_masters, example_city_bachelors), COUNT(0))),
        .pays = EACH_OF((WAN(1), DOCTORS), (YUAN(5000), MASTERS), (YUAN(1500), BACHELORS)),
        ROUND),
    /* 十 年度应税工资薪金在50万元以上的，按首年应税工资薪金的5%，单人最高5万元，不受人数限制。 */
    MEASURE(top_talents, CLAUSE("十"), TITLE("高薪人才引才奖补", "Award for highly paid talents"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_top_paid, AT_LEAST(FIELD(example_city_top_paid, wages), WAN(50)))),
        .pays = SUM(example_city_top_paid, AT_LEAST(FIELD(example_city_top_paid, wages), WAN(50)),
                    CAP(WAN(5), PERCENT(5, FIELD(example_city_top_paid, wages)))),
        ROUND),

    /* 十一 全年累计达到100人的，每满100人奖励3万元，最高60万元；脱贫人口等每人另增加500元。 */
    MEASURE(labour, CLAUSE("十一"), TITLE("输送用工奖励", "Award for supplying workers"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, AT_LEAST(example_city_supplied, COUNT(100))),
        .pays = PLUS(CAP(WAN(60), EACH(WAN(3), FULL(COUNT(100), example_city_supplied))), EACH(YUAN(500), example_city_supplied_needy)),
        ROUND),
    /* 十一 以2023年12月为基数，净增10人以上的，每增加1人800元，每年最高8万元；已用于往年的扣除。 */
    MEASURE(own_staff, CLAUSE("十一"), TITLE("机构自身稳岗扩岗奖励", "Award for own new staff"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, AT_LEAST(EXCESS_COUNT(example_city_insured, example_city_insured_2023), COUNT(10)),
                    MORE_THAN(EXCESS_COUNT(EXCESS_COUNT(example_city_insured, example_city_insured_2023), example_city_growth_used), COUNT(0))),
        .pays = CAP(WAN(8), EACH(YUAN(800), EXCESS_COUNT(EXCESS_COUNT(example_city_insured, example_city_insured_2023),
                                                         example_city_growth_used))),
        ROUND),

    /* 十二 引进年薪30万元以上人才，按服务费的50%（2025年1月1日起40%）补助，每人最高6万元，每家每年最高30万元；已享受第十条的减半。 */
#define HIRE_COUNTS ALL(AT_LEAST(FIELD(example_city_hires, salary), WAN(30)), NOT(FIELD(example_city_hires, related)), NOT(FIELD(example_city_hires, funded)), \
                        MORE_THAN(FIELD(example_city_hires, fee), YUAN(0)))
#define HIRE_GRANT CAP(WAN(6), PERCENT_OF(IF_RATE(FIELD(example_city_hires, since_2025), RATE(40), RATE(50)), FIELD(example_city_hires, fee)))
    MEASURE(hiring_fee, CLAUSE("十二"), TITLE("引才费用补助", "Grant for hiring fees"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(FIRM_IN_ROUND, SOME(example_city_hires, HIRE_COUNTS)),
        .pays = CAP(WAN(30), SUM(example_city_hires, HIRE_COUNTS,
                                 IF(FIELD(example_city_hires, rewarded), PERCENT(50, HIRE_GRANT), HIRE_GRANT))),
        ROUND),

    /* 十三(一) 参会企业30家以上的，每场1万元；50家以上且岗位1000个以上的，每场2万元。年度预算300万元，额满为止。 */
#define FAIR_COUNTS ALL(AT_LEAST(FIELD(example_city_fairs, firms), COUNT(30)), NOT(FIELD(example_city_fairs, by_station)))
    MEASURE(fairs, CLAUSE("十三(一)"), TITLE("线下招聘会补助", "Grant for job fairs"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY, SOME(example_city_fairs, FAIR_COUNTS)),
        .pays = WHILE_FUNDS_LAST(WAN(300), SUM(example_city_fairs, FAIR_COUNTS,
                    IF(ALL(AT_LEAST(FIELD(example_city_fairs, firms), COUNT(50)), AT_LEAST(FIELD(example_city_fairs, posts), COUNT(1000))),
                       WAN(2), WAN(1)))),
        HR_BUREAU),
    /* 十三(二) 省内每场最高2万元，省外每场最高4万元，据实核销。 */
    MEASURE(trips, CLAUSE("十三(二)"), TITLE("赴市外招聘补助", "Grant for recruiting trips"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY, SOME(example_city_trips, MORE_THAN(FIELD(example_city_trips, cost), YUAN(0)))),
        .pays = WHILE_FUNDS_LAST(WAN(300), SUM(example_city_trips, ALWAYS,
                    CAP(IF(FIELD(example_city_trips, outside), WAN(4), WAN(2)), FIELD(example_city_trips, cost)))),
        HR_BUREAU),
    /* 十三(三) 直播带岗，实时观看不少于1万人次的，每场3000元。 */
    MEASURE(streams, CLAUSE("十三(三)"), TITLE("直播带岗补助", "Grant for job streams"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY, SOME(example_city_streams, AT_LEAST(FIELD(example_city_streams, viewers), COUNT(10000)))),
        .pays = WHILE_FUNDS_LAST(WAN(300), EACH(YUAN(3000),
                    HOW_MANY(example_city_streams, AT_LEAST(FIELD(example_city_streams, viewers), COUNT(10000))))),
        HR_BUREAU),

    /* 十四 每个站点每年5万元，乡镇6万元，最多10个；开放200天以上不足250天的按60%。 */
    MEASURE(stations, CLAUSE("十四"), TITLE("零工市场、就业服务驿站补助", "Grant for odd-job markets and job stations"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_stations, ALL(STATION_OPEN))),
        .pays = EACH_OF((WAN(6), CAP_COUNT(COUNT(10), RURAL_FULL)),
                        (WAN(5), CAP_COUNT(REST(RURAL_FULL), URBAN_FULL)),
                        (PERCENT(60, WAN(6)), CAP_COUNT(REST(PLUS_COUNT(RURAL_FULL, URBAN_FULL)), RURAL_PART)),
                        (PERCENT(60, WAN(5)), CAP_COUNT(REST(PLUS_COUNT(RURAL_FULL, URBAN_FULL, RURAL_PART)), URBAN_PART))),
        ROUND),

    /* 十五 投入50万元以上的，不超过200万元的部分10%，超过200万元的部分15%，单个项目最高60万元；软件占40%以上。 */
#define SYSTEM_COUNTS ALL(FIELD(example_city_systems, in_time), AT_LEAST(FIELD(example_city_systems, cost), WAN(50)), \
                          SHARE_AT_LEAST(FIELD(example_city_systems, software), FIELD(example_city_systems, cost), 40))
    MEASURE(systems, CLAUSE("十五"), TITLE("数字化项目补助", "Grant for digital projects"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_systems, SYSTEM_COUNTS)),
        .pays = SUM(example_city_systems, SYSTEM_COUNTS,
                    CAP(WAN(60), ROUND_DOWN(10000, PLUS(PERCENT(10, LESSER(FIELD(example_city_systems, cost), WAN(200))),
                                                        PERCENT(15, EXCESS(FIELD(example_city_systems, cost), WAN(200))))))),
        ROUND),

    /* 十六(一) 第一起草单位，国家、行业、地方标准每项30万元、15万元、8万元；其他起草单位且排名前三的按30%。 */
#define STANDARD_COUNTS ALL(IN(FIELD(example_city_standards, level), national, industry, local), \
                            AT_LEAST(FIELD(example_city_standards, rank), COUNT(1)), AT_MOST(FIELD(example_city_standards, rank), COUNT(3)))
#define STANDARD_AWARD BY(FIELD(example_city_standards, level), (national, WAN(30)), (industry, WAN(15)), (local, WAN(8)), (other, YUAN(0)))
    MEASURE(standards, CLAUSE("十六(一)"), TITLE("标准制定奖励", "Award for standards"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_standards, STANDARD_COUNTS)),
        .pays = SUM(example_city_standards, STANDARD_COUNTS,
                    IF(AT_MOST(FIELD(example_city_standards, rank), COUNT(1)), STANDARD_AWARD, PERCENT(30, STANDARD_AWARD))),
        ROUND),
    /* 十六(二) 首次入选国家级、省级名单的，20万元、10万元。 */
    MEASURE(honours, CLAUSE("十六(二)"), TITLE("示范或诚信机构奖励", "Award for model or honest agencies"),
        .kind = CASH, .basis = FORMULA, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, HAS(example_city_honours, national, provincial)),
        .pays = PLUS(IF(HAS(example_city_honours, national), WAN(20), YUAN(0)), IF(HAS(example_city_honours, provincial), WAN(10), YUAN(0))),
        ROUND),
    /* 十六(三) 连续两年被评定为市级诚信机构的，授予称号，不另发奖金。 */
    MEASURE(gold, CLAUSE("十六(三)"), TITLE("“人力资源服务金牌机构”称号", "Title of gold agency"),
        .kind = RECOGNITION, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_honest), ROUND),

    /* 十七 收汇30万美元以上的，奖励3%；增加部分每满10万美元再奖励1万元；每年合计最高80万元。 */
    MEASURE(exports, CLAUSE("十七"), TITLE("服务出口奖励", "Award for service exports"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, AT_LEAST(example_city_receipts, DOLLARS(300000))),
        .pays = CAP(WAN(80), ROUND_DOWN(10000, PLUS(PERCENT(3, IN_YUAN(example_city_year_end_parity, example_city_receipts)),
                                                    EACH(WAN(1), FULL(DOLLARS(100000), example_city_receipts_more))))),
        ROUND),
    /* 十七 境外分支机构累计投资20万美元以上并雇用当地员工的，每处15万元至30万元，最多2处，由市商务局评审确定。 */
#define BRANCH_COUNTS ALL(AT_LEAST(FIELD(example_city_branches, invested), DOLLARS(200000)), FIELD(example_city_branches, local_staff))
    MEASURE(branches, CLAUSE("十七"), TITLE("境外分支机构补助", "Grant for branches abroad"),
        .kind = CASH, .basis = BETWEEN, .per = PER_EVENT,
        .when = ALL(AGENCY_IN_ROUND, LESS_THAN(example_city_branches_paid, COUNT(2)), SOME(example_city_branches, BRANCH_COUNTS)),
        .pays = EACH(RANGE(WAN(15), WAN(30)),
                     CAP_COUNT(EXCESS_COUNT(COUNT(2), example_city_branches_paid), HOW_MANY(example_city_branches, BRANCH_COUNTS))),
        .procedure = TEXTS({"专家评审", "expert review"}), .window = EACH_YEAR(03, 01, 04, 30),
        .department = TEXTS({"市商务局", "Municipal Bureau of Commerce"})),

    /* 十八 单笔100万元以上的贷款按年利率2.5%贴息，不超过实际支付利息的二分之一，本金余额最高1000万元，最长24个月。 */
    MEASURE(interest, CLAUSE("十八"), TITLE("贷款贴息", "Interest subsidy"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_loans, LOAN_COUNTS)),
        .pays = ROUND_DOWN(1, CAP(PER_MILLE(25, WAN(1000)),
                                  SUM(example_city_loans, LOAN_COUNTS,
                                      LESSER(PER_MILLE(25, FIELD(example_city_loans, balance)),
                                             PERCENT(50, FIELD(example_city_loans, interest)))))),
        ROUND),
    /* 十八 通过政府性融资担保机构担保的，另按担保贷款额的5‰，每年最高5万元。 */
    MEASURE(guarantee, CLAUSE("十八"), TITLE("担保费补贴", "Subsidy for guarantee fees"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_loans, LOAN_COUNTS), MORE_THAN(example_city_guaranteed, YUAN(0))),
        .pays = ROUND_DOWN(1, CAP(WAN(5), PER_MILLE(5, example_city_guaranteed))),
        ROUND),
    /* 十八 在资本市场融资的奖励办法，由市地方金融管理部门另行制定。 */
    MEASURE(capital_market, CLAUSE("十八"), TITLE("资本市场融资奖励", "Award for raising funds on the capital market"),
        .kind = CASH, .basis = ELSEWHERE, .per = ONCE,
        .when = ALL(AGENCY_IN_ROUND, example_city_capital_market),
        .pays = UNSTATED,
        .department = TEXTS({"市地方金融管理部门", "Municipal financial authority"})),

    /* 十九(一) 任职2年以上，年度应税工资薪金超过40万元的部分按5%，每人最高5万元；每家5人，上年度营业收入1亿元以上的10人。 */
    MEASURE(leaders, CLAUSE("十九(一)"), TITLE("高管和骨干奖励", "Award for managers and engineers"),
        .kind = CASH, .basis = FORMULA, .per = YEARLY, .payee = PERSON,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_leaders, LEADER), AT_MOST(HOW_MANY(example_city_leaders, LEADER), LEADER_PLACES)),
        .pays = LEADERS_PAY, ROUND),
    /* 十九(一) 符合条件的人数超过名额的，给哪些人由受理部门核定。 */
    MEASURE(leaders_over, CLAUSE("十九(一)"), TITLE("高管和骨干奖励（人数超过名额）", "Award for managers and engineers, more people than places"),
        .kind = CASH, .basis = DISCRETIONARY, .per = YEARLY, .payee = PERSON,
        .when = ALL(AGENCY_IN_ROUND, SOME(example_city_leaders, LEADER), MORE_THAN(HOW_MANY(example_city_leaders, LEADER), LEADER_PLACES)),
        .pays = UP_TO(CAP(EACH(WAN(5), LEADER_PLACES), LEADERS_PAY)), ROUND,
        .note = {"只填报名额以内的人员，即按十九(一)计算。", "With no more people than places 十九(一) gives the exact sum."}),
    /* 十九(二) 中级、高级职称、一级证书，1000元、3000元、2000元。 */
    MEASURE(certificates, CLAUSE("十九(二)"), TITLE("职称和证书补助", "Grant for titles and certificates"),
        .kind = CASH, .basis = FORMULA, .per = ONCE, .payee = PERSON,
        .when = ALL(AGENCY, MORE_THAN(PLUS_COUNT(example_city_title_middle, example_city_title_senior, example_city_hr_manager), COUNT(0))),
        .pays = EACH_OF((YUAN(1000), example_city_title_middle), (YUAN(3000), example_city_title_senior), (YUAN(2000), example_city_hr_manager)),
        HR_BUREAU),
    /* 十九(三) 住房支持、子女入学、医疗便利。 */
    MEASURE(housing, CLAUSE("十九(三)"), TITLE("住房支持和入学、医疗便利", "Housing support, schooling and medical services"),
        .kind = IN_KIND, .basis = ELSEWHERE, .per = ONCE, .payee = PERSON,
        .when = ALL(AGENCY_IN_ROUND, example_city_newcomers), ROUND),

    /* 二十 2024年6月15日至7月15日申报，每个最高50万元，按50%、30%、20%拨付。 */
    MEASURE(pilot, CLAUSE("二十"), TITLE("“揭榜挂帅”示范项目资助", "Support for model projects"),
        .kind = CASH, .basis = DISCRETIONARY, .per = ONCE,
        .when = ALL(AGENCY, SINCE(2024, 06, 15), UNTIL(2024, 07, 15), example_city_pilot),
        .pays = UP_TO(WAN(50)),
        .instalments = {50, 30, 20},
        .procedure = TEXTS({"评审", "review"}), HR_BUREAU,
        .note = {"最后一日到17时为止；验收不合格的，最后一笔不拨。", "On the last day until 17:00; without acceptance the last part is not paid."}),
};

/* 十三 合计20万元；十六 合计100万元；二十二 总额500万元与地方财政贡献取低，成立未满两年的不受贡献限制。 */
static const hs_limit limits[] = {
    LIMIT(events, CLAUSE("十三"), TITLE("招聘活动合计上限", "Ceiling of all recruiting events"),
        .per = YEARLY, .ceiling = WAN(20), .measures = OF(fairs, trips, streams)),
    LIMIT(innovation, CLAUSE("十六"), TITLE("数字化、标准与品牌合计上限", "Ceiling of digital projects, standards and honours"),
        .per = YEARLY, .ceiling = WAN(100), .measures = OF(systems, standards, honours)),
    LIMIT(agency, CLAUSE("二十二"), TITLE("每家每年总额上限", "Ceiling for an agency and year"),
        .per = YEARLY,
        .ceiling = IF(example_city_under_two_years, WAN(500), LESSER(WAN(500), local_fiscal_contribution)),
        .measures = OF(settle_capital, scale, growth, high_end, above_scale, above_scale_kept, rent, rent_over, talents, top_talents, labour, own_staff,
                       fairs, trips, streams, stations, systems, standards, honours, exports, branches, interest, guarantee, capital_market)),
};

static const hs_silence silences[] = {
    NOTHING("一", "目的，不设待遇", "The purpose; grants nothing"),
    NOTHING("二", "适用对象，已写入各项措施的条件", "Who is supported; expressed in the conditions"),
    NOTHING("二(一)", "登记、法人、许可或备案、实际经营，已写入条件", "Registration, licence or filing and operation; expressed in the conditions"),
    NOTHING("二(二)", "处罚和失信，已写入条件", "Penalties and dishonesty; expressed in the conditions"),
    NOTHING("二(三)", "统计年报，已写入条件", "The yearly statistics; expressed in the conditions"),
    NOTHING("三", "择一和分期条件，已写入三(一)、三(二)的事项、分期和说明", "Choice and instalments; expressed in both measures"),
    NOTHING("五(一)", "增长10%以上的档次，已写入第五条措施", "A tier, expressed in the measure of clause 5"),
    NOTHING("五(二)", "增长20%以上的档次，已写入第五条措施", "A tier, expressed in the measure of clause 5"),
    NOTHING("五(三)", "增长30%以上的档次，已写入第五条措施", "A tier, expressed in the measure of clause 5"),
    NOTHING("六(一)", "3%的档次，已写入第六条措施", "A tier, expressed in the measure of clause 6"),
    NOTHING("六(二)", "5%的档次，已写入第六条措施", "A tier, expressed in the measure of clause 6"),
    NOTHING("六(三)", "8%的档次，已写入第六条措施", "A tier, expressed in the measure of clause 6"),
    NOTHING("八", "期限、转租停补，已写入月数的口径", "Term and subletting; expressed in which months count"),
    NOTHING("十(二)", "与十(一)合为一项措施", "One measure with 十(一)"),
    NOTHING("十(三)", "与十(一)合为一项措施", "One measure with 十(一)"),
    NOTHING("二十第二款", "“一事一议”只说可以研究，不设确定待遇", "Individual deals may be considered; nothing definite is granted"),
    NOTHING("二十一", "申报时间，已作为申报期、起算日和申报截止日表达；未享受其他市级资金由申报人核对",
            "Times of application; expressed as windows, dates and the last day to claim"),
    NOTHING("二十三", "就高不重复和补差，已作为整个政策的规则表达；站点招聘会已写入十三(一)；一事一议的同类条款由受理部门认定",
            "Duplication, expressed as the rule of the policy and in 十三(一); individual deals are for the authority"),
    NOTHING("二十四", "取整和口径，已写入各项措施和事实的说明", "Rounding and accounts; expressed in the measures and the hints"),
    NOTHING("二十五", "核查与追回；三年不予受理已写入条件", "Checks and recovery; the bar of three years is a condition"),
    NOTHING("二十六", "部门职责，不设待遇", "Tasks of the authorities; grants nothing"),
    NOTHING("二十七", "用语含义，已写入各项措施和事实的说明", "Meaning of words; expressed in the measures and the hints"),
    NOTHING("二十八", "施行日和有效期，已作为日期表达；旧办法已废止", "The dates, expressed as those of the policy; the old rules are repealed"),
};

POLICY(example_city,
    .version         = "1.0.0",
    .adcode          = "999900",
    .name            = {"示例市（虚构）", "Example City (fictional)"},
    .title           = {"示例市促进人力资源服务业高质量发展若干措施（虚构）", "Measures of Example City for the HR-service industry (fictional)"},
    .number          = "示政发〔2024〕8号（虚构）",
    .effective       = DATE(2024, 05, 01),
    .expires         = DATE(2027, 04, 30),
    .claimable_until = DATE(2027, 10, 31),  /* 二十一 因有效期届满来不及申报的，可于2027年10月31日前申报 */
    .duplication     = HIGHEST_WITH_TOP_UP, /* 二十三 就高不重复；上级资金低于本措施标准的，可以补差 */
    .adjustable      = 1,                   /* 二十二 预算不足的可以按比例核减 */
    .limits          = LIMITS(limits),
    .checks          = CHECKS(example_city_high_end_within_revenue, example_city_graduates_within_staff, example_city_needy_within_supplied,
                              example_city_increase_within_receipts),
    .note            = {"文件和城市均为虚构，仅用于测试。第二十条第二款“一事一议”不设确定待遇。同一控制人名下机构的总额合并计算，须由受理部门认定。",
                        "City and document are fictional, for tests. Individual deals (clause 20) grant nothing definite. Agencies under one controller share the ceiling; the authority decides."});
