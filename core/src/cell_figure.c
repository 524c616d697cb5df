/* Figures as officers type them, read digit by digit. */
#include "cell.h"
#include "error.h"
#include "gate.h"

#include <string.h>

enum { FIGURE_TEXT_MAX = 128 };

/* One figure: "1,234.56万元". */
struct figure {
    int64_t hundredths;
    int zeros;    /* of 万 or 亿 */
    bool unit;    /* 元, %, the fact's own */
    bool grouped; /* with commas */
};

static const hs_text
    not_plain = {"“%s”不是数：应如 1234.56、1,234.56、25万 或 300万-500万；不清楚就空着",
                 "\"%s\" is no figure: write it like 1234.56, 1,234.56, 25万 or 300万-500万; leave it empty if unknown"},
    scientific = {"“%s”是 Excel 的科学记数，已经丢掉了位数：把该列设为“数值”或“文本”格式后重新另存",
                  "\"%s\" is Excel's scientific form, which has dropped digits: format the column as number or text and save again"},
    grouping = {"“%s”的千位逗号位置不对：每三位一个，如 1,234,567", "\"%s\": a comma stands between groups of three, as in 1,234,567"},
    negative = {"不能为负数：%s", "must not be negative: %s"}, too_fine = {"最多两位小数：%s", "at most two decimals: %s"},
    too_large = {"数值过大，请核对位数：%s", "too large, check its digits: %s"},
    not_whole = {"应为整数：%s", "a whole number is wanted: %s"},
    extra_zero = {"“%s”开头多了 0，请去掉", "\"%s\" begins with an extra 0; leave it out"},
    compound = {"“%s”有两个单位：请写成一个数，如 1.2亿 或 120000000", "\"%s\" has two units: write one figure, like 1.2亿 or 120000000"},
    one_unit = {"“%s”只有一头写了万或亿：两头都要写，如 300万-500万",
                "\"%s\": 万 or 亿 stands at one end only; write it at both, like 300万-500万"},
    vague = {"“%s”说的是约数：请写成区间，如 300万-500万", "\"%s\" is about a figure: write a range, like 300万-500万"},
    strict = {"“%s”不含本数：请改用含本数的写法，如 ≥300 或 300以上",
              "\"%s\" leaves the figure itself out: write a bound that includes it, like ≥300 or 300以上"},
    twice = {"列名已写明单位，“%s”里不要再写", "the heading gives the unit already; leave it out of \"%s\""},
    reversed = {"“%s”的下限大于上限，请核对", "\"%s\": the low end is above the high one; check both"},
    inexact = {"“%s”是区间：这里要一个确定的数", "\"%s\" is a range: one figure is wanted here"},
    error_mark = {"“%s”是 Excel 的错误标记，不是值：请改正公式或加宽该列后重新另存",
                  "\"%s\" is a mark that Excel leaves where a formula failed or a column is too narrow: mend it and save again"};

static bool skip(const char **at, const char *word) {
    if (**at != *word || *word == '\0') return false;
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0) return false;
    *at += length;
    return true;
}

static bool skip_any(const char **at, const char *const *words) {
    for (; *words != NULL; words++)
        if (skip(at, *words)) return true;
    return false;
}

static void skip_blanks(const char **at) {
    while (skip(at, " ") || skip(at, "\xE3\x80\x80") || skip(at, "\xC2\xA0")) continue;
}

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/* ---- One figure ------------------------------------------------------------------------------------------------------------------ */

/* The digits before the point without their commas. */
static const hs_text *read_whole_digits(char digits[32], const char **at, bool *grouped) {
    int count = 0, run = 0;
    for (; is_digit(**at) || (**at == ',' && is_digit((*at)[1])); (*at)++) {
        if (**at == ',') {
            if (*grouped ? run != 3 : run > 3) return &grouping;
            *grouped = true;
            run = 0;
            continue;
        }
        run++;
        if (count == 30) return &too_large;
        digits[count++] = **at;
    }
    digits[count] = '\0';
    if (*grouped && run != 3) return &grouping;
    if (count == 0) return &not_plain;
    return digits[0] == '0' && count > 1 ? &extra_zero : NULL;
}

