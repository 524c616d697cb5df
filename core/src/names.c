#include "names.h"

#include <huisuan/huisuan.h>

const char *const type_names[] = {[HS_TRUTH] = "yes_no",       [HS_MONEY] = "money",   [HS_USD] = "usd",         [HS_COUNT] = "count",
                                  [HS_PERCENTAGE] = "percent", [HS_CHOICE] = "choice", [HS_CHOICES] = "choices", [HS_LIST] = "list"};
const char *const period_names[] = {[HS_AS_OF] = "as_of",
                                    [HS_THIS_YEAR] = "this_year",
                                    [HS_LAST_YEAR] = "last_year",
                                    [HS_APPLICATION] = "application",
                                    [HS_NO_PERIOD] = "none",
                                    [HS_YEAR_BEFORE_LAST] = "year_before_last",
                                    [HS_CALENDAR_YEAR] = "calendar_year"};
const char *const change_names[] = {[HS_NEVER] = "no", [HS_IN_TIME] = "time", [HS_BY_ACTION] = "action"};
const char *const kind_names[] = {[HS_CASH] = "cash", [HS_LOAN] = "loan", [HS_IN_KIND] = "in_kind", [HS_RECOGNITION] = "recognition"};
const char *const basis_names[] = {[HS_FIXED] = "fixed",
                                   [HS_FORMULA] = "formula",
                                   [HS_DISCRETIONARY] = "discretionary",
                                   [HS_BETWEEN] = "range",
                                   [HS_ELSEWHERE] = "elsewhere"};
const char *const per_names[] = {[HS_ONCE] = "once", [HS_YEARLY] = "year", [HS_PER_EVENT] = "event"};
const char *const payee_names[] = {[HS_APPLICANT] = "applicant", [HS_PERSON] = "person"};
const char *const known_names[] = {[HS_FALSE] = "false", [HS_UNKNOWN] = "unknown", [HS_TRUE] = "true"};
const char *const force_names[] = {[HS_FALSE] = "no", [HS_UNKNOWN] = "unknown", [HS_TRUE] = "yes"};
const char *const standing_names[] = {[HS_INELIGIBLE] = "ineligible", [HS_UNDETERMINED] = "undetermined", [HS_ELIGIBLE] = "eligible"};
const char *const proof_names[] = {
    [HS_DECLARED] = "declared", [HS_EVIDENCED] = "evidenced", [HS_VERIFIED] = "verified", [HS_DISPUTED] = "disputed"};
const char *const verdict_names[] = {[HS_NOT_CLAIMED] = "not_claimed",
                                     [HS_WITHIN] = "within",
                                     [HS_OPEN] = "open",
                                     [HS_ABOVE] = "above",
                                     [HS_NOT_ENTITLED] = "not_entitled",
                                     [HS_CANNOT_TELL] = "cannot_tell",
                                     [HS_NO_FIGURE] = "no_figure",
                                     [HS_NO_MONEY] = "no_money",
                                     [HS_SET_ASIDE] = "set_aside",
                                     [HS_NOT_IN_FORCE] = "not_in_force"};
