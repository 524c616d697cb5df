#include "form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const hs_text leads[] = {[FORM_ID] = {"编号", "id"},
                                [FORM_NAME] = {"名称", "name"},
                                [FORM_AS_OF] = {"评估日期", "as_of"},
                                [FORM_LOCATIONS] = {"所在地", "locations"}};

static const hs_text lead_rules[] = {
    [FORM_ID] = {"每家一个编号，不能重复", "one id for each firm, each once"},
    [FORM_NAME] = {"单位全称", "the firm's full name"},
    [FORM_AS_OF] = {"哪一天的情况，如 2023-06-30；空着为今天", "the day to assess as of, like 2023-06-30; empty: today"},
    [FORM_LOCATIONS] = {"行政区划代码如 330206，或有政策的地名；几处用分号隔开；空着为全部地点",
                        "codes like 330206 or names of places with a policy, several apart by semicolons; empty: every place"}};

/* By type. */
static const hs_text rules[] = {
    [HS_TRUTH] = {"填 是 或 否；不知道空着", "yes or no; empty if unknown"},
    [HS_MONEY] = {"元，可写 25万、300万-500万；没有填 0，不知道空着", "yuan; 25万 or 300万-500万 will do; 0 if none, empty if unknown"},
    [HS_USD] = {"美元，可写 25万、300万-500万；没有填 0，不知道空着",
                "US dollars; 25万 or 300万-500万 will do; 0 if none, empty if unknown"},
    [HS_COUNT] = {"整数，区间写 3~5；没有填 0，不知道空着", "a whole number, or a range like 3~5; 0 if none, empty if unknown"},
    [HS_PERCENTAGE] = {"百分数，如 80.5 即 80.5%；不知道空着", "percent: 80.5 is 80.5%; empty if unknown"},
    [HS_CHOICE] = {"从下拉列表选一项；不知道空着", "one of the list; empty if unknown"},
    [HS_CHOICES] = {"可选几项，用分号隔开；都不是填 无，不知道空着", "several apart by semicolons; none if none, empty if unknown"},
    [HS_LIST] = {"有几条；没有填 0，不知道空着", "how many there are; 0 if none, empty if unknown"}};

/* Of what was already paid: how many times, then each field. */
static const hs_text received_rules[] = {{"领过几条，逐条填在它的表里；没领过填 0 或空着", "how many payments; 0 or empty if none"},
                                         {"从下拉列表选一项，再填已领年数", "one of the list, with the years received"},
                                         {"整数，一个确定的数", "a whole number, no range"},
                                         {"或者从这里选一项，再填已领金额", "or one of this list, with the amount received"},
                                         {"元，一个确定的数，可写 25万", "yuan, one figure, no range; 25万 will do"}};

static const hs_text kinds[] = {[HS_TRUTH] = {"是或否", "yes or no"},
                                [HS_MONEY] = {"金额，单位：元", "money, in yuan"},
                                [HS_USD] = {"金额，单位：美元", "money, in US dollars"},
                                [HS_COUNT] = {"整数", "a whole number"},
                                [HS_PERCENTAGE] = {"百分比，单位：%", "a percentage, in %"},
                                [HS_CHOICE] = {"单选", "one choice"},
                                [HS_CHOICES] = {"多选", "several choices"},
                                [HS_LIST] = {"列表，另有一张表", "a list, with a table of its own"}};

int32_t form_leads(const struct form *form) { return form->list == NULL ? FORM_FIRM_COLUMNS : FORM_RECORD_COLUMNS; }

int32_t form_count(const struct form *form) {
    int32_t facts = form->list == NULL ? hs_engine_fact_count(form->engine) + 1 : hs_engine_field_count(form->engine, form->list);
    return form_leads(form) + facts;
}

const hs_fact *form_fact(const struct form *form, int32_t column) {
    int32_t index = column - form_leads(form);
    if (index < 0) return NULL;
    if (form->list != NULL) return hs_engine_field(form->engine, form->list, index);
    return index < hs_engine_fact_count(form->engine) ? hs_engine_fact(form->engine, index) : hs_engine_received(form->engine);
}

/* ---- Words ------------------------------------------------------------------------------------------------------------------------- */

static const char *label_of(const struct form *form, int32_t column) {
    const hs_fact *fact = form_fact(form, column);
    return cli_text(form->cli, fact == NULL ? leads[column] : fact->label);
}

const char *form_heading(const struct form *form, int32_t column) {
    const hs_fact *fact = form_fact(form, column);
    const char *label = label_of(form, column);
    bool plain = strchr("=+-@#\t\r", label[0]) == NULL; /* a spreadsheet would work it out, `batch` pass over it */
    for (int32_t i = 0; i < form_count(form); i++) plain = plain && (i == column || strcmp(label_of(form, i), label) != 0);
    return plain || fact == NULL ? label : fact->id;
}

const char *form_kind(char buffer[FORM_TEXT], const struct cli *cli, const hs_fact *fact) {
    const char *kind = cli_text(cli, kinds[fact->type]);
    if (fact->type != HS_COUNT || fact->unit.zh == NULL) return kind;
    snprintf(buffer, FORM_TEXT, say(cli, "%s，单位：%s", "%s, in %s"), kind, cli_text(cli, fact->unit));
    return buffer;
}

const char *form_rule(const struct form *form, int32_t column) {
    const hs_fact *fact = form_fact(form, column), *received = hs_engine_received(form->engine);
    if (form->list != NULL && fact == NULL)
        return say(form->cli, "单位在第一张表里的编号；一家有几条就填几行", "the firm's id in the first table; a line for each record");
    if (fact != NULL && (fact == received || fact->list == received))
        return cli_text(form->cli, received_rules[form->list == NULL ? 0 : column]);
    return cli_text(form->cli, fact == NULL ? lead_rules[column] : rules[fact->type]);
}

/* ---- CSV --------------------------------------------------------------------------------------------------------------------------- */

/* RFC 4180: quoted where a comma, a quotation mark or a line end stands in it. */
static void put_cell(FILE *out, const char *text) {
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (quoted) fputc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"') fputc('"', out);
        fputc(*text, out);
    }
    if (quoted) fputc('"', out);
}

char *form_csv(const struct form *form) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL) return NULL;
    fputs("\xEF\xBB\xBF", out);
    for (int32_t i = 0; i < form_count(form); i++) {
        if (i > 0) fputc(',', out);
        put_cell(out, form_heading(form, i));
    }
    fputs("\r\n", out);
    bool whole = ferror(out) == 0;
    if (fclose(out) == 0 && whole) return text;
    free(text);
    return NULL;
}
