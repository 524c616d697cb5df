/* Conditions and amounts by their definition (catalogue: three-valued conditions, closed intervals). The figures are small: nothing
   overflows here. */
#include "person.h"

static int64_t times(int64_t x, int64_t y) { return x == 0 || y == 0 ? 0 : x == HS_UNBOUNDED || y == HS_UNBOUNDED ? HS_UNBOUNDED : x * y; }

static int64_t plus(int64_t x, int64_t y) { return x == HS_UNBOUNDED || y == HS_UNBOUNDED ? HS_UNBOUNDED : x + y; }

static int64_t rounded(int64_t ten_thousandths) {
    return ten_thousandths == HS_UNBOUNDED ? HS_UNBOUNDED : (ten_thousandths + 5000) / 10000;
}

/* A side of a comparison in ten-thousandths: a percentage is not rounded there. */
static hs_interval side(const hs_node *node, const struct person *person, int32_t record) {
    hs_interval x, rate = {10000, 10000};
    if (node->op == HS_OP_PERCENT) {
        rate = (hs_interval){node->value, node->value};
        x = tree_amount(node->arguments[0], person, record);
    } else if (node->op == HS_OP_PERCENT_OF || node->op == HS_OP_EXCHANGE) {
        rate = tree_amount(node->arguments[0], person, record);
        x = tree_amount(node->arguments[1], person, record);
    } else {
        x = tree_amount(node, person, record);
    }
    return (hs_interval){times(x.low, rate.low), times(x.high, rate.high)};
}

static int32_t compare(const hs_node *node, const struct person *person, int32_t record) {
    bool falling = node->op == HS_OP_AT_MOST || node->op == HS_OP_LESS_THAN,
         strict = node->op == HS_OP_MORE_THAN || node->op == HS_OP_LESS_THAN;
    hs_interval x = side(node->arguments[falling], person, record), y = side(node->arguments[!falling], person, record);
    if (strict ? x.low > y.high : x.low >= y.high) return HS_TRUE;
    return (strict ? x.high > y.low : x.high >= y.low) ? HS_UNKNOWN : HS_FALSE;
}

static int32_t some(const hs_node *node, const struct person *person) {
    const struct records *list = &person->lists[cell_of(node->arguments[0]->fact, -1).fact];
    int32_t truth = list->stated ? HS_FALSE : HS_UNKNOWN;
    for (int32_t r = 0; r < list->count; r++) {
        int32_t of_record = tree_truth(node->arguments[1], person, r);
        if (of_record > truth) truth = of_record;
    }
    return truth;
}

static int64_t day_of(const struct person *person) {
    hs_date day = {0, 0, 0};
    hs_date_read(&day, person->day);
    return day.year * INT64_C(10000) + day.month * 100 + day.day;
}

int32_t tree_truth(const hs_node *node, const struct person *person, int32_t record) {
    hs_interval value = {0, 0};
    int32_t truth = node->op == HS_OP_ALL ? HS_TRUE : HS_FALSE;
    if (node->op == HS_OP_FACT) value = cell_get(person, cell_of(node->fact, record));
    if (node->op == HS_OP_IN || node->op == HS_OP_HAS) value = cell_get(person, cell_of(node->arguments[0]->fact, record));
    switch (node->op) {
    case HS_OP_CONSTANT: return node->value != 0 ? HS_TRUE : HS_FALSE;
    case HS_OP_SINCE: return day_of(person) >= node->value ? HS_TRUE : HS_FALSE;
    case HS_OP_UNTIL: return day_of(person) <= node->value ? HS_TRUE : HS_FALSE;
    case HS_OP_FACT: return (int32_t)(value.low + value.high);
    case HS_OP_NOT: return HS_TRUE - tree_truth(node->arguments[0], person, record);
    case HS_OP_ALL:
    case HS_OP_ANY:
        for (int32_t i = 0; i < node->count; i++) {
            int32_t of_part = tree_truth(node->arguments[i], person, record);
            if (node->op == HS_OP_ALL ? of_part < truth : of_part > truth) truth = of_part;
        }
        return truth;
    case HS_OP_IN: return (value.high & ~node->value) == 0 ? HS_TRUE : (value.high & node->value) != 0 ? HS_UNKNOWN : HS_FALSE;
    case HS_OP_HAS: return (value.low & node->value) != 0 ? HS_TRUE : (value.high & node->value) != 0 ? HS_UNKNOWN : HS_FALSE;
    case HS_OP_SOME: return some(node, person);
    default: return compare(node, person, record);
    }
}

static hs_interval hull(hs_interval x, hs_interval y, bool first) {
    if (first) return y;
    return (hs_interval){x.low < y.low ? x.low : y.low, x.high > y.high ? x.high : y.high};
}

static hs_interval tiers(const hs_node *node, const struct person *person, int32_t record) {
    hs_interval x = tree_amount(node->arguments[0], person, record), out = {0, 0};
    bool first = true;
    if (x.low < node->arguments[1]->value) first = false; /* below the first tier: nothing */
    for (int32_t i = 1; i < node->count; i += 2) {
        int64_t next = i + 2 < node->count ? node->arguments[i + 2]->value : HS_UNBOUNDED;
        if (x.high < node->arguments[i]->value || (next != HS_UNBOUNDED && x.low >= next)) continue;
        out = hull(out, tree_amount(node->arguments[i + 1], person, record), first);
        first = false;
    }
    return out;
}