/* whole.fraction times ten to the `zeros`, in hundredths, exactly. */
static const hs_text *put_together(int64_t *out, const char *whole, const char *fraction, size_t fraction_length, int zeros) {
    int64_t value = 0;
    size_t places = (size_t)zeros + 2;
    while (fraction_length > places && fraction[fraction_length - 1] == '0') fraction_length--;
    if (fraction_length > places) return &too_fine;
    size_t length = strlen(whole);
    for (size_t i = 0; i < length + places; i++) {
        char digit = i < length ? whole[i] : i - length < fraction_length ? fraction[i - length] : '0';
        if (value > (HS_UNBOUNDED - 10) / 10) return &too_large;
        value = 10 * value + (digit - '0');
    }
    *out = value;
    return NULL;
}

static bool read_unit(const char **at, const hs_fact *fact) {
    static const char *const yuan[] = {"元", "yuan", "RMB", "CNY", NULL}, *const dollars[] = {"美元", "USD", NULL},
                             *const percent[] = {"%", NULL};
    const char *const own[] = {fact->unit.zh == NULL ? "" : fact->unit.zh, fact->unit.en == NULL ? "" : fact->unit.en, NULL};
    return skip_any(at, fact->type == HS_MONEY ? yuan : fact->type == HS_USD ? dollars : fact->type == HS_PERCENTAGE ? percent : own);
}

static const hs_text *read_figure(struct figure *out, const char **at, const hs_fact *fact, int zeros) {
    static const char *const yuan_signs[] = {"¥", "￥", NULL}, *const dollar_signs[] = {"US$", "$", NULL}, *const none[] = {NULL};
    char digits[32];
    *out = (struct figure){0};
    if (!is_digit(**at)) out->unit = skip_any(at, fact->type == HS_MONEY ? yuan_signs : fact->type == HS_USD ? dollar_signs : none);
    if (**at == '-' || **at == '(') return (*at)[1] == '\0' || !is_digit((*at)[1]) ? &not_plain : &negative;
    const hs_text *fault = read_whole_digits(digits, at, &out->grouped);
    if (fault != NULL) return fault;
    const char *fraction = *at + 1;
    size_t length = **at == '.' ? strspn(fraction, "0123456789") : 0;
    if (**at == '.' && length == 0) return &not_plain;
    if (length > 0) *at = fraction + length;
    if (**at == 'e' || **at == 'E') return &scientific;
    if (**at == ',') return &grouping;
    skip_blanks(at);
    if (skip(at, "万")) out->zeros = 4;
    if (skip(at, "亿")) out->zeros += 8;
    if (fact->type == HS_PERCENTAGE && out->zeros > 0) return &not_plain;
    skip_blanks(at);
    if (**at != '\0') out->unit = read_unit(at, fact) || out->unit;
    if (out->zeros > 0 && is_digit(**at)) return &compound;
    if ((zeros > 0 && out->unit) || (zeros >= 0 && out->zeros > 0)) return &twice;
    fault = put_together(&out->hundredths, digits, fraction, length, zeros > 0 ? zeros : out->zeros);
    if (fault == &too_fine && fact->type == HS_COUNT) return &not_whole;
    if (fault == NULL && fact->type == HS_COUNT && out->hundredths % 100 != 0) return &not_whole;
    return fault;
}

/* ---- One figure or a range ------------------------------------------------------------------------------------------------------- */

static const hs_text *read_second(hs_interval *out, const char **at, const struct figure *first, const hs_fact *fact, int zeros) {
    struct figure second;
    skip_blanks(at);
    const hs_text *fault = read_figure(&second, at, fact, zeros);
    if (fault != NULL) return fault;
    if (first->zeros == 0 && !first->unit && second.zeros > 0) return &one_unit;
    if (second.zeros == 0 && !second.unit && first->zeros > 0) return &one_unit;
    out->high = second.hundredths;
    if (**at != '\0') return &not_plain;
    return out->low > out->high ? &reversed : NULL;
}

