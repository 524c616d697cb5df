/* Memory that runs out in the program: of each command line below allocations fail, once by themselves and once with all that follow:
       starve PLUGINS WORDS SOURCE MOST
   (at most so many of each, spread over all of its allocations; 0: the first on each way of calls that leads to one). Each run ends as that in
   which nothing failed, with its very output and files; or it says why, with an exit code for it, and leaves no file. What it leaves in memory
   the leak sanitizer tells. Linked with --wrap, with the objects of the program. */
#define _GNU_SOURCE 1
#include "ways.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <getopt.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int __real_main(int count, char **arguments); /* of the program */
int __wrap_main(int count, char **arguments);

/* ---- Allocations ----------------------------------------------------------------------------------------------------------------- */

static int64_t asked, fails_at = -1; /* of any thread; -1: never */
static bool for_ever;

static bool fails(void) {
    int64_t number = __atomic_fetch_add(&asked, 1, __ATOMIC_RELAXED);
    note(number);
    if (fails_at < 0 || (for_ever ? number < fails_at : number != fails_at)) return false;
    errno = ENOMEM;
    return true;
}

/* What allocates: its result, its name, what it takes with types and without, and what it gives when it fails. */
#define ALLOCATING(X)                                                                                                                      \
    X(void *, malloc, (size_t size), (size), NULL)                                                                                         \
    X(void *, calloc, (size_t count, size_t size), (count, size), NULL)                                                                    \
    X(void *, realloc, (void *block, size_t size), (block, size), NULL)                                                                    \
    X(char *, strdup, (const char *text), (text), NULL)                                                                                    \
    X(char *, strndup, (const char *text, size_t size), (text, size), NULL)                                                                \
    X(char *, realpath, (const char *path, char *out), (path, out), NULL)                                                                  \
    X(FILE *, open_memstream, (char **text, size_t *size), (text, size), NULL)                                                             \
    X(ssize_t, getline, (char **line, size_t *size, FILE *file), (line, size, file), -1)                                                   \
    X(iconv_t, iconv_open, (const char *to, const char *from), (to, from), (iconv_t)-1)

#define WRAP(type, name, typed, plain, nothing)                                                                                            \
    type __real_##name typed;                                                                                                              \
    type __wrap_##name typed;                                                                                                              \
    type __wrap_##name typed { return fails() ? nothing : __real_##name plain; }
ALLOCATING(WRAP)

/* ---- The command lines ----------------------------------------------------------------------------------------------------------- */

/* With one digit more, and no end of line, all that getline makes room for at first: behind the answer there is nothing to be read. */
#define FILLS_A_LINE                                                                                                                       \
    "000000000000000000000000000000000000000000000000000000000000"                                                                         \
    "0000000000000000000000000000000000000000000000000000000000"

/* "@" is the folder of tests; what is written is in the working directory. Answers are standard input. */
static const struct scenario {
    bool words; /* under the policy with every word, else under those of the regions */
    const char *line, *answers;
} scenarios[] = {
    {true, "assess @/outputs/open.json", ""},
    {true, "assess @/outputs/closed.json --format json --set words.cap.cap=700", ""},
    {false, "assess @/samples/firm.json --brief --location 310118", ""},
    {true, "assess -", "{\"facts\": {\"x\": 5}}\n"},
    {true, "ask --location 330206 --as-of 2023-06-30", "y\n\n5\nb\n#1\nq\n\n"},
    {true, "ask @/outputs/lacking.json", "?\ny\n" FILLS_A_LINE "3"},
    {true, "sweep @/outputs/closed.json", ""},
    {true, "sweep @/outputs/closed.json --format json", ""},
    {true, "sweep @/outputs/open.json --fact x --from 0 --to 200 --format svg", ""},
    {true, "compare @/outputs/open.json", ""},
    {true, "compare @/outputs/closed.json --format json", ""},
    {true, "review @/outputs/open.json", ""},
    {true, "review @/outputs/closed.json --format html --output out", ""},
    {true, "review @/outputs/closed.json --format json --output out", ""},
    {true, "verify ../result.json @/outputs/open.json", ""},
    {true, "verify ../result.json @/outputs/closed.json --format json", ""},
    {false, "batch @/samples/firms.csv --list overseas_sites=@/samples/sites.csv --output out", ""},
    {false, "batch @/samples/firms.csv --list overseas_sites=@/samples/sites.csv --brief --format csv --jobs 2 --output out", ""},
    {false, "batch @/samples/firms.csv --summary --format json", ""},
    {false, "batch ../gb.csv --brief --format csv --output out", ""},
    {true, "batch ../rows.jsonl --input rows", ""},
    {true, "batch ../lines.jsonl --format xlsx --output out.xlsx", ""},
    {true, "facts", ""},
    {true, "facts --format json", ""},
    {true, "facts --template xlsx --output out.xlsx", ""},
    {true, "facts --template csv --location 330206", ""},
    {true, "facts --template json --output out", ""},
    {true, "facts --template schema --output out", ""},
    {true, "policy list", ""},
    {true, "policy list --format json", ""},
    {true, "policy show words", ""},
    {true, "policy show words --constants", ""},
    {true, "policy show words --constants --format json", ""},
    {true, "policy show words --document", ""},
    {true, "policy check words", ""},
    {true, "policy check words --format json", ""},
    {true, "policy check %/words.so", ""},
    {true, "policy test words @/outputs/cases.jsonl", ""},
    {true, "policy test words ../cases --format json", ""},
    {true, "policy test words ../cases --boundaries", ""},
    {true, "policy diff words %/words.so --set words.cap.cap=700", ""},
    {true, "policy diff words words --set words.cap.cap=700 --applicants ../lines.jsonl", ""},
    {true, "policy diff words words --set words.cap.cap=700 --applicants ../lines.jsonl --format json", ""},
    {true, "policy manifest %/words.so", ""},
    {true, "policy new demo", ""},
};

