#include "page.h"

void page_text(const struct page *page, const char *text) {
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
        bool two = at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F;
        switch (*at) {
        case '&': fputs("&amp;", page->out); break;
        case '<': fputs("&lt;", page->out); break;
        case '>': fputs("&gt;", page->out); break;
        case '"': fputs("&quot;", page->out); break;
        case '\'': fputs("&#39;", page->out); break;
        default: fputc(two || *at < 0x20 || *at == 0x7F ? '?' : *at, page->out);
        }
        at += two;
    }
}

void page_put(const struct page *page, const char *markup) { fputs(markup, page->out); }

void page_both(const struct page *page, hs_text text) {
    if (!page->english) {
        page_text(page, text.zh);
        page_put(page, " <span class=\"en\" lang=\"en\">");
    }
    page_text(page, text.en);
    if (!page->english) page_put(page, "</span>");
}

void page_pair(const struct page *page, const char *zh, const char *en) { page_both(page, (hs_text){zh, en}); }

void page_head(const struct page *page, const char *zh, const char *en) {
    page_put(page, "<th scope=\"col\">");
    page_pair(page, zh, en);
    page_put(page, "</th>");
}

void page_title(const struct page *page, const char *zh, const char *en) {
    page_put(page, "<h2>");
    page_pair(page, zh, en);
    page_put(page, "</h2>\n");
}

void page_money(const struct page *page, hs_interval amount) {
    char low[HS_MONEY_TEXT], high[HS_MONEY_TEXT];
    hs_money_text(low, amount.low);
    hs_money_text(high, amount.high);
    fprintf(page->out,
            amount.low == amount.high ? "<span class=\"m\">%s</span>" : "<span class=\"m\">%s–</span><wbr><span class=\"m\">%s</span>", low,
            high);
}

void page_cell(const struct page *page, bool has, hs_interval amount) {
    page_put(page, "<td class=\"n\">");
    if (has)
        page_money(page, amount);
    else
        page_put(page, "—");
    page_put(page, "</td>");
}

void page_value(const struct page *page, const hs_fact *fact, hs_interval value) {
    static const hs_text answers[] = {{"否", "no"}, {"是", "yes"}}, unknown = {"未填", "not stated"}, records = {"条", "records"};
    const hs_fact count = {.id = fact->id, .type = HS_COUNT, .unit = records};
    bool choice = fact->type == HS_CHOICE || fact->type == HS_CHOICES;
    bool open = choice || fact->type == HS_TRUTH ? value.low != value.high : value.low == 0 && value.high == HS_UNBOUNDED;
    if (open) {
        page_both(page, unknown);
    } else if (fact->type == HS_TRUTH) {
        page_both(page, answers[value.low]);
    } else if (choice) {
        bool any = false;
        for (int32_t v = 0; v < fact->value_count; v++)
            if ((value.low >> v & 1) != 0) {
                page_put(page, any ? "; " : "");
                page_both(page, fact->values[v].label);
                any = true;
            }
        if (!any) page_put(page, "—");
    } else {
        const hs_fact *of = fact->type == HS_LIST ? &count : fact;
        char zh[256], en[256], high[2][128] = {"∞", "∞"};
        hs_figure_text(zh, sizeof zh / 2, value.low, of->type, of, HS_ZH);
        hs_figure_text(en, sizeof en / 2, value.low, of->type, of, HS_EN);
        if (value.high != HS_UNBOUNDED) hs_figure_text(high[0], sizeof high[0], value.high, of->type, of, HS_ZH);
        if (value.high != HS_UNBOUNDED) hs_figure_text(high[1], sizeof high[1], value.high, of->type, of, HS_EN);
        page_pair(page, zh, en);
        if (value.low != value.high) page_put(page, " – ");
        if (value.low != value.high) page_pair(page, high[0], high[1]);
    }
}
