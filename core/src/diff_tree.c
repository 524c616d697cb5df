/* Two trees held against each other. What is alike on both sides is passed over; what is left is either compared part by part, because
   both sides are made the same way, or said as a whole. So nothing that differs goes unsaid. */
#include "diff.h"

#include "comparison.h"
#include "domain.h"
#include "outline.h"
#include "prose.h"
#include "words.h"

#include <string.h>

/* ---- In words -------------------------------------------------------------------------------------------------------------------- */

/* Where the line stands, outermost first; whether anything was said. */
static bool say_trail(struct differ *d, const struct trail *trail) {
    if (trail == NULL) return false;
    bool before = say_trail(d, trail->outer);
    if (trail->word.zh == NULL) return before;
    if (before) sheet_say(&d->sheet, "，", ", ");
    if (trail->number > 0) {
        sheet_say(&d->sheet, "第 ", "tier ");
        write_format(&d->sheet.line, "%d", (int)trail->number);
        sheet_say(&d->sheet, " 档", " ");
    }
    sheet_both(&d->sheet, trail->word);
    return true;
}

static void say_before(struct differ *d, const struct trail *trail) {
    if (say_trail(d, trail)) sheet_say(&d->sheet, "：", ": ");
}

static void say_between_lines(struct sheet *s, const char *last) {
    size_t length = strlen(last);
    bool opens = length >= 3 && (last[length - 1] == ':' || strcmp(last + length - 3, "：") == 0);
    sheet_say(s, opens ? "" : "；", opens ? " " : "; ");
}

void diff_say_tree(struct differ *d, const hs_node *node) {
    struct sheet part = {.language = d->sheet.language, .decider = d->sheet.decider};
    if (node->type == HS_TRUTH)
        outline_condition(&part, node, 0, "");
    else
        outline_amount(&part, node, 0, "");
    for (int32_t i = 0; i < part.count; i++) {
        if (i > 0) say_between_lines(&d->sheet, part.lines[i - 1].text);
        if (part.lines[i].label[0] != '\0')
            write_format(&d->sheet.line, d->sheet.language == HS_ZH ? "（%s）" : "(%s) ", part.lines[i].label);
        write_text(&d->sheet.line, part.lines[i].text);
    }
    d->sheet.failed = d->sheet.failed || part.failed;
    sheet_free(&part);
}

/* “ and ” within a quotation become ‘ and ’: the last of their three bytes differs. */
static void quote_within(struct writer *line, size_t from) {
    if (line->failed) return;
    for (size_t i = from; i + 2 < line->length; i++) {
        bool quote = memcmp(line->data + i, "\xE2\x80", 2) == 0;
        if (quote && (unsigned char)line->data[i + 2] == 0x9C) line->data[i + 2] = (char)0x98;
        if (quote && (unsigned char)line->data[i + 2] == 0x9D) line->data[i + 2] = (char)0x99;
    }
}

static void say_quoted(struct differ *d, const hs_node *node) {
    sheet_say(&d->sheet, "“", "“");
    size_t from = d->sheet.line.length;
    diff_say_tree(d, node);
    quote_within(&d->sheet.line, from);
    sheet_say(&d->sheet, "”", "”");
}

static void replaced(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail) {
    bool condition = was->type == HS_TRUTH;
    if (!say_trail(d, trail))
        sheet_say(&d->sheet, condition ? "条件" : "金额", condition ? "condition" : "amount");
    else if (condition)
        sheet_say(&d->sheet, "，", "");
    sheet_say(&d->sheet, "由", ": from ");
    say_quoted(d, was);
    sheet_say(&d->sheet, "改为", " to ");
    say_quoted(d, is);
    diff_end(d, HS_SIGN_CHANGED);
}