enum { KINDS = sizeof scenarios / sizeof scenarios[0], WORDS = 24, TEXT_MAX = 1 << 20, PATH_LENGTH = 4096 };

static const char *plugins, *words_plugins, *source;
static char folder[PATH_LENGTH]; /* with the files below, and a directory that each run begins in, empty */
static int out_file, err_file;

/* What a run came to. */
struct outcome {
    int code;
    uint64_t printed, written;
    bool said;
};

/* ---- A run ----------------------------------------------------------------------------------------------------------------------- */

static uint64_t add(uint64_t digest, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) digest = (digest ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    return digest;
}

static size_t read_whole(int file, char text[TEXT_MAX]) {
    ssize_t length = pread(file, text, TEXT_MAX - 1, 0);
    if (length < 0) exit(2);
    text[length] = '\0';
    return (size_t)length;
}

static uint64_t found;

/* Of a workbook, in which the clock stands, only that it is there. */
static int see(const char *path, const struct stat *status, int type, struct FTW *where) {
    static char text[TEXT_MAX];
    (void)status;
    if (where->level == 0) return 0;
    found += add(1, path, strlen(path));
    if (type == FTW_F) {
        int file = open(path, O_RDONLY);
        size_t length = read_whole(file, text);
        found += add(2, text, strncmp(text, "PK", 2) == 0 ? 2 : length);
        close(file);
    }
    return remove(path);
}

static bool fill(char *words[WORDS], char text[PATH_LENGTH], const struct scenario *scenario, int *count) {
    size_t used = 0;
    const char *dir = scenario->words ? words_plugins : plugins;
    for (const char *at = scenario->line; *at != '\0'; at++) {
        int length = *at == '@'   ? snprintf(text + used, PATH_LENGTH - used, "%s/tests", source)
                     : *at == '%' ? snprintf(text + used, PATH_LENGTH - used, "%s", dir)
                                  : snprintf(text + used, PATH_LENGTH - used, "%c", *at);
        used += (size_t)length;
        if (used >= PATH_LENGTH) return false;
    }
    words[(*count)++] = "huisuan";
    for (char *word = strtok(text, " "); word != NULL && *count < WORDS - 4; word = strtok(NULL, " ")) words[(*count)++] = word;
    words[(*count)++] = "--lang=en";
    static char option[PATH_LENGTH];
    snprintf(option, sizeof option, "--plugins=%s", dir);
    if (strcmp(words[2], "manifest") != 0 && strcmp(words[2], "new") != 0) words[(*count)++] = option;
    words[*count] = NULL;
    return true;
}

static void redirect(int file, int to) {
    if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0 || dup2(file, to) < 0) exit(2);
}

static struct outcome run(const struct scenario *scenario, int64_t at, bool ever) {
    static char line[PATH_LENGTH], text[TEXT_MAX], path[PATH_LENGTH + 8];
    char *words[WORDS];
    int count = 0;
    if (!fill(words, line, scenario, &count)) exit(2);
    snprintf(path, sizeof path, "%s/in", folder);
    FILE *in = fopen(path, "wb");
    if (in == NULL || fputs(scenario->answers, in) < 0 || fclose(in) != 0 || freopen(path, "rb", stdin) == NULL) exit(2);
    redirect(out_file, STDOUT_FILENO);
    redirect(err_file, STDERR_FILENO);
    clearerr(stdout);
    optind = 0; /* begins anew */
    asked = 0;
    fails_at = at;
    for_ever = ever;
    struct outcome out = {.code = __real_main(count, words)};
    fails_at = -1;
    fflush(stdout);
    fflush(stderr);
    size_t length = read_whole(out_file, text);
    out.printed = add(0, text, length);
    out.said = strstr(text, "memory") != NULL;
    out.said = read_whole(err_file, text) > 0 || out.said;
    found = 0;
    if (nftw(".", see, 8, FTW_DEPTH | FTW_PHYS) != 0) exit(2);
    out.written = found;
    return out;
}

/* ---- The proof ------------------------------------------------------------------------------------------------------------------- */

