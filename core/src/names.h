/* The contract's names for the enumerations. */
#ifndef NAMES_H
#define NAMES_H

extern const char *const type_names[], *const period_names[], *const change_names[], *const kind_names[], *const basis_names[];
extern const char *const per_names[], *const payee_names[], *const known_names[], *const force_names[], *const standing_names[];
extern const char *const proof_names[], *const verdict_names[];

#endif