static void one_sided(struct differ *d, const hs_node *node, int32_t sign, hs_text what, const struct trail *trail) {
    say_before(d, trail);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "增加" : "删去", sign == HS_SIGN_ADDED ? "added: " : "removed: ");
    sheet_both(&d->sheet, what);
    say_quoted(d, node);
    diff_end(d, sign);
}

/* ---- Figures --------------------------------------------------------------------------------------------------------------------- */

static const hs_constant *constant_at(const struct differ *d, const hs_node *node) {
    for (int32_t i = 0; i < d->was_constants.count; i++)
        if (hs_policy_node(d->was, d->was_constants.items[i].spot) == node) return &d->was_constants.items[i];
    return NULL;
}

static void say_figure(struct differ *d, int64_t value, int32_t type, const hs_fact *unit) {
    words_figure(&d->sheet.line, value, type, unit, d->sheet.language);
}

/* A figure of a node itself: a constant, or the rate or multiple that it has. */
static void figure(struct differ *d, const hs_node *was, const hs_node *is, int32_t type, const hs_fact *unit, const struct trail *trail) {
    const hs_constant *constant = constant_at(d, was);
    struct sheet *s = &d->sheet;
    if (!say_trail(d, trail)) sheet_say(s, "金额", "amount");
    sheet_say(s, "由 ", ": from ");
    say_figure(d, was->value, type, unit);
    bool ideograph = s->line.length > 0 && (unsigned char)s->line.data[s->line.length - 1] >= 0x80;
    sheet_say(s, ideograph ? "改为 " : " 改为 ", " to ");
    say_figure(d, is->value, type, unit);
    d->now.name = constant == NULL ? NULL : constant->name;
    d->now.type = type;
    d->now.from = was->value;
    d->now.to = is->value;
    diff_end(d, HS_SIGN_CHANGED);
}

/* ---- Members: ALL, ANY, sums and choices among figures --------------------------------------------------------------------------- */

struct members {
    const hs_node **items; /* NULL once it has its like on the other side */
    int32_t count;
};

static int32_t members_within(const hs_node *node, int32_t op) {
    int32_t count = 0;
    if (node->op != op) return 1;
    for (int32_t i = 0; i < node->count; i++) count += members_within(node->arguments[i], op);
    return count;
}

static void take_members(struct members *m, const hs_node *node, int32_t op) {
    if (node->op != op) {
        m->items[m->count++] = node;
        return;
    }
    for (int32_t i = 0; i < node->count; i++) take_members(m, node->arguments[i], op);
}

/* The members of a node, and of those among them that have the same operation; another node is its own only member. */
static bool list_members(struct differ *d, struct members *out, const hs_node *node, int32_t op) {
    *out = (struct members){arena_array(d->arena, (size_t)members_within(node, op), sizeof *out->items), 0};
    if (out->items == NULL) return false;
    take_members(out, node, op);
    return true;
}

/* Takes each member of one side together with the first of the other that fits; those left stand alone. */
static void pair_members(struct differ *d, struct members *was, struct members *is, bool (*fits)(const hs_node *, const hs_node *),
                         bool compare, const struct trail *trail) {
    for (int32_t i = 0; i < was->count; i++)
        for (int32_t k = 0; k < is->count && was->items[i] != NULL; k++) {
            if (is->items[k] == NULL || !fits(was->items[i], is->items[k])) continue;
            const hs_node *x = was->items[i], *y = is->items[k];
            was->items[i] = is->items[k] = NULL;
            if (compare) diff_tree(d, x, y, trail);
        }
}

