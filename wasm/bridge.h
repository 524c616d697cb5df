/* What the WebAssembly module offers to JavaScript: huisuan.mjs is its only caller, exports.txt names these
   functions to the linker. One module holds one engine.

   Across the boundary go 32-bit integers and UTF-8 JSON. The host asks for room with huisuan_input, writes its bytes there and calls; every
   call returns an enum hs_status (hs_status_name gives the names) and leaves its answer in huisuan_output: the result, or the error as
   hs_error_json writes it. Input and output stay until the next call.

   Options are a JSON object: "as_of", "today" (YYYY-MM-DD), "locations" (codes), "brief" (true or false); for a sweep also "fact", "from" and
   "to" (figures as in a document), for a budget "envelope" (yuan). The documents are in `input` from its first byte, options behind them. */
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

/* Whether the input, the beginning of a table, is UTF-8, as hs_table_is_utf8 says: true or false. */
int32_t huisuan_is_utf8(int32_t length);

/* A batch: the tables of lists, then that of the applicants, each named by huisuan_batch_table, pushed and read to its end. One at a time; it
   ends with the next one, by huisuan_add, when reading it fails, and by huisuan_batch_close. HS_USAGE where there is none. */
int32_t huisuan_batch_open(int32_t options_length);
void huisuan_batch_close(void);

/* The input is the id of the list whose table comes next; without a byte it is the applicants'. `gb18030`: hs_table_gb18030. */
int32_t huisuan_batch_table(int32_t length, int32_t gb18030);

/* The input is more of the table, UTF-8, cut anywhere; without a byte it ends here. */
int32_t huisuan_batch_push(int32_t length);

/* Reads and assesses up to `count` more rows; of a list's table only those that are refused are among the answer's. 0: the headings alone.
   {"rows": [{"line", "number", "id", "name", "document", "error", "places": [{"adcode", "total", "total_all_years", "certain", "people",
   "loans", "measures": [{"id", "status", "in_force", "year", "amount", "unstated", "ends"}]}]}], "next": "rows" | "bytes" | "end", "left"?:
   [{"fact", "id", "line"}]}: what the next step wants or finds, and at the end, once, what hs_table_left gives. */
int32_t huisuan_batch_step(int32_t count);

/* As hs_budget_json, of the applicants assessed so far; the input are options. */
int32_t huisuan_batch_budget(int32_t options_length);

#endif
