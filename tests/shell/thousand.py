"""A thousand applicants as an officer keeps them, and the workbook that `batch` makes of them, cell by cell.

thousand.py make FOLDER COUNT writes firms.csv and a table for each list as Excel in China saves them (GB18030, CR LF), and from the same rows, not
from the tables, documents.jsonl for those that are right and wanted.json for all. thousand.py hold FOLDER zh|en reads book.xlsx against
results.jsonl, what `batch` says of the documents, and prints how many cells it held and what is wrong."""
import collections
import csv
import decimal
import json
import random
import sys
import unicodedata

Decimal = decimal.Decimal
RANDOM = random.Random(20230630)

# ---- What officers type: each makes the cell and what it says ---------------------------------------------------------------------------


def figure(value):
    """Money in a document as text, exact to the fen."""
    return str(value)


def between(low, high):
    return {"min": figure(low), "max": figure(high)}


def money(most):
    """An amount in yuan."""
    yuan = RANDOM.randrange(1, most) * 100
    tenths = yuan // 1000
    return RANDOM.choice([
        lambda: (str(yuan), figure(yuan)),
        lambda: (f"{yuan:,}", figure(yuan)),
        lambda: (f"{yuan:,}.50", figure(yuan + Decimal("0.5"))),
        lambda: (f"{yuan}元", figure(yuan)),
        lambda: (f"¥{yuan}.05", figure(yuan + Decimal("0.05"))),
        lambda: (wide(str(yuan)), figure(yuan)),
        lambda: (f"{tenths // 10}.{tenths % 10}万", figure(tenths * 1000)),
        lambda: (f"{tenths}万元", figure(tenths * 10000)),
        lambda: (f"{tenths}万-{tenths + 7}万", between(tenths * 10000, (tenths + 7) * 10000)),
        lambda: (f"{yuan}～{yuan + 900}", between(yuan, yuan + 900)),
        lambda: (f"≥{tenths}万", {"min": figure(tenths * 10000)}),
        lambda: (f"{tenths}万以下", between(0, tenths * 10000)),
        lambda: ("0", "0"),
        lambda: (RANDOM.choice(["", "不清楚", "未知", "　"]), None),
    ])()


def ten_thousands(most):
    """An amount below a heading that says 万元."""
    amount = RANDOM.randrange(1, most)
    return RANDOM.choice([
        lambda: (str(amount), figure(amount * 10000)),
        lambda: (f"{amount:,}.25", figure(amount * 10000 + 2500)),
        lambda: (f"{amount}-{amount + 300}", between(amount * 10000, (amount + 300) * 10000)),
        lambda: (wide(f" {amount} "), figure(amount * 10000)),
        lambda: ("", None),
    ])()


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def whole(most, unit=""):
    number = RANDOM.randrange(most)
    return RANDOM.choice([(str(number), number), (f"{number}{unit}", number), (wide(str(number)), number), (f"{number}~{number + 2}", {"min": number, "max": number + 2}),
                          ("", None)])


def truth():
    return RANDOM.choice([("是", True)] * 8 + [("否", False), ("yes", True), ("FALSE", False), ("1", True), ("０", False), ("", None), ("不清楚", None)])


def choice(values):
    id, label = RANDOM.choice(values)
    return RANDOM.choice([(label, id), (id, id), ("", None)])


def choices(values):
    taken = RANDOM.sample(values, RANDOM.randrange(1, 3))
    words = [RANDOM.choice(pair) for pair in taken]
    return RANDOM.choice([(RANDOM.choice(["；", ";", "、"]).join(words), [id for id, _ in taken]), ("无", []), ("", None)])


def day():
    year, month = RANDOM.choice([(2023, 6), (2023, 6), (2023, 12), (2022, 11), (2024, 5), (2021, 3)])
    date = RANDOM.randrange(1, 29)
    written = [f"{year}-{month:02}-{date:02}", f"{year}/{month}/{date}", f"{year}年{month}月{date}日"]
    return RANDOM.choice(written), f"{year}-{month:02}-{date:02}"


