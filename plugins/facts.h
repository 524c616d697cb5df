/* The facts that regions share: what an applicant may state, under the topics of a form.

   A policy uses a fact by its bare name and a field of a list by FIELD(list, name). A region that needs a fact of its own defines
   it in its policy.c in the same words. Once published, a fact never changes its meaning, and nor do its values: another meaning
   is another fact with another name.

   Each row gives the label, the topic, the day or year it speaks of and whether the applicant can bring it about; then where to
   look (HINT) and what proves it (EVIDENCE). A `.local` fact may differ from place to place. Money is in yuan, a percentage in
   percent. */
#ifndef HUISUAN_FACTS_H
#define HUISUAN_FACTS_H

#include <huisuan/policy.h>

/* A table, one fact to a row. */
/* clang-format off */

/* ---- Topics, in the order of a form ---------------------------------------------------------------------------------------- */

TOPIC(identity,    1, "主体身份", "Who you are");
TOPIC(place,       2, "落户、总部与场地", "Settling, headquarters and premises");
TOPIC(finance,     3, "经营、税收与融资", "Revenue, taxes and finance");
TOPIC(awards,      4, "资质、榜单与荣誉", "Titles, rankings and honours");
TOPIC(exports,     5, "服务贸易与出口", "Service trade and exports");
TOPIC(overseas,    6, "境外布局与并购", "Sites and acquisitions abroad");
TOPIC(talent,      7, "人才引进", "Bringing in talent");
TOPIC(training,    8, "就业与培训", "Jobs and training");
TOPIC(events,      9, "活动、展会与赛事", "Events, expos and competitions");
TOPIC(digital,    10, "数字化与标准", "Digital projects and standards");
TOPIC(park,       11, "产业园建设与运营", "Building and running a park");
TOPIC(government, 12, "地方政府申报", "For local governments");

/* ---- Who you are ---------------------------------------------------------------------------------------------------------- */

#define applicant_kinds_VALUES(V, of) \
    V(of, hr_agency, "人力资源服务机构", "HR-service agency") \
    V(of, park_operator, "产业园建设或运营主体", "Builder or operator of an HR industrial park") \
    V(of, employer, "其他用人企业", "Other enterprise (employer)") \
    V(of, association, "行业协会、学会", "Industry association") \
    V(of, individual, "个人", "Individual") \
    V(of, local_government, "旗县区政府或园区管委会", "County or district government, park committee")
CHOICES_FACT(applicant_kinds, "申请主体类型（可多选）", "Kinds of applicant (several may apply)", identity, AS_OF, NEVER,
    HINT("看营业执照和经营范围，兼有几种身份就都选", "See the business licence and its scope; tick every kind that fits."),
    EVIDENCE("营业执照、社会团体法人登记证书、身份证件或机构设立文件",
             "Business licence, certificate of a social organisation, identity card or the document setting up the body"));
YES_NO_FACT(registered_locally, "在评估地依法注册", "Registered in the place assessed", identity, AS_OF, BY_ACTION, .local = 1,
    HINT("看营业执照上的住所是否在评估地", "See whether the address on the business licence lies in the place assessed."),
    EVIDENCE("营业执照", "Business licence"));
YES_NO_FACT(independent_legal_person, "具有独立法人资格", "Independent legal person", identity, AS_OF, BY_ACTION,
    HINT("看执照类型：公司选是，分公司、个体工商户选否", "See the type on the licence: a company is one; a branch or a sole trader is not."),
    EVIDENCE("营业执照（类型栏）或法人登记证书", "Business licence (type) or legal-person certificate"));
YES_NO_FACT(taxed_locally, "税管地在评估地", "Tax administration in the place assessed", identity, AS_OF, BY_ACTION, .local = 1,
    HINT("看电子税务局里的主管税务机关是否在评估地",
         "See in the electronic tax office whether the tax authority in charge is in the place assessed."),
    EVIDENCE("税务登记信息、完税证明", "Tax registration details, tax-payment certificate"));
YES_NO_FACT(sound_accounts, "财务制度健全并独立核算", "Sound financial system and independent accounting", identity, AS_OF, BY_ACTION,
    HINT("有财务制度、单独记账并单独出报表选是", "Yes if there are written finance rules, separate books and separate statements."),
    EVIDENCE("财务管理制度、审计报告或财务报表", "Finance rules, audit report or financial statements"));
YES_NO_FACT(hr_license, "持有《人力资源服务许可证》", "Holds the HR-service licence", identity, AS_OF, BY_ACTION,
    HINT("看有无许可证原件或电子证照，只有备案的选否", "See whether you hold the licence, on paper or electronic; a filing alone is not one."),
    EVIDENCE("《人力资源服务许可证》", "HR-service licence"));
YES_NO_FACT(city_enterprise, "属宁波大市内企业", "Enterprise of greater Ningbo", identity, AS_OF, NEVER,
    HINT("看营业执照住所是否在宁波全市范围，含各区县市",
         "See whether the licence address lies anywhere in Ningbo, its districts, counties and towns included."),
    EVIDENCE("营业执照", "Business licence"));

/* ---- Settling, headquarters and premises ---------------------------------------------------------------------------------- */

YES_NO_FACT(in_park, "入驻评估地认定的人力资源产业园或出口基地", "Settled in the recognised HR park or export base of the place assessed",
    place, AS_OF, BY_ACTION, .local = 1,
    HINT("看入驻协议，并确认该园区或基地已获认定", "See the settlement agreement, and check that the park or base itself is recognised."),
    EVIDENCE("入驻协议、园区或基地认定文件", "Settlement agreement, recognition document of the park or base"));
YES_NO_FACT(newly_settled, "属于新引进、新设立或新迁入", "Newly introduced, set up or moved in", place, AS_OF, NEVER, .local = 1,
    HINT("看成立、迁入或引进日期，多久算新看申报通知",
         "See the date of founding, moving in or introduction; the call for applications says how recent it must be."),
    EVIDENCE("营业执照、迁移登记材料、招商引进协议", "Business licence, registration of the move, investment agreement"));
MONEY_FACT(annual_rent, "年租金", "Annual rent", place, THIS_YEAR, IN_TIME, .local = 1,
    HINT("按租赁合同算一年的租金，物业水电费一般不计", "Take one year's rent from the lease; management fees and utilities usually do not count."),
    EVIDENCE("租赁合同、租金发票、付款凭证", "Lease, rent invoices, payment slips"));
COUNT_FACT(lease_years, "租赁期限（年）", "Length of lease, years", place, AS_OF, BY_ACTION, .local = 1, .unit = {"年", "years"},
    HINT("看租赁合同起止日期，只填满的整年数", "See the first and last day of the lease and enter full years only."),
    EVIDENCE("租赁合同", "Lease"));
YES_NO_FACT(self_used_office, "租赁的办公用房自用", "Leased office is for own use", place, AS_OF, BY_ACTION, .local = 1,
    HINT("租来的房子自己办公、没有转租选是", "Yes if you work there yourself and have not sublet it."),
    EVIDENCE("租赁合同、现场照片或核查记录", "Lease, photographs or record of a site check"));
YES_NO_FACT(physical_office, "在基地实体办公", "Physical office in the base", place, AS_OF, BY_ACTION, .local = 1,
    HINT("人员在基地上班选是，只挂注册地址选否", "Yes if staff work in the base; no if it is only a registered address."),
    EVIDENCE("租赁合同、现场照片、员工社保缴纳记录", "Lease, photographs of the office, social-insurance records of the staff"));
YES_NO_FACT(rent_review_passed, "租金补贴考核评审合格", "Passed the review for the rent subsidy", place, APPLICATION, BY_ACTION, .local = 1,
    HINT("以评审结果通知或公示为准，还没评就选不清楚", "Go by the notice or published result of the review; not reviewed yet means not known."),
    EVIDENCE("考核评审结果通知或公示", "Notice or publication of the review result"));
YES_NO_FACT(office_in_park, "在产业园购置或租赁办公场所", "Bought or leased an office in the park", place, AS_OF, BY_ACTION, .local = 1,
    HINT("看购房或租赁合同，地址须在产业园内", "See the purchase contract or lease; the address must be inside the park."),
    EVIDENCE("购房合同或不动产权证书、租赁合同", "Purchase contract or title certificate, lease"));
YES_NO_FACT(fits_base_orientation, "符合基地发展导向", "Fits the base's orientation", place, APPLICATION, BY_ACTION,
    HINT("由基地主管部门判断，可先向其咨询", "The authority of the base decides; ask it first."),
    EVIDENCE("业务说明、主管部门意见", "Description of the business, opinion of the authority"));
#define headquarters_recognised_VALUES(V, of) \
    V(of, none, "未认定", "None") \
    V(of, comprehensive, "综合型总部", "Comprehensive") \
    V(of, regional, "区域型总部", "Regional") \
    V(of, functional, "功能型总部", "Functional") \
    V(of, shared_services, "人力资源共享服务中心", "HR shared-service centre")
CHOICE_FACT(headquarters_recognised, "本年度获认定的总部类型", "Headquarters type recognised this year", place, THIS_YEAR, BY_ACTION, .local = 1,
    HINT("看本年度的总部或共享服务中心认定文件", "See this year's document recognising the headquarters or shared-service centre."),
    EVIDENCE("总部或共享服务中心认定文件", "Document recognising the headquarters or shared-service centre"));
