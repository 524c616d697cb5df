/* An interview: the best question first, the running result after each answer, until nothing can change any more. */
#include "advice.h"
#include "answer.h"
#include "buffer.h"
#include "phrase.h"
#include "table.h"
#include "what_if.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TURNS_MAX = 2000, REASONS_SHOWN = 3 };

/* The document as it was before a turn, and what the turn was about. */
struct turn {
    char *document;
    hs_subject subject;
    bool passed; /* nobody knows, or no more than a range: not asked again */
};

struct interview {
    const struct cli *cli;
    struct paper paper;
    const hs_engine *engine;
    const char *file; /* to save to, or NULL */
    char *document;
    hs_assessment *assessment;
    struct turn turns[TURNS_MAX];
    int turn_count;
    char *line; /* as typed */
    size_t capacity;
    bool over, saved, unwritten; /* unwritten: what was to be saved last could not be */
    int failed;                  /* errno of standard input */
};

/* ---- Talking ----------------------------------------------------------------------------------------------------------------------- */

/* A line as typed, without blanks around it; NULL at the end of the input. */
static char *listen(struct interview *in, const char *prompt) {
    printf("%s", prompt);
    fflush(stdout);
    ssize_t length = getline(&in->line, &in->capacity, stdin);
    if (length < 0) {
        putchar('\n');
        if (in->failed == 0 && feof(stdin) == 0) in->failed = errno; /* memory for the line too */
        return NULL;
    }
    char *text = in->line, *end = in->line + length;
    while (end > text && (end[-1] == '\n' || end[-1] == '\r' || end[-1] == ' ')) *--end = '\0';
    while (*text == ' ') text++;
    if (isatty(STDIN_FILENO) != 1) puts(text); /* nobody typed it: a transcript shows it all the same */
    return text;
}

static bool reassess(struct interview *in) {
    hs_error error = {0};
    hs_options options = host_options(in->cli);
    hs_assessment *assessment = NULL;
    options.brief = 0;
    int status = hs_assess(&assessment, in->engine, in->document, strlen(in->document), &options, &error);
    if (status != HS_OK) {
        printf("  %s%s%s\n", error.path, error.path[0] == '\0' ? "" : ": ", say(in->cli, error.zh, error.en));
        return false;
    }
    hs_assessment_free(in->assessment);
    in->assessment = assessment;
    return true;
}

static int32_t open_measures(const hs_place_result *place) {
    int32_t count = 0;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++)
            count += place->policies[p].measures[m].missing_count > 0;
    return count;
}

static void print_running(const struct interview *in) {
    const struct cli *cli = in->cli;
    const hs_result *result = hs_assessment_result(in->assessment);
    for (int32_t i = 0; i < result->count; i++) {
        char line[LINE] = "", open[64];
        const hs_place_result *place = &result->places[i];
        phrase_add(line, place->name.zh == NULL ? place->adcode : cli_text(cli, place->name));
        phrase_add(line, say(cli, "：评估年度预计 ", ": expected for the year assessed "));
        phrase_money(cli, line, place->total);
        phrase_add(line, say(cli, "，其中可确定 ", ", of this certain "));
        phrase_money(cli, line, (hs_interval){place->certain, place->certain});
        snprintf(open, sizeof open, say(cli, "；还有 %d 项措施未定", "; %d measures are still open"), (int)open_measures(place));
        if (open_measures(place) > 0) phrase_add(line, open);
        paper_text(&in->paper, 0, "=", line, TONE_GOOD);
    }
    for (int32_t i = 0; i < result->warning_count; i++)
        paper_text(&in->paper, 0, say(cli, "请核对", "Please check"), cli_text(cli, result->warnings[i].text), TONE_BAD);
    paper_gap(&in->paper);
}

/* ---- A question -------------------------------------------------------------------------------------------------------------------- */

