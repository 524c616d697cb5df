#include "terms.h"

const hs_text kind_terms[] = {[HS_CASH] = {"资金补助或奖励", "money"},
                              [HS_LOAN] = {"贷款（额度，不是补助）", "a loan (its size, not a grant)"},
                              [HS_IN_KIND] = {"服务或便利，不给资金", "services or facilities, no money"},
                              [HS_RECOGNITION] = {"认定，不给资金", "a recognition, no money"}};
const hs_text basis_terms[] = {[HS_FIXED] = {"文件写明的定额", "a figure that the document states"},
                               [HS_FORMULA] = {"按文件写明的办法计算", "worked out as the document says"},
                               [HS_DISCRETIONARY] = {"主管部门在上限以内核定", "the authority decides, up to a ceiling"},
                               [HS_BETWEEN] = {"主管部门在两个数之间核定", "the authority decides, between two figures"},
                               [HS_ELSEWHERE] = {"由其他文件或主管部门另行确定", "another document or the authority settles it"}};
const hs_text per_terms[] = {[HS_ONCE] = {"一次性", "once"},
                             [HS_YEARLY] = {"按年度", "by the year"},
                             [HS_PER_EVENT] = {"按次、按项或按人", "for each event, item or person"}};
const hs_text payee_terms[] = {[HS_APPLICANT] = {"申请主体", "the applicant"}, [HS_PERSON] = {"个人", "the person concerned"}};
const hs_text duplication_terms[] = {
    [HS_NO_RULE] = {"文件没有关于同一事项重复享受的规定", "the document has no rule on being paid twice for one matter"},
    [HS_HIGHEST_WITH_TOP_UP] = {"就高、补差、不重复：同一事项只取最高的一项，已从别处领取较低金额的补足差额",
                                "the highest, topped up: of one matter only the highest counts, and what was received for it elsewhere is "
                                "made up to that"},
    [HS_HIGHEST_NO_DUPLICATE] = {
        "从高、不重复：同一事项只取最高的一项，已领取的不再给",
        "the highest, not twice: of one matter only the highest counts, and what was received is not given again"}};
