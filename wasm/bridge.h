/* What the WebAssembly module offers to JavaScript: huisuan.mjs is its only caller, exports.txt names these
   functions to the linker. One module holds one engine.

   Across the boundary go 32-bit integers and UTF-8 JSON. The host asks for room with huisuan_input, writes its bytes there and calls; every
   call returns an enum hs_status (hs_status_name gives the names) and leaves its answer in huisuan_output: the result, or the error as
   hs_error_json writes it. Input and output stay until the next call.

   Options are a JSON object: "as_of", "today" (YYYY-MM-DD), "locations" (codes), "brief" (true or false); for a sweep also "fact", "from" and
   "to" (figures as in a document). The documents are in `input` from its first byte, options behind them. */
#ifndef BRIDGE_H
#define BRIDGE_H

#include <stdint.h>

/* Makes the engine; to be called once, first. */
int32_t huisuan_open(void);

/* The address of room for `size` bytes; 0 when there is none. */
uint8_t *huisuan_input(int32_t size);

/* The answer's address (NUL-terminated) and length in bytes. */
const char *huisuan_output(void);
int32_t huisuan_output_length(void);

/* Adds the region whose side module is the input. The answer is its entry among the policies. A refusal leaves the engine as it was. */
int32_t huisuan_add(int32_t length);

/* The policies and the facts, as hs_engine_policies_json and hs_engine_facts_json write them. */
int32_t huisuan_policies(void);
int32_t huisuan_facts(void);

/* As hs_assess, hs_comparison_new and hs_sweep_new: a document of `length` bytes, then options. */
int32_t huisuan_assess(int32_t length, int32_t options_length);
int32_t huisuan_compare(int32_t length, int32_t options_length);
int32_t huisuan_sweep(int32_t length, int32_t options_length);

#endif
