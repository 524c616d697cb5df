/* huisuan policy test: the cases of a policy, what they reach, and whether they notice when the policy is another. */
#include "cli.h"
#include "paper.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LINE = 1024, PATH = 4096 };

/* ---- Reading --------------------------------------------------------------------------------------------------------------------- */

static int read_lines(const struct cli *cli, hs_suite *suite, const char *path, FILE *file) {
    char *line = NULL;
    size_t size = 0;
    int number = 0, code = EXIT_OK;
    for (ssize_t length; code == EXIT_OK && (length = getline(&line, &size, file)) > 0;) {
        hs_error error = {0};
        number++;
        if (strspn(line, " \t\r\n") == (size_t)length) continue;
        if (hs_suite_add(suite, line, (size_t)length, &error) == HS_OK) continue;
        error.line = number;
        code = host_fail(cli, path, &error);
    }
    if (code == EXIT_OK && feof(file) == 0) code = host_fail_file(cli, path, errno);
    free(line);
    return code;
}

static int read_file(const struct cli *cli, hs_suite *suite, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return host_fail_file(cli, path, errno);
    int code = read_lines(cli, suite, path, file);
    fclose(file);
    return code;
}

static int is_case_file(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 6 && strcmp(entry->d_name + length - 6, ".jsonl") == 0;
}

static bool is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A file, or every *.jsonl of a directory by its name. */
static int read_cases(const struct cli *cli, hs_suite *suite, const char *path) {
    struct dirent **entries;
    char name[PATH];
    if (!is_directory(path)) return read_file(cli, suite, path);
    int count = scandir(path, &entries, is_case_file, alphasort), code = EXIT_OK;
    if (count < 0) return host_fail_file(cli, path, errno);
    for (int i = 0; i < count; i++) {
        bool fits = snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name) < (int)sizeof name;
        if (code == EXIT_OK) code = fits ? read_file(cli, suite, name) : host_fail_file(cli, path, ENAMETOOLONG);
        free(entries[i]);
    }
    free(entries);
    return code;
}

/* Where nobody names cases: `cases` beside the plugin's file, else plugins/ID/cases, else `cases` in the working directory. */
static int read_usual(const struct cli *cli, hs_suite *suite, const char *of, const char *id) {
    char places[3][PATH] = {"", "", "cases"};
    const char *slash = strrchr(of, '/');
    int beside = slash == NULL ? 0 : (int)(slash - of) + 1;
    if (strpbrk(of, "/.") != NULL) snprintf(places[0], PATH, "%.*scases", beside, of);
    snprintf(places[1], PATH, "plugins/%s/cases", id);
    for (int i = 0; i < 3; i++)
        if (is_directory(places[i])) return read_cases(cli, suite, places[i]);
    return host_usage(cli, "没有找到案例：插件旁边、plugins/<编号>/cases 和当前目录都没有 cases 目录，请写出文件或目录",
                      "no cases: there is no directory cases beside the plugin, in plugins/<id> or here; name files or directories");
}

/* ---- On paper -------------------------------------------------------------------------------------------------------------------- */

static void print_failures(const struct cli *cli, const struct paper *paper, const hs_suite *suite) {
    char line[LINE];
    for (int32_t i = 0; i < hs_suite_count(suite); i++) {
        const hs_case *one = hs_suite_case(suite, i);
        if (one->passed) continue;
        paper_text(paper, 0, say(cli, "不符", "Failed"), one->id, TONE_BAD);
        for (int32_t d = 0; d < one->count; d++) {
            const hs_mismatch *difference = &one->differences[d];
            snprintf(line, sizeof line, say(cli, "得到 %s，应为 %s", "found %s, wanted %s"),
                     difference->found == NULL ? say(cli, "（没有）", "(absent)") : difference->found, difference->wanted);
            paper_text(paper, 1, difference->path, line, TONE_PLAIN);
        }
    }
}

/* Prints the counts; how many failed. */
static int print_counts(const struct cli *cli, const hs_suite *suite) {
    int passed = 0, failed = 0, unconfirmed = 0;
    for (int32_t i = 0; i < hs_suite_count(suite); i++) {
        const hs_case *one = hs_suite_case(suite, i);
        passed += one->passed && !one->confirm;
        failed += !one->passed;
        unconfirmed += one->passed && one->confirm;
    }
    if (cli->format == FORMAT_JSON) return failed;
    printf(say(cli, "%d 个通过，%d 个不符", "%d passed, %d failed"), passed, failed);
    if (unconfirmed > 0) printf(say(cli, "，%d 个通过但没有人确认", ", %d pass and nobody has confirmed them"), unconfirmed);
    putchar('\n');
    return failed;
}

static const char *clause_of(const hs_measure *measure, const hs_limit *limit) {
    return measure != NULL ? measure->clause : limit != NULL ? limit->clause : "";
}

static const char *id_of(const hs_measure *measure, const hs_limit *limit) {
    return measure != NULL ? measure->id : limit != NULL ? limit->id : "";
}

