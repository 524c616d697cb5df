/* The part of the checker that walks trees. */
#ifndef TREE_CHECKER_H
#define TREE_CHECKER_H

#include "part_checker.h"

int check_tree(struct checker *c, const char *part, const hs_node *root, int32_t type);

#endif
