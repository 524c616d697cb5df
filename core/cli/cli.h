/* What the subcommands share. */
#ifndef CLI_H
#define CLI_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

enum format { FORMAT_UNSTATED, FORMAT_TABLE, FORMAT_JSON, FORMAT_MARKDOWN, FORMAT_CSV, FORMAT_SVG, FORMAT_HTML, FORMAT_XLSX };

/* What `facts --template` makes. */
enum template { TEMPLATE_NONE = 0, TEMPLATE_XLSX, TEMPLATE_CSV, TEMPLATE_JSON, TEMPLATE_SCHEMA };

/* DOCUMENT_MAX: bytes of a document, as the engine takes. */
enum { LOCATIONS_MAX = 64, SETTINGS_MAX = 64, LISTS_MAX = 64, DOCUMENT_MAX = 1024 * 1024 };

/* The options, each with what stands where none is given. */
struct cli {
    const char *command; /* "policy diff", or NULL: none, or none that is known */
    const char *plugins; /* NULL: the installed ones */
    enum format format;
    enum hs_language language;
    bool color;
    bool brief, help;
    bool constants, document; /* policy show: every figure; the rules as prose */
    bool strict;              /* policy check: findings are an error; policy test: unnoticed changes are; batch: stop at a refused row */
    bool boundaries, mutate;  /* policy test: cases at every bound; the policy changed in one place after another */
    hs_date as_of;
    const char *fact, *from, *to; /* of a sweep, or NULL */
    enum template template;       /* of facts */
    const char *list;             /* facts --template csv: the list whose form is wanted, or NULL */
    const char *output;           /* the file to write, or NULL: standard output */
    const char *applicants;       /* policy diff: JSON Lines, or NULL */
    char *locations[LOCATIONS_MAX];
    int32_t location_count;
    hs_setting settings[SETTINGS_MAX]; /* of --set */
    int32_t setting_count;
    const char *input, *encoding; /* of a batch: "csv", "jsonl" or "rows", "utf-8" or "gb18030"; NULL: as it looks */
    hs_setting lists[LISTS_MAX];  /* of --list: fact and file */
    int32_t list_count;
    int jobs; /* 0: not given */
    bool summary, resume;
    int64_t envelope; /* fen; -1: none */
    char **arguments; /* what is left: files, names */
    int argument_count;
};

/* Exit codes; and that memory has run out, which nobody has said: host_finish says it and makes it EXIT_INTERNAL. */
enum {
    EXIT_OK = 0,
    EXIT_RECORDS = 1,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_OUTPUT = 4,
    EXIT_PLUGIN = 5,
    EXIT_INTERNAL = 6,
    EXIT_MEMORY = 7
};

/* The subcommands; each returns an exit code. */
int run_assess(const struct cli *cli);
int run_batch(const struct cli *cli);
int run_ask(const struct cli *cli);
int run_sweep(const struct cli *cli);
int run_compare(const struct cli *cli);
int run_review(const struct cli *cli);
int run_verify(const struct cli *cli);
int run_policy(const struct cli *cli);
int run_facts(const struct cli *cli);

/* facts --template: a part of run_facts. */
int run_template(const struct cli *cli, const hs_engine *all);

/* policy check FILE|ID: a part of run_policy. */
int run_policy_check(const struct cli *cli, const char *of);

/* policy new ID [DIR]: likewise. */
int run_policy_new(const struct cli *cli, const char *id, const char *directory);

/* policy test FILE|ID [CASES…] */
int run_policy_test(const struct cli *cli, const char *of);

/* A policy by its id, of those installed, or by the path of its file, beside the installed ones but for an older reading of the same one:
   matters may be shared with them. EXIT_OK with the engine, its neighbours, both to be freed whatever is returned, the policy's number and,
   if `facts` is not NULL, how many facts it asks for by itself; else the exit code, after saying why. */
int host_policy(const struct cli *cli, const char *of, hs_engine **engine, hs_engine **neighbours, int32_t *index, int *facts);

/* policy diff OLD NEW: likewise. */
int run_policy_diff(const struct cli *cli, const char *was, const char *is);

/* host.c: what the library leaves to its host. */

/* An engine with the plugins of --plugins or the installed ones, set as --set says; NULL after saying why, with the exit code in `*code`. */
hs_engine *host_engine(const struct cli *cli, int *code);

/* The same with no more than an assessment of this document needs, without saying anything: NULL where that is not to be had. What it then
   refuses, another may take. */
hs_engine *host_engine_for(const struct cli *cli, const char *json, size_t length);

/* All of it without saying anything: NULL where there are none. */
hs_engine *host_neighbours(const struct cli *cli);

/* A file, or standard input for "-", at most a byte more than the engine takes; NULL after saying why. Free it. */
char *host_read(const struct cli *cli, const char *path, size_t *length);

/* Today in China (UTC+8). */
hs_date host_today(void);

/* An absolute path for a path; NULL after saying why. Free it. */
char *host_absolute(const struct cli *cli, const char *path);

/* Writes a whole file, or leaves what was there: EXIT_OK, or EXIT_OUTPUT after saying why not. */
int host_write(const struct cli *cli, const char *path, const char *text);
int host_write_bytes(const struct cli *cli, const char *path, const char *bytes, size_t length);

/* The directory that the file stands in holds its name, and has to reach the disk too. */
bool host_sync_directory(const char *path);

/* The options of an assessment as the command line gives them. */
hs_options host_options(const struct cli *cli);

/* Adds to the message how the command line mends it (enum hs_cure), once. */
void host_cure(hs_error *error);

/* "huisuan: FILE:LINE:COLUMN: PATH: …" on standard error; returns the exit code of the error. */
int host_fail(const struct cli *cli, const char *file, const hs_error *of);

/* "huisuan: FILE: cannot be read: …"; returns EXIT_INPUT. */
int host_fail_file(const struct cli *cli, const char *file, int number);

/* "huisuan: FILE: cannot be written: …"; returns EXIT_OUTPUT. */
int host_fail_write(const struct cli *cli, const char *file, int number);

/* Says what is wrong with the command line and how to get help; returns EXIT_USAGE. */
int host_usage(const struct cli *cli, const char *zh, const char *en);

/* Prints a text and a newline and frees it; EXIT_MEMORY where it is NULL. */
int host_print(char *text);

/* Writes what is buffered; EXIT_OUTPUT after saying why it could not be written. Says EXIT_MEMORY. */
int host_finish(const struct cli *cli, int code);

static inline const char *cli_text(const struct cli *cli, hs_text text) { return cli->language == HS_ZH ? text.zh : text.en; }
static inline const char *say(const struct cli *cli, const char *zh, const char *en) { return cli->language == HS_ZH ? zh : en; }

#endif
