"""Fills in a form of `facts --template xlsx` as an officer would and saves its sheets as CSV UTF-8: fill.py FORM FACTS POLICIES FOLDER zh|en. One firm
has an answer in every cell, the other nothing but an id. Prints the --list of each list."""
import csv
import sys

import openpyxl

import forms

form, facts_file, policies_file, folder, language = sys.argv[1:6]
book = openpyxl.load_workbook(form)
facts = forms.read(facts_file, policies_file, language)


def answer(fact):
    labels = [value["label"][language] for value in fact.get("values", [])]
    return {"yes_no": {"zh": "是", "en": "yes"}[language], "money": "25万", "usd": "300万-500万", "count": "3~5", "percent": "80.5",
            "choice": labels and labels[-1], "choices": "; ".join(labels[:2]), "list": "2"}[fact["type"]]


def save(name, rows):
    with open(f"{folder}/{name}.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


heads = [cell.value for cell in book.worksheets[0][1]]
save("firms", [heads, ["001", "甲公司", "2023/6/30", "330206"] + [answer(facts[head]) for head in heads[4:]], ["002"] + [""] * (len(heads) - 1)])
lists = [facts[head] for head in heads[4:] if facts[head]["type"] == "list"]
for fact, sheet in zip(lists, book.worksheets[1:]):
    fields = {field["label"][language]: field for field in fact["fields"]}
    heads = [cell.value for cell in sheet[1]]
    answers = [answer(fields[head]) for head in heads[1:]]
    records = 2 * [["001"] + answers]
    if fact["id"] == "received":  # years of a measure, money for a matter
        records = [["001", answers[0], "2", "", ""], ["001", "", "", answers[2], answers[3]]]
    save(fact["id"], [heads] + records)
    print(f"--list {fact['id']}={folder}/{fact['id']}.csv")
