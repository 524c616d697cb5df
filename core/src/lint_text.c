/* Translations, and the boundary words of Chinese texts against the comparisons of the trees (Civil Code art. 1259). */
#include "lint.h"

#include <string.h>

/* ---- Characters -------------------------------------------------------------------------------------------------------------- */

static uint32_t character_at(const char *text) {
    const unsigned char *b = (const unsigned char *)text;
    if (b[0] < 0xE0) return b[0]; /* of two bytes: nothing that is asked for here */
    if (b[0] < 0xF0) return (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (b[2] & 0x3F);
    return (uint32_t)(b[0] & 0x07) << 18 | (uint32_t)(b[1] & 0x3F) << 12 | (uint32_t)(b[2] & 0x3F) << 6 | (b[3] & 0x3F);
}

static size_t width_at(const char *text) {
    unsigned char first = (unsigned char)text[0];
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static bool is_chinese(const char *text) {
    uint32_t c = character_at(text);
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool has_chinese(const char *text) {
    for (; *text != '\0'; text += width_at(text))
        if (is_chinese(text)) return true;
    return false;
}

/* ---- Translations ------------------------------------------------------------------------------------------------------------- */

/* What goes on inside a citation: 青商规〔2021〕1号. */
static bool is_cited(const char *text) {
    return is_chinese(text) || character_at(text) == 0x3014 || character_at(text) == 0x3015 || (*text >= '0' && *text <= '9');
}

static bool holds_run(const char *text, const char *run, size_t length) {
    for (; text != NULL && *text != '\0'; text++)
        if (strncmp(text, run, length) == 0) return true;
    return false;
}

/* English may name a clause or a document in Chinese, as the reader will find it there. */
static bool is_citation(const hs_policy *policy, const char *run, size_t length) {
    static const char *const marks[] = {"号", "第", "条", "附则"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        for (size_t at = 0; at + strlen(marks[i]) <= length; at++)
            if (strncmp(run + at, marks[i], strlen(marks[i])) == 0) return true;
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (holds_run(policy->measures[i].clause, run, length)) return true;
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (holds_run(policy->limits[i].clause, run, length)) return true;
    for (int32_t i = 0; i < policy->silence_count; i++)
        if (holds_run(policy->silences[i].clause, run, length)) return true;
    return holds_run(policy->number, run, length);
}

/* The first Chinese words of an English text that cite nothing; NULL where there are none. */
static const char *stray_chinese(struct hs_lint *lint, const char *text) {
    while (*text != '\0') {
        const char *run = text;
        bool chinese = false;
        for (; *text != '\0' && is_cited(text); text += width_at(text)) chinese = chinese || is_chinese(text);
        size_t length = (size_t)(text - run);
        if (length == 0) text += width_at(text);
        if (chinese && !is_citation(lint->policy, run, length)) return arena_copy(&lint->arena, run, length);
    }
    return NULL;
}

void lint_translation(struct hs_lint *lint, const char *part, hs_text text) {
    if (text.zh == NULL) return;
    lint->part = part;
    const char *stray = NULL;
    if (strcmp(text.zh, text.en) == 0)
        FIND(lint, HS_LOOK, "translation", BOTH("中文和英文完全相同：{0}", "Chinese and English are the same: {0}"),
             BOTH("中文写在前、英文写在后，各写一遍", "write the Chinese first, then the English"), lint_plain(text.zh));
    else if (!has_chinese(text.zh))
        FIND(lint, HS_LOOK, "translation", BOTH("中文里没有汉字：{0}", "the Chinese text has no Chinese character: {0}"),
             BOTH("补上中文；两种语言写反了就对调", "write it in Chinese; swap the two if they stand the wrong way round"),
             lint_plain(text.zh));
    else if ((stray = stray_chinese(lint, text.en)) != NULL)
        FIND(lint, HS_LOOK, "translation", BOTH("英文里有没译的汉字“{0}”：{1}", "the English text has Chinese left in it, \"{0}\": {1}"),
             BOTH("译成英文；只有条款号和文号可以照录", "translate it; only clauses and document numbers may stand as they are"),
             lint_plain(stray), lint_plain(text.en));
}

/* ---- Boundary words ------------------------------------------------------------------------------------------------------------ */

/* Which side a figure itself belongs to: with 以上, 满 and 不满 to those above it, with 超过, 以下 and 不超过 to those below. */
enum side { NO_SIDE, ABOVE, BELOW };

struct word {
    const char *zh;
    enum side side;
    const char *wanted;
};

/* Before a figure; the longer of two that end alike first. */
static const struct word words_before[] = {
    {"不超过", BELOW, "AT_MOST"},  {"不高于", BELOW, "AT_MOST"}, {"不多于", BELOW, "AT_MOST"}, {"不低于", ABOVE, "AT_LEAST"},
    {"不少于", ABOVE, "AT_LEAST"}, {"不满", ABOVE, "LESS_THAN"}, {"未满", ABOVE, "LESS_THAN"}, {"未达到", ABOVE, "LESS_THAN"},
    {"不足", ABOVE, "LESS_THAN"},  {"超过", BELOW, "MORE_THAN"}, {"突破", BELOW, "MORE_THAN"}, {"高于", BELOW, "MORE_THAN"},
    {"多于", BELOW, "MORE_THAN"},  {"低于", ABOVE, "LESS_THAN"}, {"少于", ABOVE, "LESS_THAN"}, {"达到", ABOVE, "AT_LEAST"},
    {"至少", ABOVE, "AT_LEAST"},   {"满", ABOVE, "AT_LEAST"},    {"超", BELOW, "MORE_THAN"},
};

/* Behind a figure and its unit. */
static const struct word words_behind[] = {
    {"以上", ABOVE, "AT_LEAST"},  {"及以上", ABOVE, "AT_LEAST"}, {"以下", BELOW, "AT_MOST"},
    {"及以下", BELOW, "AT_MOST"}, {"以内", BELOW, "AT_MOST"},
};

/* A figure as a text gives it, in the unit of its type. */
struct mention {
    int64_t value;
    int32_t type;
    const char *begin, *end; /* of the figure with its unit */
};

enum { DIGITS_MAX = 12 };

static bool begins(const char *text, const char *word) { return strncmp(text, word, strlen(word)) == 0; }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Digits, perhaps with decimals, which are counted; false where there are none or too many, and then they are passed over. */
static bool read_digits(const char **text, int64_t *digits, int32_t *decimals) {
    const char *at = *text;
    int32_t count = 0;
    *digits = *decimals = 0;
    for (bool point = false; is_digit(*at) || (count > 0 && (*at == ',' || (*at == '.' && !point && is_digit(at[1])))); at++) {
        point = point || *at == '.';
        if (!is_digit(*at)) continue;
        *decimals += point;
        if (++count <= DIGITS_MAX) *digits = *digits * 10 + (*at - '0');
    }
    *text = at;
    return count > 0 && count <= DIGITS_MAX;
}

/* 十, 百, 千, 万, 亿 behind the digits. */
static int64_t read_scale(const char **text) {
    static const struct {
        const char *zh;
        int64_t scale;
    } scales[] = {{"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000}};
    int64_t scale = 1;
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        if (begins(*text, scales[i].zh)) {
            scale *= scales[i].scale;
            *text += strlen(scales[i].zh);
        }
    return scale;
}

static int32_t read_unit(const char **text) {
    static const struct {
        const char *zh;
        int32_t type;
    } units[] = {{"美元", HS_USD}, {"元", HS_MONEY}, {"%", HS_PERCENTAGE}, {"个月", HS_COUNT}, {"平方米", HS_COUNT}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (begins(*text, units[i].zh)) {
            *text += strlen(units[i].zh);
            return units[i].type;
        }
    if (is_chinese(*text) && !begins(*text, "以") && !begins(*text, "及")) *text += width_at(*text);
    return HS_COUNT;
}

/* Reads the figure that begins here; false where there is none, or none that the type can have. */
static bool read_mention(struct mention *out, const char *text) {
    int64_t digits;
    int32_t decimals;
    out->begin = text;
    bool read = read_digits(&text, &digits, &decimals);
    out->end = text;
    if (!read) return false;
    while (*text == ' ') text++;
    int64_t scale = read_scale(&text);
    out->type = read_unit(&text);
    out->end = text;
    if (out->type != HS_COUNT) scale *= 100;
    if (digits > HS_UNBOUNDED / scale) return false;
    out->value = digits * scale;
    for (; decimals > 0; decimals--, out->value /= 10)
        if (out->value % 10 != 0) return false;
    return true;
}

static const struct word *word_before(const char *text, const char *figure) {
    for (size_t i = 0; i < sizeof words_before / sizeof words_before[0]; i++) {
        size_t length = strlen(words_before[i].zh);
        if ((size_t)(figure - text) >= length && strncmp(figure - length, words_before[i].zh, length) == 0) return &words_before[i];
    }
    return NULL;
}

static const struct word *word_behind(const char *text) {
    for (size_t i = 0; i < sizeof words_behind / sizeof words_behind[0]; i++)
        if (begins(text, words_behind[i].zh)) return &words_behind[i];
    return NULL;
}

/* ---- What the trees say of a figure ---------------------------------------------------------------------------------------------- */

struct sides {
    bool above, below;       /* a comparison puts the figure on this side */
    const hs_node *opposite; /* one of the comparisons on the side that `looked_for` is not */
    enum side looked_for;
};

static void note_side(struct sides *sides, enum side side, const hs_node *node) {
    *(side == ABOVE ? &sides->above : &sides->below) = true;
    if (side != sides->looked_for) sides->opposite = node;
}

/* NOT keeps the side: not at least 3 is less than 3. */
static void collect_sides(struct sides *sides, const hs_node *node, const struct mention *mention) {
    struct bound bound;
    if (bound_read(&bound, node) && bound.fact->type == mention->type && bound.value == mention->value)
        note_side(sides, bound.op == HS_OP_AT_LEAST || bound.op == HS_OP_LESS_THAN ? ABOVE : BELOW, node);
    if (node->op == HS_OP_TIERS)
        for (int32_t i = 1; i + 1 < node->count; i += 2)
            if (node->arguments[i]->type == mention->type && node->arguments[i]->value == mention->value) note_side(sides, ABOVE, node);
    for (int32_t i = 0; i < node->count; i++) collect_sides(sides, node->arguments[i], mention);
}

/* `begin` to `end` of the mention is what is quoted: the figure with the word. */
static void compare_sides(struct hs_lint *lint, const struct word *word, const struct mention *mention, const hs_node *when,
                          const hs_node *pays) {
    struct sides sides = {.looked_for = word->side};
    collect_sides(&sides, when, mention);
    if (pays != NULL) collect_sides(&sides, pays, mention);
    if (sides.opposite == NULL || (word->side == ABOVE ? sides.above : sides.below)) return;
    bool includes = begins(word->wanted, "AT_");
    FIND(lint, HS_WRONG, "boundary",
         includes ? BOTH("文字写“{0}”，含本数；条件“{2}”却不是这样划分",
                         "the text says {0}, which includes the figure itself; \"{2}\" draws the line otherwise")
                  : BOTH("文字写“{0}”，不含本数；条件“{2}”却不是这样划分",
                         "the text says {0}, which excludes the figure itself; \"{2}\" draws the line otherwise"),
         BOTH("“{1}”写作 {3}（民法典第1259条：以上、以下、以内、届满含本数，超过、不满不含）；若条文不是这样说，改正文字",
              "{1} is {3} (Civil Code art. 1259: 以上, 以下, 以内, 届满 include the figure, 超过, 不满 do not); if the document says "
              "otherwise, correct the text"),
         lint_plain(arena_copy(&lint->arena, mention->begin, (size_t)(mention->end - mention->begin))), lint_plain(word->zh),
         lint_words(lint, sides.opposite), lint_plain(word->wanted));
}

void lint_boundaries(struct hs_lint *lint, hs_text text, const hs_node *when, const hs_node *pays) {
    struct mention mention;
    for (const char *at = text.zh; at != NULL && *at != '\0';) {
        bool read = read_mention(&mention, at);
        at = mention.end > at ? mention.end : at + width_at(at);
        if (!read) continue;
        const struct word *before = word_before(text.zh, mention.begin), *behind = word_behind(mention.end);
        struct mention with_before = mention, with_behind = mention;
        if (before != NULL) with_before.begin -= strlen(before->zh);
        if (behind != NULL) with_behind.end += strlen(behind->zh);
        if (before != NULL) compare_sides(lint, before, &with_before, when, pays);
        if (behind != NULL) compare_sides(lint, behind, &with_behind, when, pays);
    }
}
