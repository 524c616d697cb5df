#include "bridge.h"

#include "batch.h"
#include "error.h"
#include "options.h"
#include "region.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* The one engine, what was handed in and what came of the last call. */
static struct {
    hs_engine *engine;
    struct batch *batch; /* NULL: none is open */
    uint8_t *input;
    struct arena arena; /* of the options */
    hs_assessment *assessment;
    hs_comparison *comparison;
    hs_sweep *sweep;
    char *text;         /* an answer of its own */
    const char *output; /* one of them */
    size_t output_length;
} bridge;

static void forget(void) {
    hs_assessment_free(bridge.assessment);
    hs_comparison_free(bridge.comparison);
    hs_sweep_free(bridge.sweep);
    free(bridge.text);
    arena_clear(&bridge.arena);
    bridge.assessment = NULL;
    bridge.comparison = NULL;
    bridge.sweep = NULL;
    bridge.text = NULL;
    bridge.output = "";
    bridge.output_length = 0;
}

uint8_t *huisuan_input(int32_t size) {
    forget();
    free(bridge.input);
    bridge.input = size < 0 ? NULL : malloc((size_t)size + 1);
    return bridge.input;
}

const char *huisuan_output(void) { return bridge.output; }

int32_t huisuan_output_length(void) { return (int32_t)bridge.output_length; }

/* ---- Answers --------------------------------------------------------------------------------------------------------------------- */

/* What a call ends with: `text`, of which NULL means that memory ran out, or the error. */
static int32_t answer(int status, const char *text, size_t length, hs_error *error) {
    if (status == HS_OK && text == NULL) status = error_memory(error);
    if (status != HS_OK) text = bridge.text = hs_error_json(error, &length);
    bridge.output = text == NULL ? "" : text;
    bridge.output_length = text == NULL ? 0 : length;
    return status;
}

static int32_t answer_own(int status, hs_error *error, size_t length) { return answer(status, bridge.text, length, error); }

int32_t huisuan_open(void) {
    hs_error error = {0};
    return answer(hs_engine_new(&bridge.engine, &error), "", 0, &error);
}

int32_t huisuan_policies(void) {
    hs_error error = {0};
    size_t length = 0;
    forget();
    bridge.text = hs_engine_policies_json(bridge.engine, &length);
    return answer_own(HS_OK, &error, length);
}

int32_t huisuan_facts(void) {
    hs_error error = {0};
    size_t length = 0;
    forget();
    bridge.text = hs_engine_facts_json(bridge.engine, &length);
    return answer_own(HS_OK, &error, length);
}

/* ---- Regions --------------------------------------------------------------------------------------------------------------------- */

int32_t huisuan_add(int32_t length) {
    hs_error error = {0};
    const hs_policy *policy = NULL;
    size_t size = 0;
    forget();
    huisuan_batch_close(); /* it points into what the engine knows */
    int status = region_add(&policy, bridge.engine, bridge.input, (size_t)length, &error);
    if (status == HS_OK) {
        struct writer writer = {0};
        write_text(&writer, "{\"id\":");
        write_json_text(&writer, policy->id);
        write_text(&writer, "}");
        bridge.text = write_end(&writer);
        size = writer.length;
    }
    return answer(status, bridge.text, size, &error);
}

/* ---- Assessments ----------------------------------------------------------------------------------------------------------------- */

/* The options behind a document. */
static int read_options(struct options *out, int32_t length, int32_t options_length, hs_error *error) {
    forget();
    return options_read(out, &bridge.arena, (const char *)bridge.input + length, (size_t)options_length, error);
}

int32_t huisuan_assess(int32_t length, int32_t options_length) {
    hs_error error = {0};
    struct options options;
    size_t size = 0;
    const char *json = NULL;
    int status = read_options(&options, length, options_length, &error);
    if (status == HS_OK)
        status = hs_assess(&bridge.assessment, bridge.engine, (const char *)bridge.input, (size_t)length, &options.assess, &error);
    if (status == HS_OK) json = hs_assessment_json(bridge.assessment, &size);
    return answer(status, json, size, &error);
}

