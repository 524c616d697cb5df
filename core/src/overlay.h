/* Figures of the policies taken otherwise than their documents have them. */
#ifndef OVERLAY_H
#define OVERLAY_H

#include "arena.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* What an assumption says of it, in both languages. False when memory ran out. */
bool overlay_words(hs_text *out, const hs_overlay *overlay, struct arena *arena);

/* Reads a figure as a document states one of its type; HS_USAGE with the way to write it. `name` is for the message. */
int overlay_read(int64_t *out, const char *name, const char *text, int32_t type, hs_error *error);

#endif
