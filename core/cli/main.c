/* huisuan: what public subsidies an applicant can get, how much, why. */
#include "cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const hs_text usage = {
    "用法：huisuan <命令> [选项] …\n"
    "\n"
    "  assess FILE|-         评估一个申请主体（JSON 文件，- 为标准输入）\n"
    "  batch FILE|-          批量评估：一行一个申请主体（表格 CSV 或 JSON Lines），结果为 JSON Lines、表格或预算\n"
    "  ask [FILE]            问答：先问最值得弄清的，边答边算\n"
    "  sweep FILE|-          哪个数变到哪里，金额就变；用 --fact 看一个数的全部断点\n"
    "  compare FILE|-        各地并排比较\n"
    "  facts                 全部可填的事实：名称、类型、到哪里找\n"
    "  policy list           已装的政策\n"
    "  policy show ID        一份政策：每个条款是一项措施，或说明为何不产生补贴\n"
    "  policy check FILE|ID  检查一份政策：拒收的理由，和写得可疑的地方\n"
    "  policy test FILE|ID [CASES…]  用案例检验一份政策：是否相符，哪些规则没有案例到达\n"
    "  policy diff OLD NEW   两个版本（编号或插件文件）逐条对比；加 --applicants 看谁多得、谁少得\n"
    "  policy manifest FILE  为自己编译的插件生成清单\n"
    "  policy new ID [DIR]   新建一个地区：可以编译的 policy.c、案例、README.md、Makefile\n"
    "\n"
    "选项\n"
    "  --location CODE       评估地的行政区划代码，可重复，或用逗号分开（如 330206）\n"
    "  --as-of YYYY-MM-DD    评估日期，默认今天（北京时间）\n"
    "  --plugins DIR         插件目录，默认用随程序安装的\n"
    "  --format table|json|markdown|csv|svg（后两种只用于 sweep --fact，csv 还用于 policy diff --applicants）\n"
    "  --fact F              sweep：看哪个数，如 annual_revenue 或 overseas_sites[0].build_cost\n"
    "  --from N --to N       sweep：数的范围，默认从 0 到 1 万亿元\n"
    "  --set NAME=VALUE      假如政策的一个数改成这样，如 qingpu.rent.cap=800000，可重复；\n"
    "                        用于 assess、batch、ask、sweep、compare、policy diff（改新版），结果注明不是现行政策\n"
    "  --applicants FILE|-   policy diff：逐行评估申请主体（JSON Lines），旧版和新版各算一遍\n"
    "  --constants           policy show：列出文件定的全部数及其名称\n"
    "  --brief               不列理由\n"
    "  --strict              policy check：有一处可疑就以 1 退出；policy test --mutate：有一处改动没有发现就以 1 退出\n"
    "  --mutate              policy test：逐处改动政策，看案例能否发现\n"
    "  --boundaries          policy test：在每个界限上下生成案例（JSON Lines），供人确认\n"
    "  --document            policy show：把规则逐条写成文字，供对照文件审核签字\n"
    "  以下用于 batch：\n"
    "  --input csv|jsonl     输入是表格还是 JSON Lines，默认看文件名和开头\n"
    "  --encoding utf-8|gb18030  表格的编码，默认看开头\n"
    "  --list FACT=FILE      列表事实的表格（先编号，再各字段），可重复，如 overseas_sites=sites.csv\n"
    "  --format json|csv|xlsx  结果：JSON Lines（默认）、表格、工作簿（要有 --output）\n"
    "  --output FILE|-       写到文件；写完才出现\n"
    "  --summary             预算：各地各项措施多少家符合、待定，下限和上限，哪些主体使合计不能确定\n"
    "  --envelope YUAN       与 --summary 一起：预算够不够，哪些措施单独就超出\n"
    "  --jobs N              用 N 个线程，结果不变\n"
    "  --resume              被中断后接着写 --output（输入、选项、政策都没有变）\n"
    "  --strict              遇到被拒绝的行就停，不留结果文件\n"
    "  --lang zh|en          语言，默认看 LANG\n"
    "  --color auto|always|never\n"
    "  --help  --version\n"
    "\n"
    "退出码：0 成功，1 部分记录被拒绝、案例不符或 --strict 有发现，2 用法错误，3 输入有误，4 结果写不出，5 插件被拒绝，6 内部错误\n",
    "Usage: huisuan <command> [options] ...\n"
    "\n"
    "  assess FILE|-         assess one applicant (a JSON file, - for standard input)\n"
    "  batch FILE|-          many applicants, one on each line (CSV or JSON Lines), to JSON Lines, tables or a budget\n"
    "  ask [FILE]            an interview, the question worth most first, the result after each answer\n"
    "  sweep FILE|-          at which figure the money turns; --fact shows all breakpoints of one\n"
    "  compare FILE|-        the places side by side\n"
    "  facts                 all facts that can be stated: name, type, where to find them\n"
    "  policy list           the policies installed\n"
    "  policy show ID        one policy: each clause is a measure, or why it grants nothing\n"
    "  policy check FILE|ID  check a policy: why it is refused, and what looks wrong in it\n"
    "  policy test FILE|ID [CASES…]  hold a policy against cases: do they agree, which rules does no case reach\n"
    "  policy diff OLD NEW   two versions (ids or plugin files) clause by clause; with --applicants who gains and who loses\n"
    "  policy manifest FILE  make the manifest of a plugin that you compiled yourself\n"
    "  policy new ID [DIR]   a new region: a policy.c that compiles, cases, README.md, Makefile\n"
    "\n"
    "Options\n"
    "  --location CODE       code of the place to assess, repeated or joined by commas (like 330206)\n"
    "  --as-of YYYY-MM-DD    the date to assess as of; today in China if not given\n"
    "  --plugins DIR         the plugins directory; the installed one if not given\n"
    "  --format table|json|markdown|csv|svg (the last two for sweep --fact, csv also for policy diff --applicants)\n"
    "  --fact F              sweep: which figure, like annual_revenue or overseas_sites[0].build_cost\n"
    "  --from N --to N       sweep: its range, from 0 to a trillion yuan if not given\n"
    "  --set NAME=VALUE      what if a figure of a policy were this, like qingpu.rent.cap=800000; can be repeated;\n"
    "                        for assess, batch, ask, sweep, compare, policy diff (the later version), whose results say that it is not the "
    "policy in force\n"
    "  --applicants FILE|-   policy diff: assess the applicants (JSON Lines) under both versions\n"
    "  --constants           policy show: every figure that the document sets, with its name\n"
    "  --brief               leave out the reasons\n"
    "  --strict              policy check: exit with 1 on any finding; policy test --mutate: on any change unnoticed\n"
    "  --mutate              policy test: change the policy in one place after another; do the cases notice?\n"
    "  --boundaries          policy test: write cases at and beside every bound (JSON Lines) for a person to confirm\n"
    "  --document            policy show: the rules in prose, clause by clause, to be checked and signed\n"
    "  For batch:\n"
    "  --input csv|jsonl     a table or JSON Lines; the file's name and its beginning decide if not given\n"
    "  --encoding utf-8|gb18030  of a table; its beginning decides if not given\n"
    "  --list FACT=FILE      the table of a list fact (id, then the fields); can be repeated, like overseas_sites=sites.csv\n"
    "  --format json|csv|xlsx  JSON Lines if not given, a table, a workbook (wants --output)\n"
    "  --output FILE|-       write a file, which appears only when complete\n"
    "  --summary             the budget: by place and measure how many are eligible or undetermined, low, high, and who spreads it\n"
    "  --envelope YUAN       with --summary: is it enough, and which measures alone go beyond it?\n"
    "  --jobs N              use N threads; the output stays the same\n"
    "  --resume              go on with --output after a kill (input, options and policies unchanged)\n"
    "  --strict              stop at a row that is refused and leave no file\n"
    "  --lang zh|en          the language; LANG decides if not given\n"
    "  --color auto|always|never\n"
    "  --help  --version\n"
    "\n"
    "Exit codes: 0 done, 1 some records refused, cases failed or findings with --strict, 2 wrong usage, 3 bad input, 4 output failed, 5 "
    "plugin refused, "
    "6 internal error\n",
};

