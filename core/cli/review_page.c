/* A review as a page to print: one file, no script. */
#include "review.h"

#include "page.h"

#include <stdlib.h>

struct sheet {
    struct page page;
    const hs_engine *engine;
    const hs_review_result *review;
};

static const char style[] =
    "@page{size:A4;margin:16mm 14mm}"
    "*{box-sizing:border-box}"
    "body{font:10.5pt/1.5 'Noto Serif CJK SC','Source Han Serif SC','Songti "
    "SC',SimSun,serif;color:#111;max-width:182mm;margin:0 auto;padding:4mm}"
    "h1{font-size:18pt;text-align:center;margin:0 0 2mm}h2{font-size:12.5pt;border-bottom:1px solid "
    "#111;margin:7mm 0 2mm;break-after:avoid}"
    "h3{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}"
    "table{width:100%;border-collapse:collapse;margin:1mm 0}"
    "th,td{border:1px solid #777;padding:1mm 1.5mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "th{background:#eee;font-weight:600}tr{break-inside:avoid}thead{display:table-header-group}"
    ".m{white-space:nowrap}.claims th:nth-child(1){width:23%}.claims th:nth-child(n+2):nth-child(-n+4){width:13.5%}"
    ".facts th:nth-child(1){width:38%}.facts th:nth-child(2){width:22%}.facts th:nth-child(3){width:12%}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
    ".en{word-break:normal;overflow-wrap:break-word;font-size:.85em;color:#444}.bad{font-weight:700}.set,.code{overflow-wrap:anywhere}"
    ".code{font-family:monospace;font-size:8.5pt}ul{margin:.5mm 0;padding-left:5mm}"
    ".mark{border:2px solid #111;padding:2mm;font-weight:700}"
    ".sign td{height:22mm;width:50%}.sign{break-inside:avoid}";

static hs_interval point(int64_t value) { return (hs_interval){value, value}; }

/* ---- Claims ------------------------------------------------------------------------------------------------------------------------- */

/* The number under which a claim's clause is cited: claims in their order over all places. */
static int32_t number_of(const struct sheet *sheet, const hs_claim *claim) {
    int32_t number = 1;
    for (int32_t i = 0; i < sheet->review->count; i++)
        for (int32_t c = 0; c < sheet->review->places[i].count; c++, number++)
            if (&sheet->review->places[i].claims[c] == claim) return number;
    return 0;
}

static void cite(const struct sheet *sheet, const hs_claim *claim) {
    int number = (int)number_of(sheet, claim);
    fprintf(sheet->page.out, "<a href=\"#c%d\">[%d]</a> ", number, number);
}

static void put_signed(const struct sheet *sheet, int64_t fen) {
    page_put(&sheet->page, fen > 0 ? "+" : fen < 0 ? "−" : "");
    page_money(&sheet->page, point(fen < 0 ? -fen : fen));
}

static void put_claim(const struct sheet *sheet, const hs_claim *claim) {
    bool claimed = claim->verdict != HS_NOT_CLAIMED;
    page_put(&sheet->page, "<tr><td>");
    cite(sheet, claim);
    page_text(&sheet->page, claim->measure->measure->clause);
    page_put(&sheet->page, "<br>");
    page_both(&sheet->page, claim->measure->measure->title);
    page_put(&sheet->page, "</td>");
    page_cell(&sheet->page, claimed, point(claim->claimed));
    page_cell(&sheet->page, claim->has_amount, claim->entitled);
    page_cell(&sheet->page, claim->has_amount, point(claim->certain));
    page_put(&sheet->page, "<td><strong>");
    page_both(&sheet->page, review_verdict(claim->verdict));
    page_put(&sheet->page, "</strong>");
    if (claimed && claim->above > 0) {
        page_put(&sheet->page, " <span class=\"bad\">+");
        page_money(&sheet->page, point(claim->above));
        page_put(&sheet->page, "</span>");
    }
    page_put(&sheet->page, claim->why_count > 0 ? "<ul>" : "");
    for (int32_t i = 0; i < claim->why_count; i++) {
        page_put(&sheet->page, "<li>");
        page_both(&sheet->page, claim->why[i]);
        page_put(&sheet->page, "</li>");
    }
    page_put(&sheet->page, claim->why_count > 0 ? "</ul></td></tr>\n" : "</td></tr>\n");
}

static void put_limits(const struct sheet *sheet, const hs_review_place *place) {
    if (place->limit_count == 0) return;
    page_put(&sheet->page, "<table><thead><tr>");
    page_head(&sheet->page, "几项合计的上限", "Ceiling over several measures");
    page_head(&sheet->page, "申报合计", "Claimed together");
    page_head(&sheet->page, "上限", "Ceiling");
    page_head(&sheet->page, "结论", "Verdict");
    page_put(&sheet->page, "</tr></thead><tbody>\n");
    for (int32_t i = 0; i < place->limit_count; i++) {
        const hs_claim_limit *limit = &place->limits[i];
        page_put(&sheet->page, "<tr><td>");
        page_text(&sheet->page, limit->limit->limit->clause);
        page_put(&sheet->page, " ");
        page_both(&sheet->page, limit->limit->limit->title);
        page_put(&sheet->page, "</td>");
        page_cell(&sheet->page, true, point(limit->claimed));
        page_cell(&sheet->page, true, limit->limit->ceiling);
        page_put(&sheet->page, "<td>");
        page_both(&sheet->page, review_verdict(limit->verdict));
        if (limit->above > 0) page_put(&sheet->page, " <span class=\"bad\">+");
        if (limit->above > 0) page_money(&sheet->page, point(limit->above));
        page_put(&sheet->page, limit->above > 0 ? "</span></td></tr>\n" : "</td></tr>\n");
    }
    page_put(&sheet->page, "</tbody></table>\n");
}

static void put_place(const struct sheet *sheet, const hs_review_place *place) {
    page_put(&sheet->page, "<h3>");
    if (place->place->name.zh != NULL) page_both(&sheet->page, place->place->name);
    fprintf(sheet->page.out, " %s</h3>\n", place->place->adcode);
    if (place->count > 0) {
        page_put(&sheet->page, "<table class=\"claims\"><thead><tr>");
        page_head(&sheet->page, "条款和措施", "Clause and measure");
        page_head(&sheet->page, "申报（元）", "Claimed, yuan");
        page_head(&sheet->page, "按规则（元）", "By the rules, yuan");
        page_head(&sheet->page, "可确定（元）", "Certain, yuan");
        page_head(&sheet->page, "结论和理由", "Verdict and why");
        page_put(&sheet->page, "</tr></thead><tbody>\n");
        for (int32_t i = 0; i < place->count; i++) put_claim(sheet, &place->claims[i]);
        page_put(&sheet->page, "</tbody></table>\n");
    } else {
        page_put(&sheet->page, "<p>");
        page_pair(&sheet->page, "这里没有申报。", "Nothing is claimed here.");
        page_put(&sheet->page, "</p>\n");
    }
    put_limits(sheet, place);
    page_put(&sheet->page, place->unclaimed_count > 0 ? "<p>" : "");
    if (place->unclaimed_count > 0) page_pair(&sheet->page, "符合而没有申报的：", "Entitled and not claimed:");
    page_put(&sheet->page, place->unclaimed_count > 0 ? "</p><ul>" : "");
    for (int32_t i = 0; i < place->unclaimed_count; i++) {
        const hs_claim *hint = &place->unclaimed[i];
        page_put(&sheet->page, "<li>");
        page_text(&sheet->page, hint->measure->measure->clause);
        page_put(&sheet->page, " ");
        page_both(&sheet->page, hint->measure->measure->title);
        page_put(&sheet->page, ": ");
        page_money(&sheet->page, hint->entitled);
        page_put(&sheet->page, "</li>");
    }
    page_put(&sheet->page, place->unclaimed_count > 0 ? "</ul>\n" : "");
}

static void put_findings(const struct sheet *sheet) {
    bool begun = false;
    for (int32_t i = 0; i < sheet->review->count; i++)
        for (int32_t c = 0; c < sheet->review->places[i].count; c++) {
            const hs_claim *claim = &sheet->review->places[i].claims[c];
            if (!claim->has_finding) continue;
            if (!begun) {
                page_title(&sheet->page, "审核认定", "The officer's findings");
                page_put(&sheet->page, "<table><thead><tr>");
                page_head(&sheet->page, "条款和措施", "Clause and measure");
                page_head(&sheet->page, "按规则（元）", "By the rules, yuan");
                page_head(&sheet->page, "认定（元）", "Finding, yuan");
                page_head(&sheet->page, "相差（元）", "Difference, yuan");
                page_head(&sheet->page, "理由", "Reason");
                page_put(&sheet->page, "</tr></thead><tbody>\n");
            }
            begun = true;
            page_put(&sheet->page, "<tr><td>");
            cite(sheet, claim);
            page_both(&sheet->page, claim->measure->measure->title);
            page_put(&sheet->page, "</td>");
            page_cell(&sheet->page, claim->has_amount, claim->entitled);
            page_cell(&sheet->page, true, point(claim->finding));
            page_put(&sheet->page, "<td class=\"n\">");
            if (claim->has_amount) put_signed(sheet, claim->differs);
            page_put(&sheet->page, "</td><td>");
            page_text(&sheet->page, claim->reason);
            page_put(&sheet->page, "</td></tr>\n");
        }
    if (begun) page_put(&sheet->page, "</tbody></table>\n");
}

/* ---- Facts -------------------------------------------------------------------------------------------------------------------------- */

static void put_facts(const struct sheet *sheet) {
    if (sheet->review->fact_count == 0) return;
    page_title(&sheet->page, "事实", "Facts");
    page_put(&sheet->page, "<table class=\"facts\"><thead><tr>");
    page_head(&sheet->page, "事实", "Fact");
    page_head(&sheet->page, "填报", "Stated");
    page_head(&sheet->page, "状态", "State");
    page_head(&sheet->page, "说明和认定", "Note and finding");
    page_put(&sheet->page, "</tr></thead><tbody>\n");
    for (int32_t i = 0; i < sheet->review->fact_count; i++) {
        const hs_review_fact *fact = &sheet->review->facts[i];
        page_put(&sheet->page, "<tr><td>");
        page_both(&sheet->page, fact->fact->label);
        if (fact->place != NULL) fprintf(sheet->page.out, " %s", fact->place);
        page_put(&sheet->page, "</td><td>");
        page_value(&sheet->page, fact->fact, fact->have);
        page_put(&sheet->page, fact->state == HS_DISPUTED ? "</td><td class=\"bad\">" : "</td><td>");
        page_both(&sheet->page, review_proof(fact->state));
        page_put(&sheet->page, "</td><td>");
        if (fact->note != NULL) page_text(&sheet->page, fact->note);
        if (fact->has_value) {
            page_put(&sheet->page, fact->note != NULL ? "<br>" : "");
            page_pair(&sheet->page, "认定为 ", "found to be ");
            page_value(&sheet->page, fact->fact, fact->value);
        }
        page_put(&sheet->page, "</td></tr>\n");
    }
    page_put(&sheet->page, "</tbody></table>\n");
}

static void put_shift(const struct sheet *sheet, const hs_dispute *dispute, const hs_shift *shift) {
    bool has = shift->claim == NULL || shift->claim->has_amount;
    page_put(&sheet->page, "<tr><td>");
    page_text(&sheet->page, shift->place->adcode);
    page_put(&sheet->page, " ");
    if (shift->claim == NULL)
        page_pair(&sheet->page, "评估年度合计", "Total of the year assessed");
    else
        page_both(&sheet->page, shift->claim->measure->measure->title);
    page_put(&sheet->page, "</td>");
    page_cell(&sheet->page, has, shift->unknown.was);
    page_cell(&sheet->page, has, shift->unknown.is);
    page_cell(&sheet->page, has && dispute->has_value != 0, shift->value.is);
    page_put(&sheet->page, "</tr>\n");
}

static void put_disputes(const struct sheet *sheet) {
    if (sheet->review->dispute_count > 0) page_title(&sheet->page, "争议影响多少钱", "What disputes cost");
    for (int32_t i = 0; i < sheet->review->dispute_count; i++) {
        const hs_dispute *dispute = &sheet->review->disputes[i];
        page_put(&sheet->page, "<h3>");
        page_both(&sheet->page, dispute->fact->label);
        page_put(&sheet->page, "</h3>");
        page_put(&sheet->page, "<table><thead><tr>");
        page_head(&sheet->page, "措施", "Measure");
        page_head(&sheet->page, "按填报（元）", "As stated, yuan");
        page_head(&sheet->page, "若不采信（元）", "If not accepted, yuan");
        page_head(&sheet->page, "按认定值（元）", "By the officer's value, yuan");
        page_put(&sheet->page, "</tr></thead><tbody>\n");
        for (int32_t s = 0; s < dispute->count; s++)
            if (dispute->shifts[s].moves) put_shift(sheet, dispute, &dispute->shifts[s]);
        page_put(&sheet->page, "</tbody></table>\n");
    }
}

/* ---- What it rests on ------------------------------------------------------------------------------------------------------------------ */

static void put_clauses(const struct sheet *sheet) {
    page_title(&sheet->page, "依据的条款", "Clauses cited");
    page_put(&sheet->page, "<table><tbody>\n");
    for (int32_t i = 0; i < sheet->review->count; i++)
        for (int32_t c = 0; c < sheet->review->places[i].count; c++) {
            const hs_claim *claim = &sheet->review->places[i].claims[c];
            int number = (int)number_of(sheet, claim);
            fprintf(sheet->page.out, "<tr id=\"c%d\"><td class=\"n\">[%d]</td><td>", number, number);
            page_both(&sheet->page, claim->policy->policy->title);
            page_put(&sheet->page, " ");
            if (claim->policy->policy->number != NULL) page_text(&sheet->page, claim->policy->policy->number);
            page_put(&sheet->page, " ");
            page_text(&sheet->page, claim->measure->measure->clause);
            page_put(&sheet->page, "<br>");
            if (claim->measure->formula.zh != NULL) page_both(&sheet->page, claim->measure->formula); /* else it grants no money */
            page_put(&sheet->page, "</td></tr>\n");
        }
    page_put(&sheet->page, "</tbody></table>\n");
}

static void put_receipt(const struct sheet *sheet) {
    const hs_result *result = sheet->review->result;
    page_title(&sheet->page, "回执", "Receipt");
    fprintf(sheet->page.out, "<p class=\"code\">huisuan %s<br>input sha256 %s", HS_VERSION, result->input_sha256);
    for (int32_t i = 0; i < hs_engine_policy_count(sheet->engine); i++) {
        page_put(&sheet->page, "<br>");
        page_text(&sheet->page, hs_engine_policy(sheet->engine, i)->id);
        fprintf(sheet->page.out, " sha256 %s", hs_engine_policy_sha256(sheet->engine, i));
    }
    page_put(&sheet->page, "</p><ul>\n");
    for (int32_t i = 0; i < result->assumption_count; i++) {
        page_put(&sheet->page, "<li>");
        page_both(&sheet->page, result->assumptions[i]);
        page_put(&sheet->page, "</li>\n");
    }
    page_put(&sheet->page, "</ul>\n");
}

static void put_signature(const struct sheet *sheet) {
    page_title(&sheet->page, "签字", "Signatures");
    page_put(&sheet->page, "<table class=\"sign\"><tbody><tr><td>");
    page_pair(&sheet->page, "经办人：", "Officer:");
    page_put(&sheet->page, "<br>");
    page_pair(&sheet->page, "日期：", "Date:");
    page_put(&sheet->page, "</td><td>");
    page_pair(&sheet->page, "复核人：", "Second officer:");
    page_put(&sheet->page, "<br>");
    page_pair(&sheet->page, "日期：", "Date:");
    page_put(&sheet->page, "</td></tr></tbody></table>\n");
}

static void put_page(const struct sheet *sheet) {
    const hs_review_result *review = sheet->review;
    char day[HS_DATE_TEXT], line[512];
    fprintf(sheet->page.out,
            "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; style-src 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\"><title>",
            sheet->page.english ? "en" : "zh-CN");
    page_text(&sheet->page, sheet->page.english ? "Review of claims" : "补贴申报审核单");
    fprintf(sheet->page.out, "</title><style>%s</style></head><body>\n", style);
    for (int32_t i = 0; i < review->result->overlay_count; i++) {
        page_put(&sheet->page, "<p class=\"mark\">");
        page_text(&sheet->page, hs_overlay_text(line, sizeof line, &review->result->overlay[i], sheet->page.english ? HS_EN : HS_ZH));
        page_put(&sheet->page, "</p>\n");
    }
    page_put(&sheet->page, "<h1>");
    page_pair(&sheet->page, "补贴申报审核单", "Review of claims");
    page_put(&sheet->page, "</h1>\n<p>");
    if (review->result->name != NULL) page_text(&sheet->page, review->result->name);
    page_put(&sheet->page, "<br>");
    page_pair(&sheet->page, "评估日期", "As of");
    fprintf(sheet->page.out, " %s</p>\n<p><strong>", hs_date_text(day, review->result->as_of));
    page_pair(&sheet->page, "预计，以主管部门审核为准。", "An estimate: the authority's review decides.");
    page_put(&sheet->page, "</strong></p>\n");
    page_title(&sheet->page, "申报", "Claims");
    for (int32_t i = 0; i < review->elsewhere_count; i++) {
        page_put(&sheet->page, "<p class=\"bad\">");
        page_text(&sheet->page, review->elsewhere[i]);
        page_pair(&sheet->page, "：这些地方没有政策有这项措施", ": no policy of these places has it");
        page_put(&sheet->page, "</p>\n");
    }
    for (int32_t i = 0; i < review->count; i++) put_place(sheet, &review->places[i]);
    put_findings(sheet);
    put_facts(sheet);
    put_disputes(sheet);
    put_clauses(sheet);
    put_receipt(sheet);
    put_signature(sheet);
    page_put(&sheet->page, "</body></html>\n");
}

char *review_page(const struct cli *cli, const hs_engine *engine, const hs_review_result *review) {
    char *text = NULL;
    size_t length = 0;
    struct sheet sheet = {{open_memstream(&text, &length), cli->language == HS_EN}, engine, review};
    if (sheet.page.out == NULL) return NULL;
    put_page(&sheet);
    bool failed = ferror(sheet.page.out) != 0;
    if (fclose(sheet.page.out) == 0 && !failed) return text;
    free(text);
    return NULL;
}