static const hs_text *read_text(hs_interval *out, const char *at, const hs_fact *fact, int zeros) {
    static const char *const least[] = {"≥", ">=", "至少", NULL}, *const most[] = {"≤", "<=", "至多", NULL},
                             *const beyond[] = {">", "<", "超过", "不满", "不足", "大于", "小于", "多于", "少于", NULL},
                             *const about[] = {"约", "大约", "近", "~", NULL},
                             *const signs[] = {"-", "~", "–", "—", "至", "到", "～", NULL}, *const above[] = {"以上", "及以上", NULL},
                             *const below[] = {"以下", "以内", "及以下", NULL}, *const roughly[] = {"左右", "多", "余", "几", "+", NULL};
    struct figure figure;
    if (at[0] == '#') return &error_mark;
    bool bare = is_digit(at[0]); /* as most are */
    if (!bare && skip_any(&at, about)) return &vague;
    bool is_least = !bare && skip_any(&at, least), is_most = !bare && !is_least && skip_any(&at, most);
    if (!bare && !is_least && !is_most && skip_any(&at, beyond)) return &strict;
    skip_blanks(&at);
    const hs_text *fault = read_figure(&figure, &at, fact, zeros);
    if (fault != NULL) return fault;
    *out = (hs_interval){is_most ? 0 : figure.hundredths, is_least ? HS_UNBOUNDED : figure.hundredths};
    skip_blanks(&at);
    if (*at == '\0') return NULL;
    if (is_least || is_most) return &not_plain;
    if (skip_any(&at, roughly)) return &vague;
    if (skip_any(&at, signs)) return read_second(out, &at, &figure, fact, zeros);
    bool up = skip_any(&at, above), down = !up && skip_any(&at, below);
    if ((!up && !down) || *at != '\0') return &not_plain;
    *out = up ? (hs_interval){figure.hundredths, HS_UNBOUNDED} : (hs_interval){0, figure.hundredths};
    return NULL;
}

/* From 2^46 on nothing but money is taken. */
static bool fits(int64_t hundredths, const hs_fact *fact) {
    return hundredths < JSON_NUMBER_BOUND * 100 || hundredths == HS_UNBOUNDED || fact->type == HS_MONEY || fact->type == HS_USD;
}

/* So few that they are below every bound: only money is stated in 万. */
bool cell_read_digits(hs_interval *out, const char *text, const hs_fact *fact, int zeros) {
    int64_t value = 0;
    int count = 0;
    for (; is_digit(text[count]) && count < 12; count++) value = 10 * value + (text[count] - '0');
    if (count == 0 || text[count] != '\0' || (text[0] == '0' && count > 1) || zeros > 4) return false;
    for (int i = fact->type == HS_COUNT ? 0 : -2; i < zeros || i < 0; i++) value *= 10;
    *out = (hs_interval){value, value};
    return true;
}

int cell_read_figure(hs_interval *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error) {
    char text[FIGURE_TEXT_MAX];
    if (cell_read_digits(out, cell->text, fact, zeros)) return HS_OK;
    cell_narrow(text, sizeof text, cell->text);
    const hs_text *fault = strlen(text) + 8 > sizeof text ? &not_plain : read_text(out, text, fact, zeros);
    if (fault == NULL && cell->exact && out->low != out->high) fault = &inexact;
    if (fault == NULL && (!fits(out->low, fact) || !fits(out->high, fact))) fault = &too_large;
    if (fault != NULL) return cell_fault(error, cell, fault->zh, fault->en, cell_narrow(text, sizeof text, cell->text));
    if (fact->type != HS_COUNT) return HS_OK;
    out->low /= 100;
    if (out->high != HS_UNBOUNDED) out->high /= 100;
    return HS_OK;
}

int cell_read_records(int64_t *out, const struct cell *cell, hs_error *error) {
    char text[FIGURE_TEXT_MAX];
    cell_narrow(text, sizeof text, cell->text);
    *out = 0;
    if (cell_same(text, "无") || cell_same(text, "none")) return HS_OK;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 5 || text[digits] != '\0')
        return error_cure(error, HS_CURE_TABLE,
                          cell_fault(error, cell, "“%s”应为记录的条数：没有写 0 或 无，不清楚就空着；记录写在另一张表里",
                                     "\"%s\": the number of records is wanted, 0 or none where there are none, empty if unknown; the "
                                     "records stand in a table of their own",
                                     text));
    for (size_t i = 0; i < digits; i++) *out = 10 * *out + (text[i] - '0');
    return HS_OK;
}
