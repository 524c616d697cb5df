/* huisuan policy diff: two versions of a region, clause by clause. */
#include "diff.h"

#include "paper.h"
#include "phrase.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- On paper -------------------------------------------------------------------------------------------------------------------- */

static int32_t index_of(const hs_engine *engine, const char *id) {
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++)
        if (strcmp(hs_engine_policy(engine, i)->id, id) == 0) return i;
    return -1;
}

static void print_version(const struct paper *paper, const char *label, const hs_engine *engine, const hs_policy *policy) {
    char line[LINE];
    snprintf(line, sizeof line, say(paper->cli, "%s，版本 %s，sha256 %.16s…", "%s, version %s, sha256 %.16s…"), policy->id, policy->version,
             hs_engine_policy_sha256(engine, index_of(engine, policy->id)));
    paper_text(paper, 0, label, line, TONE_FAINT);
}

static void print_heading(const struct paper *paper, const hs_policy *is, const hs_difference *of) {
    const struct cli *cli = paper->cli;
    char line[LINE] = "";
    switch ((enum hs_group)of->group) {
    case HS_OF_DOCUMENT: phrase_add(line, say(cli, "文件", "The document")); break;
    case HS_OF_CHECK: phrase_add(line, say(cli, "核对", "Checks")); break;
    case HS_OF_FACT: phrase_add(line, say(cli, "要填的事实", "The facts that it asks for")); break;
    case HS_OF_SILENCE: snprintf(line, sizeof line, say(cli, "%s 不产生待遇的条款", "%s grants nothing"), of->clause); break;
    default: snprintf(line, sizeof line, "%s %s (%s.%s)", of->clause, cli_text(cli, of->title), is->id, of->id); break;
    }
    paper_heading(paper, line);
}

static bool is_of_same(const hs_difference *x, const hs_difference *y) {
    if (x->group != y->group) return false;
    if (x->group == HS_OF_CHECK || x->group == HS_OF_FACT) return true;
    if (x->group == HS_OF_SILENCE) return strcmp(x->clause, y->clause) == 0;
    return x->group == HS_OF_DOCUMENT || strcmp(x->id, y->id) == 0;
}

/* False where memory ran out. */
static bool print_difference(const struct paper *paper, const hs_difference *difference) {
    static const enum paper_tone tones[] = {TONE_OPEN, TONE_GOOD, TONE_BAD};
    const struct cli *cli = paper->cli;
    const char *text = cli_text(cli, difference->text), *name = difference->name;
    size_t size = strlen(text) + LINE;
    char *line = malloc(size);
    if (line == NULL) return false;
    snprintf(line, size, say(cli, "%s%s%s%s", "%s%s%s%s"), text, name == NULL ? "" : say(cli, "（", " ("), name == NULL ? "" : name,
             name == NULL ? "" : say(cli, "）", ")"));
    paper_text(paper, 0, paper->markdown ? "" : "·", line, tones[difference->sign]);
    free(line);
    return true;
}

/* EXIT_OK, or EXIT_MEMORY. */
static int print_diff(const struct cli *cli, const struct versions *versions, const hs_diff *diff) {
    struct paper paper = paper_begin(cli);
    char line[LINE];
    if (hs_engine_overlay_count(versions->is_engine) > 0)
        what_if_print(&paper, hs_engine_overlay(versions->is_engine, 0), hs_engine_overlay_count(versions->is_engine));
    snprintf(line, sizeof line, say(cli, "%s：两个版本对比", "%s: two versions compared"), cli_text(cli, versions->is->name));
    paper_title(&paper, line);
    print_version(&paper, say(cli, "旧版", "Old"), versions->was_engine, versions->was);
    print_version(&paper, say(cli, "新版", "New"), versions->is_engine, versions->is);
    if (hs_diff_count(diff) == 0) paper_text(&paper, 0, "", say(cli, "两个版本没有差别。", "The two versions do not differ."), TONE_PLAIN);
    for (int32_t i = 0; i < hs_diff_count(diff); i++) {
        const hs_difference *difference = hs_diff_get(diff, i);
        if (i == 0 || !is_of_same(hs_diff_get(diff, i - 1), difference)) print_heading(&paper, versions->is, difference);
        if (!print_difference(&paper, difference)) return EXIT_MEMORY;
    }
    return EXIT_OK;
}

static int print_json(const struct cli *cli, const struct versions *versions, hs_diff *diff) {
    char *was = hs_diff_version_json(versions->was_engine, index_of(versions->was_engine, versions->was->id));
    char *is = hs_diff_version_json(versions->is_engine, index_of(versions->is_engine, versions->is->id));
    const char *differences = hs_diff_json(diff, NULL);
    int code = was == NULL || is == NULL || differences == NULL ? EXIT_MEMORY : EXIT_OK;
    if (code == EXIT_OK)
        printf("{\"contract\":%d,\"engine\":\"%s\",\"before\":%s,\"after\":%s,\"differences\":%s", HS_CONTRACT, HS_VERSION, was, is,
               differences);
    free(was);
    free(is);
    if (code == EXIT_OK && cli->applicants != NULL) code = effect_print(cli, versions);
    if (code < EXIT_INTERNAL) puts("}");
    return code;
}

