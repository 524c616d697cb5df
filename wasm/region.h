/* Regions from side modules into an engine. */
#ifndef REGION_H
#define REGION_H

#include <huisuan/huisuan.h>

/* Reads a side module, checks its policy and adds it, or refuses it whole (HS_PLUGIN) and leaves the engine as it was. The path of the error
   is one within the policy, or empty. The module's data stays in memory for as long as the process, as a library would. */
int region_add(const hs_policy **out, hs_engine *engine, const uint8_t *bytes, size_t length, hs_error *error);

#endif
