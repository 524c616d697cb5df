/* Applicants assessed together: their columns stand side by side, and each policy is evaluated once for all who are at its place. */
#include "columns.h"
#include "engine.h"
#include "error.h"
#include "evaluate.h"
#include "inquiry.h"
#include "place.h"
#include "settle.h"
#include "table_row.h"
#include "verdict.h"

#include <stdlib.h>
#include <string.h>

struct member {
    struct inquiry inquiry;
    const int32_t *groups; /* by its places */
    hs_result result;
    const hs_error *fault; /* NULL: there is a result */
};

/* Those who are at one place: lanes side by side in the columns. */
struct group {
    const char *place;
    const struct inquiry *inquiry; /* of the first of them */
    int32_t first, lanes, taken;   /* of the lanes, those whose results were read */
    const struct loaded_policy **policies;
    struct frame *frames;                /* by policy */
    int32_t policy_count, measure_count; /* of all its policies */
    hs_text name;
    hs_date day;             /* of what follows, which is the same for all who are there then */
    hs_policy_result *blank; /* by policy, before anybody is judged; their measures stand one behind the other */
    struct settle_plan settle;
};

struct hs_crowd {
    const hs_engine *engine;
    const hs_options *options;
    struct arena arena;
    struct member *members;
    int32_t count, room;
    struct group *groups;
    int32_t group_count;
    struct columns columns;
    key_order *order; /* of its documents; NULL: not kept */
};

int hs_crowd_new(hs_crowd **out, const hs_engine *engine, const hs_options *options, hs_error *error) {
    static const hs_options none;
    hs_crowd *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) return error_memory(error);
    *self = (hs_crowd){.engine = engine, .options = options == NULL ? &none : options};
    return HS_OK;
}

void hs_crowd_free(hs_crowd *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    free(self->members);
    free(self);
}

void hs_crowd_clear(hs_crowd *self) {
    arena_reuse(&self->arena);
    self->count = self->group_count = 0;
}

/* ---- Who is in it ---------------------------------------------------------------------------------------------------------------- */

static struct member *new_member(hs_crowd *self) {
    if (self->count == self->room) {
        int32_t room = self->room == 0 ? 64 : 2 * self->room;
        struct member *members = realloc(self->members, (size_t)room * sizeof *members);
        if (members == NULL) return NULL;
        self->members = members;
        self->room = room;
    }
    struct member *member = &self->members[self->count];
    if (self->count == 0) self->order = arena_array(&self->arena, (size_t)self->engine->dictionary.count + 1, sizeof *self->order);
    *member = (struct member){.inquiry = {.engine = self->engine, .options = self->options, .arena = &self->arena, .order = self->order}};
    return member;
}

int hs_crowd_add(hs_crowd *self, const char *json, size_t length, hs_error *error) {
    struct member *member = new_member(self);
    if (member == NULL) return error_memory(error);
    member->inquiry.error = error;
    int status = inquiry_read(&member->inquiry, json, length);
    self->count += status == HS_OK;
    return status;
}

/* What is wrong with the applicant as a whole stands at the beginning of its row. */
static int place_fault(int status, hs_table_row *row) {
    if (status == HS_INPUT) row->error.line = (int)row->line, row->error.column = 1;
    return status;
}

static int add_row(hs_crowd *self, hs_table *table, hs_table_row *row) {
    hs_error *error = &row->error;
    struct member *member = new_member(self);
    if (member == NULL) return error_memory(error);
    member->inquiry.error = error;
    int status = table_row_read(&member->inquiry.applicant, table, &self->arena, error);
    if (status != HS_OK) return status;
    status = inquiry_settle(&member->inquiry);
    self->count += status == HS_OK;
    return place_fault(status, row);
}