COUNT_FACT(referred_leading_agencies, "引荐落户的500强或上市公司投资的公司、独立注册集团公司（家）",
    "Introduced agencies backed by a top-500 or listed company, or HR groups", place, THIS_YEAR, IN_TIME, .unit = {"家", "agencies"},
    HINT("数已在基地落户的，一家机构只算一次", "Count those already settled in the base, each agency once."),
    EVIDENCE("引荐协议或确认函、被引荐机构营业执照和入驻协议、股权证明",
             "Referral agreement or confirmation, licence and settlement agreement of the agency, proof of its owners"));
COUNT_FACT(referred_directory_agencies, "引荐落户的推荐名录机构（家）", "Introduced agencies of the recommended directory",
    place, THIS_YEAR, IN_TIME, .unit = {"家", "agencies"},
    HINT("对照省推荐名录，数已在基地落户的机构", "Count agencies of the provincial directory that have settled in the base."),
    EVIDENCE("引荐协议或确认函、推荐名录、被引荐机构营业执照和入驻协议",
             "Referral agreement or confirmation, the directory, licence and settlement agreement of the agency"));
YES_NO_FACT(new_headquarters, "新引进的人力资源服务机构总部", "Newly introduced headquarters of an HR agency", place, AS_OF, BY_ACTION,
    HINT("招商引进、承担集团总部职能的机构选是", "Yes for an agency brought in by the city that works as its group's headquarters."),
    EVIDENCE("招商引进协议、营业执照、集团架构说明", "Investment agreement, business licence, chart of the group"));
#define headquarters_settled_VALUES(V, of) \
    V(of, none, "无", "None") \
    V(of, mnc_regional, "跨国公司地区总部（新认定或新迁入）", "MNC regional headquarters (newly recognised or moved in)") \
    V(of, headquarters_type, "总部型机构（新设立或新迁入）", "Headquarters-type agency (newly set up or moved in)")
CHOICE_FACT(headquarters_settled, "新认定、新设立或新迁入的总部", "Headquarters newly recognised, set up or moved in",
    place, AS_OF, BY_ACTION, .local = 1,
    HINT("看总部认定书，或设立、迁入的登记材料", "See the recognition of the headquarters, or the registration of its founding or move."),
    EVIDENCE("跨国公司地区总部认定文件、营业执照、迁移登记材料",
             "Recognition as MNC regional headquarters, business licence, registration of the move"));
YES_NO_FACT(operated_one_year, "正常开展业务并运行一年", "In normal operation for one year", place, AS_OF, BY_ACTION, .local = 1,
    HINT("从在评估地开业算起，正常经营满一年选是", "Yes if you have traded normally for a full year since opening in the place assessed."),
    EVIDENCE("营业执照、开业以来的纳税和社保缴费记录", "Business licence, tax and social-insurance records since opening"));
YES_NO_FACT(settlement_review_passed, "品牌入驻经考核评估通过", "Passed the review for brand settlement", place, APPLICATION, BY_ACTION,
    HINT("以主管部门的考核评估结果为准", "Go by the result of the authority's review."),
    EVIDENCE("考核评估结果通知或公示", "Notice or publication of the review result"));
YES_NO_FACT(headquarters_in_city, "在评估地设立总部", "Headquarters set up in the place assessed", place, AS_OF, BY_ACTION, .local = 1,
    HINT("看执照和章程，总部职能设在评估地选是", "See the licence and articles; yes if the headquarters functions sit in the place assessed."),
    EVIDENCE("营业执照、公司章程、集团架构说明", "Business licence, articles of association, chart of the group"));

/* ---- Revenue, taxes and finance ------------------------------------------------------------------------------------------- */

MONEY_FACT(annual_revenue, "年营业收入", "Annual operating revenue", finance, THIS_YEAR, IN_TIME,
    HINT("申报年度全年营业收入，见审计报告利润表", "Operating revenue of the whole year claimed, from the income statement in the audit report."),
    EVIDENCE("审计报告（利润表）、企业所得税年度申报表", "Audit report (income statement), annual corporate income-tax return"));
MONEY_FACT(paid_in_capital, "实缴资本", "Paid-in capital", finance, AS_OF, BY_ACTION,
    HINT("股东实际到账的出资，不是注册资本", "What the owners have really paid in, not the registered capital."),
    EVIDENCE("验资报告、银行进账凭证、企业信用公示的实缴信息", "Capital-verification report, bank receipts, public company record"));
MONEY_FACT(local_annual_revenue, "属地年营业收入", "Annual revenue booked locally", finance, THIS_YEAR, IN_TIME, .local = 1,
    HINT("只算在评估地注册的公司，不含集团其他公司", "Count only the company registered in the place assessed, not the rest of the group."),
    EVIDENCE("该公司审计报告（利润表）、增值税申报表", "That company's audit report (income statement), VAT returns"));
MONEY_FACT(comprehensive_output, "综合产出", "Comprehensive output", finance, THIS_YEAR, IN_TIME,
    HINT("口径由主管部门核定，先向基地经办人确认", "The authority decides what counts; confirm the figure with the base first."),
    EVIDENCE("主管部门核定数据、审计报告、完税证明", "Figure confirmed by the authority, audit report, tax-payment certificate"));
YES_NO_FACT(fiscal_contribution_met, "年地方财政贡献达到规定标准", "Yearly local fiscal contribution meets the standard",
    finance, THIS_YEAR, BY_ACTION,
    HINT("标准看引进协议，或问属地招商、财政部门", "See the investment agreement for the standard, or ask the local investment or finance office."),
    EVIDENCE("招商引进协议、完税证明、财政部门核算结果", "Investment agreement, tax-payment certificates, figure from the finance office"));
YES_NO_FACT(newly_above_scale, "“小升规”机构", "Newly above designated size", finance, THIS_YEAR, BY_ACTION,
    HINT("本年首次进入规模以上服务业统计名单选是",
         "Yes if you entered the statistics of enterprises above designated size for the first time this year."),
    EVIDENCE("统计部门的入库通知或名单", "Notice or list of the statistics authority"));
#define listing_status_VALUES(V, of) \
    V(of, none, "未上市", "Not listed") \
    V(of, municipal_reserve, "入选市级拟上市企业储备（培育）库", "On the municipal pre-IPO list") \
    V(of, listed_named, "沪深主板、中小板、科创板、北交所或境外主要板块上市", \
      "Listed on the Shanghai or Shenzhen main, SME or STAR board, the Beijing exchange or a main board abroad") \
    V(of, listed_chinext, "创业板上市", "Listed on ChiNext") \
    V(of, listed_other, "其他板块挂牌或上市", "Listed or quoted elsewhere")
CHOICE_FACT(listing_status, "上市情况", "Listing status", finance, AS_OF, BY_ACTION,
    HINT("看上市公告、挂牌函或市里的储备库名单", "See the listing notice, the quotation letter or the city's reserve list."),
    EVIDENCE("交易所上市公告、挂牌函、入库名单或通知", "Listing notice of the exchange, quotation letter, reserve list or notice"));
YES_NO_FACT(at_scale_agency, "达到一定规模的人力资源服务企业", "HR enterprise of a certain scale", finance, AS_OF, BY_ACTION,
    HINT("文件没写门槛，请向市人力社保局核实", "The document gives no mark; ask the city's human-resources bureau."),
    EVIDENCE("审计报告、从业人员社保记录", "Audit report, social-insurance records of the staff"));
YES_NO_FACT(contribution_recognised, "区综合贡献经认可", "Comprehensive contribution to the district accepted", finance, APPLICATION, BY_ACTION,
    HINT("区主管部门已核定并认可选是", "Yes if the district authority has checked and accepted it."),
    EVIDENCE("主管部门核定结果、完税证明", "Result of the authority's check, tax-payment certificates"));
MONEY_FACT(prior_main_revenue, "上年度主营业务收入", "Main-business revenue last year", finance, LAST_YEAR, NEVER,
    HINT("上年度审计报告里的主营业务收入，不含其他收入", "Main-business revenue in last year's audit report, without other income."),
    EVIDENCE("上年度审计报告及附注", "Last year's audit report and its notes"));
YES_NO_FACT(first_time_at_scale, "首次突破该规模且经认定", "First time at that scale, recognised", finance, LAST_YEAR, NEVER,
    HINT("翻看历年审计报告，从未超过该档且已认定选是",
         "Look through earlier audit reports: yes if you never passed that mark before and it is recognised."),
    EVIDENCE("历年审计报告、规模认定文件", "Audit reports of earlier years, recognition document"));
MONEY_FACT(local_fiscal_contribution, "年度对地方财力的贡献", "Yearly contribution to local finances", finance, THIS_YEAR, IN_TIME, .local = 1,
    HINT("只算税款中归地方的部分，请财政或税务核算", "Only the share of your taxes that stays local; ask the finance or tax office to work it out."),
    EVIDENCE("完税证明、财政或税务部门核算结果", "Tax-payment certificates, figure from the finance or tax office"));
