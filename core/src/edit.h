/* A policy with changes, sharing with it what did not change. */
#ifndef EDIT_H
#define EDIT_H

#include "arena.h"

#include <huisuan/huisuan.h>

/* hs_revision_new into an arena. */
int edit_policy(const hs_policy **out, const hs_policy *policy, const hs_edit *edits, int32_t count, struct arena *arena, hs_error *error);

#endif
