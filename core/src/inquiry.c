#include "inquiry.h"

#include "error.h"
#include "place.h"

#include <string.h>

/* Every place that has a policy, in the order of their codes. */
static const char **all_places(const struct hs_engine *engine, int32_t *count, struct arena *arena) {
    const char **places = arena_array(arena, (size_t)engine->count, sizeof *places);
    *count = 0;
    for (int32_t i = 0; places != NULL && i < engine->count; i++) {
        const char *adcode = engine->policies[i]->policy->adcode;
        int32_t at = 0;
        while (at < *count && strcmp(places[at], adcode) < 0) at++;
        if (at < *count && strcmp(places[at], adcode) == 0) continue;
        memmove(places + at + 1, places + at, (size_t)(*count - at) * sizeof *places);
        places[at] = adcode;
        ++*count;
    }
    return places;
}

static int choose_places(struct inquiry *q) {
    if (q->options->location_count > 0) {
        const char **copies = arena_array(q->arena, (size_t)q->options->location_count, sizeof *copies);
        for (int32_t i = 0; copies != NULL && i < q->options->location_count; i++) {
            const char *place = q->options->locations[i];
            if (!adcode_is_valid(place))
                return error_set(q->error, HS_USAGE, AT_PATH("location"), "“%s”不是行政区划代码，应为六位数字，如 330206",
                                 "\"%s\" is not a place code; six digits are wanted, like 330206", place);
            copies[i] = arena_copy(q->arena, place, strlen(place));
            if (copies[i] == NULL) return error_memory(q->error);
        }
        q->places = copies;
        q->place_count = q->options->location_count;
    } else if (q->applicant.locations != NULL) {
        q->places = q->applicant.locations;
        q->place_count = q->applicant.location_count;
    } else {
        q->places = all_places(q->engine, &q->place_count, q->arena);
    }
    return q->places == NULL ? error_memory(q->error) : HS_OK;
}

static int choose_date(struct inquiry *q) {
    hs_date date = date_is_given(q->options->as_of) ? q->options->as_of : q->applicant.as_of;
    q->today = !date_is_given(date);
    if (q->today) date = q->options->today;
    if (!date_is_valid(date))
        return error_set(q->error, HS_INPUT, AT_PATH("as_of"), "没有给出评估日期", "no date is given to assess as of");
    q->as_of = q->applicant.as_of = date;
    return HS_OK;
}

int inquiry_settle(struct inquiry *self) {
    int status = choose_date(self);
    return status == HS_OK ? choose_places(self) : status;
}

int inquiry_read(struct inquiry *self, const char *json, size_t length) {
    int status = applicant_read(&self->applicant, self->engine, self->order, json, length, self->arena, self->error);
    return status == HS_OK ? inquiry_settle(self) : status;
}

const struct loaded_policy **inquiry_policies(const struct inquiry *self, const char *place, int32_t *count) {
    const struct loaded_policy **out = arena_array(self->arena, (size_t)self->engine->count, sizeof(struct loaded_policy *));
    *count = 0;
    for (int level = 2; out != NULL && level >= 0; level--)
        for (int32_t i = 0; i < self->engine->count; i++) {
            const char *adcode = self->engine->policies[i]->policy->adcode;
            if (adcode_level(adcode) == level && adcode_covers(adcode, place)) out[(*count)++] = self->engine->policies[i];
        }
    return out;
}
