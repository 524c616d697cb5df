/* The plugins in a directory. */
#ifndef DIRECTORY_H
#define DIRECTORY_H

#include <huisuan/huisuan.h>

enum { DIRECTORY_PLUGINS_MAX = 4096 };

/* Calls `load` with the path of each plugin (HS_PLUGIN_SUFFIX) of a directory, in the order of their names, until one is refused. */
int directory_load(void *self, const char *directory, int (*load)(void *self, const char *path, hs_error *error), hs_error *error);

/* For directory_load where `self` is an engine: hs_engine_load_file. */
int directory_load_file(void *self, const char *path, hs_error *error);

/* Reports what the system said of a file. */
int directory_fault(hs_error *error, const char *path, int number);

#endif