static bool was_passed(const struct interview *in, hs_subject subject) {
    char asked[128], name[128];
    hs_subject_text(name, sizeof name, subject);
    for (int i = 0; i < in->turn_count; i++)
        if (in->turns[i].passed && strcmp(hs_subject_text(asked, sizeof asked, in->turns[i].subject), name) == 0) return true;
    return false;
}

static const hs_measure_result *find(const hs_result *result, const char *id, const hs_policy_result **policy) {
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            for (int32_t m = 0; m < result->places[i].policies[p].count; m++)
                if (strcmp(result->places[i].policies[p].measures[m].id, id) == 0) {
                    *policy = &result->places[i].policies[p];
                    return &result->places[i].policies[p].measures[m];
                }
    return NULL;
}

/* Whether a measure that waits for the fact can still be paid: its policy is not out of force. */
static bool is_worth_asking(const struct interview *in, const hs_question *question) {
    for (int32_t i = 0; i < question->measure_count; i++) {
        const hs_policy_result *policy = NULL;
        find(hs_assessment_result(in->assessment), question->measures[i], &policy);
        if (policy->in_force != HS_FALSE) return true;
    }
    return false;
}

static const hs_question *next_question(const struct interview *in, int32_t *left) {
    const hs_result *result = hs_assessment_result(in->assessment);
    const hs_question *next = NULL;
    *left = 0;
    for (int32_t i = 0; i < result->question_count; i++) {
        if (was_passed(in, result->questions[i].subject) || !is_worth_asking(in, &result->questions[i])) continue;
        if (next == NULL) next = &result->questions[i];
        ++*left;
    }
    return next;
}

/* Why it is asked: the measures that wait for it, with their clauses. */
static void print_purpose(const struct interview *in, const hs_question *question) {
    const struct cli *cli = in->cli;
    char line[LINE] = "", count[64];
    for (int32_t i = 0; i < question->measure_count && i < REASONS_SHOWN; i++) {
        const hs_policy_result *policy = NULL;
        const hs_measure_result *result = find(hs_assessment_result(in->assessment), question->measures[i], &policy);
        if (i > 0) phrase_add(line, say(cli, "、", ", "));
        phrase_add(line, cli_text(cli, result->measure->title));
        phrase_add(line, say(cli, "（", " ("));
        phrase_add(line, cli_text(cli, policy->policy->name));
        phrase_add(line, " ");
        phrase_add(line, result->measure->clause);
        phrase_add(line, say(cli, "）", ")"));
    }
    if (question->measure_count > REASONS_SHOWN) {
        snprintf(count, sizeof count, say(cli, "等 %d 项措施", " and others, %d measures in all"), (int)question->measure_count);
        phrase_add(line, count);
    }
    if (question->at_stake == HS_UNBOUNDED) phrase_add(line, say(cli, "，涉及没有上限的金额", "; at stake: money without upper limit"));
    if (question->at_stake > 0 && question->at_stake != HS_UNBOUNDED) {
        phrase_add(line, say(cli, "，涉及 ", "; at stake: "));
        phrase_money(cli, line, (hs_interval){question->at_stake, question->at_stake});
    }
    paper_text(&in->paper, 1, say(cli, "为什么问", "Why"), line, TONE_FAINT);
}

static void print_options(const struct interview *in, const hs_question *question) {
    const struct cli *cli = in->cli;
    const hs_fact *fact = question->subject.fact;
    char line[LINE], number[16];
    for (int32_t v = 0; v < fact->value_count; v++) {
        snprintf(number, sizeof number, "%d", (int)v + 1);
        paper_text(&in->paper, 1, number, cli_text(cli, fact->values[v].label), TONE_PLAIN);
    }
    for (int32_t i = 0; question->threshold_count > 0 && i <= question->threshold_count; i++) {
        line[0] = '\0';
        snprintf(number, sizeof number, "#%d", (int)i + 1);
        phrase_figure(cli, line, hs_question_band(question, i), fact->type, fact);
        paper_text(&in->paper, 1, number, line, TONE_PLAIN);
    }
}

