#include "heading.h"

#include "engine.h"
#include "error.h"
#include "place.h"

#include <stdio.h>
#include <string.h>

enum { HEADING_MAX = 256 };

struct search {
    const hs_engine *engine;
    const struct slot *list;
    const char *text;
    const hs_fact *found, *other_unit; /* called so, but for the unit in brackets */
    bool twice;
    struct nearest nearest;
};

static const struct {
    enum heading_kind kind;
    const char *id, *zh;
} own[] = {{HEADING_ID, "id", "编号"},
           {HEADING_NAME, "name", "名称"},
           {HEADING_AS_OF, "as_of", "评估日期"},
           {HEADING_LOCATIONS, "locations", "所在地"}};

/* Of them a list's table has the id alone. */
static size_t own_count(const struct slot *list) { return list != NULL ? 1 : sizeof own / sizeof own[0]; }

static int32_t candidates(const struct search *s) { return s->list != NULL ? s->list->field_count : s->engine->dictionary.count; }

static const hs_fact *candidate(const struct search *s, int32_t i) {
    return s->list != NULL ? s->list->fields[i] : s->engine->dictionary.slots[i].fact;
}

static bool is_called(const hs_fact *fact, const char *text) {
    char label[HEADING_MAX];
    return strcmp(fact->id, text) == 0 || cell_same(cell_narrow(label, sizeof label, fact->label.zh), text) ||
           cell_same(cell_narrow(label, sizeof label, fact->label.en), text);
}

/* By its id, else by its label in one of the languages. */
static void find(struct search *s) {
    int32_t at = s->list != NULL ? dictionary_find_field(s->list, s->text) : dictionary_find(&s->engine->dictionary, s->text);
    s->twice = false;
    s->found = at < 0 ? NULL : candidate(s, at);
    for (int32_t i = 0; at < 0 && i < candidates(s); i++) {
        if (!is_called(candidate(s, i), s->text)) continue;
        s->twice = s->found != NULL;
        s->found = candidate(s, i);
    }
}

/* How many zeros a unit in brackets adds for a fact; -1 where it is none of its units. */
static int zeros_of(const hs_fact *fact, const char *unit) {
    static const char *const yuan[] = {"元", "万元", "亿元"}, *const dollars[] = {"美元", "万美元", "亿美元"};
    const char *const *units = fact->type == HS_MONEY ? yuan : fact->type == HS_USD ? dollars : NULL;
    for (int i = 0; units != NULL && i < 3; i++)
        if (strcmp(units[i], unit) == 0) return 4 * i;
    if (fact->type == HS_PERCENTAGE && strcmp(unit, "%") == 0) return 0;
    return fact->type == HS_COUNT && fact->unit.zh != NULL && strcmp(fact->unit.zh, unit) == 0 ? 0 : -1;
}

/* "年租金(万元)" */
static void find_with_unit(struct search *s, char *text, int *zeros) {
    size_t length = strlen(text);
    char *bracket = strrchr(text, '('), *unit = bracket == NULL ? NULL : bracket + 1;
    *zeros = -1;
    find(s);
    if (s->found != NULL || bracket == NULL || text[length - 1] != ')') return;
    text[length - 1] = *bracket = '\0';
    while (bracket > text && bracket[-1] == ' ') *--bracket = '\0';
    find(s);
    if (s->found == NULL) return;
    *zeros = zeros_of(s->found, unit);
    if (*zeros >= 0) return;
    s->other_unit = s->found;
    s->found = NULL;
}

static int fault_unit(const hs_fact *fact, const struct cell *cell, hs_error *error) {
    static const char *const units[] = {[HS_MONEY] = "元, 万元, 亿元", [HS_USD] = "美元, 万美元, 亿美元", [HS_PERCENTAGE] = "%"};
    const char *own = fact->type == HS_COUNT ? fact->unit.zh : fact->type <= HS_PERCENTAGE ? units[fact->type] : NULL;
    if (own == NULL)
        return cell_fault(error, cell, "“%s”：这一列没有单位，列名里不要写括号", "\"%s\": there is no unit here; leave the brackets out",
                          cell->text);
    return cell_fault(error, cell, "“%s”不是这一列的单位，可写：%s", "\"%s\": the unit in brackets must be one of: %s", cell->text, own);
}

static int fault_unknown(struct search *s, const struct cell *cell, hs_error *error) {
    char text[HEADING_MAX];
    cell_narrow(text, sizeof text, cell->text);
    for (int32_t i = 0; i < candidates(s); i++) {
        nearest_try(&s->nearest, text, candidate(s, i)->id);
        nearest_try(&s->nearest, text, candidate(s, i)->label.zh);
    }
    for (size_t i = 0; i < own_count(s->list); i++) nearest_try(&s->nearest, text, own[i].id);
    if (s->list == NULL) nearest_try(&s->nearest, text, s->engine->received.fact->id);
    if (s->nearest.candidate != NULL)
        return cell_fault(error, cell, "没有名为“%s”的列，是不是“%s”？不用的列请在列名前加 #",
                          "no column is called \"%s\"; did you mean \"%s\"? Begin the heading with # if it is not to be read", text,
                          s->nearest.candidate);
    return error_cure(error, HS_CURE_HEADINGS,
                      cell_fault(error, cell, "没有名为“%s”的列；不用的列请在列名前加 #",
                                 "no column is called \"%s\"; begin the heading with # if it is not to be read", text));
}