static void members(struct differ *d, const hs_node *was, const hs_node *is, int32_t op, const struct trail *outer) {
    static const hs_text among[HS_OP_COUNT] = {[HS_OP_ANY] = {"“满足任何一项即可”的各项中", "among those of which one is enough"},
                                               [HS_OP_PLUS] = {"相加的各数中", "among the figures added up"},
                                               [HS_OP_GREATEST] = {"取最高的各数中", "among those of which the greatest counts"},
                                               [HS_OP_LESSER] = {"取较低的两数中", "of the two of which the lesser counts"}};
    const struct trail trail = {outer, among[op], 0};
    const hs_text what = was->type == HS_TRUTH ? (hs_text){"条件", ""} : (hs_text){"", ""};
    struct members before, after;
    if (!list_members(d, &before, was, op) || !list_members(d, &after, is, op)) {
        d->sheet.failed = true;
        return;
    }
    pair_members(d, &before, &after, diff_alike, false, &trail);
    pair_members(d, &before, &after, diff_akin, true, &trail);
    for (int32_t i = 0; i < before.count; i++)
        if (before.items[i] != NULL) one_sided(d, before.items[i], HS_SIGN_REMOVED, what, &trail);
    for (int32_t i = 0; i < after.count; i++)
        if (after.items[i] != NULL) one_sided(d, after.items[i], HS_SIGN_ADDED, what, &trail);
}

/* ---- Tiers and branches ---------------------------------------------------------------------------------------------------------- */

static void say_bound(struct differ *d, const hs_node *node, int32_t tier) {
    say_figure(d, node->arguments[tier]->value, node->arguments[tier]->type, prose_unit(node->arguments[0]));
}

/* A tier that one version alone has. */
static void lone_tier(struct differ *d, const hs_node *node, int32_t tier, int32_t sign, const struct trail *trail) {
    say_before(d, trail);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "增加一档：达到 " : "删去一档：达到 ",
              sign == HS_SIGN_ADDED ? "a tier added: from " : "a tier removed: from ");
    say_bound(d, node, tier);
    sheet_say(&d->sheet, "（含本数）的，", " (that figure included): ");
    diff_say_tree(d, node->arguments[tier + 1]);
    diff_end(d, sign);
}

static int32_t tier_from(const hs_node *node, int64_t from) {
    for (int32_t i = 1; i + 1 < node->count; i += 2)
        if (node->arguments[i]->value == from) return i;
    return 0;
}

static void tier_pair(struct differ *d, const hs_node *was, const hs_node *is, int32_t i, int32_t k, const struct trail *outer) {
    const struct trail from = {outer, {"的起点", "begins at"}, i / 2 + 1}, pays = {outer, {"的金额", "pays"}, i / 2 + 1};
    const hs_node *x = was->arguments[i], *y = is->arguments[k];
    if (x->value != y->value) figure(d, x, y, x->type, prose_unit(was->arguments[0]), &from);
    diff_tree(d, was->arguments[i + 1], is->arguments[k + 1], &pays);
}

/* As many tiers on both sides are taken in their order, else by where they begin. */
static void tiers(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail) {
    const struct trail by = {trail, {"分档依据", "what the tiers go by"}, 0};
    diff_tree(d, was->arguments[0], is->arguments[0], &by);
    for (int32_t i = 1; i + 1 < was->count; i += 2) {
        int32_t there = was->count == is->count ? i : tier_from(is, was->arguments[i]->value);
        if (there == 0)
            lone_tier(d, was, i, HS_SIGN_REMOVED, trail);
        else
            tier_pair(d, was, is, i, there, trail);
    }
    for (int32_t i = 1; i + 1 < is->count && was->count != is->count; i += 2)
        if (tier_from(was, is->arguments[i]->value) == 0) lone_tier(d, is, i, HS_SIGN_ADDED, trail);
}

static void lone_branch(struct differ *d, const hs_node *node, int32_t branch, int32_t sign, const struct trail *outer) {
    const struct trail trail = {outer, diff_value(node, branch)->label, 0};
    one_sided(d, node->arguments[branch + 1], sign, (hs_text){"", ""}, &trail);
}