static void print_how(const struct interview *in, const hs_fact *fact) {
    static const hs_text how[] = {
        [HS_TRUTH] = {"填 是 或 否", "Answer y or n"},
        [HS_MONEY] = {"填金额（元），如 2600万；大概的数可填区间，如 300万-500万，或档号",
                      "Answer in yuan; a range like 3000000-5000000 or the number of a band will do"},
        [HS_USD] = {"填金额（美元）；大概的数可填区间，如 30万-50万，或档号",
                    "Answer in US dollars; a range or the number of a band will do"},
        [HS_COUNT] = {"填整数；大概的数可填区间，如 3-5，或档号",
                      "Answer with a whole number; a range like 3-5 or the number of a band will do"},
        [HS_PERCENTAGE] = {"填百分数，如 80", "Answer in percent, like 80"},
        [HS_CHOICE] = {"填一个号码", "Answer with one number"},
        [HS_CHOICES] = {"填号码，几项用逗号分开，都没有填 0", "Answer with numbers joined by commas, 0 for none"},
        [HS_LIST] = {"填有几条，没有填 0；每条的情况随后再问", "How many are there? 0 for none; each is asked about next"},
    };
    paper_text(&in->paper, 1, "", cli_text(in->cli, how[fact->type]), TONE_FAINT);
}

static void print_question(const struct interview *in, const hs_question *question, int32_t left) {
    const struct cli *cli = in->cli;
    const hs_fact *fact = question->subject.fact;
    char line[LINE] = "", count[128];
    phrase_subject(cli, line, question->subject);
    snprintf(count, sizeof count, say(cli, "第 %d 问，还有约 %d 问", "question %d, about %d left"), in->turn_count + 1, (int)left);
    paper_figure(&in->paper, 0, line, count, TONE_OPEN);
    if (fact->hint.zh != NULL) paper_text(&in->paper, 1, say(cli, "到哪里找", "Where"), cli_text(cli, fact->hint), TONE_FAINT);
    print_purpose(in, question);
    print_options(in, question);
    print_how(in, fact);
}

/* ---- Turns ------------------------------------------------------------------------------------------------------------------------- */

static void save(struct interview *in, const char *name) {
    const char *path = name != NULL ? name : in->file != NULL ? in->file : "huisuan.json";
    in->saved = host_write(in->cli, path, in->document) == EXIT_OK;
    in->unwritten = !in->saved;
    if (in->saved) printf("  %s%s\n", say(in->cli, "已保存到 ", "Saved to "), path);
}

static void go_back(struct interview *in) {
    if (in->turn_count == 0) return;
    struct turn *turn = &in->turns[--in->turn_count];
    free(in->document);
    in->document = turn->document;
    in->saved = false;
    if (reassess(in)) print_running(in);
}

/* Keeps the document of before, so that the turn can be taken back. */
static bool take_turn(struct interview *in, hs_subject subject, bool passed, char *document) {
    struct turn *turn = &in->turns[in->turn_count];
    char *before = in->document;
    in->document = document;
    if (!reassess(in)) {
        in->document = before;
        free(document);
        return false;
    }
    *turn = (struct turn){before, subject, passed};
    in->turn_count++;
    in->saved = false;
    return true;
}

static void take_answer(struct interview *in, const hs_question *question, char *text) {
    char json[ANSWER_MAX], *document = NULL;
    hs_error error = {0};
    hs_subject subject = question->subject;
    if (!answer_read(in->cli, json, question, text)) return;
    if (hs_document_set(&document, in->document, strlen(in->document), subject, json, &error) != HS_OK) {
        printf("  %s\n", say(in->cli, error.zh, error.en));
        return;
    }
    if (take_turn(in, subject, json[0] == '{', document)) print_running(in);
}