static hs_interval by(const hs_node *node, const struct person *person, int32_t record) {
    hs_interval key = cell_get(person, cell_of(node->arguments[0]->fact, record)), out = {0, 0};
    bool first = true;
    for (int32_t i = 1; i < node->count; i += 2) {
        if ((key.high >> node->arguments[i]->value & 1) == 0) continue;
        out = hull(out, tree_amount(node->arguments[i + 1], person, record), first);
        first = false;
    }
    return out;
}

static hs_interval branch(const hs_node *node, const struct person *person, int32_t record) {
    int32_t truth = tree_truth(node->arguments[0], person, record);
    hs_interval yes = tree_amount(node->arguments[1], person, record), no = tree_amount(node->arguments[2], person, record);
    return truth == HS_TRUE ? yes : truth == HS_FALSE ? no : hull(yes, no, false);
}

static hs_interval over_records(const hs_node *node, const struct person *person) {
    const struct records *list = &person->lists[cell_of(node->arguments[0]->fact, -1).fact];
    hs_interval sum = {0, list->stated ? 0 : HS_UNBOUNDED};
    for (int32_t r = 0; r < list->count; r++) {
        int32_t truth = tree_truth(node->arguments[1], person, r);
        hs_interval x = node->op == HS_OP_SUM ? tree_amount(node->arguments[2], person, r) : (hs_interval){1, 1};
        if (truth == HS_TRUE) sum.low = plus(sum.low, x.low);
        if (truth != HS_FALSE) sum.high = plus(sum.high, x.high);
    }
    return sum;
}

/* What is left of x without y, nothing at the least. */
static int64_t less(int64_t x, int64_t y) {
    if (y == HS_UNBOUNDED) return 0;
    return x == HS_UNBOUNDED ? x : x > y ? x - y : 0;
}

/* Hundredths of a percent that the first is of the second, cut; from nothing there is none. */
static hs_interval share(hs_interval x, hs_interval of) {
    hs_interval out = {0, 0};
    if (of.low > 0 && of.high != HS_UNBOUNDED) out.low = x.low * 10000 / of.high;
    if (of.high > 0 && x.high > 0) out.high = of.low == 0 || x.high == HS_UNBOUNDED ? HS_UNBOUNDED : x.high * 10000 / of.low;
    return out;
}

static int64_t multiple(const hs_node *node, int64_t x) {
    if (x == HS_UNBOUNDED) return x;
    int64_t parts = x / node->value, rest = x % node->value;
    bool up = node->op == HS_OP_ROUND_UP ? rest > 0 : node->op == HS_OP_ROUND_HALF_UP && 2 * rest >= node->value;
    return (parts + up) * node->value;
}

hs_interval tree_amount(const hs_node *node, const struct person *person, int32_t record) {
    hs_interval x = {0, 0}, y = x;
    switch (node->op) {
    case HS_OP_CONSTANT: return (hs_interval){node->value, node->value};
    case HS_OP_FACT: return cell_get(person, cell_of(node->fact, record));
    case HS_OP_TIERS: return tiers(node, person, record);
    case HS_OP_BY: return by(node, person, record);
    case HS_OP_IF: return branch(node, person, record);
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: return over_records(node, person);
    case HS_OP_PERCENT:
    case HS_OP_EXCHANGE:
    case HS_OP_PERCENT_OF: x = side(node, person, record); return (hs_interval){rounded(x.low), rounded(x.high)};
    default: break;
    }
    if (node->count > 0) x = tree_amount(node->arguments[0], person, record);
    for (int32_t i = 1; i < node->count; i++) {
        y = tree_amount(node->arguments[i], person, record);
        if (node->op == HS_OP_PLUS) x = (hs_interval){plus(x.low, y.low), plus(x.high, y.high)};
        if (node->op == HS_OP_GREATEST) x = (hs_interval){x.low > y.low ? x.low : y.low, x.high > y.high ? x.high : y.high};
    }
    switch (node->op) {
    case HS_OP_UP_TO:
    case HS_OP_FIRST_COME: return (hs_interval){0, x.high};
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: return (hs_interval){less(x.low, y.high), less(x.high, y.low)};
    case HS_OP_SHARE: return share(x, y);
    case HS_OP_GROWTH: x = share(x, y); return (hs_interval){less(x.low, 10000), less(x.high, 10000)};
    case HS_OP_FULL: return (hs_interval){y.low / x.low, y.high == HS_UNBOUNDED ? y.high : y.high / x.low};
    case HS_OP_ROUND_DOWN:
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP: return (hs_interval){multiple(node, x.low), multiple(node, x.high)};
    case HS_OP_RANGE: return (hs_interval){x.low, x.low > y.high ? x.low : y.high};
    case HS_OP_EACH: return (hs_interval){times(x.low, y.low), times(x.high, y.high)};
    case HS_OP_CAP:
    case HS_OP_LESSER: return (hs_interval){x.low < y.low ? x.low : y.low, x.high < y.high ? x.high : y.high};
    default: return x;
    }
}
