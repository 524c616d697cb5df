/* A result as text, figure by figure, so that two can be compared. */
#ifndef RESULT_TEXT_H
#define RESULT_TEXT_H

#include <huisuan/huisuan.h>
#include <inttypes.h>
#include <stdio.h>

static inline void print_interval(FILE *out, hs_interval value) { fprintf(out, " %" PRId64 "..%" PRId64, value.low, value.high); }

static inline void print_measure_result(FILE *out, const hs_measure_result *result) {
    fprintf(out, "\n  %s %d %d %d %d %d", result->id, result->standing, result->has_amount, result->unstated, result->window_open,
            result->years);
    if (result->has_amount) print_interval(out, result->amount);
    for (int32_t i = 0; i < result->years; i++) print_interval(out, result->schedule[i]);
}

static inline void print_result(FILE *out, const hs_result *result) {
    fprintf(out, "%s %d-%d-%d\n", result->name == NULL ? "-" : result->name, (int)result->as_of.year, (int)result->as_of.month,
            (int)result->as_of.day);
    for (int32_t i = 0; i < result->count; i++) {
        const hs_place_result *place = &result->places[i];
        fprintf(out, "%s %s %" PRId64 " %d %d", place->adcode, place->name.en == NULL ? "-" : place->name.en, place->certain,
                place->unstated_count, place->set_aside_count);
        print_interval(out, place->total);
        print_interval(out, place->all_years);
        print_interval(out, place->people);
        print_interval(out, place->loans);
        for (int32_t p = 0; p < place->policy_count; p++) {
            fprintf(out, "\n %s %d", place->policies[p].policy->id, place->policies[p].in_force);
            for (int32_t m = 0; m < place->policies[p].count; m++) print_measure_result(out, &place->policies[p].measures[m]);
        }
        for (int32_t l = 0; l < place->limit_count; l++) {
            print_interval(out, place->limits[l].before);
            print_interval(out, place->limits[l].after);
        }
        fputc('\n', out);
    }
}

static inline void print_error(FILE *out, const hs_error *error) {
    fprintf(out, "%d %s %d:%d %s %s\n", error->code, error->path, error->line, error->column, error->zh, error->en);
}

#endif