static bool is_pass(const char *text) {
    return text[0] == '\0' || strcmp(text, "?") == 0 || strcmp(text, "？") == 0 || strcmp(text, "不清楚") == 0 ||
           strcmp(text, "不知道") == 0;
}

/* An answer that is no file name. */
static bool is_no(const char *text) {
    static const char *const words[] = {"否", "不", "n", "N", "no", "q"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(text, words[i]) == 0) return true;
    return false;
}

static void take_line(struct interview *in, const hs_question *question, char *text) {
    if (text == NULL || strcmp(text, "q") == 0) {
        in->over = true;
    } else if (strcmp(text, "b") == 0) {
        go_back(in);
    } else if (text[0] == 's' && (text[1] == '\0' || text[1] == ' ')) {
        save(in, text[1] == '\0' ? NULL : text + 2);
    } else if (is_pass(text)) {
        char *copy = strdup(in->document);
        if (copy == NULL)
            printf("  %s\n", say(in->cli, "内存不足", "out of memory"));
        else if (take_turn(in, question->subject, true, copy))
            paper_gap(&in->paper);
    } else {
        take_answer(in, question, text);
    }
}

static bool any_passed(const struct interview *in) {
    for (int i = 0; i < in->turn_count; i++)
        if (in->turns[i].passed) return true;
    return false;
}

/* Policies out of force are in no total, and nothing is asked for them. */
static void print_force(const struct interview *in) {
    const struct cli *cli = in->cli;
    const hs_result *result = hs_assessment_result(in->assessment);
    char line[LINE];
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++) {
            const hs_policy_result *policy = &result->places[i].policies[p];
            snprintf(line, sizeof line,
                     say(cli, "%s的政策在评估日期不生效，不计入合计，也不问",
                         "the policy of %s is not in force on the date assessed: it is in no total and not asked about"),
                     cli_text(cli, policy->policy->name));
            if (policy->in_force == HS_FALSE) paper_text(&in->paper, 0, "!", line, TONE_BAD);
        }
}

static void interview(struct interview *in) {
    const struct cli *cli = in->cli;
    int32_t left;
    int shown = -1;
    printf("%s\n\n", say(cli, "每问一行。回车或“不清楚”跳过，b 退回上一问，s 保存，q 结束。",
                         "One line for each answer. Return passes, b goes back, s saves, q ends."));
    what_if_print(&in->paper, hs_assessment_result(in->assessment)->overlay, hs_assessment_result(in->assessment)->overlay_count);
    print_force(in);
    print_running(in);
    for (const hs_question *question; !in->over && (question = next_question(in, &left)) != NULL && in->turn_count < TURNS_MAX;) {
        if (shown != in->turn_count) print_question(in, question, left); /* not again after a slip */
        shown = in->turn_count;
        take_line(in, question, listen(in, "> "));
    }
    if (!in->over)
        printf("%s\n\n",
               !any_passed(in)
                   ? say(cli, "问完了：再填什么也不会改变结果。", "Done: nothing that could still be stated would change the result.")
                   : say(cli, "剩下的都不清楚，先按已知的计算。", "The rest is not known; this is what the known facts give."));
    table_print(cli, hs_assessment_result(in->assessment));
    if (in->turn_count == 0 || in->saved) return;
    const char *name = listen(in, say(cli, "保存到（回车不保存）：", "Save to (return: do not save): "));
    if (name != NULL && !is_pass(name) && !is_no(name)) save(in, name);
}

/* ---- The beginning ----------------------------------------------------------------------------------------------------------------- */