static const char *judge(const struct scenario *scenario, const struct outcome *wanted, const struct outcome *out) {
    bool interview = strncmp(scenario->line, "ask", 3) == 0; /* goes on after what it could not take, which its file then lacks */
    if (out->written != wanted->written && out->written != 0 && !(interview && out->said)) return "a file that is neither whole nor gone";
    if (out->code == wanted->code && out->printed == wanted->printed && out->written == wanted->written) return NULL;
    if (out->code < 0 || out->code > 6) return "an exit code that is none";
    if (!out->said) return "without a word";
    return out->code == wanted->code && !interview ? "not what it gives otherwise" : NULL;
}

static int prove(FILE *report, const struct scenario *scenario, int64_t most, int64_t *runs) {
    int faults = 0;
    noted = most == 0;
    const struct outcome wanted = run(scenario, -1, false);
    const int64_t all = asked, tried = most == 0 || all < most ? all : most;
    noted = false;
    if (wanted.code > 1 || (wanted.printed == 0 && wanted.written == 0)) {
        fprintf(report, "%s: ends with %d\n", scenario->line, wanted.code);
        return 1;
    }
    for (int64_t i = 0; i < tried; i++)
        for (int ever = 0; ever < 2 && (most > 0 || is_first(i)); ever++, ++*runs) {
            int64_t at = tried < 2 ? 0 : i * (all - 1) / (tried - 1); /* the last one too */
            struct outcome out = run(scenario, at, ever == 1);
            const char *fault = judge(scenario, &wanted, &out);
            if (fault == NULL) continue;
            faults++;
            fprintf(report, "%s: allocation %lld%s: exit code %d, %s\n", scenario->line, (long long)at, ever == 1 ? " and on" : "",
                    out.code, fault);
        }
    return faults;
}

/* ---- What they read -------------------------------------------------------------------------------------------------------------- */

static void make(const char *name, const char *bytes, size_t length) {
    char path[PATH_LENGTH + 32];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) exit(2);
}

/* A file of tests/outputs; with `joined` its lines become one. */
static size_t add_file(char *lines, size_t used, const char *name, bool joined) {
    char path[PATH_LENGTH];
    snprintf(path, sizeof path, "%s/tests/outputs/%s", source, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) exit(2);
    for (int byte; (byte = getc(file)) != EOF && used < TEXT_MAX - 1;)
        if (!joined || byte != '\n') lines[used++] = (char)byte;
    fclose(file);
    if (joined) lines[used++] = '\n';
    return used;
}

static void prepare(void) {
    static char text[TEXT_MAX], path[PATH_LENGTH + 32];
    static const char rows[] = "{\"c\":\"{\\\"facts\\\": {\\\"x\\\": 5}}\"}\n{\"c\":1}\n",
                      gb[] = "\xB1\xE0\xBA\xC5,\xC4\xEA\xD7\xE2\xBD\xF0\nA,1\n";
    static const struct scenario closed = {true, "assess @/outputs/closed.json --format json", ""};
    snprintf(path, sizeof path, "%s/begin", folder);
    if (mkdir(path, 0755) != 0 || chdir(path) != 0) exit(2);
    snprintf(path, sizeof path, "%s/cases", folder);
    if (mkdir(path, 0755) != 0) exit(2);
    make("rows.jsonl", rows, sizeof rows - 1);
    make("gb.csv", gb, sizeof gb - 1);
    make("cases/one.jsonl", text, add_file(text, 0, "cases.jsonl", false));
    size_t used = add_file(text, add_file(text, 0, "closed.json", true), "open.json", true);
    used += (size_t)sprintf(text + used, "{\"facts\": {\"x\": -1}}\n");
    make("lines.jsonl", text, used);
    run(&closed, -1, false);
    make("result.json", text, read_whole(out_file, text));
}

/* libxlsxwriter keeps copies of one kind of validation, whether memory runs out or not. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:lxw_strdup"; }

int __wrap_main(int count, char **arguments) {
    if (count != 5 || atoi(arguments[4]) < 0) return 2;
    plugins = arguments[1], words_plugins = arguments[2], source = arguments[3];
    snprintf(folder, sizeof folder, "%s/starve.XXXXXX", getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp");
    FILE *report = fdopen(dup(STDOUT_FILENO), "w"), *out = tmpfile(), *err = tmpfile();
    if (mkdtemp(folder) == NULL || report == NULL || out == NULL || err == NULL) return 2;
    out_file = fileno(out), err_file = fileno(err);
    setvbuf(report, NULL, _IOLBF, 0);
    prepare();
    int64_t runs = 0;
    int faults = 0;
    for (int i = 0; i < KINDS; i++) faults += prove(report, &scenarios[i], atoi(arguments[4]), &runs);
    fprintf(report, "memory of the program: %d command lines, %lld allocations failed, %d ended otherwise than they should\n", KINDS,
            (long long)runs, faults);
    if (chdir("/") != 0 || nftw(folder, see, 8, FTW_DEPTH | FTW_PHYS) != 0 || rmdir(folder) != 0) return 2;
    return faults == 0 ? 0 : 1;
}
