#include "help.h"

#include <string.h>

enum { LEFT = 24, WORD = 64, LINE = 1024 };

static const char *of(enum hs_language language, const char *zh, const char *en) { return language == HS_ZH ? zh : en; }

/* ---- --help ---------------------------------------------------------------------------------------------------------------------- */

/* A word on the left and what it means on the right, below it where the word is long; each line of the text under the one before. */
static void print_entry(FILE *out, const char *left, const char *text) {
    int at = fprintf(out, "  %s", left);
    if (at + 2 > LEFT) at = 0, fputc('\n', out);
    for (const char *end; *text != '\0'; text = *end == '\0' ? end : end + 1, at = 0) {
        end = text + strcspn(text, "\n");
        fprintf(out, "%*s%.*s\n", LEFT - at, "", (int)(end - text), text);
    }
}

static void print_options(FILE *out, enum hs_language language, const struct command *command) {
    fprintf(out, "%s\n", of(language, "选项", "Options"));
    for (int i = 0; i < OPTION_LINES; i++) {
        const struct option_line *line = &option_lines[i];
        char left[WORD];
        if (option_find(line->name, command) != line) continue;
        snprintf(left, sizeof left, "--%s%s%s", line->name, line->takes == NULL ? "" : " ", line->takes == NULL ? "" : line->takes);
        print_entry(out, left, of(language, line->does.zh, line->does.en));
    }
}

static void print_commands(FILE *out, enum hs_language language) {
    for (int i = 0; i < COMMANDS; i++) {
        char left[WORD];
        snprintf(left, sizeof left, "%s%s%s", commands[i].name, commands[i].takes[0] == '\0' ? "" : " ", commands[i].takes);
        print_entry(out, left, of(language, commands[i].does.zh, commands[i].does.en));
    }
}

void help_print(FILE *out, enum hs_language language, const struct command *command) {
    const char *usage = of(language, "用法：", "Usage: ");
    if (command != NULL) {
        const char *does = of(language, command->does.zh, command->does.en);
        fprintf(out, of(language, "%shuisuan %s%s%s [选项]\n\n", "%shuisuan %s%s%s [options]\n\n"), usage, command->name,
                command->takes[0] == '\0' ? "" : " ", command->takes);
        fprintf(out, "%s\n\n", does);
        print_options(out, language, command);
        return;
    }
    fprintf(out, of(language, "%shuisuan <命令> [选项]\n\n命令\n", "%shuisuan COMMAND [options]\n\nCommands\n"), usage);
    print_commands(out, language);
    fputc('\n', out);
    print_options(out, language, NULL);
    fputs(of(language,
             "\n"
             "各命令的选项见 huisuan <命令> --help，详见 man huisuan。\n"
             "退出码：0 成功，1 部分记录被拒绝、案例或重算不符或 --strict 有发现，2 用法错误，\n"
             "3 输入有误，4 结果写不出，5 插件被拒绝，6 内部错误\n",
             "\n"
             "The options of a command: huisuan COMMAND --help; all of it: man huisuan.\n"
             "Exit codes: 0 done, 1 some records refused, cases failed, a replay that differs\n"
             "or findings with --strict, 2 wrong usage, 3 bad input, 4 output failed,\n"
             "5 plugin refused, 6 internal error\n"),
          out);
}

/* ---- No option, no command ------------------------------------------------------------------------------------------------------- */

int help_stray(const struct cli *cli, const char *word, int id) {
    char zh[LINE], en[LINE];
    for (int i = 0; i < OPTION_LINES; i++) {
        if ((int)option_lines[i].id != id) continue;
        bool takes = option_lines[i].takes != NULL;
        snprintf(zh, sizeof zh, takes ? "--%s 后面缺少值 %s" : "--%s 不带值%.0s", option_lines[i].name, takes ? option_lines[i].takes : "");
        snprintf(en, sizeof en, takes ? "--%s wants %s behind it" : "--%s takes no value%.0s", option_lines[i].name,
                 takes ? option_lines[i].takes : "");
        return host_usage(cli, zh, en);
    }
    snprintf(zh, sizeof zh, "没有“%s”这个选项", word);
    snprintf(en, sizeof en, "there is no option \"%s\"", word);
    return host_usage(cli, zh, en);
}

int help_no_command(const struct cli *cli, const char *word) {
    char zh[LINE], en[LINE];
    snprintf(zh, sizeof zh, "没有“%s”这个命令", word);
    snprintf(en, sizeof en, "there is no command \"%s\"", word);
    return host_usage(cli, zh, en);
}

/* ---- An option in the wrong place ------------------------------------------------------------------------------------------------ */

/* Adds a word to an enumeration: "a", "a, b", "a, b and c". */
static void add(char text[LINE], const char *word, const char *between) {
    size_t length = strlen(text);
    snprintf(text + length, LINE - length, "%s%s", length == 0 ? "" : between, word);
}

int help_refuse(const struct cli *cli, const char *name, const struct command *command) {
    const char *comma = say(cli, "、", ", "), *last = NULL;
    char takers[LINE] = "", taken[LINE] = "", zh[3 * LINE], en[3 * LINE];
    for (int i = 0; i < COMMANDS; i++) {
        if (option_find(name, &commands[i]) == NULL) continue;
        if (last != NULL) add(takers, last, comma);
        last = commands[i].name;
    }
    if (last != NULL) add(takers, last, say(cli, "和 ", " and "));
    for (int i = 0; i < OPTION_LINES; i++) {
        char option[WORD];
        snprintf(option, sizeof option, "--%s", option_lines[i].name);
        if (option_find(option_lines[i].name, command) == &option_lines[i]) add(taken, option, comma);
    }
    if (last == NULL) snprintf(takers, sizeof takers, "%s", say(cli, "没有命令的 huisuan", "huisuan without a command"));
    const char *self = command == NULL ? say(cli, "没有命令的 huisuan", "huisuan without a command") : command->name;
    snprintf(zh, sizeof zh, "--%s 用于 %s；%s 的选项是 %s", name, takers, self, taken);
    snprintf(en, sizeof en, "--%s is for %s; %s takes %s", name, takers, self, taken);
    return host_usage(cli, zh, en);
}

int help_choices(const struct cli *cli, const struct option_line *line) {
    char words[LINE] = "", word[WORD], zh[2 * LINE], en[2 * LINE];
    for (const char *at = line->takes; *at != '\0';) {
        int size = (int)strcspn(at, "|");
        bool last = at[size] == '\0';
        snprintf(word, sizeof word, "%.*s", size, at);
        add(words, word, last ? say(cli, " 或 ", " or ") : say(cli, "、", ", "));
        at += size + !last;
    }
    snprintf(zh, sizeof zh, "--%s 应为 %s", line->name, words);
    snprintf(en, sizeof en, "--%s is %s", line->name, words);
    return host_usage(cli, zh, en);
}
