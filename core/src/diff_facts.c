/* What is asked of an applicant in one version and not in the other. */
#include "checker.h"
#include "diff.h"

#include <string.h>

/* The name of a fact in documents: "annual_rent", "overseas_sites.build_cost". */
static const char *name_of(struct differ *d, const hs_fact *fact) {
    struct writer name = {0};
    write_format(&name, "%s%s%s", fact->list == NULL ? "" : fact->list->id, fact->list == NULL ? "" : ".", fact->id);
    const char *text = write_keep(&name, d->arena);
    d->sheet.failed = d->sheet.failed || text == NULL;
    return text;
}

static void begin(struct differ *d, const hs_fact *fact) {
    d->now = (hs_difference){.group = HS_OF_FACT, .id = name_of(d, fact), .title = fact->label, .part = "whole"};
}

static void lone(struct differ *d, const hs_fact *fact, int32_t sign) {
    begin(d, fact);
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "新增要填的事实：" : "不再要填的事实：",
              sign == HS_SIGN_ADDED ? "newly asked: " : "no longer asked: ");
    sheet_both(&d->sheet, fact->label);
    diff_end(d, sign);
}

static void redefined(struct differ *d, const hs_fact *was, const hs_fact *is) {
    const char *difference = "";
    if (checker_same_fact(was, is, &difference)) return;
    begin(d, is);
    d->now.part = difference;
    sheet_say(&d->sheet, "事实的定义改了（", "the fact is defined otherwise (");
    write_text(&d->sheet.line, difference);
    sheet_say(&d->sheet, "）：", "): ");
    sheet_both(&d->sheet, is->label);
    diff_end(d, HS_SIGN_CHANGED);
}

static const struct slot *slot_of(const struct dictionary *facts, const char *id) {
    int32_t slot = dictionary_find(facts, id);
    return slot < 0 ? NULL : &facts->slots[slot];
}

/* The fields of a list that this version alone uses; and with `is` those defined otherwise in it. */
static void fields(struct differ *d, const struct slot *slot, const struct slot *other, int32_t sign) {
    for (int32_t f = 0; f < slot->field_count; f++) {
        int32_t there = other == NULL ? -1 : dictionary_find_field(other, slot->fields[f]->id);
        if (there < 0)
            lone(d, slot->fields[f], sign);
        else if (sign == HS_SIGN_ADDED)
            redefined(d, other->fields[there], slot->fields[f]);
    }
}

void diff_facts(struct differ *d) {
    for (int32_t i = 0; i < d->is_facts.count; i++) {
        const struct slot *slot = &d->is_facts.slots[i], *other = slot_of(&d->was_facts, slot->fact->id);
        if (other == NULL)
            lone(d, slot->fact, HS_SIGN_ADDED);
        else
            redefined(d, other->fact, slot->fact);
        fields(d, slot, other, HS_SIGN_ADDED);
    }
    for (int32_t i = 0; i < d->was_facts.count; i++) {
        const struct slot *slot = &d->was_facts.slots[i], *other = slot_of(&d->is_facts, slot->fact->id);
        if (other == NULL) lone(d, slot->fact, HS_SIGN_REMOVED);
        fields(d, slot, other, HS_SIGN_REMOVED);
    }
}
