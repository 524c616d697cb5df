#include "money.h"

bool end_add(int64_t *out, int64_t x, int64_t y) {
    if (x == HS_UNBOUNDED || y == HS_UNBOUNDED) {
        *out = HS_UNBOUNDED;
        return true;
    }
    if (x >= HS_UNBOUNDED - y) return false;
    *out = x + y;
    return true;
}

bool end_multiply(int64_t *out, int64_t x, int64_t y) {
    if (x == 0 || y == 0) {
        *out = 0;
        return true;
    }
    if (x == HS_UNBOUNDED || y == HS_UNBOUNDED) {
        *out = HS_UNBOUNDED;
        return true;
    }
    if (x > (HS_UNBOUNDED - 1) / y) return false;
    *out = x * y;
    return true;
}

bool end_percent_rounded(int64_t *out, int64_t rate, int64_t x, enum rounding rounding) {
    if (x == HS_UNBOUNDED || rate == HS_UNBOUNDED) return end_multiply(out, rate, x);
    /* x = q * 10,000 + r, so rate * x / 10,000 = rate * q + rate * r / 10,000, and only the second part is rounded. */
    int64_t whole, part;
    if (!end_multiply(&whole, rate, x / 10000) || !end_multiply(&part, rate, x % 10000)) return false;
    int64_t least_rest = rounding == UP ? 1 : rounding == DOWN ? 10000 : 5000; /* that counts as a whole fen */
    return end_add(out, whole, part / 10000 + (part % 10000 >= least_rest));
}

bool end_round(int64_t *out, int64_t x, int64_t unit, enum rounding rounding) {
    if (x == HS_UNBOUNDED) return *out = HS_UNBOUNDED, true;
    int64_t rest = x % unit;
    bool up = rounding == UP ? rest > 0 : rounding == HALF_UP && rest >= unit - rest;
    return end_add(out, x - rest, up ? unit : 0);
}

/* The 128 bits of x * y as two words. */
struct product {
    uint64_t high, low;
};

static struct product multiply_whole(uint64_t x, uint64_t y) {
    uint64_t x0 = x & UINT32_MAX, x1 = x >> 32, y0 = y & UINT32_MAX, y1 = y >> 32;
    uint64_t low = x0 * y0, middle = x1 * y0 + (low >> 32), other = x0 * y1 + (middle & UINT32_MAX);
    return (struct product){x1 * y1 + (middle >> 32) + (other >> 32), (other << 32) | (low & UINT32_MAX)};
}

int compare_products(int64_t x, int64_t a, int64_t y, int64_t b) {
    bool x_unbounded = (x == HS_UNBOUNDED && a != 0) || (a == HS_UNBOUNDED && x != 0);
    bool y_unbounded = (y == HS_UNBOUNDED && b != 0) || (b == HS_UNBOUNDED && y != 0);
    if (x_unbounded || y_unbounded) return (int)x_unbounded - (int)y_unbounded;
    struct product p = multiply_whole((uint64_t)x, (uint64_t)a), q = multiply_whole((uint64_t)y, (uint64_t)b);
    if (p.high != q.high) return p.high < q.high ? -1 : 1;
    return p.low == q.low ? 0 : p.low < q.low ? -1 : 1;
}

int64_t least_product(int64_t a, int64_t y, int64_t b, bool strict) {
    if (a == b && a > 0 && a != HS_UNBOUNDED) return y == HS_UNBOUNDED ? y : y + strict;
    int64_t low = 0, high = HS_UNBOUNDED;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (compare_products(middle, a, y, b) >= (strict ? 1 : 0))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

int64_t end_share(int64_t x, int64_t y) {
    if (x == 0 || (y == HS_UNBOUNDED && x != HS_UNBOUNDED)) return 0;
    if (x == HS_UNBOUNDED || y == 0) return HS_UNBOUNDED;
    int64_t beyond = least_product(y, x, 10000, true);
    return beyond == HS_UNBOUNDED ? beyond : beyond - 1;
}

int64_t least_with_percent(int64_t rate, int64_t y) {
    int64_t low = 0, high = HS_UNBOUNDED, part;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (!end_percent(&part, rate, middle) || part >= y)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool interval_add(hs_interval *out, hs_interval x, hs_interval y) {
    return end_add(&out->low, x.low, y.low) && end_add(&out->high, x.high, y.high);
}

hs_interval interval_beyond(hs_interval x, hs_interval y) {
    int64_t low = y.high == HS_UNBOUNDED ? 0 : greatest(x.low - y.high, 0);
    return (hs_interval){low, x.high == HS_UNBOUNDED ? HS_UNBOUNDED : greatest(x.high - y.low, 0)};
}