PLACES = [("330206", "宁波市北仑区"), ("110105", "北京市朝阳区"), ("310118", "上海市青浦区"), ("150200", "包头市")]


def places():
    taken = RANDOM.sample(PLACES, RANDOM.choice([1, 1, 1, 1, 2]))
    return RANDOM.choice(["；", ";", "、"]).join(RANDOM.choice(pair) for pair in taken), [code for code, _ in taken]


KINDS = [("hr_agency", "人力资源服务机构"), ("employer", "其他用人企业"), ("park_operator", "产业园建设或运营主体")]
TITLES = [("specialised", "专精特新企业"), ("gazelle", "瞪羚企业"), ("unicorn", "独角兽企业"), ("single_champion", "单项冠军企业")]
HEADQUARTERS = [("none", "未认定"), ("regional", "区域型总部"), ("functional", "功能型总部"), ("comprehensive", "综合型总部")]
CLIENTS = [("leading_manufacturer", "制造业“大优强”培育企业"), ("talent_enterprise", "人才企业"), ("other", "其他企业")]

# heading, fact, place ("" for everywhere), what is typed
COLUMNS = [
    ("申请主体类型（可多选）", "applicant_kinds", "", lambda: choices(KINDS)),
    ("在评估地依法注册", "registered_locally", "", truth),
    ("taxed_locally", "taxed_locally", "", truth),
    ("具有独立法人资格", "independent_legal_person", "", truth),
    ("Sound financial system and independent accounting", "sound_accounts", "", truth),
    ("in_park", "in_park", "", truth),
    ("年营业收入（万元）", "annual_revenue", "", lambda: ten_thousands(20000)),
    ("年租金", "annual_rent", "", lambda: money(20000)),
    ("年租金@310118", "annual_rent", "310118", lambda: money(9000)),
    ("租赁期限（年）", "lease_years", "", lambda: whole(9, "年")),
    ("租赁的办公用房自用", "self_used_office", "", truth),
    ("在基地实体办公", "physical_office", "", truth),
    ("本年度人力资源服务出口执行额（美元）（万美元）", "export_value_usd", "", lambda: RANDOM.choice([("62", "620000"), ("1,250.5", "12505000"), ("", None)])),
    ("export_value_prior_usd", "export_value_prior_usd", "", lambda: RANDOM.choice([("US$5,000", "5000"), ("50万美元", "500000"), ("", None)])),
    ("境外营业收入计入本区母公司的比例", "overseas_revenue_share", "", lambda: RANDOM.choice([("80%", 80), ("12.5", 12.5), ("９０％", 90), ("", None)])),
    ("已获成长型企业称号", "growth_titles", "", lambda: choices(TITLES)),
    ("headquarters_recognised", "headquarters_recognised", "", lambda: choice(HEADQUARTERS)),
    ("新输送并在当地就业满6个月的员工人数（人）", "new_workers_supplied", "", lambda: whole(600, "人")),
    ("local_annual_revenue", "local_annual_revenue", "", lambda: money(90000)),
]
LEADS = ["编号", "Name", "评估日期", "所在地"]
SITES, TALENTS, RECEIVED = "overseas_sites", "headhunted_talents", "received"
# the heading of its table, the field, what is typed; the column of the applicants' table that says how many comes last
LISTS = {
    SITES: [("已获基础建设认定", "recognised", truth), ("实际建设成本（万元）", "build_cost", lambda: ten_thousands(90)), ("audited", "audited", truth)],
    TALENTS: [("引才企业类型", "client", lambda: choice(CLIENTS)), ("client_local", "client_local", truth),
              ("猎头费", "headhunting_fee", lambda: money(3000)), ("annual_income_tax", "annual_income_tax", lambda: money(4000))],
}
COUNTED = {SITES: "境外站点（办事处、分公司、研发中心、人才站）", TALENTS: "headhunted_talents"}
HEADINGS = LEADS + [heading for heading, _, _, _ in COLUMNS] + list(COUNTED.values()) + ["#备注"]

# ---- Applicants -------------------------------------------------------------------------------------------------------------------------

