/* libxlsxwriter, loaded when a workbook is asked for: it brings OpenSSL along, and loading both takes longer than many an answer. */
#ifndef XLSX_H
#define XLSX_H

#include "cli.h"

#include <xlsxwriter.h>

/* What is used of it. */
#define XLSX_FUNCTIONS(X)                                                                                                                  \
    X(format_set_align)                                                                                                                    \
    X(format_set_bg_color)                                                                                                                 \
    X(format_set_bold)                                                                                                                     \
    X(format_set_border)                                                                                                                   \
    X(format_set_num_format)                                                                                                               \
    X(format_set_text_wrap)                                                                                                                \
    X(lxw_rowcol_to_range_abs)                                                                                                             \
    X(lxw_strerror)                                                                                                                        \
    X(workbook_add_format)                                                                                                                 \
    X(workbook_add_worksheet)                                                                                                              \
    X(workbook_close)                                                                                                                      \
    X(workbook_new)                                                                                                                        \
    X(workbook_new_opt)                                                                                                                    \
    X(workbook_set_properties)                                                                                                             \
    X(workbook_validate_sheet_name)                                                                                                        \
    X(worksheet_activate)                                                                                                                  \
    X(worksheet_autofilter)                                                                                                                \
    X(worksheet_data_validation_range)                                                                                                     \
    X(worksheet_freeze_panes)                                                                                                              \
    X(worksheet_set_column)                                                                                                                \
    X(worksheet_set_row)                                                                                                                   \
    X(worksheet_write_comment_opt)                                                                                                         \
    X(worksheet_write_number)                                                                                                              \
    X(worksheet_write_string)

#define XLSX_MEMBER(name) __typeof__(name) *name;
struct xlsx {
    XLSX_FUNCTIONS(XLSX_MEMBER)
};
#undef XLSX_MEMBER

/* Set once it is loaded. */
extern struct xlsx xlsx;

/* False after saying that it is missing. */
bool xlsx_load(const struct cli *cli);

#endif
