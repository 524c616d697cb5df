/* A look at a shared library before the system's loader maps it: what could crash or run code on the way in is refused. */
#ifndef LIBRARY_GATE_H
#define LIBRARY_GATE_H

#include <huisuan/huisuan.h>

/* HS_PLUGIN unless `bytes` is a shared library whose segments lie within it, which needs no other library and has nothing that runs by
   itself when it is loaded or unloaded. `*span` is how many bytes of memory it takes from where it is mapped. `path` is for the message. */
int library_check(const char *bytes, size_t length, size_t *span, const char *path, hs_error *error);

#endif
