/* huisuan: what public subsidies an applicant can get, how much, why. */
#include "cli.h"
#include "usage.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command {
    const char *name;
    int (*run)(const struct cli *);
    bool draws;    /* also csv and svg */
    bool assesses; /* takes --set */
} commands[] = {{"assess", run_assess, false, true}, {"batch", run_batch, false, true},     {"ask", run_ask, false, true},
                {"sweep", run_sweep, true, true},    {"compare", run_compare, false, true}, {"review", run_review, false, true},
                {"verify", run_verify, false, true}, {"facts", run_facts, false, false},    {"policy", run_policy, true, true}};

/* Chinese unless the environment asks for another language. */
static enum hs_language language_of_environment(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value == NULL || value[0] == '\0') continue;
        return strncmp(value, "zh", 2) == 0 || value[0] == 'C' || strcmp(value, "POSIX") == 0 ? HS_ZH : HS_EN;
    }
    return HS_ZH;
}

/* The position of a word among the allowed ones, joined by |; -1 if it is none. */
static int one_of(const char *word, const char *allowed) {
    size_t length = strlen(word);
    for (int i = 0; *allowed != '\0'; i++) {
        size_t size = strcspn(allowed, "|");
        if (size == length && strncmp(allowed, word, size) == 0) return i;
        allowed += size + (allowed[size] == '|');
    }
    return -1;
}

static bool add_locations(struct cli *cli, char *text) {
    for (char *word = strtok(text, ","); word != NULL; word = strtok(NULL, ",")) {
        for (int32_t i = 0; i < cli->location_count; i++)
            if (strcmp(cli->locations[i], word) == 0) return false;
        if (cli->location_count == LOCATIONS_MAX) return false;
        cli->locations[cli->location_count++] = word;
    }
    return true;
}

/* NAME=VALUE, cut in two in place. */
static bool add_setting(struct cli *cli, char *text) {
    char *equals = strchr(text, '=');
    if (equals == NULL || equals == text || cli->setting_count == SETTINGS_MAX) return false;
    *equals = '\0';
    cli->settings[cli->setting_count++] = (hs_setting){text, equals + 1};
    return true;
}

enum option_id {
    OPTION_LOCATION = 256,
    OPTION_AS_OF,
    OPTION_PLUGINS,
    OPTION_FORMAT,
    OPTION_FACT,
    OPTION_APPLICANTS,
    OPTION_TEMPLATE,
    OPTION_LIST,
    OPTION_OUTPUT,
    OPTION_FROM,
    OPTION_TO,
    OPTION_LANG,
    OPTION_COLOR,
    OPTION_BRIEF,
    OPTION_SET,
    OPTION_CONSTANTS,
    OPTION_STRICT,
    OPTION_DOCUMENT,
    OPTION_MUTATE,
    OPTION_BOUNDARIES,
    OPTION_INPUT,
    OPTION_ENCODING,
    OPTION_SUMMARY,
    OPTION_ENVELOPE,
    OPTION_JOBS,
    OPTION_RESUME,
    OPTION_HELP,
    OPTION_VERSION
};

static const struct option options[] = {
    {"location", required_argument, NULL, OPTION_LOCATION},
    {"as-of", required_argument, NULL, OPTION_AS_OF},
    {"plugins", required_argument, NULL, OPTION_PLUGINS},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"applicants", required_argument, NULL, OPTION_APPLICANTS},
    {"template", required_argument, NULL, OPTION_TEMPLATE},
    {"list", required_argument, NULL, OPTION_LIST},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"fact", required_argument, NULL, OPTION_FACT},
    {"from", required_argument, NULL, OPTION_FROM},
    {"to", required_argument, NULL, OPTION_TO},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"set", required_argument, NULL, OPTION_SET},
    {"constants", no_argument, NULL, OPTION_CONSTANTS},
    {"brief", no_argument, NULL, OPTION_BRIEF},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"document", no_argument, NULL, OPTION_DOCUMENT},
    {"mutate", no_argument, NULL, OPTION_MUTATE},
    {"boundaries", no_argument, NULL, OPTION_BOUNDARIES},
    {"input", required_argument, NULL, OPTION_INPUT},
    {"encoding", required_argument, NULL, OPTION_ENCODING},
    {"summary", no_argument, NULL, OPTION_SUMMARY},
    {"envelope", required_argument, NULL, OPTION_ENVELOPE},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"resume", no_argument, NULL, OPTION_RESUME},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

