#include "received.h"

#include "text.h"

#include <string.h>

enum { MEASURE, YEARS, MATTER, AMOUNT, FIELDS };

static const hs_topic topic = {"received", {"已领补贴", "Already received"}, INT32_MAX};

static const hs_fact list = {.id = "received",
                             .type = HS_LIST,
                             .change = HS_NEVER,
                             .period = HS_AS_OF,
                             .topic = &topic,
                             .label = {"已领补贴", "Already received"},
                             .hint = {"看以前的拨付文件和银行回单", "See earlier payment notices and bank slips."}};

static const hs_fact fields[FIELDS] = {
    [MEASURE] = {.id = "measure", .type = HS_CHOICE, .label = {"措施", "Measure"}, .list = &list},
    [YEARS] = {.id = "years", .type = HS_COUNT, .label = {"已领年数", "Years received"}, .unit = {"年", "years"}, .list = &list},
    [MATTER] = {.id = "matter", .type = HS_CHOICE, .label = {"事项", "Matter"}, .list = &list},
    [AMOUNT] = {.id = "amount", .type = HS_MONEY, .label = {"已领金额", "Amount received"}, .list = &list}};

enum { LABEL_PARTS = 6 };

static const char *join(const char *const parts[LABEL_PARTS], struct arena *arena) {
    struct writer label = {0};
    for (int i = 0; i < LABEL_PARTS; i++) write_text(&label, parts[i]);
    return write_keep(&label, arena);
}

/* "上海市青浦区 租金补贴（qingpu.rent）" */
static hs_text label_of(const hs_text *place, hs_text title, const char *id, struct arena *arena) {
    const char *const zh[LABEL_PARTS] = {place == NULL ? "" : place->zh, place == NULL ? "" : " ", title.zh, "（", id, "）"};
    const char *const en[LABEL_PARTS] = {place == NULL ? "" : place->en, place == NULL ? "" : ": ", title.en, " (", id, ")"};
    return (hs_text){join(zh, arena), join(en, arena)};
}

static bool stands(const hs_fact *field, const char *id) {
    for (int32_t v = 0; v < field->value_count; v++)
        if (strcmp(field->values[v].id, id) == 0) return true;
    return false;
}

static bool add_value(hs_fact *field, hs_value *values, const char *id, hs_text label) {
    values[field->value_count++] = (hs_value){id, label};
    return label.zh != NULL && label.en != NULL;
}

/* A matter is called by the first measure that has it. */
static bool add_measures(hs_fact made[FIELDS], hs_value *measures, hs_value *matters, const struct loaded_policy *loaded,
                         struct arena *arena) {
    bool whole = true;
    for (int32_t m = 0; whole && m < loaded->policy->measure_count; m++) {
        const hs_measure *measure = &loaded->policy->measures[m];
        const char *id = loaded->measure_ids[m], *matter = measure->matter;
        whole = add_value(&made[MEASURE], measures, id, label_of(&loaded->policy->name, measure->title, id, arena));
        if (whole && matter != NULL && !stands(&made[MATTER], matter))
            whole = add_value(&made[MATTER], matters, matter, label_of(NULL, measure->title, matter, arena));
    }
    return whole;
}

bool received_make(struct slot *out, const hs_engine *engine, struct arena *arena) {
    const struct loaded_policy *loaded;
    size_t count = 0;
    for (int32_t p = 0; (loaded = engine_policy_at(engine, p)) != NULL; p++) count += (size_t)loaded->policy->measure_count;
    hs_value *measures = arena_array(arena, count, sizeof *measures), *matters = arena_array(arena, count, sizeof *matters);
    hs_fact *made = arena_array(arena, FIELDS, sizeof *made);
    const hs_fact **shown = arena_array(arena, FIELDS, sizeof *shown);
    if (measures == NULL || matters == NULL || made == NULL || shown == NULL) return false;
    memcpy(made, fields, sizeof fields);
    made[MEASURE].values = measures;
    made[MATTER].values = matters;
    for (int32_t p = 0; (loaded = engine_policy_at(engine, p)) != NULL; p++)
        if (!add_measures(made, measures, matters, loaded, arena)) return false;
    for (int32_t f = 0; f < FIELDS; f++) shown[f] = &made[f];
    *out = (struct slot){.fact = &list, .fields = shown, .field_count = made[MATTER].value_count > 0 ? FIELDS : MATTER};
    return true;
}