NAMES = ["海曙桥", "清溪", "远帆", "明州", "𬭎达", "镕垚", "堃喆", "中关村𠮷祥", "稀土鹿城", "东钱湖"]
ODD = ["=SUM(A1:A9)", "=1+1", "+86人力资源", "-示例（北仑）", "@朝阳人力", "=HYPERLINK(\"http://x\",\"点\")", "-1", "+"]

# the column's heading, the cell, a part of what is said of it
BAD = [("年营业收入（万元）", "1.23E+08", "科学记数"), ("年营业收入（万元）", "3000万", "列名已写明单位"), ("年租金", "约30万", "约数"), ("年租金", "300-500万", "只有一头"),
       ("年租金", "-500", "不能为负数"), ("年租金", "#REF!", "Excel 的错误标记"), ("年租金", "1,23,456", "千位逗号"), ("租赁期限（年）", "2.5", "应为整数"),
       ("具有独立法人资格", "√", "应为 是 或 否"), ("评估日期", "45107", "不是有效日期"), ("所在地", "上海", "也不是有政策的地点"),
       ("headquarters_recognised", "研发中心", "没有选项"), ("已获成长型企业称号", "独角兽企业;unicorn", "重复"), ("年租金@310118", "超过30万", "不含本数")]


def name_of(number):
    if number % 41 == 0:
        return ODD[number // 41 % len(ODD)]
    name = f"{RANDOM.choice(NAMES)}人力资源{number}号（示例）"
    return RANDOM.choice([name] * 6 + [name.replace("人力", "人力\n"), f"“{name}”, Ltd.", f'{name} "甲"'])


def id_of(number):
    return RANDOM.choice(["=A1", "+", "-", "@"]) + str(number) if number % 53 == 0 else f"A{number:04}"


def record(id, columns):
    cells = {field: type() for _, field, type in columns}
    return [id] + [cell for cell, _ in cells.values()], {field: value for field, (_, value) in cells.items() if value is not None}


def add_records(applicant, tables):
    """Half of those of a kind say how many there are; who has none says so or leaves it open."""
    for list, columns in LISTS.items():
        number = RANDOM.choice([0, 0, 0, 1, 2, 4])
        rows = [record(applicant["id"], columns) for _ in range(number)]
        tables[list] += [row for row, _ in rows]
        stated = RANDOM.choice([str(number), ""]) if number > 0 else RANDOM.choice(["0", "无", ""])
        applicant["cells"].append(stated)
        if number > 0 or stated != "":
            applicant["facts"][list] = [value for _, value in rows]


def add_received(applicant, tables):
    """What was paid before: years of a measure, or money for a matter."""
    paid = RANDOM.sample([(["上海市青浦区 租金补贴（qingpu.rent）", "1年", "", ""], {"measure": "qingpu.rent", "years": 1}),
                          (["chaoyang.overseas_revenue", "2", "", ""], {"measure": "chaoyang.overseas_revenue", "years": 2}),
                          (["", "", "listing", "3.5"], {"matter": "listing", "amount": 35000})], RANDOM.choice([0, 0, 0, 0, 1, 2]))
    tables[RECEIVED] += [[applicant["id"]] + cells for cells, _ in paid]
    applicant["received"] = [value for _, value in paid]


def draw(number, tables):
    applicant = {"id": id_of(number), "name": name_of(number), "facts": {}, "facts_at": {}}
    (as_of, applicant["as_of"]), (where, applicant["locations"]) = day(), places()
    applicant["cells"] = [applicant["id"], applicant["name"], as_of, where]
    for _, fact, place, type in COLUMNS:
        cell, value = type()
        applicant["cells"].append(cell)
        if value is not None:
            (applicant["facts_at"].setdefault(place, {}) if place else applicant["facts"])[fact] = value
    add_records(applicant, tables)
    add_received(applicant, tables)
    applicant["cells"].append(RANDOM.choice(["", "按租赁合同", "审计报告未出，待补"]))
    return applicant


def spoil(applicant, number):
    """Makes one cell of the row wrong; what the message has to say of it."""
    heading, cell, part = BAD[number // 29 % len(BAD)]
    column = HEADINGS.index(heading)
    applicant["cells"][column] = cell
    return column, part


def column_name(at):
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def lines_of(cells):
    return 1 + sum(cell.count("\n") for cell in cells)


def spoil_record(applicant, tables):
    """A record that is refused costs its applicant too, whose cell with the id is blamed."""
    if tables[SITES] and tables[SITES][-1][0] == applicant["id"]:
        tables[SITES][-1][2] = "五万"
        return 0, f"列表 {SITES} 的表里第 {len(tables[SITES]) + 1} 行"
    return None


def make(folder, count):
    tables, rows, documents, wanted = {list: [] for list in [*LISTS, RECEIVED]}, [], [], []
    line = 2
    for number in range(1, count + 1):
        if number % 211 == 0:
            rows.append([""] * len(HEADINGS))
            line += 1
        applicant = draw(number, tables)
        fault = spoil(applicant, number) if number % 29 == 0 else spoil_record(applicant, tables) if number % 37 == 0 else None
        rows.append(applicant["cells"])
        entry = {"line": line, "id": applicant["id"], "name": applicant["name"]}
        if fault is None:
            documents.append({key: applicant[key] for key in ("name", "as_of", "locations", "facts", "facts_at", "received") if applicant[key]})
        else:
            entry |= {"cell": f"{column_name(fault[0])}{len(rows) + 1}", "part": fault[1]}
        wanted.append(entry)
        line += lines_of(applicant["cells"])
    write_table(f"{folder}/firms.csv", HEADINGS, rows)
    for list, columns in LISTS.items():
        write_table(f"{folder}/{list}.csv", ["编号"] + [heading for heading, _, _ in columns], tables[list])
    write_table(f"{folder}/{RECEIVED}.csv", ["编号", "措施", "已领年数", "Matter", "已领金额（万元）"], tables[RECEIVED])
    with open(f"{folder}/documents.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    with open(f"{folder}/wanted.json", "w", encoding="utf-8") as out:
        json.dump(wanted, out, ensure_ascii=False)


def write_table(file, headings, rows):
    with open(file, "w", encoding="gb18030", newline="") as out:
        csv.writer(out, lineterminator="\r\n").writerows([headings] + rows)


# ---- The workbook -----------------------------------------------------------------------------------------------------------------------

WORDS = {
    "zh": {"eligible": "符合", "ineligible": "不符合", "undetermined": "待定", "expired": "政策不在有效期", "refused": "被拒绝", "open": "未定", "total": "合计",
           "unstated": "文件未载金额", "budget": "预算", "bad": "被拒绝的行"},
    "en": {"eligible": "eligible", "ineligible": "ineligible", "undetermined": "undetermined", "expired": "not in force", "refused": "refused",
           "open": "unbounded", "total": "total", "unstated": "no figure in the document", "budget": "Budget", "bad": "Refused rows"},
}
HEADS = {
    "zh": ["行", "编号", "名称", "行政区划代码", "地点", "政策", "措施", "条款", "标题", "结论", "下限（元）", "上限（元）", "下限由谁定", "上限由谁定", "说明"],
    "en": ["line", "id", "name", "adcode", "place", "policy", "measure", "clause", "title", "status", "low_yuan", "high_yuan", "low_end", "high_end", "note"],
}
BUDGET_HEADS = {
    "zh": ["行政区划代码", "地点", "措施", "条款", "符合（合计行：主体数）", "待定", "年度下限（元）", "年度上限（元）", "各年下限（元）", "各年上限（元）"],
    "en": ["adcode", "place", "measure", "clause", "eligible (total: applicants)", "undetermined", "low of the year, yuan", "high of the year, yuan",
           "low of all years, yuan", "high of all years, yuan"],
}
FILTER = 3  # how wide the button of a filter is
# The columns whose texts have to be seen whole; names and sentences are as long as they are, and English titles are sentences.
WHOLE = {"zh": [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11], "en": [0, 1, 3, 4, 5, 6, 7, 9, 10, 11]}
BUDGET_WHOLE = {"zh": range(10), "en": [0, 1, 3, 4, 5, 6, 7, 8, 9]}


class Money(Decimal):
    """A cell with an amount."""


def safe(text):
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def columns_of(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Reader:
    def __init__(self, folder, language, results):
        import openpyxl

        self.book = openpyxl.load_workbook(f"{folder}/book.xlsx")
        self.language, self.words, self.faults, self.held = language, WORDS[language], [], 0
        self.unstated = {measure for result in results for place in result["places"] for measure in place["unstated"]}

    def check(self, holds, *what):
        if not holds:
            self.faults.append(" ".join(str(part) for part in what))

    def text(self, both):
        return both[self.language] if both else None

    def amount(self, value):
        return None if value is None else safe(self.words["open"]) if value == "open" else Money(value)

    def ends(self, interval):
        return [self.amount(interval["low"]), self.amount("open" if interval["high"] is None else interval["high"])]

    # ---- What has to stand there

    def place_rows(self, entry, place):
        for policy in place["policies"]:
            for measure in policy["measures"]:
                ends, amount = measure.get("ends") or {}, measure["amount"]
                status = "expired" if policy["in_force"] == "no" else measure["status"]
                yield ([entry["line"], safe(entry["id"]), safe(entry["name"]), place["adcode"], self.text(place["name"]), policy["id"], measure["id"],
                        measure["clause"], self.text(measure["title"]), self.words[status]] + (self.ends(amount) if amount else [None, None]) +
                       [self.text(ends.get("low")), self.text(ends.get("high")), self.words["unstated"] if measure["id"] in self.unstated else None])

    def refused_row(self, entry):
        return [entry["line"], safe(entry["id"]), safe(entry["name"])] + [None] * 6 + [self.words["refused"]] + [None] * 4 + [entry["cell"]]

    # ---- What stands there

    def check_cell(self, where, cell, wanted):
        self.held += 1
        self.check(cell.data_type != "f", where, "is a formula")
        if wanted is None or wanted == "":
            self.check(cell.value is None, where, repr(cell.value), "for nothing")
        elif isinstance(wanted, Money):
            self.check(cell.data_type == "n" and Decimal(repr(cell.value)) == wanted, where, repr(cell.value), wanted)
            self.check(cell.number_format == "#,##0.00", where, cell.number_format)
        elif isinstance(wanted, int):
            self.check(cell.data_type == "n" and cell.value == wanted and cell.number_format == "General", where, repr(cell.value), wanted)
        else:
            self.check(cell.data_type == "s" and cell.value == wanted, where, repr(cell.value), repr(wanted))

    def check_sheet(self, title, heads, rows, whole):
        """Every cell, that there are no more of them, the frozen heading, the filter, and that columns show what they hold."""
        if title not in self.book.sheetnames:
            return self.check(False, "no sheet", title)
        sheet = self.book[title]
        last = column_name(len(heads) - 1)
        self.check(sheet.max_row == len(rows) + 1 and sheet.max_column == len(heads), title, sheet.dimensions, len(rows) + 1)
        self.check(sheet.freeze_panes == "A2", title, "heading not frozen", sheet.freeze_panes)
        self.check(sheet.auto_filter.ref == f"A1:{last}{len(rows) + 1}", title, "filter", sheet.auto_filter.ref)
        widest = [columns_of(head) + FILTER for head in heads]
        for row, (cells, wanted) in enumerate(zip(sheet.iter_rows(), [heads] + rows), start=1):
            for at, (cell, value) in enumerate(zip(cells, wanted)):
                self.check_cell(f"{title}!{cell.coordinate}", cell, value)
                self.check(row > 1 or cell.font.b, title, "heading not bold")
                shown = f"{value:,.2f}" if isinstance(value, Money) else "" if value is None else str(value)
                if at in whole:
                    widest[at] = max(widest[at], columns_of(shown))
        for at in range(len(heads)):
            width = self.width(sheet, at)
            self.check(width >= widest[at], title, column_name(at), "is", width, "wide, not", widest[at])

    def width(self, sheet, at):
        """openpyxl keeps columns of one width together, under the first."""
        return next((d.width for d in sheet.column_dimensions.values() if d.min is not None and d.min <= at + 1 <= d.max), 0)

    def check_refused(self, entries):
        """The message begins with its cell and says what is wrong; the rest is the same as for any row."""
        heads = HEADS[self.language]
        sheet = self.book[self.words["bad"]]
        rows = [self.refused_row(entry) for entry in entries]
        for entry, row, cells in zip(entries, rows, sheet.iter_rows(min_row=2, min_col=len(heads), max_col=len(heads))):
            said = str(cells[0].value)
            self.check(said.startswith(entry["cell"] + {"zh": "：", "en": ": "}[self.language]), entry["cell"], said)
            self.check(self.language == "en" or entry["part"] in said, entry["part"], said)
            row[-1] = cells[0].value
        self.check_sheet(self.words["bad"], heads, rows, WHOLE[self.language])


def added(sum, interval):
    return {end: None if sum[end] is None or interval[end] is None else sum[end] + interval[end] for end in ("low", "high")}


NOTHING = {"low": Decimal(0), "high": Decimal(0)}


def budget_rows(reader, results):
    """Each measure by itself, then the place."""
    places = {}
    for result in results:
        for place in result["places"]:
            sums = places.setdefault(place["adcode"], {"name": place["name"], "n": 0, "open": 0, "year": NOTHING, "whole": NOTHING, "measures": {}})
            sums["n"] += 1
            sums["open"] += place["total"]["low"] != place["total"]["high"]
            sums["year"], sums["whole"] = added(sums["year"], place["total"]), added(sums["whole"], place["total_all_years"])
            for policy in place["policies"]:
                for measure in policy["measures"]:
                    at = sums["measures"].setdefault(measure["id"], {"of": measure, "eligible": 0, "undetermined": 0, "year": NOTHING, "whole": NOTHING})
                    if policy["in_force"] == "no" or measure["status"] == "ineligible":
                        continue
                    at[measure["status"]] += 1
                    if measure["amount"]:
                        at["year"] = added(at["year"], measure["schedule"][0] if measure["schedule"] else NOTHING)
                        at["whole"] = added(at["whole"], measure["amount"])
    for adcode, sums in places.items():
        lead = [adcode, reader.text(sums["name"])]
        for at in sums["measures"].values():
            ends = reader.ends(at["year"]) + reader.ends(at["whole"]) if at["of"]["amount"] else [None] * 4
            yield lead + [reader.text(at["of"]["title"]), at["of"]["clause"], at["eligible"], at["undetermined"]] + ends
        yield lead + [reader.words["total"], None, sums["n"], sums["open"]] + reader.ends(sums["year"]) + reader.ends(sums["whole"])


def hold(folder, language):
    wanted = json.load(open(f"{folder}/wanted.json", encoding="utf-8"))
    results = [json.loads(line, parse_float=Decimal) for line in open(f"{folder}/results.jsonl", encoding="utf-8")]
    reader = Reader(folder, language, results)
    right, bad = [entry for entry in wanted if "cell" not in entry], [entry for entry in wanted if "cell" in entry]
    reader.check(len(right) == len(results), len(right), "right rows,", len(results), "results")
    sheets = collections.OrderedDict()
    for entry, result in zip(right, results):
        for place in result["places"]:
            sheets.setdefault(f"{place['adcode']} {reader.text(place['name'])}"[:31], []).extend(reader.place_rows(entry, place))
    reader.check(reader.book.sheetnames == [reader.words["budget"], reader.words["bad"], *sheets], reader.book.sheetnames)
    for title, rows in sheets.items():
        reader.check_sheet(title, HEADS[language], rows, WHOLE[language])
    reader.check_refused(bad)
    budget = list(budget_rows(reader, results))
    reader.check_sheet(reader.words["budget"], BUDGET_HEADS[language], budget, BUDGET_WHOLE[language])
    for fault in reader.faults[:12]:
        print(fault)
    print(f"{len(right)} applicants, {len(bad)} refused, {len(sheets)} places, {reader.held} cells, {len(reader.faults)} wrong")


if sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]))
else:
    hold(sys.argv[2], sys.argv[3])