/* FACT=FILE, cut in two in place; of `facts` the fact alone. */
static bool add_list(struct cli *cli, char *text) {
    char *equals = strchr(text, '=');
    if (equals == NULL && cli->list == NULL) return cli->list = text, true;
    if (equals == NULL || equals == text || equals[1] == '\0' || cli->list_count == LISTS_MAX) return false;
    *equals = '\0';
    cli->lists[cli->list_count++] = (hs_setting){text, equals + 1};
    return true;
}

/* Whole digits up to `most`; -1 where it is none. */
static int64_t read_digits(const char *text, int64_t most) {
    int64_t value = 0;
    if (*text == '\0') return -1;
    for (; *text >= '0' && *text <= '9' && value <= most; text++) value = 10 * value + (*text - '0');
    return *text != '\0' || value > most ? -1 : value;
}

/* The options that only a batch has. */
static int take_batch_option(struct cli *cli, int id) {
    const int64_t envelope_most = INT64_C(10000000000000000);
    int64_t number;
    switch (id) {
    case OPTION_INPUT:
        cli->input = optarg;
        return one_of(optarg, "csv|jsonl|rows") >= 0 ? -1
                                                     : host_usage(cli, "--input 应为 csv、jsonl 或 rows", "--input is csv, jsonl or rows");
    case OPTION_ENCODING:
        cli->encoding = optarg;
        return one_of(optarg, "utf-8|gb18030") >= 0 ? -1
                                                    : host_usage(cli, "--encoding 应为 utf-8 或 gb18030", "--encoding is utf-8 or gb18030");
    case OPTION_LIST:
        return add_list(cli, optarg) ? -1
                                     : host_usage(cli, "--list 应为 列表=文件，如 overseas_sites=sites.csv",
                                                  "--list wants FACT=FILE, like overseas_sites=sites.csv");
    case OPTION_OUTPUT: cli->output = optarg; return -1;
    case OPTION_SUMMARY: cli->summary = true; return -1;
    case OPTION_ENVELOPE:
        number = read_digits(optarg, envelope_most);
        cli->envelope = number * 100;
        return number >= 0 ? -1 : host_usage(cli, "--envelope 应为整数元，如 5000000", "--envelope wants whole yuan, like 5000000");
    case OPTION_JOBS:
        number = read_digits(optarg, 64);
        cli->jobs = (int)number;
        return number > 0 ? -1 : host_usage(cli, "--jobs 应为 1 到 64", "--jobs is 1 to 64");
    case OPTION_RESUME: cli->resume = true; return -1;
    default: return host_usage(cli, "没有这个选项，或缺少它的值", "there is no such option, or its value is missing");
    }
}

/* Takes one option in; an exit code, or -1 to go on. */
static int take_option(struct cli *cli, int id) {
    int choice = 0;
    switch (id) {
    case OPTION_LOCATION:
        return add_locations(cli, optarg) ? -1
                                          : host_usage(cli, "--location 重复或太多", "a --location stands twice, or there are too many");
    case OPTION_AS_OF:
        return hs_date_read(&cli->as_of, optarg)
                   ? -1
                   : host_usage(cli, "--as-of 应为存在的日期，如 2023-06-30", "--as-of wants a date like 2023-06-30");
    case OPTION_PLUGINS: cli->plugins = optarg; return -1;
    case OPTION_FORMAT:
        choice = one_of(optarg, "table|json|markdown|csv|svg|html|xlsx");
        if (choice < 0)
            return host_usage(cli, "--format 应为 table、json、markdown、csv、svg、html 或 xlsx",
                              "--format is table, json, markdown, csv, svg, html or xlsx");
        cli->format = (enum format)choice;
        return -1;
    case OPTION_APPLICANTS: cli->applicants = optarg; return -1;
    case OPTION_TEMPLATE:
        choice = one_of(optarg, "xlsx|csv|json|schema");
        if (choice < 0) return host_usage(cli, "--template 应为 xlsx、csv、json 或 schema", "--template is xlsx, csv, json or schema");
        cli->template = (enum template)(choice + TEMPLATE_XLSX);
        return -1;
    case OPTION_FACT: cli->fact = optarg; return -1;
    case OPTION_FROM: cli->from = optarg; return -1;
    case OPTION_TO: cli->to = optarg; return -1;
    case OPTION_LANG:
        choice = one_of(optarg, "zh|en");
        if (choice < 0) return host_usage(cli, "--lang 应为 zh 或 en", "--lang is zh or en");
        cli->language = (enum hs_language)choice;
        return -1;
    case OPTION_COLOR:
        choice = one_of(optarg, "auto|always|never");
        if (choice < 0) return host_usage(cli, "--color 应为 auto、always 或 never", "--color is auto, always or never");
        if (choice > 0) cli->color = choice == 1;
        return -1;
    case OPTION_SET:
        return add_setting(cli, optarg) ? -1
                                        : host_usage(cli, "--set 应为 名称=数值，如 qingpu.rent.cap=800000，最多 64 个",
                                                     "--set wants NAME=VALUE, like qingpu.rent.cap=800000, at most 64 of them");
    case OPTION_CONSTANTS: cli->constants = true; return -1;
    case OPTION_BRIEF: cli->brief = true; return -1;
    case OPTION_STRICT: cli->strict = true; return -1;
    case OPTION_DOCUMENT: cli->document = true; return -1;
    case OPTION_MUTATE: cli->mutate = true; return -1;
    case OPTION_BOUNDARIES: cli->boundaries = true; return -1;
    case OPTION_HELP: cli->help = true; return -1;
    case OPTION_VERSION: printf("huisuan %s\n", HS_VERSION); return host_finish(cli, EXIT_OK);
    default: return take_batch_option(cli, id);
    }
}