static const struct command {
    const char *name;
    int (*run)(const struct cli *);
    bool draws;    /* also csv and svg */
    bool assesses; /* takes --set */
} commands[] = {{"assess", run_assess, false, true}, {"batch", run_batch, false, true},     {"ask", run_ask, false, true},
                {"sweep", run_sweep, true, true},    {"compare", run_compare, false, true}, {"facts", run_facts, false, false},
                {"policy", run_policy, true, true}};

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
    OPTION_LIST,
    OPTION_OUTPUT,
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
    {"list", required_argument, NULL, OPTION_LIST},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"summary", no_argument, NULL, OPTION_SUMMARY},
    {"envelope", required_argument, NULL, OPTION_ENVELOPE},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"resume", no_argument, NULL, OPTION_RESUME},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

/* FACT=FILE, cut in two in place. */
static bool add_list(struct cli *cli, char *text) {
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

/* The options that only a batch has. */
static int take_batch_option(struct cli *cli, int id) {
    const int64_t envelope_most = INT64_C(10000000000000000);
    int64_t number;
    switch (id) {
    case OPTION_INPUT:
        cli->input = optarg;
        return one_of(optarg, "csv|jsonl") >= 0 ? -1 : host_usage(cli, "--input 应为 csv 或 jsonl", "--input is csv or jsonl");
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
        choice = one_of(optarg, "table|json|markdown|csv|svg|xlsx");
        if (choice < 0)
            return host_usage(cli, "--format 应为 table、json、markdown、csv、svg 或 xlsx",
                              "--format is table, json, markdown, csv, svg or xlsx");
        cli->format = (enum format)choice;
        return -1;
    case OPTION_APPLICANTS: cli->applicants = optarg; return -1;
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
    bool batch = command->run == run_batch;
    bool of_batch = cli->input != NULL || cli->encoding != NULL || cli->list_count > 0 || cli->output != NULL || cli->summary ||
                    cli->envelope >= 0 || cli->jobs > 0 || cli->resume || cli->format == FORMAT_XLSX;
    if (of_batch && !batch)
        return host_usage(cli, "--input、--encoding、--list、--output、--summary、--envelope、--jobs、--resume 和 xlsx 只用于 batch",
                          "--input, --encoding, --list, --output, --summary, --envelope, --jobs, --resume and xlsx are for batch");
    if (cli->format > FORMAT_MARKDOWN && !command->draws && !batch)
        return host_usage(cli, "csv 和 svg 只用于 sweep，csv 还用于 batch 和 policy diff",
                          "csv and svg are for sweep, csv also for batch and policy diff");
    if (cli->setting_count > 0 && !command->assesses)
        return host_usage(cli, "--set 用于 assess、batch、ask、sweep、compare 和 policy diff",
                          "--set is for assess, batch, ask, sweep, compare and policy diff");
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
        fputs(cli_text(&cli, usage), stdout);
        return host_finish(&cli, EXIT_OK);
    }
    if (optind >= count) {
        fputs(cli_text(&cli, usage), stderr);
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