static int read_fact_heading(struct heading *out, struct search *s, char *text, const struct cell *cell, hs_error *error) {
    char *at = strrchr(text, '@');
    if (at != NULL) {
        *at = '\0';
        if (s->list != NULL || !adcode_is_valid(at + 1))
            return cell_fault(error, cell, "“%s”应为 事实@行政区划代码，如 annual_rent@310118",
                              "\"%s\": a fact and a place code are wanted, like annual_rent@310118", cell->text);
        snprintf(out->adcode, sizeof out->adcode, "%s", at + 1);
    }
    find_with_unit(s, text, &out->zeros);
    if (s->other_unit != NULL) return fault_unit(s->other_unit, cell, error);
    if (s->found == NULL) return fault_unknown(s, cell, error);
    if (s->twice)
        return error_cure(error, HS_CURE_HEADINGS,
                          cell_fault(error, cell, "有几个事实都叫“%s”，请改用编号", "several facts are called \"%s\"; use the id", text));
    if (at != NULL && s->found->local == 0)
        return cell_fault(error, cell, "“%s”不因地而异，列名里不要写 @", "\"%s\" is the same everywhere; leave @ out of its heading", text);
    if (at != NULL && s->found->type == HS_LIST)
        return cell_fault(error, cell, "列表“%s”不能按地填写", "the list \"%s\" cannot be stated place by place here", text);
    out->kind = s->found->type == HS_LIST ? HEADING_RECORDS : HEADING_FACT;
    out->fact = s->found;
    out->slot = s->list != NULL ? -1 : dictionary_find(&s->engine->dictionary, s->found->id);
    return HS_OK;
}

int heading_read(struct heading *out, const hs_engine *engine, const struct slot *list, const struct cell *cell, hs_error *error) {
    char text[HEADING_MAX];
    struct search search = {.engine = engine, .list = list, .text = text};
    *out = (struct heading){.slot = -1, .zeros = -1};
    cell_narrow(text, sizeof text, cell->text);
    if (text[0] == '\0') return HS_OK;
    if (text[0] == '#') {
        out->kind = HEADING_IGNORED;
        return HS_OK;
    }
    for (size_t i = 0; i < own_count(list); i++)
        if (cell_same(text, own[i].id) || strcmp(text, own[i].zh) == 0) {
            out->kind = own[i].kind;
            return HS_OK;
        }
    if (list == NULL && is_called(engine->received.fact, text)) {
        out->kind = HEADING_RECEIVED;
        out->fact = engine->received.fact;
        return HS_OK;
    }
    return read_fact_heading(out, &search, text, cell, error);
}

bool heading_equal(const struct heading *x, const struct heading *y) {
    return x->kind == y->kind && x->kind > HEADING_IGNORED && x->fact == y->fact && strcmp(x->adcode, y->adcode) == 0;
}

char *heading_path(char *buffer, size_t size, const struct heading *heading) {
    static const char *const names[] = {[HEADING_ID] = "id",
                                        [HEADING_NAME] = "name",
                                        [HEADING_AS_OF] = "as_of",
                                        [HEADING_LOCATIONS] = "locations",
                                        [HEADING_RECEIVED] = "received"};
    if (heading->kind < HEADING_ID)
        buffer[0] = '\0';
    else if (heading->kind < HEADING_FACT)
        snprintf(buffer, size, "%s", names[heading->kind]);
    else if (heading->fact->list != NULL)
        snprintf(buffer, size, "%s.%s", heading->fact->list->id, heading->fact->id);
    else if (heading->adcode[0] != '\0')
        snprintf(buffer, size, "facts_at.%s.%s", heading->adcode, heading->fact->id);
    else
        snprintf(buffer, size, "facts.%s", heading->fact->id);
    return buffer;
}

/* ---- The order of reading -------------------------------------------------------------------------------------------------------- */

enum part { PART_OWN, PART_FACTS, PART_LISTS, PART_FACTS_AT, PART_RECEIVED };

static enum part part_of(const struct heading *heading) {
    if (heading->kind == HEADING_RECEIVED) return PART_RECEIVED;
    if (heading->kind < HEADING_FACT) return PART_OWN;
    return heading->kind == HEADING_RECORDS ? PART_LISTS : heading->adcode[0] == '\0' ? PART_FACTS : PART_FACTS_AT;
}

/* Lists go by their slots, places as first met. */
static int32_t rank_of(const struct heading *headings, int32_t i) {
    enum part part = part_of(&headings[i]);
    int32_t first = 0;
    if (part == PART_LISTS) return headings[i].slot;
    while (part == PART_FACTS_AT && strcmp(headings[first].adcode, headings[i].adcode) != 0) first++;
    return first;
}

static bool comes_later(const struct heading *headings, int32_t x, int32_t y) {
    enum part x_part = part_of(&headings[x]), y_part = part_of(&headings[y]);
    return x_part != y_part ? x_part > y_part : rank_of(headings, x) > rank_of(headings, y);
}

void heading_order(int32_t *out, const struct heading *headings, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        int32_t at = i;
        for (; at > 0 && comes_later(headings, out[at - 1], i); at--) out[at] = out[at - 1];
        out[at] = i;
    }
}