/* The options that a command does not have. */
static int check_command(const struct cli *cli, const struct command *command) {
    bool batch = command->run == run_batch, review = command->run == run_review, facts = command->run == run_facts;
    bool of_batch = cli->input != NULL || cli->encoding != NULL || cli->list_count > 0 || cli->summary || cli->envelope >= 0 ||
                    cli->jobs > 0 || cli->resume || cli->format == FORMAT_XLSX;
    if (of_batch && !batch)
        return host_usage(cli, "--input、--encoding、--list FACT=FILE、--summary、--envelope、--jobs、--resume 和 xlsx 只用于 batch",
                          "--input, --encoding, --list FACT=FILE, --summary, --envelope, --jobs, --resume and xlsx are for batch");
    if (cli->list != NULL && !facts)
        return host_usage(cli, "--list 应为 列表=文件，如 overseas_sites=sites.csv",
                          "--list wants FACT=FILE, like overseas_sites=sites.csv");
    if (cli->output != NULL && !batch && !review && !facts)
        return host_usage(cli, "--output 用于 batch、review 和 facts --template", "--output is for batch, review and facts --template");
    if (cli->format == FORMAT_HTML && !review) return host_usage(cli, "html 只用于 review", "html is for review");
    if ((cli->format == FORMAT_CSV || cli->format == FORMAT_SVG) && !command->draws && !batch)
        return host_usage(cli, "csv 和 svg 只用于 sweep，csv 还用于 batch 和 policy diff",
                          "csv and svg are for sweep, csv also for batch and policy diff");
    if (cli->setting_count > 0 && !command->assesses)
        return host_usage(cli, "--set 用于 assess、batch、ask、sweep、compare、review、verify 和 policy diff",
                          "--set is for assess, batch, ask, sweep, compare, review, verify and policy diff");
    return EXIT_OK;
}

int main(int count, char **arguments) {
    const char *no_color = getenv("NO_COLOR");
    struct cli cli = {.envelope = -1,
                      .language = language_of_environment(),
                      .color = isatty(STDOUT_FILENO) == 1 && (no_color == NULL || no_color[0] == '\0')};
    opterr = 0;
    for (int id; (id = getopt_long(count, arguments, "", options, NULL)) != -1;) {
        int code = take_option(&cli, id);
        if (code >= 0) return code;
    }
    if (cli.help) {
        usage_print(stdout, cli.language);
        return host_finish(&cli, EXIT_OK);
    }
    if (optind >= count) {
        usage_print(stderr, cli.language);
        return EXIT_USAGE;
    }
    const char *name = arguments[optind];
    cli.arguments = arguments + optind + 1;
    cli.argument_count = count - optind - 1;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(commands[i].name, name) == 0) {
            int code = check_command(&cli, &commands[i]);
            if (code != EXIT_OK) return code;
            return host_finish(&cli, commands[i].run(&cli));
        }
    return host_usage(&cli, "没有这个命令", "there is no such command");
}
