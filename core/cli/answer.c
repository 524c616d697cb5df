#include "answer.h"
#include "narrow.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RECORDS_ASKED_MAX = 50, WORD_MAX = 80 };

static bool wanted(const struct cli *cli, const char *zh, const char *en) {
    printf("  %s\n", say(cli, zh, en));
    return false;
}

static bool begins(const char **text, const char *word) {
    size_t length = strlen(word);
    if (strncmp(*text, word, length) != 0) return false;
    *text += length;
    return true;
}

char *answer_narrow(char *text) {
    char *out = text;
    for (const char *at = text; *at != '\0';) {
        char narrow = narrow_of(at);
        if (narrow != '\0')
            *out++ = narrow, at += WIDE_BYTES;
        else if (begins(&at, "　"))
            *out++ = ' ';
        else
            *out++ = begins(&at, "、") ? ';' : *at++;
    }
    *out = '\0';
    return text;
}

/* ---- Yes or no, choices ------------------------------------------------------------------------------------------------------------ */

static bool read_yes_no(const struct cli *cli, char json[ANSWER_MAX], const char *text) {
    static const char *const yes[] = {"是", "有", "y", "Y", "yes", "对"}, *const no[] = {"否", "没有", "无", "不是", "n", "N", "no"};
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++)
        if (strcmp(text, yes[i]) == 0) return snprintf(json, ANSWER_MAX, "true") > 0;
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
        if (strcmp(text, no[i]) == 0) return snprintf(json, ANSWER_MAX, "false") > 0;
    return wanted(cli, "请填 是 或 否（y / n）", "Answer y or n.");
}

/* A number from 1 on, or an id; -1 if it is neither. */
static int32_t value_of(const hs_fact *fact, const char *word) {
    char *end;
    long number = strtol(word, &end, 10);
    if (*end == '\0' && number >= 1 && number <= fact->value_count) return (int32_t)number - 1;
    for (int32_t v = 0; v < fact->value_count; v++)
        if (strcmp(fact->values[v].id, word) == 0) return v;
    return -1;
}

static bool read_choice(const struct cli *cli, char json[ANSWER_MAX], const hs_fact *fact, const char *text) {
    int32_t value = value_of(fact, text);
    if (value < 0) return wanted(cli, "请填选项前的号码", "Answer with the number of one of the choices.");
    return snprintf(json, ANSWER_MAX, "\"%s\"", fact->values[value].id) < ANSWER_MAX;
}

static bool read_choices(const struct cli *cli, char json[ANSWER_MAX], const hs_fact *fact, const char *text) {
    char word[WORD_MAX];
    int64_t held = 0;
    static const char between[] = ",; ";
    for (const char *at = strcmp(text, "0") == 0 ? "" : text + strspn(text, between); *at != '\0'; at += strspn(at, between)) {
        int length = (int)strcspn(at, between);
        snprintf(word, sizeof word, "%.*s", length, at); /* longer than any id, it is none */
        int32_t value = value_of(fact, word);
        if (value < 0)
            return wanted(cli, "请填选项前的号码，几项用逗号分开，都没有填 0", "Answer with numbers joined by commas; 0 for none.");
        held |= INT64_C(1) << value;
        at += length;
    }
    int used = snprintf(json, ANSWER_MAX, "[");
    for (int32_t v = 0; v < fact->value_count; v++)
        if ((held >> v & 1) != 0)
            used += snprintf(json + used, (size_t)(ANSWER_MAX - used), "%s\"%s\"", used > 1 ? ", " : "", fact->values[v].id);
    snprintf(json + used, (size_t)(ANSWER_MAX - used), "]");
    return true;
}

/* ---- Figures ----------------------------------------------------------------------------------------------------------------------- */

static size_t digits_at(const char *text) { return strspn(text, "0123456789"); }

/* Reads "26,000,000", "2600万", "1.5亿" in hundredths, exactly; false where it is no figure or has a third decimal. Commas and blanks stand between
   groups of three digits: "1,5" might be one and a half. `unit`: 万 or 亿 stands there. */
static bool read_figure(const char **text, int64_t *hundredths, bool *unit) {
    int64_t digits = 0;
    int shift = 2; /* what the digits are still to be multiplied by, as a power of ten */
    bool any = false, point = false, grouped = false;
    for (;; ++*text) {
        char c = **text;
        size_t next = c == '\0' ? 0 : digits_at(*text + 1);
        if (c == ' ' && (!any || next == 0)) continue;
        if ((c == ',' || c == ' ') && any && !point && next == 3 && (grouped || (digits > 0 && digits < 1000))) {
            grouped = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && digits < INT64_C(100000000000000)) {
            digits = digits * 10 + (c - '0');
            shift -= point;
            any = true;
        } else {
            break;
        }
    }
    int plain = shift;
    if (begins(text, "万")) shift += 4;
    if (begins(text, "亿")) shift += 8;
    *unit = shift > plain;
    for (; shift > 0 && digits < INT64_MAX / 10; shift--) digits *= 10;
    for (; shift < 0 && digits % 10 == 0; shift++) digits /= 10;
    *hundredths = digits;
    return any && shift == 0;
}