/* The places that have a policy, one to choose; NULL where it is over. */
static const char *ask_place(struct interview *in) {
    const struct cli *cli = in->cli;
    printf("%s\n", say(cli, "在哪里申请？", "Where do you apply?"));
    for (int32_t i = 0; i < hs_engine_policy_count(in->engine); i++) {
        const hs_policy *policy = hs_engine_policy(in->engine, i);
        char number[16], line[LINE];
        snprintf(number, sizeof number, "%d", (int)i + 1);
        snprintf(line, sizeof line, say(cli, "%s（%s）", "%s (%s)"), cli_text(cli, policy->name), policy->adcode);
        paper_text(&in->paper, 1, number, line, TONE_PLAIN);
    }
    for (;;) {
        char *text = listen(in, "> ");
        if ((in->over = text == NULL || strcmp(text, "q") == 0)) return NULL;
        int number = atoi(answer_narrow(text));
        if (number >= 1 && number <= hs_engine_policy_count(in->engine)) return hs_engine_policy(in->engine, number - 1)->adcode;
        for (int32_t i = 0; i < hs_engine_policy_count(in->engine); i++)
            if (strcmp(hs_engine_policy(in->engine, i)->adcode, text) == 0) return text;
        printf("  %s\n", say(cli, "请填上面的号码", "Answer with one of the numbers above."));
    }
}

/* A new document for the place and the day asked about; NULL where it is over or memory has run out. */
static char *begin_document(struct interview *in) {
    const struct cli *cli = in->cli;
    char day[HS_DATE_TEXT];
    struct buffer document = {0};
    const char *place = cli->location_count > 0 ? cli->locations[0] : ask_place(in);
    if (place == NULL) return NULL;
    buffer_text(&document, "{\"as_of\": \"");
    buffer_text(&document, hs_date_text(day, cli->as_of.year != 0 ? cli->as_of : host_today()));
    buffer_text(&document, "\", \"locations\": [\"");
    buffer_text(&document, place);
    for (int32_t i = 1; i < cli->location_count; i++) buffer_text(&document, "\", \""), buffer_text(&document, cli->locations[i]);
    buffer_add(&document, "\"], \"facts\": {}}", sizeof "\"], \"facts\": {}}");
    if (document.failed) buffer_free(&document);
    return document.data;
}

/* The document to begin with, assessed; an exit code. */
static int open_document(struct interview *in) {
    hs_error error = {0};
    hs_options options = host_options(in->cli);
    size_t length = 0;
    char *text = in->file == NULL ? begin_document(in) : host_read(in->cli, in->file, &length);
    if (text == NULL) return in->file != NULL ? EXIT_INPUT : in->over ? EXIT_OK : EXIT_MEMORY;
    if (in->file == NULL) length = strlen(text);
    options.brief = 0;
    int status = hs_assess(&in->assessment, in->engine, text, length, &options, &error);
    in->document = status == HS_OK ? strndup(text, length) : NULL; /* it was read: there is no NUL in it */
    free(text);
    if (status != HS_OK) return host_fail(in->cli, in->file == NULL ? "-" : in->file, &error);
    return in->document == NULL ? EXIT_MEMORY : EXIT_OK;
}

int run_ask(const struct cli *cli) {
    int code;
    if (cli->argument_count > 1 || (cli->argument_count == 1 && strcmp(cli->arguments[0], "-") == 0))
        return host_usage(cli, "ask 最多要一个文件，回答从标准输入读", "ask takes at most one file; the answers come from standard input");
    hs_engine *engine = host_engine(cli, &code);
    if (engine == NULL) return code;
    struct interview *in = calloc(1, sizeof *in);
    code = EXIT_MEMORY;
    if (in != NULL) {
        *in = (struct interview){.cli = cli, .paper = paper_begin(cli), .engine = engine, .file = cli->arguments[0]}; /* NULL: none */
        code = open_document(in);
        if (code == EXIT_OK && !in->over) interview(in);
        if (code == EXIT_OK && in->unwritten) code = EXIT_OUTPUT;
        if (in->failed != 0) code = host_fail_file(cli, "-", in->failed);
        for (int i = 0; i < in->turn_count; i++) free(in->turns[i].document);
        hs_assessment_free(in->assessment);
        free(in->document);
        free(in->line);
        free(in);
    }
    hs_engine_free(engine);
    return code;
}