MONEY_FACT(two_year_fiscal_contribution, "两年内对地方财力（市区两级）贡献总额", "Contribution to city and district finances within two years",
    finance, NO_PERIOD, IN_TIME, .local = 1,
    HINT("从开始产生贡献那年起算两年，市区两级相加", "Two years from the first year of contribution, city and district shares together."),
    EVIDENCE("两年的完税证明、财政或税务部门核算结果", "Tax-payment certificates of two years, figure from the finance or tax office"));
YES_NO_FACT(startup_loan_eligible, "个人创办人力资源服务机构并符合创业贷款条件", "Founder meets the start-up loan conditions",
    finance, APPLICATION, BY_ACTION,
    HINT("向当地人社或创业贷款经办机构核对条件", "Check the conditions with the local human-resources office or the loan office."),
    EVIDENCE("身份证件、营业执照、经办机构审核结果", "Identity card, business licence, decision of the loan office"));
YES_NO_FACT(micro_enterprise_loan, "小微企业申请创业担保贷款", "Small or micro enterprise applying for a guaranteed start-up loan",
    finance, APPLICATION, BY_ACTION,
    HINT("属小微企业，并已申请或打算申请这类贷款选是", "Yes for a small or micro enterprise that has applied, or will apply, for such a loan."),
    EVIDENCE("小微企业划型材料、营业执照、贷款申请表", "Proof of enterprise size, business licence, loan application"));
MONEY_FACT(tax_paid_prior, "上年度纳税额", "Tax paid last year", finance, LAST_YEAR, NEVER,
    HINT("上年1至12月实缴税款合计，见完税证明", "All taxes paid from January to December last year, from the tax certificates."),
    EVIDENCE("上年度完税证明", "Tax-payment certificates of last year"));

/* ---- Titles, rankings and honours ----------------------------------------------------------------------------------------- */

#define growth_titles_VALUES(V, of) \
    V(of, specialised, "专精特新企业", "Specialised and sophisticated SME") \
    V(of, little_giant, "专精特新“小巨人”企业", "Specialised and sophisticated 'little giant'") \
    V(of, gazelle, "瞪羚企业", "Gazelle") \
    V(of, unicorn, "独角兽企业", "Unicorn") \
    V(of, single_champion, "单项冠军企业", "Single-product champion")
CHOICES_FACT(growth_titles, "已获成长型企业称号", "Growth-enterprise titles held", awards, AS_OF, BY_ACTION,
    HINT("看证书或公布名单，过期、撤销的不选", "See the certificate or published list; leave out lapsed or withdrawn titles."),
    EVIDENCE("称号证书、认定文件或公布名单", "Certificate, recognition document or published list"));
YES_NO_FACT(in_recommended_directory, "列入《浙江省优先引进人力资源服务企业推荐名录》",
    "On Zhejiang's directory of HR enterprises to introduce first", awards, AS_OF, NEVER,
    HINT("在省里公布的推荐名录中查本机构名称", "Look for your agency's name in the directory the province has published."),
    EVIDENCE("《浙江省优先引进人力资源服务企业推荐名录》", "Zhejiang's directory of HR enterprises to introduce first"));
YES_NO_FACT(top500_enterprise, "属世界、中国、中国制造业、服务业或民营企业500强",
    "On a world or China top-500 list (overall, manufacturing, services, private)", awards, AS_OF, NEVER,
    HINT("查最新榜单；子公司是否算，问主管部门", "See the newest lists; ask the authority whether a subsidiary counts."),
    EVIDENCE("榜单公布文件，子公司另附股权证明", "Published list; for a subsidiary also proof of ownership"));
LIST_FACT(higher_level_awards, "已获国家、省、市奖励", "Awards received from higher levels", awards, THIS_YEAR, BY_ACTION,
    HINT("每份奖励文件填一行", "One row for each award document."),
    EVIDENCE("奖励文件、银行到账凭证", "Award document, bank receipt"));
#define higher_level_awards__level_VALUES(V, of) \
    V(of, national, "国家级", "National") \
    V(of, provincial, "省级", "Provincial") \
    V(of, municipal, "市级", "Municipal") \
    V(of, other, "其他", "Other")
CHOICE_FIELD(higher_level_awards, level, "级别", "Level", THIS_YEAR,
    HINT("看奖励文件是哪一级部门发的", "See which level of government issued the award."),
    EVIDENCE("奖励文件", "Award document"));
#define higher_level_awards__department_VALUES(V, of) \
    V(of, commerce, "商务部门", "Commerce") \
    V(of, human_resources, "人社部门", "Human resources") \
    V(of, other, "其他部门", "Other")
CHOICE_FIELD(higher_level_awards, department, "奖励部门", "Department", THIS_YEAR,
    HINT("看奖励文件的发文部门", "See which department issued the award."),
    EVIDENCE("奖励文件", "Award document"));
MONEY_FIELD(higher_level_awards, amount, "奖励金额", "Amount", THIS_YEAR,
    HINT("填奖励实际到账的金额", "Enter the amount that reached your account."),
    EVIDENCE("奖励文件、银行到账凭证", "Award document, bank receipt"));
YES_NO_FACT(selected_brand_project, "获评人力资源服务出口品牌项目", "Selected as an HR-export brand project", awards, THIS_YEAR, BY_ACTION,
    HINT("看基地品牌项目的评选结果", "See the result of the base's brand-project selection."),
    EVIDENCE("评选结果通知或公示", "Notice or publication of the result"));
YES_NO_FACT(key_agency, "基地认定的重点机构", "Key agency recognised by the base", awards, AS_OF, BY_ACTION,
    HINT("看基地公布的重点机构名单或通知", "See the base's list or notice of key agencies."),
    EVIDENCE("重点机构认定文件或名单", "Recognition document or list of key agencies"));
YES_NO_FACT(first_sector_top10, "首次进入全省猎头、网络招聘、测评、培训、管理咨询等行业榜单10强", "First time on a provincial sector top-10 list",
    awards, THIS_YEAR, NEVER,
    HINT("查省级细分榜单，以前进过前10的选否", "See the provincial sector lists; no if you were in a top ten before."),
    EVIDENCE("榜单公布文件", "Published list"));
YES_NO_FACT(first_national_high_tech, "首次认定为国家高新技术企业", "First recognition as national high-tech enterprise", awards, THIS_YEAR, NEVER,
    HINT("第一次拿到高新技术企业证书选是，重新认定选否", "Yes for the first high-tech certificate; no for a renewal."),
    EVIDENCE("高新技术企业证书、认定公告", "High-tech certificate, recognition notice"));
YES_NO_FACT(provincial_overall_top10, "进入行业全省综合10强榜单", "On the provincial overall top-10 list", awards, AS_OF, BY_ACTION,
    HINT("查省级行业综合榜单，细分榜单不算", "See the province's overall list; sector lists do not count."),
    EVIDENCE("榜单公布文件", "Published list"));
YES_NO_FACT(credit_rating_high, "高星级机构或诚信服务机构", "High-star or integrity agency", awards, AS_OF, BY_ACTION,
    HINT("看星级评定结果或诚信机构公布名单", "See the star rating or the published list of integrity agencies."),
    EVIDENCE("星级评定结果、诚信机构公布名单", "Star-rating result, published list of integrity agencies"));
YES_NO_FACT(well_known_trademark, "首次认定驰名商标", "First recognised as well-known trademark", awards, THIS_YEAR, BY_ACTION,
    HINT("看国家主管机关的认定文书，须为第一次认定", "See the national authority's decision; it must be the first one."),
    EVIDENCE("驰名商标认定文书、商标注册证", "Decision on the well-known trademark, trademark certificate"));
YES_NO_FACT(shanghai_brand, "通过“上海品牌”认证", "Certified as Shanghai Brand", awards, AS_OF, BY_ACTION,
    HINT("看“上海品牌”认证证书是否有效", "See whether the Shanghai Brand certificate is valid."),
    EVIDENCE("“上海品牌”认证证书", "Shanghai Brand certificate"));
YES_NO_FACT(high_tech_recognised, "高新技术企业首次认定、迁入或期满重新认定", "High-tech title first recognised, moved in or renewed",
    awards, THIS_YEAR, BY_ACTION,
    HINT("新认定、带证迁入、到期重认，有一种即选是", "Yes for a new title, a move with the title, or a renewal at expiry."),
    EVIDENCE("高新技术企业证书、认定公告、迁移登记材料", "High-tech certificate, recognition notice, registration of the move"));
YES_NO_FACT(specialised_recognised, "“专精特新”或“小巨人”企业首次认定或复核再次认定", "Specialised or little-giant title first recognised or renewed",
    awards, THIS_YEAR, BY_ACTION,
    HINT("看主管部门公布的名单，新认定和复核通过都算", "See the published list; a new title and a passed review both count."),
    EVIDENCE("认定或复核通过名单、称号证书", "List of new and reviewed titles, certificate"));
YES_NO_FACT(outstanding_contribution, "对产业发展作出重要贡献的优质机构", "Outstanding contributor to the industry", awards, APPLICATION, NEVER,
    HINT("由主管部门个案认定，没有意见就选不清楚", "The authority decides case by case; no opinion yet means not known."),
    EVIDENCE("主管部门意见或会议纪要", "Opinion or minutes of the authority"));
