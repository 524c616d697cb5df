/* A look at a shared library before the system's loader maps it: what could crash or run code on the way in is refused. */
#ifndef LIBRARY_GATE_H
#define LIBRARY_GATE_H

#include "part_checker.h"

/* HS_PLUGIN unless `bytes` is a shared library that the system's loader can map and search without a false step: segments, dynamic
   section, hash table and relocations lie within it, it needs no other library, looks nothing up, and has nothing that runs by itself when
   it is loaded or unloaded. What its getter does when it is called is not looked at. `pieces` are the parts of memory that it takes, as
   offsets from where it will be mapped, `*count` how many. `path` is for the message. */
struct piece {
    size_t first, end;
};
int library_check(struct piece pieces[EXTENT_PIECES_MAX], int *count, const char *bytes, size_t length, const char *path, hs_error *error);

#endif
