/* The enumerations of a policy in words, by their values. */
#ifndef TERMS_H
#define TERMS_H

#include <huisuan/huisuan.h>

extern const hs_text kind_terms[], basis_terms[], per_terms[], payee_terms[], duplication_terms[];

#endif
