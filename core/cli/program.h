/* What the program's surroundings decide: WebAssembly has its own (wasm/cli/program.c). */
#ifndef PROGRAM_H
#define PROGRAM_H

/* The directory of the plugins that belong to this program; NULL where there is none. Free it. */
char *program_plugins(void);

/* An absolute path for a path; NULL, with errno, where there is no such file. Free it. */
char *program_absolute(const char *path);

#endif