YES_NO_FACT(top500_services_or_hr100, "入选全国服务业500强或人力资源服务机构100强", "On the national services top-500 or HR top-100 list",
    awards, AS_OF, NEVER,
    HINT("查最新公布的两份全国榜单，上了一份即选是", "See the two newest national lists; being on one is enough."),
    EVIDENCE("榜单公布文件", "Published list"));
YES_NO_FACT(regional_backbone_or_integrity, "自治区级骨干企业或诚信服务示范企业", "Autonomous-region backbone or integrity-demonstration enterprise",
    awards, AS_OF, BY_ACTION,
    HINT("看自治区公布的骨干或诚信示范名单", "See the autonomous region's list of backbone or integrity enterprises."),
    EVIDENCE("认定文件或公布名单", "Recognition document or published list"));
YES_NO_FACT(city_top10, "获评“全市人力资源服务业10强”", "On the city's HR top-10 list", awards, AS_OF, BY_ACTION,
    HINT("看市里最近一次公布的10强名单", "See the city's newest top-10 list."),
    EVIDENCE("榜单公布文件", "Published list"));
YES_NO_FACT(national_integrity_demo, "获“全国人力资源诚信服务示范机构”称号", "National integrity-demonstration agency", awards, AS_OF, BY_ACTION,
    HINT("看全国诚信示范机构名单或牌匾", "See the national list of integrity agencies, or the plaque."),
    EVIDENCE("公布名单、称号证书或牌匾", "Published list, certificate or plaque"));
YES_NO_FACT(high_tech_enterprise, "属高新技术企业", "Is a high-tech enterprise", awards, AS_OF, BY_ACTION,
    HINT("看高新技术企业证书是否仍在有效期", "See whether the high-tech certificate is still valid."),
    EVIDENCE("高新技术企业证书", "High-tech certificate"));

/* ---- Service trade and exports -------------------------------------------------------------------------------------------- */

YES_NO_FACT(international_business, "从事国际化人力资源业务", "Does international HR business", exports, AS_OF, BY_ACTION,
    HINT("有跨境招聘、外派、咨询等业务合同选是", "Yes if you have contracts for recruiting, posting or advising across borders."),
    EVIDENCE("国际业务合同、发票或收付汇凭证", "Cross-border contracts, invoices or foreign-currency slips"));
YES_NO_FACT(export_agency_in_base, "在基地新设人力资源服务出口机构（北仑独立法人并入驻产业园）或直接入驻从事出口业务",
    "Set up an HR export agency in the base (legal person in Beilun, settled in the park), or settled there to export", exports, AS_OF, BY_ACTION,
    HINT("在基地设公司并入园，或直接入驻做出口选是", "Yes if you set up a company in the base's park, or settled there yourself to export."),
    EVIDENCE("营业执照、入驻协议、出口合同", "Business licence, settlement agreement, export contracts"));
USD_FACT(export_value_usd, "本年度人力资源服务出口执行额（美元）", "HR-service exports executed this year, USD", exports, THIS_YEAR, IN_TIME,
    HINT("填已执行金额，与服务贸易统计申报数一致", "Enter what was carried out, the same as reported in the service-trade statistics."),
    EVIDENCE("服务贸易统计申报记录、出口合同、银行收汇凭证", "Service-trade statistics record, export contracts, bank receipts of foreign currency"));
USD_FACT(export_value_prior_usd, "上年度人力资源服务出口执行额（美元）", "HR-service exports executed last year, USD", exports, LAST_YEAR, NEVER,
    HINT("与本年同一口径，填上年全年已执行金额", "Same basis as this year: what was carried out in all of last year."),
    EVIDENCE("上年服务贸易统计申报记录、银行收汇凭证", "Last year's service-trade statistics record, bank receipts of foreign currency"));
USD_FACT(offshore_outsourcing_usd, "离岸服务外包业务出口额（美元）", "Offshore outsourcing exports, USD", exports, APPLICATION, IN_TIME,
    HINT("只算发包方在境外的外包业务，时段看申报通知", "Only outsourcing for clients abroad; the call for applications names the period."),
    EVIDENCE("服务外包统计申报记录、离岸外包合同、银行收汇凭证",
             "Outsourcing statistics record, offshore contracts, bank receipts of foreign currency"));
YES_NO_FACT(hr_outsourcing_enterprise, "属人力资源管理服务外包企业", "HR-management outsourcing enterprise", exports, AS_OF, BY_ACTION,
    HINT("主要承接人事、薪酬、招聘等外包业务选是", "Yes if your main work is outsourced personnel, payroll, recruiting or the like."),
    EVIDENCE("营业执照经营范围、外包合同、服务外包统计记录", "Scope on the business licence, outsourcing contracts, outsourcing statistics record"));
YES_NO_FACT(purchase_filed, "采购基地服务已备案认定", "Purchase of base services filed and recognised", exports, APPLICATION, BY_ACTION,
    HINT("采购合同已备案并拿到认定结果选是", "Yes if the purchase contract is filed and the recognition has come."),
    EVIDENCE("备案认定文件、服务采购合同", "Filing and recognition document, service contract"));
MONEY_FACT(base_service_fees, "支付基地机构的海外人力资源服务费用", "Fees paid to base agencies for overseas HR services",
    exports, THIS_YEAR, IN_TIME,
    HINT("本年付给基地机构的海外服务费，按付款凭证加总", "Add up what you paid base agencies for overseas services this year."),
    EVIDENCE("服务采购合同、发票、付款凭证", "Service contracts, invoices, payment slips"));
YES_NO_FACT(pilot_enterprise, "自贸区先行先试试点企业", "Pilot enterprise of the free-trade zone", exports, AS_OF, BY_ACTION,
    HINT("看自贸区管理部门的试点名单或批复", "See the free-trade zone's list or approval of pilots."),
    EVIDENCE("试点名单或批复文件", "List or approval of pilots"));
USD_FACT(service_trade_prior_usd, "上一年度服务贸易贡献总量（美元）", "Service-trade contribution last year, USD", exports, LAST_YEAR, NEVER,
    HINT("先用上年统计直报数，口径请区主管部门确认", "Start from last year's reported figure; the district authority says what counts."),
    EVIDENCE("上年服务贸易统计直报记录、银行收付汇凭证", "Last year's direct statistics report, foreign-currency slips"));
COUNT_FACT(district_trade_rank, "在全区人力资源服务机构中的排名", "Rank among the district's HR agencies",
    exports, LAST_YEAR, IN_TIME, .unit = {"名", "place in the ranking"},
    HINT("填区主管部门告知的名次，没通知就选不清楚", "Enter the rank the district authority gave you; no notice means not known."),
    EVIDENCE("主管部门排名通知或公布名单", "Notice or list of the authority"));
YES_NO_FACT(does_service_trade, "开展人力资源服务贸易", "Carries out HR service trade", exports, AS_OF, BY_ACTION,
    HINT("与境外客户或供应商有人力资源服务往来选是", "Yes if you trade HR services with clients or suppliers abroad."),
    EVIDENCE("服务贸易合同、收付汇凭证、统计申报记录", "Service-trade contracts, foreign-currency slips, statistics record"));
MONEY_FACT(outsourcing_revenue, "海外人力资源服务外包业务营业收入", "Overseas HR-outsourcing revenue this year", exports, THIS_YEAR, IN_TIME,
    HINT("只算海外外包业务，见全年收入明细账", "Only overseas outsourcing, from the year's revenue ledger."),
    EVIDENCE("审计报告收入明细、外包合同、收款凭证", "Revenue detail in the audit report, outsourcing contracts, receipts"));
MONEY_FACT(outsourcing_revenue_prior, "上年海外人力资源服务外包业务营业收入", "Overseas HR-outsourcing revenue last year", exports, LAST_YEAR, NEVER,
    HINT("与本年同一口径，见上年收入明细账", "Same basis as this year, from last year's revenue ledger."),
    EVIDENCE("上年度审计报告收入明细、外包合同", "Revenue detail in last year's audit report, outsourcing contracts"));
COUNT_FACT(outsourced_staff_local, "劳动关系在本区的外包员工人数", "Outsourced staff with labour relation in the district",
    exports, AS_OF, IN_TIME, .unit = {"人", "people"},
    HINT("劳动合同签在本区公司的外包员工人数", "Outsourced staff whose labour contract is with a company of the district."),
    EVIDENCE("劳动合同、员工名册、社保缴费记录", "Labour contracts, staff list, social-insurance records"));

/* ---- Sites and acquisitions abroad ---------------------------------------------------------------------------------------- */

LIST_FACT(overseas_sites, "境外站点（办事处、分公司、研发中心、人才站）", "Overseas sites", overseas, AS_OF, BY_ACTION,
    HINT("每个境外站点单独填一行", "One row for each site abroad."),
    EVIDENCE("境外注册文件、《企业境外投资证书》", "Registration abroad, certificate of overseas investment"));
MONEY_FIELD(overseas_sites, build_cost, "实际建设成本", "Actual construction cost", NO_PERIOD,
    HINT("该站点已实际付出的建设支出，以凭证为准", "What you have really paid to build this site, as the vouchers show."),
    EVIDENCE("建设合同、发票、付款凭证、专项审计报告", "Building contracts, invoices, payment slips, special audit report"));