int32_t huisuan_compare(int32_t length, int32_t options_length) {
    hs_error error = {0};
    struct options options;
    size_t size = 0;
    const char *json = NULL;
    int status = read_options(&options, length, options_length, &error);
    if (status == HS_OK)
        status = hs_comparison_new(&bridge.comparison, bridge.engine, (const char *)bridge.input, (size_t)length, &options.assess, &error);
    if (status == HS_OK) json = hs_comparison_json(bridge.comparison, &size);
    return answer(status, json, size, &error);
}

int32_t huisuan_sweep(int32_t length, int32_t options_length) {
    hs_error error = {0};
    struct options options;
    hs_interval range;
    size_t size = 0;
    const char *json = NULL;
    int status = read_options(&options, length, options_length, &error);
    if (status == HS_OK) status = options_range(&range, &options, bridge.engine, &error);
    if (status == HS_OK)
        status = hs_sweep_new(&bridge.sweep, bridge.engine, (const char *)bridge.input, (size_t)length, &options.assess,
                              options.fact == NULL ? "" : options.fact, range, &error);
    if (status == HS_OK) json = hs_sweep_json(bridge.sweep, &size);
    return answer(status, json, size, &error);
}

/* ---- Batches --------------------------------------------------------------------------------------------------------------------- */

int32_t huisuan_is_utf8(int32_t length) {
    hs_error error = {0};
    forget();
    const char *text = hs_table_is_utf8((const char *)bridge.input, (size_t)length) ? "true" : "false";
    return answer(HS_OK, text, strlen(text), &error);
}

void huisuan_batch_close(void) {
    batch_free(bridge.batch);
    bridge.batch = NULL;
}

int32_t huisuan_batch_open(int32_t options_length) {
    hs_error error = {0};
    forget();
    huisuan_batch_close();
    int status = batch_new(&bridge.batch, bridge.engine, (const char *)bridge.input, (size_t)options_length, &error);
    return answer(status, "", 0, &error);
}

static int find_batch(hs_error *error) {
    forget();
    if (bridge.batch != NULL) return HS_OK;
    return error_set(error, HS_USAGE, NOWHERE, "没有打开的批量评估：先用 openBatch 打开", "no batch is open: begin with openBatch");
}

/* A batch of which a part is lost would give false sums. */
static int32_t answer_batch(int status, hs_error *error) {
    if (status != HS_OK) huisuan_batch_close();
    return answer(status, "", 0, error);
}

int32_t huisuan_batch_table(int32_t length, int32_t gb18030) {
    hs_error error = {0};
    int status = find_batch(&error);
    bridge.input[length] = '\0';
    if (status == HS_OK) status = batch_table(bridge.batch, (const char *)bridge.input, gb18030 != 0, &error);
    return answer_batch(status, &error);
}

int32_t huisuan_batch_push(int32_t length) {
    hs_error error = {0};
    int status = find_batch(&error);
    if (status == HS_OK) status = batch_push(bridge.batch, (const char *)bridge.input, (size_t)length, &error);
    return answer_batch(status, &error);
}

int32_t huisuan_batch_step(int32_t count) {
    hs_error error = {0};
    struct writer writer = {0};
    int status = find_batch(&error);
    if (status == HS_OK) status = batch_step(bridge.batch, count, &writer, &error);
    if (status == HS_OK && write_end(&writer) == NULL) status = error_memory(&error);
    if (status != HS_OK) {
        write_free(&writer);
        return answer_batch(status, &error);
    }
    bridge.text = writer.data;
    return answer_own(HS_OK, &error, writer.length);
}

int32_t huisuan_batch_budget(int32_t options_length) {
    hs_error error = {0};
    struct options options;
    int status = find_batch(&error);
    if (status == HS_OK) status = read_options(&options, 0, options_length, &error);
    if (status == HS_OK) bridge.text = hs_budget_json(batch_budget(bridge.batch), options.envelope);
    return answer_own(status, &error, bridge.text == NULL ? 0 : strlen(bridge.text));
}
