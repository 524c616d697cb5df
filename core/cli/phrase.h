/* Facts and figures as people read them. Each phrase is added to the end of a line, cut where the line is full. */
#ifndef PHRASE_H
#define PHRASE_H

#include "cli.h"

enum { LINE = 1024 };

void phrase_add(char line[LINE], const char *text);

/* "180,000 元", "0 至 300,000 元", "10,000 元起，上限未定". */
void phrase_money(const struct cli *cli, char line[LINE], hs_interval value);

/* A figure or a range of figures with its unit, which a count has from its fact. */
void phrase_figure(const struct cli *cli, char line[LINE], hs_interval value, int32_t type, const hs_fact *fact);

/* Where a new band begins: "达到 3 家", "超过 20,000,000 元". */
void phrase_threshold(const struct cli *cli, char line[LINE], int64_t from, const hs_fact *fact);

/* The labels of the values that are set. */
void phrase_values(const struct cli *cli, char line[LINE], const hs_fact *fact, int64_t bits);

/* What is known of a fact that is not a list: "是", "3 年", "国家级", "未填". */
void phrase_fact_value(const struct cli *cli, char line[LINE], const hs_fact *fact, hs_interval value);

/* "2023-06-30"; "（未载）" of a day that its document does not state. */
const char *phrase_day(const struct cli *cli, char text[HS_DATE_TEXT], hs_date day);

/* "年租金", "“境外站点”第 2 条：已审计". */
void phrase_subject(const struct cli *cli, char line[LINE], hs_subject subject);

/* The first SUBJECTS_NAMED of them, and how many there are in all; no more than those are read. */
enum { SUBJECTS_NAMED = 8 };
void phrase_subjects(const struct cli *cli, char line[LINE], const hs_subject *subjects, int32_t count);

#endif