static void branches(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *outer) {
    for (int32_t i = 1; i + 1 < was->count; i += 2) {
        const struct trail trail = {outer, diff_value(was, i)->label, 0};
        int32_t there = diff_branch(is, diff_value(was, i)->id);
        if (there == 0)
            lone_branch(d, was, i, HS_SIGN_REMOVED, outer);
        else
            diff_tree(d, was->arguments[i + 1], is->arguments[there + 1], &trail);
    }
    for (int32_t i = 1; i + 1 < is->count; i += 2)
        if (diff_branch(was, diff_value(is, i)->id) == 0) lone_branch(d, is, i, HS_SIGN_ADDED, outer);
}

/* ---- Any two trees --------------------------------------------------------------------------------------------------------------- */

/* What an argument is; nothing where the operation says no more than the whole does. */
static hs_text role(int32_t op, int32_t index) {
    static const hs_text roles[HS_OP_COUNT][3] = {
        [HS_OP_PERCENT_OF] = {{"比例", "rate"}},
        [HS_OP_CAP] = {{"上限", "ceiling"}},
        [HS_OP_UP_TO] = {{"最高额", "at most"}},
        [HS_OP_FIRST_COME] = {{"最高额", "at most"}},
        [HS_OP_RANGE] = {{"下限", "least"}, {"上限", "most"}},
        [HS_OP_EACH] = {{"单价", "amount for one"}, {"数量", "how many"}},
        [HS_OP_SUM] = {{NULL, NULL}, {"记录的条件", "condition for a record"}, {"每条记录的金额", "amount for a record"}},
        [HS_OP_COUNT_IF] = {{NULL, NULL}, {"记录的条件", "condition for a record"}},
        [HS_OP_SOME] = {{NULL, NULL}, {"记录的条件", "condition for a record"}},
        [HS_OP_IF] = {{"分情形的条件", "condition of the two cases"},
                      {"符合条件时", "where the condition holds"},
                      {"不符合条件时", "where it does not hold"}},
        [HS_OP_EXCESS] = {{NULL, NULL}, {"要超过的数", "figure to be exceeded"}},
        [HS_OP_TOP_UP] = {{"应得", "due"}, {"减去的已得", "less what was paid"}},
        [HS_OP_FULL] = {{"每满", "for every whole"}},
        [HS_OP_NOT] = {{"不得成立的情形", "what must not be so"}},
        [HS_OP_EXCHANGE] = {{"汇率", "exchange rate"}}};
    return roles[op][index];
}

static bool is_wrapper(int32_t op) { return op == HS_OP_CAP || op == HS_OP_UP_TO || op == HS_OP_FIRST_COME; }

/* What stands around an amount in one version alone: its ceiling, or that the authority decides up to it. */
static void wrapper(struct differ *d, const hs_node *node, int32_t sign, const struct trail *trail) {
    bool added = sign == HS_SIGN_ADDED;
    say_before(d, trail);
    if (node->op == HS_OP_CAP) {
        sheet_say(&d->sheet, added ? "增加上限：" : "取消上限：", added ? "a ceiling is new: " : "a ceiling is gone: ");
        diff_say_tree(d, node->arguments[0]);
    } else if (node->op == HS_OP_FIRST_COME) {
        sheet_say(&d->sheet, added ? "改为先到先得，额满为止" : "不再先到先得，额满为止",
                  added ? "from now on first come, first served" : "no longer first come, first served");
    } else {
        sheet_say(&d->sheet, added ? "改为由主管部门在限额以内核定" : "不再由主管部门核定，按算出的数给足",
                  added ? "from now on the authority decides, up to the amount"
                        : "the authority no longer decides: the amount is paid whole");
    }
    diff_end(d, sign);
}

static const hs_node *inside(const hs_node *node) { return node->arguments[node->op == HS_OP_CAP ? 1 : 0]; }

/* True where one side is what the other has with something around it. */
static bool wrapped(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail) {
    bool added = is_wrapper(is->op) && (diff_alike(was, inside(is)) || diff_akin(was, inside(is)));
    bool removed = !added && is_wrapper(was->op) && (diff_alike(inside(was), is) || diff_akin(inside(was), is));
    if (!added && !removed) return false;
    wrapper(d, added ? is : was, added ? HS_SIGN_ADDED : HS_SIGN_REMOVED, trail);
    diff_tree(d, added ? was : inside(was), added ? inside(is) : is, trail);
    return true;
}

