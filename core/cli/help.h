/* What --help prints, and what is said of an option in the wrong place. */
#ifndef HELP_H
#define HELP_H

#include "options.h"

#include <stdio.h>

/* The usage of one command with its options; of the program where it is NULL. */
void help_print(FILE *out, enum hs_language language, const struct command *command);

/* Says that there is no such option, or where `id` is one, that it wants a value or takes none; returns EXIT_USAGE. */
int help_stray(const struct cli *cli, const char *word, int id);

/* Says that there is no such command; returns EXIT_USAGE. */
int help_no_command(const struct cli *cli, const char *word);

/* Says which commands take an option, and what this one takes; returns EXIT_USAGE. */
int help_refuse(const struct cli *cli, const char *name, const struct command *command);

/* Says which words an option takes; returns EXIT_USAGE. */
int help_choices(const struct cli *cli, const struct option_line *line);

#endif
