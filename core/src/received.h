/* What was already paid, as tables and forms have it. */
#ifndef RECEIVED_H
#define RECEIVED_H

#include "engine.h"

/* Makes the list "received" with its fields, whose choices are the measures and matters that the engine knows; false where memory ran out. */
bool received_make(struct slot *out, const hs_engine *engine, struct arena *arena);

#endif