YES_NO_FIELD(overseas_sites, recognised, "已获基础建设认定", "Basic construction recognised", APPLICATION,
    HINT("看主管部门对该站点的认定通知", "See the authority's notice on this site."),
    EVIDENCE("站点基础建设认定文件", "Document recognising the site's construction"));
YES_NO_FIELD(overseas_sites, has_export_business, "已形成出口实际业务", "Real export business formed", AS_OF,
    HINT("该站点已有出口合同和收入选是", "Yes if this site already has export contracts and income."),
    EVIDENCE("出口合同、银行收汇凭证", "Export contracts, bank receipts of foreign currency"));
YES_NO_FIELD(overseas_sites, newly_established, "本年度新设立", "Newly set up this year", THIS_YEAR,
    HINT("看境外注册日期是否在本年度", "See whether it was registered abroad this year."),
    EVIDENCE("境外注册文件、《企业境外投资证书》", "Registration abroad, certificate of overseas investment"));
YES_NO_FIELD(overseas_sites, audited, "已通过审核", "Passed the audit", APPLICATION,
    HINT("看主管部门的审核结果通知", "See the notice of the authority's audit."),
    EVIDENCE("审核结果通知或公示", "Notice or publication of the audit result"));
YES_NO_FACT(export_incubator_recognised, "获认定出口孵化基地", "Recognised as export incubation base", overseas, AS_OF, BY_ACTION,
    HINT("看主管部门的孵化基地认定文件", "See the authority's recognition of the incubation base."),
    EVIDENCE("出口孵化基地认定文件", "Document recognising the export incubation base"));
COUNT_FACT(incubated_returned, "境外孵化培育后落户本区的机构或团队数", "Agencies or teams incubated abroad and settled in the district",
    overseas, THIS_YEAR, IN_TIME, .unit = {"个", "agencies or teams"},
    HINT("数境外孵化后已在本区注册落地的机构和团队", "Count agencies and teams incubated abroad and now registered in the district."),
    EVIDENCE("孵化协议、落户机构营业执照或入驻协议", "Incubation agreement, business licence or settlement agreement"));
LIST_FACT(acquisition_loans, "境外兼并收购融资（按年度）", "Financing of overseas mergers and acquisitions, by year", overseas, NO_PERIOD, BY_ACTION,
    HINT("每笔融资的每个贴息年度填一行", "One row for each year of interest subsidy of each loan."),
    EVIDENCE("并购协议、融资合同、《企业境外投资证书》", "Acquisition agreement, financing contract, certificate of overseas investment"));
COUNT_FIELD(acquisition_loans, year_index, "贴息第几年", "Year of the interest subsidy", NO_PERIOD, .unit = {"年", "year"},
    HINT("第一个贴息年度填1，往后顺数", "The first year of interest subsidy is 1, the next 2, and so on."),
    EVIDENCE("融资合同、以往贴息拨付文件", "Financing contract, earlier subsidy payments"));
MONEY_FIELD(acquisition_loans, principal, "年均本金", "Average principal of the year", NO_PERIOD,
    HINT("该年贷款余额的平均数，可请银行出具", "The average balance of the loan in that year; the bank can state it."),
    EVIDENCE("融资合同、银行贷款余额对账单", "Financing contract, bank statement of the loan balance"));
MONEY_FIELD(acquisition_loans, interest, "当年实际利息", "Interest paid in the year", NO_PERIOD,
    HINT("该年已付出的利息，见银行付息凭证", "Interest paid in that year, from the bank's interest slips."),
    EVIDENCE("银行付息凭证、融资合同", "Bank interest slips, financing contract"));
PERCENT_FIELD(acquisition_loans, lpr, "同期贷款市场报价利率", "Loan prime rate of the period", NO_PERIOD,
    HINT("查同业拆借中心公布的同期LPR，只填百分号前的数",
         "See the rate for that period published by the National Interbank Funding Center; enter the number only."),
    EVIDENCE("LPR公告、融资合同", "Published loan prime rate, financing contract"));
PERCENT_FACT(overseas_revenue_share, "境外营业收入计入本区母公司的比例", "Share of overseas revenue booked with the district parent",
    overseas, THIS_YEAR, IN_TIME,
    HINT("境外收入中记入本区母公司账并报税的占比", "The share of overseas revenue in the books and tax returns of the district parent."),
    EVIDENCE("母公司审计报告、境外机构报表、纳税申报表", "Parent's audit report, accounts of the overseas body, tax returns"));
YES_NO_FACT(top_three_of_year, "年度前三家", "Among the first three of the year", overseas, THIS_YEAR, BY_ACTION,
    HINT("由区主管部门确定，没通知就选不清楚", "The district authority decides; no notice means not known."),
    EVIDENCE("主管部门通知或公示", "Notice or publication of the authority"));
MONEY_FACT(service_trade_revenue, "服务贸易营业收入", "Service-trade revenue", overseas, THIS_YEAR, IN_TIME,
    HINT("全年服务贸易营业收入，见审计报告收入明细", "The year's service-trade revenue, from the revenue detail of the audit report."),
    EVIDENCE("审计报告收入明细、服务贸易合同", "Revenue detail in the audit report, service-trade contracts"));
YES_NO_FACT(first_time_at_revenue, "首次达到该收入档次", "First time at that revenue tier", overseas, THIS_YEAR, NEVER,
    HINT("以前各年都没到过这一档选是", "Yes if no earlier year reached this tier."),
    EVIDENCE("历年审计报告", "Audit reports of earlier years"));

/* ---- Bringing in talent --------------------------------------------------------------------------------------------------- */

LIST_FACT(headhunted_talents, "猎头引进的人才", "Talents placed by headhunting", talent, THIS_YEAR, BY_ACTION,
    HINT("每位经猎头到岗的人才填一行", "One row for each talent placed by headhunting."),
    EVIDENCE("猎头服务合同、发票、人才劳动合同", "Headhunting contract, invoice, labour contract of the talent"));
#define headhunted_talents__client_VALUES(V, of) \
    V(of, leading_manufacturer, "制造业“大优强”培育企业", "Leading manufacturer under cultivation") \
    V(of, single_champion, "国家级“单项冠军”企业", "National single-product champion") \
    V(of, specialised, "国家级“专精特新”企业", "National specialised and sophisticated enterprise") \
    V(of, talent_enterprise, "人才企业", "Talent enterprise") \
    V(of, other, "其他企业", "Other")
CHOICE_FIELD(headhunted_talents, client, "引才企业类型", "Client enterprise", AS_OF,
    HINT("看用人企业的称号证书或培育名单", "See the client's certificate or the list it is on."),
    EVIDENCE("用人企业称号证书或公布名单", "Client's certificate or published list"));
YES_NO_FIELD(headhunted_talents, client_local, "属本市企业", "Client is in the city", AS_OF,
    HINT("看用人企业执照上的住所是否在本市", "See whether the client's licence address is in the city."),
    EVIDENCE("用人企业营业执照", "Client's business licence"));
MONEY_FIELD(headhunted_talents, annual_income_tax, "个人所得税年纳税额", "Annual individual income tax", THIS_YEAR,
    HINT("看该人才在自然人电子税务局的全年纳税记录", "See the talent's record for the year in the individual tax office online."),
    EVIDENCE("个人所得税纳税记录", "Individual income-tax record"));
MONEY_FIELD(headhunted_talents, headhunting_fee, "猎头费", "Headhunting fee", THIS_YEAR,
    HINT("为这位人才付的猎头费，看合同和发票", "The fee paid for this talent, from contract and invoice."),
    EVIDENCE("猎头服务合同、发票、付款凭证", "Headhunting contract, invoice, payment slip"));
YES_NO_FACT(postdoc_conditions_met, "符合设立博士后科研工作站或创新实践基地条件", "Meets the conditions for a postdoctoral station",
    talent, APPLICATION, BY_ACTION,
    HINT("对照博士后站的设站条件逐条核对", "Check the conditions for a postdoctoral station one by one."),
    EVIDENCE("设站申报材料、研发条件证明", "Application for the station, proof of research facilities"));
COUNT_FACT(leading_talents, "引进的领军人才或国际顶尖团队数", "Leading talents or top international teams introduced",
    talent, THIS_YEAR, IN_TIME, .unit = {"个", "talents or teams"},
    HINT("以人才认定文件为准，一个团队算一个", "Go by the recognition document; a team counts as one."),
    EVIDENCE("人才或团队认定文件、引进协议", "Recognition of the talent or team, agreement with them"));
YES_NO_FACT(laureate_introduced, "引进诺奖、图灵奖、院士等人才", "Introduced a Nobel, Turing or academician-level talent",
    talent, THIS_YEAR, BY_ACTION,
    HINT("引进的人是诺奖、图灵奖得主或院士等选是", "Yes if you brought in a Nobel or Turing laureate, an academician or the like."),
    EVIDENCE("获奖或院士证明、工作协议", "Proof of the prize or membership, work agreement"));