static int report(const struct cli *cli, const struct versions *versions) {
    hs_error error = {0};
    hs_diff *diff = NULL;
    int code = EXIT_OK;
    if (cli->format == FORMAT_CSV) return effect_print(cli, versions);
    if (hs_diff_new(&diff, versions->was, versions->is, &error) != HS_OK) return host_fail(cli, NULL, &error);
    if (cli->format == FORMAT_JSON) {
        code = print_json(cli, versions, diff);
    } else {
        code = print_diff(cli, versions, diff);
        if (code == EXIT_OK && cli->applicants != NULL) code = effect_print(cli, versions);
    }
    hs_diff_free(diff);
    return code;
}

/* ---- Loading --------------------------------------------------------------------------------------------------------------------- */

/* One version alone: an installed policy by its id, or a plugin's file. */
static int load(const struct cli *cli, hs_engine **out, const hs_engine *installed, const char *of) {
    hs_error error = {0};
    int32_t index = installed == NULL ? -1 : index_of(installed, of);
    bool file = strpbrk(of, "/.") != NULL;
    if (!file && index < 0)
        return host_usage(cli, "没有这份政策，可用 huisuan policy list 查看；要比较文件，写出路径",
                          "there is no such policy; huisuan policy list shows them; for a file write its path");
    char *path = file ? host_absolute(cli, of) : NULL;
    if (file && path == NULL) return EXIT_PLUGIN;
    int status = hs_engine_new(out, &error);
    if (status == HS_OK && file) status = hs_engine_load_file(*out, path, &error);
    if (status == HS_OK && !file)
        status = hs_engine_add(*out, hs_engine_policy(installed, index), hs_engine_policy_file_sha256(installed, index), &error);
    free(path);
    return status == HS_OK ? EXIT_OK : host_fail(cli, NULL, &error);
}

/* What else is installed stands beside the version where it has a say at the place; of the rest, and of the other version, only the facts
   are known, so that documents may state them. */
static int settle_in(const struct cli *cli, hs_engine *engine, const struct versions *versions, const hs_engine *installed,
                     const hs_policy *other) {
    hs_error error = {0};
    int status = HS_OK;
    for (int pass = 0; pass < 2; pass++)
        for (int32_t i = 0; installed != NULL && status == HS_OK && i < hs_engine_policy_count(installed); i++) {
            const hs_policy *policy = hs_engine_policy(installed, i);
            bool version = strcmp(policy->id, versions->was->id) == 0 || strcmp(policy->id, versions->is->id) == 0;
            bool beside = !version && hs_policy_covers(policy, versions->place) != 0;
            if (beside && pass == 0) status = hs_engine_add(engine, policy, hs_engine_policy_file_sha256(installed, i), &error);
            if (!beside && pass == 1) status = hs_engine_learn(engine, policy, &error);
        }
    if (status == HS_OK) status = hs_engine_learn(engine, other, &error);
    return status == HS_OK ? EXIT_OK : host_fail(cli, NULL, &error);
}

static int choose_place(const struct cli *cli, struct versions *versions) {
    versions->place = cli->location_count == 1 ? cli->locations[0] : versions->is->adcode;
    bool covered = hs_policy_covers(versions->was, versions->place) != 0 && hs_policy_covers(versions->is, versions->place) != 0;
    if (cli->applicants == NULL || (covered && cli->location_count <= 1)) return EXIT_OK;
    return host_usage(cli, "两个版本要适用于同一个地方；--location 最多写一个，并要在那里",
                      "both versions must be of one place; --location can name one in it");
}

static int prepare(const struct cli *cli, struct versions *versions, const hs_engine *installed, const char *was, const char *is) {
    hs_error error = {0};
    int code = load(cli, &versions->was_engine, installed, was);
    if (code == EXIT_OK) code = load(cli, &versions->is_engine, installed, is);
    if (code != EXIT_OK) return code;
    int status = hs_engine_set_all(versions->is_engine, cli->settings, cli->setting_count, &error);
    if (status != HS_OK) return host_fail(cli, NULL, &error);
    versions->was = hs_engine_policy(versions->was_engine, 0);
    versions->is = hs_engine_policy(versions->is_engine, 0);
    code = choose_place(cli, versions);
    if (code == EXIT_OK && cli->applicants != NULL) code = settle_in(cli, versions->was_engine, versions, installed, versions->is);
    if (code == EXIT_OK && cli->applicants != NULL) code = settle_in(cli, versions->is_engine, versions, installed, versions->was);
    return code;
}

int run_policy_diff(const struct cli *cli, const char *was, const char *is) {
    if (cli->format == FORMAT_CSV && cli->applicants == NULL)
        return host_usage(cli, "policy diff 的 csv 要有 --applicants", "policy diff writes csv with --applicants");
    if (cli->applicants == NULL && (cli->location_count > 0 || cli->as_of.year != 0))
        return host_usage(cli, "--location 和 --as-of 要和 --applicants 一起用", "--location and --as-of go with --applicants");
    struct cli plain = *cli; /* --set is for the later version alone */
    plain.setting_count = 0;
    bool named = strpbrk(was, "/.") == NULL || strpbrk(is, "/.") == NULL;
    int code = EXIT_OK;
    hs_engine *installed = named || cli->plugins != NULL ? host_engine(&plain, &code) : host_neighbours(cli);
    struct versions versions = {0};
    if (code == EXIT_OK || installed != NULL) code = prepare(cli, &versions, installed, was, is);
    if (code == EXIT_OK) code = report(cli, &versions);
    hs_engine_free(versions.was_engine);
    hs_engine_free(versions.is_engine);
    hs_engine_free(installed);
    return code;
}
