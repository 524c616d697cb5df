#include "comparison.h"

static struct side side_of(const struct frame *frame, const struct term *term, struct spot spot) {
    int64_t rate = term->node->op == HS_OP_PERCENT ? term->node->value : 10000;
    if (term->node->op == HS_OP_PERCENT) return (struct side){&term->arguments[0], {rate, rate}};
    if (term->node->op == HS_OP_PERCENT_OF) return (struct side){&term->arguments[1], term_figure(frame, &term->arguments[0], spot)};
    return (struct side){term, {rate, rate}};
}

struct comparison comparison_read(const struct frame *frame, const struct term *term, struct spot spot, bool wanted) {
    int32_t op = term->node->op;
    bool rising = op == HS_OP_AT_LEAST || op == HS_OP_MORE_THAN; /* the first argument is the one that must reach the other */
    bool strict = op == HS_OP_MORE_THAN || op == HS_OP_LESS_THAN;
    struct side x = side_of(frame, &term->arguments[0], spot), y = side_of(frame, &term->arguments[1], spot);
    if (rising == wanted) return (struct comparison){x, y, strict == wanted};
    return (struct comparison){y, x, strict == wanted};
}