YES_NO_FACT(foreign_qualification, "持有获认可的境外职业资格", "Holds a recognised foreign qualification", talent, AS_OF, BY_ACTION,
    HINT("看证书是否在认可的境外资格范围内", "See whether the certificate is among the foreign qualifications recognised."),
    EVIDENCE("境外职业资格证书、认可证明", "Foreign certificate, proof that it is recognised"));
MONEY_FACT(service_team_cost, "国际人才服务团队年运营成本", "Yearly operating cost of the talent-service team", talent, THIS_YEAR, IN_TIME,
    HINT("团队全年人员、场地等运营支出合计", "The team's staff, premises and other running costs of the year."),
    EVIDENCE("费用明细账、付款凭证、专项审计报告", "Expense ledger, payment slips, special audit report"));
YES_NO_FACT(international_talent, "引进高端国际人才", "Brings in high-end international talent", talent, AS_OF, BY_ACTION,
    HINT("引进外国高端人才选是，标准问主管部门", "Yes if you brought in high-end foreign talent; ask the authority for the standard."),
    EVIDENCE("外国人工作许可、聘用合同、人才认定文件", "Foreigner's work permit, employment contract, recognition of the talent"));
MONEY_FACT(bole_award, "获上海市“伯乐”奖励计划奖励金额", "Award received under Shanghai's Bole plan", talent, THIS_YEAR, IN_TIME,
    HINT("填市级“伯乐”奖励文件上的金额", "Enter the amount in the city's Bole award document."),
    EVIDENCE("市级奖励文件、银行到账凭证", "City award document, bank receipt"));
YES_NO_FACT(top_talent_recognised, "有经认定的“青峰”等高层次人才", "Has staff recognised as Qingfeng or other high-level talent",
    talent, AS_OF, BY_ACTION,
    HINT("本机构有人拿到区高层次人才认定选是", "Yes if someone on your staff has the district's high-level recognition."),
    EVIDENCE("高层次人才认定文件、劳动合同", "Recognition of the talent, labour contract"));
YES_NO_FACT(key_staff_housing, "属重点机构高管或核心骨干", "Senior manager or core staff of a key agency", talent, AS_OF, NEVER,
    HINT("机构已列为重点，当事人是高管或核心骨干选是", "Yes if the agency is recognised as key and the person is a senior manager or core staff."),
    EVIDENCE("重点机构认定文件、任职文件、劳动合同", "Recognition as key agency, appointment, labour contract"));
LIST_FACT(talents_recommended, "推荐到市内企业的人才", "Talents recommended to enterprises of the city", talent, THIS_YEAR, BY_ACTION,
    HINT("每位推荐并已入职的人才填一行", "One row for each talent you recommended who has started work."),
    EVIDENCE("推荐协议、劳动合同、社保缴费记录", "Recommendation agreement, labour contract, social-insurance records"));
COUNT_FIELD(talents_recommended, contract_years, "劳动合同年限", "Contract length, years", AS_OF, .unit = {"年", "years"},
    HINT("看劳动合同期限，只填满的整年数", "See the term of the labour contract; full years only."),
    EVIDENCE("劳动合同", "Labour contract"));
COUNT_FIELD(talents_recommended, months_worked, "已工作月数", "Months worked", AS_OF, .unit = {"个月", "months"},
    HINT("从入职日算到评估日，只填满的整月数", "From the first day of work to the date of assessment, full months only."),
    EVIDENCE("社保缴费记录、工资发放记录", "Social-insurance records, payroll"));
LIST_FACT(high_level_staff, "高层次人才和企业主要负责人、技术负责人", "High-level talents and principals", talent, AS_OF, BY_ACTION,
    HINT("每位符合类别的人员填一行", "One row for each person in one of the categories."),
    EVIDENCE("人才认定文件、任职文件、劳动合同", "Recognition of the talent, appointment, labour contract"));
#define high_level_staff__category_VALUES(V, of) \
    V(of, listed_class_1_to_6, "全职引进的六类及以上高层次人才", "Full-time talent of class six or above") \
    V(of, principal, "企业主要负责人", "Principal") \
    V(of, technical_lead, "技术负责人", "Technical lead") \
    V(of, other, "其他", "Other")
CHOICE_FIELD(high_level_staff, category, "人员类别", "Category", AS_OF,
    HINT("人才看认定目录和文件，负责人看任职文件", "For talents see the directory and the recognition, for principals the appointment."),
    EVIDENCE("《包头市高层次人才认定目录（2021年）》、认定文件、任职文件",
             "Baotou's 2021 directory of high-level talent, recognition document, appointment"));
COUNT_FIELD(high_level_staff, full_time_years, "连续全职聘用年数", "Consecutive years of full-time employment", AS_OF, .unit = {"年", "years"},
    HINT("连续全职在本企业的整年数，看社保记录", "Full years of unbroken full-time work here, from the social-insurance record."),
    EVIDENCE("劳动合同、社保缴费记录", "Labour contract, social-insurance records"));
YES_NO_FACT(youth_talent_award, "符合“青年人才引进贡献奖”条件", "Qualifies for the youth-talent award", talent, APPLICATION, BY_ACTION,
    HINT("对照该奖项的现行办法逐条核对", "Check the current rules of this award one by one."),
    EVIDENCE("引才名册、劳动合同、社保缴费记录", "List of talents, labour contracts, social-insurance records"));

/* ---- Jobs and training ---------------------------------------------------------------------------------------------------- */

LIST_FACT(trained_staff, "参加研修培训的高管和骨干", "Managers and key staff trained", training, THIS_YEAR, BY_ACTION,
    HINT("每位参训高管或骨干填一行", "One row for each manager or key employee trained."),
    EVIDENCE("培训通知、结业证明、发票", "Training notice, certificate of completion, invoice"));
MONEY_FIELD(trained_staff, training_cost, "本年度培训费用", "Training cost this year", THIS_YEAR,
    HINT("该员工本年实际发生的培训费，看发票", "What this person's training really cost this year, from the invoices."),
    EVIDENCE("培训费发票、付款凭证", "Training invoices, payment slips"));
YES_NO_FACT(university_cooperation, "与高校合作开展大学生技能实训", "Trains students in cooperation with universities", training, AS_OF, BY_ACTION,
    HINT("与高校签有实训合作协议并已开展选是", "Yes if a training agreement with a university is signed and running."),
    EVIDENCE("校企合作协议、实训记录", "Agreement with the university, training records"));
COUNT_FACT(students_placed, "培养并输送到本市企业生产性技术岗位的大学生人数",
    "Students trained and placed in technical production posts of local enterprises", training, THIS_YEAR, IN_TIME, .unit = {"人", "people"},
    HINT("数经实训后已在本市生产技术岗上班的学生", "Count students trained and now at work in technical production posts of the city."),
    EVIDENCE("学生名册、实训记录、劳动合同或社保缴费记录", "Student list, training records, labour contracts or social-insurance records"));
COUNT_FACT(new_workers_supplied, "新输送并在当地就业满6个月的员工人数", "New workers supplied and employed locally for six months",
    training, THIS_YEAR, IN_TIME, .unit = {"人", "people"},
    HINT("数本年新送到企业、在当地干满6个月的人", "Count workers newly sent this year who have worked locally for six months."),
    EVIDENCE("输送人员名册、劳动合同、社保缴费记录", "List of workers, labour contracts, social-insurance records"));
YES_NO_FACT(internship_base_recognised, "获评市级大学生就业实践示范基地", "Recognised as municipal student-internship demonstration base",
    training, AS_OF, BY_ACTION,
    HINT("看市级示范基地的公布文件或牌匾", "See the city's notice or plaque for the demonstration base."),
    EVIDENCE("认定文件、公布名单或牌匾", "Recognition document, published list or plaque"));
COUNT_FACT(certified_trainees, "研修考核通过并获资格认定的从业人员人数", "Practitioners certified after the course",
    training, THIS_YEAR, IN_TIME, .unit = {"人", "people"},
    HINT("数研修考核后拿到资格认定的人", "Count those who passed the course and hold the certification."),
    EVIDENCE("资格认定名单或证书", "List of those certified, or certificates"));
YES_NO_FACT(skills_training_projects, "推动企业组织实施职业技能培训项目", "Runs vocational skills-training projects with enterprises",
    training, THIS_YEAR, BY_ACTION,
    HINT("已帮企业办起职工技能培训选是", "Yes if you have got skills training for a company's staff under way."),
    EVIDENCE("培训方案、开班材料、学员名册", "Training plan, course papers, list of trainees"));
YES_NO_FACT(skills_base_created, "创建技能人才培养基地", "Created a skills-training base", training, AS_OF, BY_ACTION,
    HINT("看培养基地的批复文件或牌匾", "See the approval or plaque of the training base."),
    EVIDENCE("基地批复文件或牌匾", "Approval or plaque of the base"));
YES_NO_FACT(employment_effect_outstanding, "带动就业人数突出", "Outstanding number of jobs created", training, APPLICATION, BY_ACTION,
    HINT("由考核部门判断，先备好带动就业的名单", "The reviewing authority decides; have your list of jobs created ready."),
    EVIDENCE("带动就业人员名册、社保缴费记录、考核评估结果", "List of people employed, social-insurance records, review result"));