/* The operation whose members both sides can be seen as; HS_OP_NONE where there is none. */
static int32_t joined(const hs_node *x, const hs_node *y) {
    static const int32_t joining[] = {HS_OP_ALL, HS_OP_ANY, HS_OP_PLUS, HS_OP_GREATEST, HS_OP_LESSER};
    for (size_t i = 0; i < sizeof joining / sizeof joining[0]; i++) {
        if (x->op == joining[i] && y->op == joining[i]) return joining[i];
        if (joining[i] > HS_OP_ANY) continue;
        if (x->op == joining[i] || y->op == joining[i]) return joining[i];
    }
    return HS_OP_NONE;
}

/* Whether both are made the same way, so that the arguments can be compared one by one. */
static bool is_made_alike(const hs_node *x, const hs_node *y) {
    if (x->op != y->op || x->count != y->count || x->count == 0) return false;
    if (x->op == HS_OP_IN || x->op == HS_OP_HAS || x->op == HS_OP_TIERS || x->op == HS_OP_BY || is_comparison(x->op)) return false;
    bool list = x->op == HS_OP_SUM || x->op == HS_OP_COUNT_IF || x->op == HS_OP_SOME;
    return !list || same_fact(x->arguments[0]->fact, y->arguments[0]->fact);
}

static void arguments(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *outer) {
    bool rounds = was->op >= HS_OP_ROUND_DOWN && was->op <= HS_OP_ROUND_HALF_UP;
    const struct trail value = {outer, rounds ? (hs_text){"取整的单位", "rounded to"} : (hs_text){"比例", "rate"}, 0};
    if (was->value != is->value) figure(d, was, is, rounds ? HS_MONEY : HS_PERCENTAGE, NULL, &value);
    for (int32_t i = 0; i < was->count; i++) {
        const struct trail trail = {outer, role(was->op, i), 0};
        diff_tree(d, was->arguments[i], is->arguments[i], &trail);
    }
}

/* A comparison says itself which figure changed and whether the bound is included; the name of its constant goes with it. */
static void compared(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail) {
    const hs_node *x = was->arguments[1], *y = is->arguments[1];
    const hs_constant *constant = x->op == HS_OP_CONSTANT && y->op == HS_OP_CONSTANT ? constant_at(d, x) : NULL;
    if (constant != NULL && x->value != y->value) {
        d->now.name = constant->name;
        d->now.type = x->type;
        d->now.from = x->value;
        d->now.to = y->value;
    }
    replaced(d, was, is, trail);
}

void diff_tree(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail) {
    if (diff_alike(was, is)) return;
    int32_t op = joined(was, is);
    if (op != HS_OP_NONE)
        members(d, was, is, op, trail);
    else if (was->op == HS_OP_CONSTANT && is->op == HS_OP_CONSTANT && was->type == is->type && was->type != HS_TRUTH)
        figure(d, was, is, was->type, NULL, trail);
    else if (is_comparison(was->op) && is_comparison(is->op) && diff_alike(was->arguments[0], is->arguments[0]))
        compared(d, was, is, trail);
    else if (was->op == HS_OP_TIERS && is->op == HS_OP_TIERS && was->arguments[0]->type == is->arguments[0]->type)
        tiers(d, was, is, trail);
    else if (was->op == HS_OP_BY && is->op == HS_OP_BY && same_fact(was->arguments[0]->fact, is->arguments[0]->fact))
        branches(d, was, is, trail);
    else if (is_made_alike(was, is))
        arguments(d, was, is, trail);
    else if (!wrapped(d, was, is, trail))
        replaced(d, was, is, trail);
}
