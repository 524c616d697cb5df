/* The commands and their options, in one table: main.c reads the command line by it and refuses what a command does not take, --help prints
   it, and completion.bash reads that. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"

#include <stdint.h>

struct command {
    const char *name;  /* "assess", "policy list" */
    const char *takes; /* "FILE|-", or "" */
    hs_text does;      /* as in --help, of several lines perhaps */
    int (*run)(const struct cli *);
};

enum option_id {
    OPTION_LOCATION = 256,
    OPTION_AS_OF,
    OPTION_PLUGINS,
    OPTION_FORMAT,
    OPTION_FACT,
    OPTION_APPLICANTS,
    OPTION_TEMPLATE,
    OPTION_LIST,
    OPTION_TABLE,
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

/* An option as some commands take it; what it takes and means may be another thing for others, on a line of its own. */
struct option_line {
    const char *name;
    const char *takes; /* "FILE"; "zh|en" in small letters: one of these words; NULL: nothing */
    enum option_id id;
    uint32_t of; /* a bit for each command; OF_NONE for a line without a command */
    hs_text does;
};

enum { COMMANDS = 15, OPTION_LINES = 45 };

extern const struct command commands[COMMANDS];
extern const struct option_line option_lines[OPTION_LINES];

/* The command of the first words, of which `*used` belong to it; NULL for none. */
const struct command *command_find(char *const *words, int count, int *used);

/* The line of an option by its name, as this command takes it (NULL: without a command); NULL if it does not. */
const struct option_line *option_find(const char *name, const struct command *command);

/* Whether the option takes one of several words. */
bool option_chooses(const struct option_line *line);

#endif
