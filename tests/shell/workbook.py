"""Reads a form of `facts --template xlsx` as Excel would: workbook.py FORM FACTS POLICIES CSV|- zh|en
[ADCODE…], with the codes of the policies where it is not for all. Prints "right", or what is not."""
import csv
import sys

import openpyxl

import forms

form, facts_file, policies_file, csv_file, language = sys.argv[1:6]
TRUTHS = {"zh": '"是,否"', "en": '"yes,no"'}
FIRMS, CHOICES, NOTES = {"zh": ("企业", "选项", "说明"), "en": ("Firms", "Choices", "Notes")}[language]
LAST = 1001
faults = []


def check(holds, *what):
    if not holds:
        faults.append(" ".join(str(part) for part in what))


book = openpyxl.load_workbook(form)
facts = forms.read(facts_file, policies_file, language, sys.argv[6:])


def rules(sheet):
    """The validation of each column, which reaches from the second line to the last of the form."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        check((cells.min_row, cells.max_row) == (2, LAST) and cells.min_col == cells.max_col, sheet.title, rule.sqref)
        check(cells.min_col not in found, sheet.title, rule.sqref, "twice")
        found[cells.min_col] = rule
    return found


def choices(rule):
    """What the drop-down offers."""
    sheet, cells = rule.formula1.replace("'", "").split("!")
    return [row[0].value for row in book[sheet][cells.replace("$", "")]]


def check_column(where, fact, cell, rule, width):
    kind = fact["type"]
    check(cell.comment is not None and rule.promptTitle, where, "has no hint")
    for part in (fact["hint"], fact["evidence"]):
        check(part is None or part[language] in cell.comment.text, where, "does not say", part)
    check(kind != "count" or fact["unit"] is None or fact["unit"][language] in cell.comment.text, where, "has no unit")
    check(len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32, where, "has a hint that Excel refuses")
    check(rule.allowBlank, where, "must be filled in")
    wanted = {"yes_no": "list", "choice": "list", "choices": "list", "count": "whole", "list": "whole"}.get(kind, "decimal")
    check(rule.type == wanted, where, rule.type, wanted)
    if kind == "yes_no":
        check(rule.formula1 == TRUTHS[language], where, rule.formula1)
    elif kind in ("choice", "choices"):
        check(choices(rule) == [value["label"][language] for value in fact["values"]], where, choices(rule))
    else:
        check((rule.operator, rule.formula1) == ("greaterThanOrEqual", "0"), where, rule.operator, rule.formula1)
        check(rule.errorStyle == "warning", where, "refuses 25万")
    check(width >= 12, where, "is narrow")


def check_sheet(sheet, leads, known):
    heads = [cell.value for cell in sheet[1]]
    check(sheet.max_row == 1, sheet.title, "has more than a line of headings")
    check(len(set(heads)) == len(heads), sheet.title, "has a heading twice")
    check(sheet.freeze_panes == ("C2" if leads == 4 else "B2"), sheet.title, sheet.freeze_panes)
    found = rules(sheet)
    check(sorted(found) == list(range(1, len(heads) + 1)), sheet.title, "has columns without validation")
    for number, head in enumerate(heads, 1):
        where = f"{sheet.title} {head}"
        check(number <= leads or head in known, where, "is no fact")
        if number > leads and head in known:
            letter = openpyxl.utils.get_column_letter(number)
            check_column(where, known[head], sheet[1][number - 1], found[number], sheet.column_dimensions[letter].width)
    topics = [known[head].get("topic") for head in heads[leads:]]
    check(leads == 1 or all(topic not in topics[:i] or topics[i - 1] == topic for i, topic in enumerate(topics)), "topics are mixed")
    return heads, found


heads, found = check_sheet(book[FIRMS], 4, facts)
check(book.sheetnames[0] == FIRMS and book.active.title == FIRMS, "the firms do not come first")
check(book.sheetnames[-2:] == [CHOICES, NOTES], book.sheetnames)
check(found[1].type == "custom" and found[3].type == "date", "ids or dates are not checked")
lists = [facts[head] for head in heads[4:] if facts[head]["type"] == "list"]
check(len(lists) == len(book.sheetnames) - 3 and lists, book.sheetnames)
for fact, sheet in zip(lists, book.worksheets[1:]):
    check(sheet.title in (fact["label"][language], fact["id"]), sheet.title)
    fields, found = check_sheet(sheet, 1, {field["label"][language]: field for field in fact["fields"]})
    hint = book[FIRMS].cell(1, heads.index(fact["label"][language]) + 1).comment.text
    check(sheet.title in hint, sheet.title, "is not named where its records are counted")
    check(fields[0] == heads[0], sheet.title, "does not begin with the id")
    check(found[1].formula1 == f"'{FIRMS}'!$A$2:$A${LAST}", sheet.title, found[1].formula1)

if csv_file != "-":
    check(list(csv.reader(open(csv_file, encoding="utf-8-sig", newline="")))[0] == heads, "the CSV has other headings")
    check(heads[4:] == list(facts), "the facts are others, or in another order")

for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            check(cell.data_type != "f", sheet.title, cell.coordinate, "is a formula")
noted = {row[-1] for row in book[NOTES].iter_rows(values_only=True)}
check(all(facts[head]["id"] in noted for head in heads[4:]), "the notes leave facts out")
text = " ".join(str(row[0]) for row in book[NOTES].iter_rows(values_only=True, max_row=9))
for word in ("0", "25万", "300万-500万", "3~5", "huisuan batch", "registered_locally@330206"):
    check(word in text, "the notes do not say", word)
print("\n".join(faults) or "right")