YES_NO_FACT(hires_disadvantaged_or_graduates, "招用就业困难人员或高校毕业生", "Hires disadvantaged job-seekers or graduates",
    training, AS_OF, BY_ACTION,
    HINT("看员工中有无就业困难人员或高校毕业生", "See whether any of your staff are disadvantaged job-seekers or graduates."),
    EVIDENCE("就业困难人员认定证明、毕业证书、劳动合同、社保缴费记录",
             "Proof of disadvantage, diplomas, labour contracts, social-insurance records"));
YES_NO_FACT(employment_services, "提供职业介绍、就业创业培训等服务", "Provides job placement or employment training", training, THIS_YEAR, BY_ACTION,
    HINT("做过职业介绍或就业创业培训选是", "Yes if you have done job placement or training for work or start-ups."),
    EVIDENCE("服务台账、推荐就业名册、培训名册", "Service log, list of placements, list of trainees"));
YES_NO_FACT(employment_support_conditions_met, "符合就业扶持政策的其他规定", "Meets the other rules of the employment-support policy",
    training, APPLICATION, BY_ACTION,
    HINT("对照当地补贴办法逐条核对，拿不准问人社局", "Check the local subsidy rules one by one; if unsure, ask the human-resources bureau."),
    EVIDENCE("补贴申请材料、人社部门审核结果", "Subsidy application, decision of the human-resources bureau"));
YES_NO_FACT(matchmaker_award, "符合“就业红娘”条件", "Qualifies for the job-matchmaker award", training, APPLICATION, BY_ACTION,
    HINT("对照“就业红娘”的现行办法逐条核对", "Check the current rules of the job-matchmaker award one by one."),
    EVIDENCE("推荐就业名册、劳动合同、社保缴费记录", "List of placements, labour contracts, social-insurance records"));

/* ---- Events, expos and competitions --------------------------------------------------------------------------------------- */

COUNT_FACT(hosted_events, "承办培训、论坛、创新创业活动场次", "Trainings, forums and start-up events hosted",
    events, THIS_YEAR, IN_TIME, .unit = {"场", "events"},
    HINT("数本年办完且与服务贸易有关的，国际合作论坛另填",
         "Count events on HR service trade finished this year; international forums go in their own box."),
    EVIDENCE("承办协议或通知、活动方案、现场资料、费用凭证", "Hosting agreement or notice, programme, photographs, cost vouchers"));
COUNT_FACT(hosted_international_forums, "承办国际合作论坛场次", "International cooperation forums hosted",
    events, THIS_YEAR, IN_TIME, .unit = {"场", "events"},
    HINT("只数本年已办完的国际合作论坛", "Count only international cooperation forums finished this year."),
    EVIDENCE("承办协议或通知、活动方案、现场资料、费用凭证", "Hosting agreement or notice, programme, photographs, cost vouchers"));
LIST_FACT(government_trips, "参加政府组织的境外参会参展", "Government-organised trips and expos", events, THIS_YEAR, BY_ACTION,
    HINT("政府部门组团的境外参会参展，每次填一行", "One row for each trip or expo abroad that a government body organised."),
    EVIDENCE("组团通知、审批文件、费用凭证", "Invitation of the organiser, approval, cost vouchers"));
YES_NO_FIELD(government_trips, approved, "已审批", "Approved", APPLICATION,
    HINT("看主管部门对该次活动的审批文件", "See the authority's approval of this trip."),
    EVIDENCE("审批文件", "Approval"));
MONEY_FIELD(government_trips, booth_fee, "展位费", "Booth fee", THIS_YEAR,
    HINT("该次展位费，看展位合同和发票", "The booth fee of this trip, from the booth contract and invoice."),
    EVIDENCE("展位合同、发票、付款凭证", "Booth contract, invoice, payment slip"));
MONEY_FIELD(government_trips, activity_cost, "活动经费", "Activity cost", THIS_YEAR,
    HINT("该次展位费以外的活动支出，看票据", "What this trip cost besides the booth, from the receipts."),
    EVIDENCE("差旅和活动费用票据、付款凭证", "Travel and activity receipts, payment slips"));
YES_NO_FACT(recruitment_trip, "参加市本级赴外招聘活动", "Took part in the city's recruiting trips", events, THIS_YEAR, BY_ACTION,
    HINT("跟市里组织的招聘团外出过选是", "Yes if you went on a recruiting trip that the city organised."),
    EVIDENCE("活动通知、参会回执、差旅票据", "Notice of the trip, confirmation, travel receipts"));
#define competition_award_VALUES(V, of) \
    V(of, none, "未获奖", "None") \
    V(of, first, "一等奖", "First") \
    V(of, second, "二等奖", "Second") \
    V(of, third, "三等奖", "Third") \
    V(of, other, "其他奖项", "Other")
CHOICE_FACT(competition_award, "中国（宁波）人力资源服务创新创业大赛获奖", "Prize in the China (Ningbo) HR-service innovation competition",
    events, AS_OF, BY_ACTION,
    HINT("看大赛证书或组委会公布的名单", "See the certificate or the list the organisers published."),
    EVIDENCE("获奖证书或公布名单", "Prize certificate or published list"));
YES_NO_FACT(talent_project_conditions_met, "符合“甬江人才工程”申报条件", "Meets the application conditions of the Yongjiang talent project",
    events, APPLICATION, BY_ACTION,
    HINT("对照甬江人才工程申报通知逐条核对", "Check the project's call for applications point by point."),
    EVIDENCE("申报材料、资格审核结果", "Application, result of the eligibility check"));
MONEY_FACT(talent_event_cost, "区级引才论坛、展览等活动实际支出", "Actual spending on district talent events", events, THIS_YEAR, IN_TIME,
    HINT("本年已认定活动的实际支出，看发票和付款", "What recognised events really cost this year, from invoices and payments."),
    EVIDENCE("活动合同、发票、付款凭证", "Event contracts, invoices, payment slips"));
YES_NO_FACT(talent_event_recognised, "经认定的产业园区级引才活动", "Recognised talent event of the park", events, APPLICATION, BY_ACTION,
    HINT("看区主管部门对该活动的认定文件", "See the district authority's recognition of the event."),
    EVIDENCE("活动认定文件", "Recognition of the event"));

/* ---- Digital projects and standards --------------------------------------------------------------------------------------- */

YES_NO_FACT(it_enterprise, "属信息技术类企业", "Is an IT enterprise", digital, AS_OF, NEVER,
    HINT("先看登记的行业代码是否属信息技术服务业", "Start from the registered industry code: is it information-technology services?"),
    EVIDENCE("营业执照经营范围、登记的行业代码", "Scope on the business licence, registered industry code"));
MONEY_FACT(digital_investment, "数字化改造实际投入", "Actual investment in digital transformation", digital, APPLICATION, BY_ACTION,
    HINT("改造项目已实际付出的支出，以凭证为准", "What the project has really cost you so far, as the vouchers show."),
    EVIDENCE("项目合同、发票、付款凭证、专项审计报告", "Project contracts, invoices, payment slips, special audit report"));
YES_NO_FACT(digital_project_selected, "数字化改造项目经评审入选", "Digital project selected by review", digital, APPLICATION, BY_ACTION,
    HINT("看主管部门公布的入选项目名单", "See the authority's list of projects selected."),
    EVIDENCE("入选名单或评审结果通知", "List of projects or notice of the review"));
COUNT_FACT(standards_led, "主持制（修）定标准或承担标准化试点示范项目（项）", "Standards led or standardisation pilots undertaken",
    digital, THIS_YEAR, IN_TIME, .unit = {"项", "items"},
    HINT("数本单位主持的，只参与起草的不算", "Count what you led; helping to draft does not count."),
    EVIDENCE("标准发布公告和起草单位页、试点示范批准文件", "Notice of the standard and its list of drafters, approval of the pilot"));
YES_NO_FACT(standard_demo_recognised, "获认定标准化示范机构", "Recognised as standardisation demonstration agency", digital, AS_OF, BY_ACTION,
    HINT("看主管部门的示范机构认定文件", "See the authority's recognition as demonstration agency."),
    EVIDENCE("标准化示范机构认定文件", "Recognition as standardisation demonstration agency"));
LIST_FACT(platform_costs, "自主建设境外用工信息化平台费用（按年度）", "Cost of the self-built overseas-employment platform, by year",
    digital, NO_PERIOD, BY_ACTION,
    HINT("自建平台的每个建设年度填一行", "One row for each year of building your platform."),
    EVIDENCE("平台开发合同、软件著作权证书、费用凭证", "Development contracts, software copyright certificate, cost vouchers"));
COUNT_FIELD(platform_costs, year_index, "建设第几年", "Year of construction", NO_PERIOD, .unit = {"年", "year"},
    HINT("开始建设的第一年填1，往后顺数", "The first year of building is 1, the next 2, and so on."),
    EVIDENCE("平台开发合同、立项材料", "Development contracts, project papers"));
MONEY_FIELD(platform_costs, cost, "当年建设费用", "Construction cost of the year", NO_PERIOD,
    HINT("只填该年实际付出的建设费，不填总预算", "Only what you paid for building in that year, not the whole budget."),
    EVIDENCE("开发合同、发票、付款凭证、专项审计报告", "Development contracts, invoices, payment slips, special audit report"));