int hs_crowd_add_row(hs_crowd *self, hs_table *table, const hs_table_bytes *bytes, const hs_table_row **out, hs_error *error) {
    int status;
    bool plain = table_row_is_plain(table);
    hs_table_row *row = plain ? table_row_open(table, bytes, &status) : table_row_open_document(table, bytes, &status);
    *out = row;
    if (row != NULL && row->error.code == HS_OK)
        status = plain ? add_row(self, table, row) : place_fault(hs_crowd_add(self, row->json, row->length, &row->error), row);
    return status == HS_MEMORY ? error_memory(error) : HS_OK;
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------------- */

static int32_t group_of(hs_crowd *self, const struct member *member, const char *place) {
    int32_t at = 0;
    while (at < self->group_count && strcmp(self->groups[at].place, place) != 0) at++;
    if (at == self->group_count) self->groups[self->group_count++] = (struct group){.place = place, .inquiry = &member->inquiry};
    self->groups[at].lanes++;
    return at;
}

static bool find_groups(hs_crowd *self, int32_t lanes) {
    self->groups = arena_room(&self->arena, (size_t)lanes, sizeof *self->groups);
    if (self->groups == NULL) return false;
    for (int32_t i = 0; i < self->count; i++) {
        struct member *member = &self->members[i];
        int32_t *groups = arena_array(&self->arena, (size_t)member->inquiry.place_count, sizeof *groups);
        if (groups == NULL) return false;
        for (int32_t p = 0; p < member->inquiry.place_count; p++) groups[p] = group_of(self, member, member->inquiry.places[p]);
        member->groups = groups;
    }
    for (int32_t g = 1; g < self->group_count; g++) self->groups[g].first = self->groups[g - 1].first + self->groups[g - 1].lanes;
    return true;
}

/* The policies of a place, and what they read. */
static bool find_policies(struct group *group, bool *read) {
    group->policies = inquiry_policies(group->inquiry, group->place, &group->policy_count);
    for (int32_t p = 0; group->policies != NULL && p < group->policy_count; p++) {
        const struct loaded_policy *loaded = group->policies[p];
        if (strcmp(loaded->policy->adcode, group->place) == 0) group->name = loaded->policy->name;
        group->measure_count += loaded->policy->measure_count;
        for (int32_t i = 0; i < loaded->plan.whole.slot_count; i++) read[loaded->plan.whole.slots[i]] = true;
    }
    return group->policies != NULL;
}

/* The columns of all, place by place, each in the order in which they came. */
static int make_columns(hs_crowd *self, int32_t count, hs_error *error) {
    struct lane *lanes = arena_array(&self->arena, (size_t)count, sizeof *lanes);
    int32_t *taken = arena_array(&self->arena, (size_t)self->group_count, sizeof *taken);
    bool *read = arena_array(&self->arena, (size_t)self->engine->dictionary.count, sizeof *read);
    if (lanes == NULL || taken == NULL || read == NULL) return error_memory(error);
    for (int32_t g = 0; g < self->group_count; g++)
        if (!find_policies(&self->groups[g], read)) return error_memory(error);
    for (int32_t i = 0; i < self->count; i++)
        for (int32_t p = 0; p < self->members[i].inquiry.place_count; p++) {
            int32_t g = self->members[i].groups[p];
            lanes[self->groups[g].first + taken[g]++] = (struct lane){&self->members[i].inquiry.applicant, self->groups[g].place};
        }
    return columns_build(&self->columns, &self->engine->dictionary, read, lanes, count, &self->arena, error);
}

static int evaluate_group(hs_crowd *self, struct group *group, hs_error *error) {
    group->frames = arena_array(&self->arena, (size_t)group->policy_count, sizeof *group->frames);
    int status = group->frames == NULL ? error_memory(error) : HS_OK;
    for (int32_t p = 0; status == HS_OK && p < group->policy_count; p++)
        status = evaluate(&group->frames[p], &group->policies[p]->plan, &self->columns, group->first, group->lanes, &self->arena, error);
    return status;
}

/* ---- Results --------------------------------------------------------------------------------------------------------------------- */

/* What is the same for all who are at a place on a day. */
static bool begin_day(hs_crowd *self, struct group *group, hs_date day) {
    hs_place_result place = {.policy_count = group->policy_count};
    group->blank = arena_room(&self->arena, (size_t)group->policy_count, sizeof *group->blank);
    hs_measure_result *measures = arena_room(&self->arena, (size_t)group->measure_count, sizeof *measures);
    if (group->blank == NULL || measures == NULL) return false;
    for (int32_t p = 0; p < group->policy_count; p++) {
        verdict_begin(&group->blank[p], measures, group->policies[p], day);
        measures += group->blank[p].count;
    }
    place.policies = group->blank;
    group->day = day;
    return settle_plan(&group->settle, &place, &self->arena);
}

static int judge_place(hs_crowd *self, struct member *member, hs_place_result *out, struct group *group) {
    struct inquiry *inquiry = &member->inquiry;
    if (date_compare(group->day, inquiry->as_of) != 0 && !begin_day(self, group, inquiry->as_of)) return error_memory(inquiry->error);
    hs_policy_result *policies = arena_room(&self->arena, (size_t)group->policy_count, sizeof *policies);
    hs_measure_result *measures = arena_room(&self->arena, (size_t)group->measure_count, sizeof *measures);
    if (policies == NULL || measures == NULL) return error_memory(inquiry->error);
    if (group->measure_count > 0) memcpy(measures, group->blank[0].measures, (size_t)group->measure_count * sizeof *measures);
    *out = (hs_place_result){.adcode = group->place, .name = group->name, .policies = policies, .policy_count = group->policy_count};
    int32_t lane = group->taken++;
    for (int32_t p = 0; p < group->policy_count; p++) {
        policies[p] = group->blank[p];
        policies[p].measures = measures;
        int status = verdict_policy(&policies[p], measures, inquiry, group->policies[p], &group->frames[p], lane, &self->arena);
        if (status != HS_OK) return status;
        measures += policies[p].count;
    }
    return settle_place(out, &group->settle, &inquiry->applicant, &self->arena, inquiry->error);
}

/* Goes over all places, so that the next member finds its lanes, and keeps the first fault. */
static int judge(hs_crowd *self, struct member *member) {
    hs_error error = {0}, other;
    hs_place_result *places = arena_array(&self->arena, (size_t)member->inquiry.place_count, sizeof *places);
    if (places == NULL) return HS_MEMORY;
    for (int32_t p = 0; p < member->inquiry.place_count; p++) {
        member->inquiry.error = error.code == HS_OK ? &error : &other;
        if (judge_place(self, member, &places[p], &self->groups[member->groups[p]]) == HS_MEMORY) return HS_MEMORY;
    }
    if (error.code != HS_OK) {
        hs_error *fault = arena_take(&self->arena, sizeof *fault);
        if (fault == NULL) return HS_MEMORY;
        *fault = error;
        member->fault = fault;
    }
    member->result = (hs_result){.name = member->inquiry.applicant.name,
                                 .as_of = member->inquiry.as_of,
                                 .places = places,
                                 .count = member->inquiry.place_count,
                                 .brief = 1,
                                 .overlay = self->engine->overlay,
                                 .overlay_count = self->engine->overlay_count};
    return HS_OK;
}

int hs_crowd_assess(hs_crowd *self, hs_error *error) {
    int32_t lanes = 0;
    for (int32_t i = 0; i < self->count; i++) lanes += self->members[i].inquiry.place_count;
    int status = find_groups(self, lanes) ? make_columns(self, lanes, error) : HS_MEMORY;
    for (int32_t g = 0; status == HS_OK && g < self->group_count; g++) status = evaluate_group(self, &self->groups[g], error);
    for (int32_t i = 0; status == HS_OK && i < self->count; i++) status = judge(self, &self->members[i]);
    return status == HS_OK ? HS_OK : error_memory(error);
}

const hs_result *hs_crowd_result(const hs_crowd *self, int32_t index, hs_error *error) {
    const struct member *member = &self->members[index];
    if (member->fault == NULL) return &member->result;
    if (error != NULL) *error = *member->fault;
    return NULL;
}
