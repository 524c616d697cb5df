/* huisuan: what public subsidies an applicant can get, how much, why. */
#include "cli.h"
#include "help.h"
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* FACT=FILE, cut in two in place. */
static bool add_table(struct cli *cli, char *text) {
    char *equals = strchr(text, '=');
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

/* Takes in an option that has to be read; an exit code, or -1 to go on. */
static int read_option(struct cli *cli, enum option_id id, char *value) {
    const int64_t envelope_most = INT64_C(10000000000000000);
    int64_t number;
    switch (id) {
    case OPTION_LOCATION:
        return add_locations(cli, value) ? -1
                                         : host_usage(cli, "--location 重复或太多", "a --location stands twice, or there are too many");
    case OPTION_AS_OF:
        return hs_date_read(&cli->as_of, value)
                   ? -1
                   : host_usage(cli, "--as-of 应为存在的日期，如 2023-06-30", "--as-of wants a date like 2023-06-30");
    case OPTION_SET:
        return add_setting(cli, value) ? -1
                                       : host_usage(cli, "--set 应为 名称=数值，如 qingpu.rent.cap=800000，最多 64 个",
                                                    "--set wants NAME=VALUE, like qingpu.rent.cap=800000, at most 64 of them");
    case OPTION_TABLE:
        return add_table(cli, value) ? -1
                                     : host_usage(cli, "--list 应为 列表=文件，如 overseas_sites=sites.csv",
                                                  "--list wants FACT=FILE, like overseas_sites=sites.csv");
    case OPTION_ENVELOPE:
        number = read_digits(value, envelope_most);
        cli->envelope = number * 100;
        return number >= 0 ? -1 : host_usage(cli, "--envelope 应为整数元，如 5000000", "--envelope wants whole yuan, like 5000000");
    default: /* OPTION_JOBS */
        number = read_digits(value, 64);
        cli->jobs = (int)number;
        return number > 0 ? -1 : host_usage(cli, "--jobs 应为 1 到 64", "--jobs is 1 to 64");
    }
}

/* Takes in one option, whose value is one of its words if it has any; an exit code, or -1 to go on. */
static int take_option(struct cli *cli, enum option_id id, char *value) {
    switch (id) {
    case OPTION_PLUGINS: cli->plugins = value; return -1;
    case OPTION_FORMAT: cli->format = (enum format)(one_of(value, "table|json|markdown|csv|svg|html|xlsx") + FORMAT_TABLE); return -1;
    case OPTION_APPLICANTS: cli->applicants = value; return -1;
    case OPTION_TEMPLATE: cli->template = (enum template)(one_of(value, "xlsx|csv|json|schema") + TEMPLATE_XLSX); return -1;
    case OPTION_LIST: cli->list = value; return -1;
    case OPTION_OUTPUT: cli->output = value; return -1;
    case OPTION_FACT: cli->fact = value; return -1;
    case OPTION_FROM: cli->from = value; return -1;
    case OPTION_TO: cli->to = value; return -1;
    case OPTION_COLOR:
        if (strcmp(value, "auto") != 0) cli->color = strcmp(value, "always") == 0;
        return -1;
    case OPTION_CONSTANTS: cli->constants = true; return -1;
    case OPTION_BRIEF: cli->brief = true; return -1;
    case OPTION_STRICT: cli->strict = true; return -1;
    case OPTION_DOCUMENT: cli->document = true; return -1;
    case OPTION_MUTATE: cli->mutate = true; return -1;
    case OPTION_BOUNDARIES: cli->boundaries = true; return -1;
    case OPTION_INPUT: cli->input = value; return -1;
    case OPTION_ENCODING: cli->encoding = value; return -1;
    case OPTION_SUMMARY: cli->summary = true; return -1;
    case OPTION_RESUME: cli->resume = true; return -1;
    case OPTION_LANG:
    case OPTION_HELP:
    case OPTION_VERSION: return -1; /* known since the first look */
    default: return read_option(cli, id, value);
    }
}

/* ---- The command line ------------------------------------------------------------------------------------------------------------ */

/* What getopt_long wants: each name once. */
static void list_names(struct option names[OPTION_LINES + 1]) {
    int count = 0;
    for (int i = 0; i < OPTION_LINES; i++) {
        bool again = false;
        for (int k = 0; k < count && !again; k++) again = strcmp(names[k].name, option_lines[i].name) == 0;
        if (!again)
            names[count++] = (struct option){option_lines[i].name, option_lines[i].takes == NULL ? no_argument : required_argument, NULL,
                                             (int)option_lines[i].id};
    }
    names[count] = (struct option){NULL, 0, NULL, 0};
}

/* What is no option: the word without its value, and the id of the option that it is but for that, or 0. */
struct stray {
    char word[256];
    int id;
};

/* Of a long one that is unknown getopt says 0, else which it is; behind a single dash there are no options, and where it stands then differs
   from one C library to the next. */
static void note(struct stray *stray, int count, char **arguments) {
    const char *word = arguments[optind - 1];
    for (int i = count - 1; optopt != 0 && i > 0; i--)
        if (arguments[i][0] == '-' && arguments[i][1] != '-' && arguments[i][1] != '\0') word = arguments[i];
    snprintf(stray->word, sizeof stray->word, "%.*s", (int)strcspn(word, "="), word);
    stray->id = optopt >= OPTION_LOCATION ? optopt : 0;
}

/* Goes through all options for what is said before any is taken in: the language to say it in, --help and --version. The command stands
   behind them then. False where something is no option: the first such. */
static bool look(struct cli *cli, int count, char **arguments, const struct option *names, bool *version, struct stray *stray) {
    bool known = true;
    for (int id; (id = getopt_long(count, arguments, "", names, NULL)) != -1;) {
        if (id == '?' && known) note(stray, count, arguments);
        int language = id == OPTION_LANG ? one_of(optarg, "zh|en") : -1;
        if (language >= 0) cli->language = (enum hs_language)language;
        cli->help = cli->help || id == OPTION_HELP;
        *version = *version || id == OPTION_VERSION;
        known = known && id != '?';
    }
    return known;
}

/* Takes in all options of a command; an exit code, or -1 to go on. */
static int take_options(struct cli *cli, int count, char **arguments, const struct option *names, const struct command *command) {
    int code = -1, at;
    optind = 0; /* once more from the beginning */
    while (code < 0 && getopt_long(count, arguments, "", names, &at) != -1) {
        const struct option_line *line = option_find(names[at].name, command);
        if (line == NULL)
            code = help_refuse(cli, names[at].name, command);
        else if (option_chooses(line) && one_of(optarg, line->takes) < 0)
            code = help_choices(cli, line);
        else
            code = take_option(cli, line->id, optarg);
    }
    return code;
}

static int run(struct cli *cli, int count, char **arguments) {
    struct option names[OPTION_LINES + 1];
    bool version = false;
    int used = 0;
    struct stray stray = {"", 0};
    list_names(names);
    bool known = look(cli, count, arguments, names, &version, &stray);
    const struct command *command = command_find(arguments + optind, count - optind, &used);
    cli->command = command == NULL ? NULL : command->name;
    if (!known) return help_stray(cli, stray.word, stray.id);
    bool policy = command == NULL && optind < count && strcmp(arguments[optind], "policy") == 0;
    if (command == NULL && optind < count && !policy) return help_no_command(cli, arguments[optind]);
    if (cli->help) {
        help_print(stdout, cli->language, command);
        return EXIT_OK;
    }
    if (policy)
        return host_usage(cli, "policy 后面应为 list、show、check、test、diff、manifest 或 new",
                          "after policy, list, show, check, test, diff, manifest or new is wanted");
    int code = take_options(cli, count, arguments, names, command);
    if (code >= 0) return code;
    if (version) {
        printf("huisuan %s\n", HS_VERSION);
        return EXIT_OK;
    }
    if (command == NULL) {
        help_print(stderr, cli->language, NULL);
        return EXIT_USAGE;
    }
    cli->arguments = arguments + optind + used;
    cli->argument_count = count - optind - used;
    return command->run(cli);
}

int main(int count, char **arguments) {
    static char lines[BUFSIZ]; /* a message goes out whole, not byte by byte */
    const char *no_color = getenv("NO_COLOR");
    struct cli cli = {.envelope = -1,
                      .language = language_of_environment(),
                      .color = isatty(STDOUT_FILENO) == 1 && (no_color == NULL || no_color[0] == '\0')};
    opterr = 0;
    setvbuf(stderr, lines, _IOLBF, sizeof lines);
    return host_finish(&cli, run(&cli, count, arguments));
}