YES_NO_FACT(shared_data_centre, "建立人力资源服务共享数据中心", "Built the shared HR data centre", digital, AS_OF, BY_ACTION,
    HINT("已建成面向行业的共享数据中心选是", "Yes if the data centre shared by the industry is built."),
    EVIDENCE("项目建设和验收材料", "Construction and acceptance papers"));

/* ---- Building and running a park ------------------------------------------------------------------------------------------ */

YES_NO_FACT(new_provincial_park, "新建省级人力资源服务产业园", "New provincial HR park", park, THIS_YEAR, BY_ACTION,
    HINT("看省级主管部门的产业园认定文件", "See the provincial authority's recognition of the park."),
    EVIDENCE("省级产业园认定文件", "Recognition as provincial park"));
YES_NO_FACT(park_performance_selected, "产业园绩效考评获择优奖励", "Chosen for a park-performance award", park, THIS_YEAR, BY_ACTION,
    HINT("看年度绩效考评结果是否列入奖励名单", "See whether the yearly review puts you on the award list."),
    EVIDENCE("绩效考评结果通知或公示", "Notice or publication of the review"));
MONEY_FACT(building_contribution, "产业园新增单栋楼宇年度综合贡献", "Yearly contribution of one new park building", park, THIS_YEAR, IN_TIME,
    HINT("以属地财政、税务核算的单栋楼宇数为准", "Go by the finance or tax office's figure for the one building."),
    EVIDENCE("财政或税务部门核算结果、楼宇企业名册", "Figure from the finance or tax office, list of firms in the building"));
YES_NO_FACT(building_first_time, "楼宇综合贡献首次突破", "First time the building passes the mark", park, THIS_YEAR, NEVER,
    HINT("以前各年这栋楼都没超过该数选是", "Yes if this building never passed the mark before."),
    EVIDENCE("历年楼宇贡献核算结果", "Earlier figures for the building"));
YES_NO_FACT(first_feature_base, "首次入选国家、省级服务贸易特色（示范）基地", "First selected as national or provincial service-trade feature base",
    park, THIS_YEAR, NEVER,
    HINT("看入选名单，以前入选过同类基地的选否", "See the list; no if you were selected for such a base before."),
    EVIDENCE("入选名单或认定公告", "List or recognition notice"));
YES_NO_FACT(park_recognised_district_base, "宁波国家人力资源服务出口基地共建主体", "Body building the Ningbo national HR export base",
    park, AS_OF, NEVER,
    HINT("参与共建该国家级出口基地的单位选是", "Yes for a body that takes part in building this national export base."),
    EVIDENCE("基地认定公告、共建协议或方案", "Recognition of the base, agreement or plan to build it"));
#define park_level_VALUES(V, of) \
    V(of, none, "未认定", "None") \
    V(of, district, "区级", "District") \
    V(of, municipal, "市级", "Municipal") \
    V(of, national, "国家级", "National")
CHOICE_FACT(park_level, "获认定的产业园级别", "Level at which the park is recognised", park, AS_OF, BY_ACTION,
    HINT("看认定文件由国家、市还是区的部门下发", "See whether a national, municipal or district authority issued the recognition."),
    EVIDENCE("产业园认定文件", "Recognition of the park"));

/* ---- For local governments ------------------------------------------------------------------------------------------------ */

MONEY_FACT(municipal_fiscal_share, "园区机构年度地方财力贡献的市本级留成部分", "Municipal share of the park agencies' yearly fiscal contribution",
    government, THIS_YEAR, NEVER,
    HINT("请市财政局核算，只算归市本级的部分", "Ask the city finance bureau; only the share kept by the city counts."),
    EVIDENCE("财政部门核算表、园区机构入库税款明细", "Finance bureau's calculation, tax receipts of the park's agencies"));
YES_NO_FACT(local_support_policy, "属地已出台经济贡献支持政策", "The county has its own contribution-support policy", government, AS_OF, NEVER,
    HINT("查属地政府是否已印发这类支持文件", "See whether the county or district has issued such a policy."),
    EVIDENCE("属地支持政策文件", "Support policy of the county or district"));
YES_NO_FACT(park_plan, "有科学的规划方案", "Has a sound plan", government, AS_OF, BY_ACTION,
    HINT("有经过论证的园区规划报告选是", "Yes if there is a plan for the park that has been reviewed."),
    EVIDENCE("产业园建设发展规划", "Development plan of the park"));
COUNT_FACT(park_floor_area, "园区建筑总面积（平方米）", "Park floor area, square metres",
    government, AS_OF, IN_TIME, .unit = {"平方米", "square metres"},
    HINT("把产权证上的建筑面积加总", "Add up the floor area on the title certificates."),
    EVIDENCE("产权证明、测绘报告", "Title certificates, survey report"));
YES_NO_FACT(park_facilities, "投资主体明确、形态集中、基础设施完善", "Clear investor, one site, sound facilities", government, AS_OF, BY_ACTION,
    HINT("有明确投资方、楼宇集中、配套齐备选是", "Yes if the investor is clear, the buildings stand together and services are in place."),
    EVIDENCE("产权证明、投资协议、现场照片", "Title certificates, investment agreement, photographs"));
COUNT_FACT(park_hr_enterprises, "入驻人力资源服务企业数", "HR enterprises in the park", government, AS_OF, IN_TIME, .unit = {"家", "enterprises"},
    HINT("数入驻花名册中做人力资源服务的企业", "Count the HR-service enterprises on the list of tenants."),
    EVIDENCE("入驻机构花名册、入驻协议", "List of tenants, settlement agreements"));
MONEY_FACT(park_revenue, "园区年度营业收入", "Yearly revenue of the park", government, THIS_YEAR, IN_TIME,
    HINT("把园区入驻机构的全年营业收入加总", "Add up the year's revenue of the tenants."),
    EVIDENCE("入驻机构经营情况佐证材料、财务报表", "Proof of the tenants' business, financial statements"));
YES_NO_FACT(park_revenue_growing, "营业收入增长态势明显", "Revenue clearly growing", government, THIS_YEAR, BY_ACTION,
    HINT("与前几年比，园区收入逐年上升选是", "Yes if the park's revenue has risen from year to year."),
    EVIDENCE("入驻机构历年经营情况佐证材料", "Proof of the tenants' business over several years"));
YES_NO_FACT(park_diverse, "机构类型和业态多元、产业链较完整", "Diverse agencies, fairly complete chain", government, AS_OF, BY_ACTION,
    HINT("机构种类多、上下游服务基本都有选是", "Yes if tenants are of many kinds and cover most of the chain."),
    EVIDENCE("入驻机构花名册、主营业务佐证材料", "List of tenants, proof of their main business"));
YES_NO_FACT(park_operation, "运营管理健全并有信息化平台", "Sound operation with an information platform", government, AS_OF, BY_ACTION,
    HINT("有运营机构、制度和常更新的平台选是", "Yes if there is an operator, written rules and a platform kept up to date."),
    EVIDENCE("运营管理制度、运营合同、平台资料", "Operating rules, operating contract, papers on the platform"));
YES_NO_FACT(park_local_policy, "属地已出台扶持政策或纳入规划", "Local support policy or plan in place", government, AS_OF, NEVER,
    HINT("属地有扶持文件，或规划写入本行业选是", "Yes if there is a local support policy, or the local plan covers the industry."),
    EVIDENCE("属地扶持政策文件、经济社会发展规划", "Local support policy, local development plan"));
YES_NO_FACT(park_benefits, "有良好的经济社会效益", "Good economic and social effect", government, AS_OF, BY_ACTION,
    HINT("能拿出就业、引才、对接活动的成效选是", "Yes if you can show results in jobs, talent and matching events."),
    EVIDENCE("申请报告、活动资料、就业和引才数据", "Application report, event papers, figures on jobs and talent"));

/* ---- What must hold between facts ----------------------------------------------------------------------------------------- */

CHECK(revenue_covers_local_revenue, AT_LEAST(annual_revenue, local_annual_revenue),
      "属地年营业收入不应超过年营业收入", "Revenue booked locally should not exceed annual operating revenue.");
CHECK(revenue_covers_service_trade, AT_LEAST(annual_revenue, service_trade_revenue),
      "服务贸易营业收入不应超过年营业收入", "Service-trade revenue should not exceed annual operating revenue.");
CHECK(revenue_covers_outsourcing, AT_LEAST(annual_revenue, outsourcing_revenue),
      "海外外包业务收入不应超过年营业收入", "Overseas HR-outsourcing revenue should not exceed annual operating revenue.");
CHECK(revenue_covers_rent, AT_LEAST(annual_revenue, annual_rent),
      "年租金超过年营业收入，请核对单位（元/万元）",
      "Annual rent exceeds annual operating revenue: please check the unit (yuan or ten thousand yuan).");
CHECK(share_within_the_whole, AT_MOST(overseas_revenue_share, RATE(100)),
      "比例不应超过100%", "A share should not exceed 100 %.");

/* Every policy: .checks = SHARED_CHECKS */
#define SHARED_CHECKS \
    CHECKS(revenue_covers_local_revenue, revenue_covers_service_trade, revenue_covers_outsourcing, revenue_covers_rent, share_within_the_whole)

/* clang-format on */

#endif