/* Passes over the unit of the fact; that of another stays and is refused with what it stands behind. */
static void skip_unit(const char **text, const hs_fact *fact) {
    static const hs_text units[] = {[HS_MONEY] = {"元", "yuan"}, [HS_USD] = {"美元", "US dollars"}, [HS_PERCENTAGE] = {"%", "%"}};
    const hs_text unit = fact->type == HS_COUNT ? fact->unit : units[fact->type];
    while (**text == ' ') ++*text;
    if (unit.zh != NULL && !begins(text, unit.zh)) begins(text, unit.en);
    while (**text == ' ') ++*text;
}

/* A figure with its unit. */
static bool read_end(const char **text, const hs_fact *fact, int64_t *hundredths, bool *unit) {
    bool fits = read_figure(text, hundredths, unit);
    skip_unit(text, fact);
    return fits;
}

static void write_figure(char *out, size_t size, const hs_fact *fact, int64_t value) {
    bool money = fact->type == HS_MONEY || fact->type == HS_USD;
    if (fact->type == HS_COUNT)
        snprintf(out, size, "%" PRId64, value);
    else
        snprintf(out, size, "%s%" PRId64 ".%02d%s", money ? "\"" : "", value / 100, (int)(value % 100), money ? "\"" : "");
}

static bool write_range(char json[ANSWER_MAX], const hs_fact *fact, hs_interval range) {
    char low[64], high[64];
    write_figure(low, sizeof low, fact, range.low);
    write_figure(high, sizeof high, fact, range.high);
    if (range.low == range.high) return snprintf(json, ANSWER_MAX, "%s", low) < ANSWER_MAX;
    if (range.high == HS_UNBOUNDED) return snprintf(json, ANSWER_MAX, "{\"min\": %s}", low) < ANSWER_MAX;
    return snprintf(json, ANSWER_MAX, "{\"min\": %s, \"max\": %s}", low, high) < ANSWER_MAX;
}

static bool wanted_figure(const struct cli *cli, const hs_fact *fact) {
    static const hs_text kinds[] = {
        [HS_MONEY] = {"请填金额（元），如 26000000、2600万；大概的数可以填区间，如 300万-500万",
                      "Answer in yuan, like 26000000, or with a range like 3000000-5000000."},
        [HS_USD] = {"请填美元数，如 26000000、2600万；大概的数可以填区间，如 300万-500万",
                    "Answer in US dollars, like 26000000, or with a range like 3000000-5000000."},
        [HS_COUNT] = {"请填整数，如 120；大概的数可以填区间，如 100-150", "Answer with a whole number like 120, or a range like 100-150."},
        [HS_PERCENTAGE] = {"请填百分数，如 12.5；大概的数可以填区间，如 10-15",
                           "Answer with a percentage like 12.5, or a range like 10-15."},
    };
    return wanted(cli, kinds[fact->type].zh, kinds[fact->type].en);
}

static bool read_band(const struct cli *cli, char json[ANSWER_MAX], const hs_question *question, const char *text) {
    char *end;
    long band = strtol(text, &end, 10);
    int32_t count = question->threshold_count;
    if (*end != '\0' || band < 1 || band > count + 1 || count == 0) return wanted(cli, "没有这一档", "There is no such band.");
    return write_range(json, question->subject.fact, hs_question_band(question, (int32_t)band - 1));
}

static bool read_number(const struct cli *cli, char json[ANSWER_MAX], const hs_question *question, const char *text) {
    const hs_fact *fact = question->subject.fact;
    hs_interval value = {0, 0};
    bool low_unit = false, high_unit = false;
    if (begins(&text, "#")) return read_band(cli, json, question, text);
    bool fits = read_end(&text, fact, &value.low, &low_unit);
    value.high = value.low;
    if (fits && (begins(&text, "-") || begins(&text, "至") || begins(&text, "到") || begins(&text, "~")))
        fits = read_end(&text, fact, &value.high, &high_unit);
    if (fits && high_unit && !low_unit)
        return wanted(cli, "只有一头写了万或亿：两头都要写，如 300万-500万",
                      "Only one end says 万 or 亿: write it at both, like 300万-500万.");
    bool whole = fact->type != HS_COUNT || (value.low % 100 == 0 && value.high % 100 == 0);
    if (!fits || *text != '\0' || value.low > value.high || !whole) return wanted_figure(cli, fact);
    if (fact->type == HS_COUNT) {
        value.low /= 100;
        value.high /= 100;
    }
    return write_range(json, fact, value);
}

static bool read_records(const struct cli *cli, char json[ANSWER_MAX], const char *text) {
    char *end;
    long count = strtol(text, &end, 10);
    if (*end != '\0' || count < 0 || count > RECORDS_ASKED_MAX)
        return wanted(cli, "请填有几条，没有填 0（最多 50；更多请写在文件里）",
                      "How many are there? 0 for none (at most 50; more belong in a file).");
    int used = snprintf(json, ANSWER_MAX, "[");
    for (long i = 0; i < count; i++) used += snprintf(json + used, (size_t)(ANSWER_MAX - used), "%s{}", i > 0 ? ", " : "");
    snprintf(json + used, (size_t)(ANSWER_MAX - used), "]");
    return true;
}

bool answer_read(const struct cli *cli, char json[ANSWER_MAX], const hs_question *question, char *text) {
    const hs_fact *fact = question->subject.fact;
    answer_narrow(text);
    switch (fact->type) {
    case HS_TRUTH: return read_yes_no(cli, json, text);
    case HS_CHOICE: return read_choice(cli, json, fact, text);
    case HS_CHOICES: return read_choices(cli, json, fact, text);
    case HS_LIST: return read_records(cli, json, text);
    default: return read_number(cli, json, question, text);
    }
}
