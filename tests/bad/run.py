"""Bad documents and tables, each with one mistake of its own: refused with the exit code and the message that stand beside it, in both
languages, at the place that is marked. `run.py json.txt` holds the program against the file, `run.py --write json.txt` writes the messages anew.

A case is a name (#), a command where it is not the usual one ($), the input (| a line each; : the table of overseas_sites) and the messages. In the
input ‸ marks the place, «C4FE» is bytes, «9×ab» nine times "ab" with # for 10, 11 and so on, ␣ in it a blank."""
import csv
import os
import re
import subprocess
import sys
import tempfile

HUISUAN = [os.environ["BUILD"] + "/huisuan"]
PLUGINS = ["--plugins", os.environ["BUILD"] + "/plugins"]
USUAL = {"json.txt": ("assess -", 3), "csv.txt": ("batch --input csv -", 1)}
MARK = "‸".encode()
# How a message says what to do: what was expected, or the words for it.
CURE = {"en": r"expected|wanted|write|leave|left out|did you mean|at most|keep|save|split|wants|belongs|lists them all|must|here are|shorten|"
              r"take some|closed\?|close it|check|stands twice|has min and max|verify it|goes in quotation marks|lines end with|as in|only one of|"
              r"cannot|add it|give it by|make (it|them)|format the column|compile|copy it|may want",
        "zh": r"应|请|写|要|是不是|最多|不能|可选|重复|之后|只有|没有结束|可用|只能|每三位|设为|用 "}


def meant(text):
    """The bytes that a line of the input stands for."""
    def one(match):
        count, times, what = match[1].partition("×")
        if not times:
            return bytes.fromhex(count)
        return b"".join(what.replace("␣", " ").replace("#", str(10 + i)).encode() for i in range(int(count)))
    parts = re.split(r"(«.*?»)", text)
    return b"".join(one(m) if (m := re.fullmatch("«(.*)»", part)) else part.encode() for part in parts)


class Case:
    def __init__(self, name, line):
        self.name, self.line, self.command, self.code, self.said = name, line, None, None, {}
        self.input, self.list = [], []

    def files(self):
        return ["\n".join(lines) for lines in (self.input, self.list)]

    def place(self):
        """Line and column of the mark, counted here and not by the program."""
        for text in self.files():
            before, mark, _ = text.partition("‸")
            if mark:
                before = meant(before)
                return before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        return None

    def cell(self):
        """The name of the marked cell, as a spreadsheet has it."""
        for text in self.files():
            rows = list(csv.reader(text.replace('‸"', '"‸').splitlines(keepends=True)))
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    if "‸" in value:
                        return ("" if column < 26 else chr(64 + column // 26)) + chr(65 + column % 26) + str(number)
        return None


def read(path):
    cases = []
    for number, line in enumerate(open(path, encoding="utf-8", newline="\n").read().split("\n"), 1):
        kind, rest = line[:1], line[2:]
        if kind == "#" and line[1:2] == " ":
            cases.append(Case(rest, number))
        elif kind == "$":
            cases[-1].command = rest
        elif kind == "|":
            cases[-1].input.append(rest)
        elif kind == ":":
            cases[-1].list.append(rest)
        elif kind == "=":
            cases[-1].code = int(rest)
        elif line[:3] in ("en:", "zh:"):
            cases[-1].said[line[:2]] = line[4:]
    return cases


def run(case, usual, work):
    """Exit code, output, and what was said in each language."""
    given, of_list = (meant(text.replace("‸", "")) for text in case.files())
    with open(work, "wb") as file:
        file.write(of_list)
    command = (case.command or usual).split() + (["--list", "overseas_sites=" + work] if of_list else [])
    found = {}
    for language in ("zh", "en"):
        done = subprocess.run([*HUISUAN, *command, *PLUGINS, "--lang", language], input=given, capture_output=True, check=False)
        found[language] = done.stderr.decode().replace(work, "LIST").splitlines()
    return done.returncode, done.stdout.decode(), found


def faults(case, code, output, found, wanted, table):
    if code != (case.code or wanted):
        yield f"exit code {code}, wanted {case.code or wanted}"
    if code == 3 and output:
        yield "something was assessed"
    if code == 1 and not re.search(r"\b1 refused$", "".join(found["en"][-1:])):
        yield f"not one row refused: {found['en'][-1:]}"
    for language, lines in found.items():
        said = lines[0].removeprefix("huisuan: ") if lines else ""
        if said != case.said.get(language):
            yield f"{language}: {said}\n    wanted {case.said.get(language)}"
        at = re.match(r"(?:-|LIST):(\d+):(\d+): ", said)
        if not at or (int(at[1]), int(at[2])) != case.place():
            yield f"{language}: the place is {case.place()}: {said}"
        if table and (name := re.search(r"(?:^|: )([A-Z]+\d+)[:：]", said)) and name[1] != case.cell():
            yield f"{language}: the cell is {case.cell()}: {said}"
        if not re.search(CURE[language], said):
            yield f"{language}: no word of what to do: {said}"


def write(path, cases):
    said = {case.line: case.said for case in cases}
    out, now = [], None
    for number, line in enumerate(open(path, encoding="utf-8", newline="\n").read().split("\n"), 1):
        if line[:3] in ("en:", "zh:"):
            continue
        if now and line[:1] not in tuple("|:$=mxd"):
            out += [f"{language}: {text}" for language, text in said[now].items()]
            now = None
        if number in said:
            now = number
        out.append(line)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(out))


def main():
    path = sys.argv[-1]
    command, wanted = USUAL[os.path.basename(path)]
    cases, failed = read(path), 0
    with tempfile.TemporaryDirectory() as work:
        seen = {}
        for case in cases:
            code, output, found = run(case, command, work + "/list.csv")
            if sys.argv[1] == "--write":
                case.said = {language: lines[0].removeprefix("huisuan: ") if lines else "" for language, lines in found.items()}
            wrong = [*faults(case, code, output, found, wanted, path.endswith("csv.txt"))]
            if (twin := seen.setdefault((case.command, *case.files()), case)) is not case:
                wrong.append(f"the same as line {twin.line}")
            for fault in wrong:
                print(f"{path}:{case.line}: {case.name}\n  {fault}")
            failed += bool(wrong)
    if sys.argv[1] == "--write":
        write(path, cases)
    print(f"bad input: {len(cases)} of {os.path.basename(path)}, {len(cases) - failed} refused as they should be, with exit code, place and cure")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