static void print_coverage(const struct cli *cli, const struct paper *paper, const hs_suite *suite) {
    int32_t count, reached = 0;
    const hs_point *points = hs_suite_points(suite, &count);
    char line[LINE];
    for (int32_t i = 0; i < count; i++) reached += points[i].cases > 0;
    int32_t tenths = count == 0 ? 1000 : reached * 1000 / count; /* rounded down: 100 % is all of them */
    printf(say(cli, "到达 %d 处，共 %d 处（%d.%d%%）\n", "%d of %d parts reached (%d.%d%%)\n"), (int)reached, (int)count, (int)tenths / 10,
           (int)tenths % 10);
    for (int32_t i = 0; i < count && !cli->brief; i++) {
        const hs_point *point = &points[i];
        if (point->cases > 0) continue;
        snprintf(line, sizeof line, "%s %s%s%s%s%s", clause_of(point->measure, point->limit), id_of(point->measure, point->limit),
                 say(cli, "：", ": "), cli_text(cli, point->part), say(cli, "：", ": "), cli_text(cli, point->wanted));
        paper_text(paper, 0, say(cli, "没有案例", "No case"), line, TONE_OPEN);
    }
}

static void print_mutants(const struct cli *cli, const struct paper *paper, const hs_mutant *mutants, int32_t count) {
    int fates[3] = {0};
    char line[LINE];
    for (int32_t i = 0; i < count; i++) fates[mutants[i].fate]++;
    printf(say(cli, "改动 %d 处：案例发现 %d 处，检查器拒收 %d 处，没有发现 %d 处\n",
               "%d changes: %d noticed by a case, %d refused by the checker, %d unnoticed\n"),
           (int)count, fates[HS_KILLED], fates[HS_REFUSED], fates[HS_SURVIVED]);
    for (int32_t i = 0; i < count; i++) {
        const hs_mutant *mutant = &mutants[i];
        if (mutant->fate != HS_SURVIVED) continue;
        snprintf(line, sizeof line, "%s %s%s%s → %s", clause_of(mutant->measure, mutant->limit), cli_text(cli, mutant->part),
                 say(cli, "：", ": "), cli_text(cli, mutant->from), cli_text(cli, mutant->to));
        paper_text(paper, 0, mutant->name, line, TONE_OPEN);
    }
}

/* ---- Testing --------------------------------------------------------------------------------------------------------------------- */

static int print_boundaries(const struct cli *cli, hs_suite *suite) {
    hs_error error = {0};
    char *lines = NULL;
    int32_t without = 0;
    if (hs_suite_boundaries(suite, &lines, &without, &error) != HS_OK) return host_fail(cli, NULL, &error);
    fputs(lines, stdout);
    free(lines);
    fputs(say(cli, "huisuan: 期望是程序自己算的：请对照文件逐条确认，确认后删去 \"confirm\": true\n",
              "huisuan: the program worked out what these expect: hold each against the document, then remove \"confirm\": true\n"),
          stderr);
    if (without > 0)
        fprintf(stderr,
                say(cli, "huisuan: %d 项措施没有符合条件的案例，没有为它们生成\n",
                    "huisuan: %d measures have no case that finds them eligible, so none were made for them\n"),
                (int)without);
    return EXIT_OK;
}

static int report(const struct cli *cli, hs_suite *suite) {
    struct paper paper = paper_begin(cli);
    hs_error error = {0};
    const hs_mutant *mutants = NULL;
    int32_t count = 0, survived = 0;
    if (cli->mutate && hs_suite_mutate(suite, &mutants, &count, &error) != HS_OK) return host_fail(cli, NULL, &error);
    for (int32_t i = 0; i < count; i++) survived += mutants[i].fate == HS_SURVIVED;
    if (cli->format == FORMAT_JSON) {
        const char *json = hs_suite_json(suite, NULL);
        if (json == NULL) return EXIT_MEMORY;
        puts(json);
    } else {
        print_failures(cli, &paper, suite);
    }
    int failed = print_counts(cli, suite);
    if (cli->format != FORMAT_JSON) print_coverage(cli, &paper, suite);
    if (cli->format != FORMAT_JSON && cli->mutate) print_mutants(cli, &paper, mutants, count);
    return failed > 0 || (cli->strict && survived > 0) ? EXIT_RECORDS : EXIT_OK;
}

static int test(const struct cli *cli, const hs_engine *engine, int32_t index, const char *of) {
    hs_error error = {0};
    hs_suite *suite = NULL;
    hs_options options = host_options(cli);
    int code = EXIT_OK;
    if (hs_suite_new(&suite, engine, index, &options, &error) != HS_OK) return host_fail(cli, NULL, &error);
    for (int i = 1; code == EXIT_OK && i < cli->argument_count; i++) code = read_cases(cli, suite, cli->arguments[i]);
    if (cli->argument_count == 1) code = read_usual(cli, suite, of, hs_engine_policy(engine, index)->id);
    if (code == EXIT_OK && hs_suite_count(suite) == 0) code = host_usage(cli, "没有一个案例", "there is not a single case");
    if (code == EXIT_OK) code = cli->boundaries ? print_boundaries(cli, suite) : report(cli, suite);
    hs_suite_free(suite);
    return code;
}

int run_policy_test(const struct cli *cli, const char *of) {
    hs_engine *engine, *neighbours;
    int32_t index;
    int code = host_policy(cli, of, &engine, &neighbours, &index, NULL);
    if (code == EXIT_OK) code = test(cli, engine, index, of);
    hs_engine_free(engine);
    hs_engine_free(neighbours);
    return code;
}
