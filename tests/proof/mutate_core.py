"""Changes the core in one place after another and says which changes no test notices.

    mutate_core.py [COUNT [SEED [PART OF A FILE'S NAME]]]

Every comparison, connective, sum, figure, negation, statement that calls or assigns and every truth returned in core/src is a place. All changes are
compiled into one copy of the tree, under build/mutants, where the environment's MUTANT chooses one; so a change costs a run of the tests and no
compilation. COUNT of them are drawn (all, if 0) and held against the unit tests, the cases, the properties in short and the shell tests, until one
fails. Survivors are listed; those that tests/proof/mutants.txt explains count as equivalent. Ends with 1 under 90 %.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE, BUILD = Path(os.environ["SOURCE"]), Path(os.environ["BUILD"])
TREE = BUILD / "mutants"
KNOWN = SOURCE / "tests/proof/mutants.txt"
SWAPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "&": "|", "|": "&"}
# What compilers settle, or what stands outside of any run.
CLOSED = {"ConstantExpr", "EnumDecl", "UnaryExprOrTypeTraitExpr", "OffsetOfExpr", "StaticAssertDecl", "RecordDecl", "TypedefDecl"}
SHELL = ["cli", "advice", "clauses", "batch", "what_if", "diff", "review", "verify", "templates", "rules", "loader"]
# Tests that take long, for the files that they are about.
LONG = {
    "unit/advice_test": ("missing", "change", "question", "repair", "inquiry", "explain", "advice"),
    "unit/suite_test": ("suite", "mutant", "mutate", "boundary", "reach", "expect"),
    "shell/policy_test": ("suite", "mutant", "mutate", "boundary", "reach", "expect"),
    "shell/batch_table": ("csv", "cell", "heading", "records", "intake", "budget"),
}
SECONDS = 120


# ---- Where something can be changed ----------------------------------------------------------------------------------------------------------
class File:
    """A source file, the places in it and the edits that they make."""

    def __init__(self, path):
        self.path, self.text = path, path.read_bytes().decode("latin-1")  # offsets are bytes
        self.edits, self.places, self.seen = [], [], set()

    def at(self, place):
        return place.get("offset", place.get("expansionLoc", {}).get("offset"))

    def end(self, place):
        """Behind the last token; behind the parentheses of a macro with arguments."""
        spot = place if "offset" in place else place.get("expansionLoc", {})
        if "offset" not in spot:
            return None
        end = spot["offset"] + spot["tokLen"]
        if "offset" in place or self.text[end : end + 1] != "(":
            return end
        depth = 0
        for end in range(end, len(self.text)):
            depth += {"(": 1, ")": -1}.get(self.text[end], 0)
            if depth == 0:
                return end + 1

    def span(self, node):
        begin, end = node.get("range", {}).get("begin", {}), node.get("range", {}).get("end", {})
        return (self.at(begin), self.end(end)) if begin and end else (None, None)

    def add(self, begin, end, what, depth, before, after):
        """A place; `before` and `after` are made of its number."""
        if begin is None or end is None or (begin, end, what) in self.seen:
            return
        self.seen.add((begin, end, what))
        self.places.append((begin, end, what, depth, before, after))


def swap(file, node, depth):
    left, right = node["inner"]
    (begin, left_end), (right_begin, end) = file.span(left), file.span(right)
    operator = node["opcode"]
    if None in (begin, left_end, right_begin, end) or file.text[left_end:right_begin].strip() != operator:
        return
    if operator in ("&&", "||"):
        other = "||" if operator == "&&" else "&&"
        turn = "!=" if operator == "&&" else "=="
        file.add(begin, end, f"{operator} → {other}", depth, lambda n: f"({{ _Bool a_{n} = (", lambda n: f"); }})")
        file.places[-1] += ((left_end, right_begin, lambda n: f"); (a_{n} == (chosen_place {turn} {n})) ? !!("), lambda n: f") : a_{n}; }})")
    elif operator in SWAPS:
        file.add(begin, end, f"{operator} → {SWAPS[operator]}", depth, lambda n: f"({{ __auto_type a_{n} = (", None)
        file.places[-1] += (
            (left_end, right_begin, lambda n: f"); __auto_type b_{n} = ("),
            lambda n: f"); chosen_place == {n} ? a_{n} {SWAPS[operator]} b_{n} : a_{n} {operator} b_{n}; }})",
        )


def visit(file, node, depth, statement):
    kind, inner = node.get("kind"), node.get("inner", [])
    if kind in CLOSED or (kind == "VarDecl" and node.get("storageClass") == "static"):
        return
    spelled = "offset" in node.get("range", {}).get("begin", {}) and "offset" in node.get("range", {}).get("end", {})
    begin, end = file.span(node)
    pointer = "*" in node.get("type", {}).get("qualType", "")
    if kind == "BinaryOperator" and len(inner) == 2 and node["opcode"] != "=" and node["opcode"] != "," and not pointer:
        if not any("*" in one.get("type", {}).get("qualType", "") for one in inner) or node["opcode"] in ("==", "!=", "&&", "||"):
            swap(file, node, depth)
    if kind == "IntegerLiteral" and spelled and file.text[begin:end].isdigit():
        file.add(begin, end, f"{file.text[begin:end]} → {int(node['value']) + 1}", depth, lambda n: "(", lambda n: f" + (chosen_place == {n}))")
    if kind == "UnaryOperator" and node.get("opcode") == "!" and spelled:
        file.add(begin, end, "! left out", depth, lambda n: f"((chosen_place == {n}) ^ (", lambda n: "))")
    dropped = kind == "CallExpr" or (kind == "BinaryOperator" and node.get("opcode") == "=") or kind == "CompoundAssignOperator"
    if statement and dropped and spelled:
        file.add(begin, end, "left out", depth, lambda n: f"(chosen_place == {n} ? (void)0 : (void)(", lambda n: "))")
    if kind == "ReturnStmt" and inner and inner[0].get("type", {}).get("qualType") in ("bool", "_Bool"):
        value_begin, value_end = file.span(inner[0])
        file.add(value_begin, value_end, "the opposite returned", depth, lambda n: f"((chosen_place == {n}) ^ !!(", lambda n: "))")
    for number, child in enumerate(inner):
        body = kind in ("CompoundStmt", "CaseStmt", "DefaultStmt", "LabelStmt") or (kind == "ForStmt" and number == 4) or (kind == "WhileStmt" and number == 1)
        visit(file, child, depth + 1, body or (kind == "IfStmt" and number > 0))


def read(path):
    ast = subprocess.run(["clang", "-Xclang", "-ast-dump=json", "-fsyntax-only", "-std=c11", "-D_POSIX_C_SOURCE=200809L", f"-I{SOURCE}/core/include",
                          f"-I{BUILD}/include", path], capture_output=True, check=True)
    file = File(path)
    for node in json.loads(ast.stdout)["inner"]:
        if node["kind"] == "FunctionDecl" and "includedFrom" not in node["loc"] and "offset" in node["loc"]:
            for child in node.get("inner", []):
                if child["kind"] == "CompoundStmt":
                    visit(file, child, 0, False)
    return file


def write(file, first):
    """The text with every place's change in it, numbered from `first`."""
    edits = []
    for number, place in enumerate(file.places, first):
        begin, end, _, depth, before, after = place[:6]
        if len(place) == 8:
            (left_end, right_begin, middle), after = place[6], place[7]
            edits.append((left_end, 1, -depth, right_begin - left_end, middle(number)))
        edits.append((begin, 2, depth, 0, before(number)))
        edits.append((end, 0, -depth, 0, after(number)))
    text, out, at = file.text, [], 0
    for offset, _, _, length, piece in sorted(edits, key=lambda edit: edit[:3]):
        out += [text[at:offset], piece]
        at = offset + length
    return "extern int chosen_place;\n" + "".join(out) + text[at:]


# ---- The tests ---------------------------------------------------------------------------------------------------------------------------------
def command_of(test):
    folder, test = test.split("/")
    return [TREE / "build/tests" / test] if folder == "unit" else ["sh", TREE / f"tests/shell/{test}.sh"]


def commands(file):
    """The tests for a file's changes, the quick ones first; all of them for None."""
    tests, plugins = TREE / "build/tests", TREE / "build/plugins"
    cases = [TREE / "tests/cases/public.jsonl", *sorted(TREE.glob("plugins/*/cases/*.jsonl"))]
    yield from ([unit] for unit in sorted(tests.glob("*_test")) if f"unit/{unit.name}" not in LONG)
    yield from ([tests / "run_cases", plugins, one] for one in cases if "template" not in str(one))
    yield [tests / "relations", plugins, "60", "1"]
    yield [tests / "totals", plugins, "300", "1"]
    yield [tests / "totals", TREE / "build/tests/words", "300", "1"]
    yield [tests / "breakpoints", plugins, "1", "1"]
    yield [tests / "advice", plugins, "5", "1"]
    yield from (command_of(f"shell/{name}") for name in SHELL)
    yield from (command_of(test) for test, about in LONG.items() if file is None or file.startswith(about))


def failing(number, file, env):
    """The first command that notices the change of a place in a file, or None."""
    env = {**env, "MUTANT": str(number)}
    for command in commands(file):
        try:
            ended = subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, cwd=TREE, stdin=subprocess.DEVNULL)
            if ended.returncode != 0:
                return Path(command[1] if command[0] == "sh" else command[0]).stem
        except subprocess.TimeoutExpired:
            return "time"
    return None


def build(files):
    shutil.rmtree(TREE, ignore_errors=True)
    shutil.copytree(SOURCE, TREE, ignore=shutil.ignore_patterns("build", "node_modules", ".git"))
    first = 1
    for file in files:
        (TREE / file.path.relative_to(SOURCE)).write_bytes(write(file, first).encode("latin-1"))
        first += len(file.places)
    (TREE / "core/src/chosen.c").write_text(
        "#include <stdlib.h>\nint chosen_place;\n__attribute__((constructor)) static void choose(void) {\n"
        '    const char *given = getenv("MUTANT");\n    chosen_place = given == NULL ? 0 : atoi(given);\n}\n'
    )
    for part in ("CMakeLists.txt", "core/CMakeLists.txt"):
        text = (TREE / part).read_text().replace("-pedantic -Wall -Wextra -Wconversion -Wcast-function-type -Werror", "-w").replace("CMAKE_C_EXTENSIONS OFF", "CMAKE_C_EXTENSIONS ON")
        (TREE / part).write_text(text)
    subprocess.run(["cmake", "--preset", "release", "-DHUISUAN_TESTS=ON"], cwd=TREE, check=True, stdout=subprocess.DEVNULL)
    made = subprocess.run(["cmake", "--build", "--preset", "release", "--parallel", str(os.cpu_count())], cwd=TREE, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit("\n".join(line for line in (made.stdout + made.stderr).splitlines() if "error" in line)[:4000])


def explained():
    """Lines of mutants.txt: file, the changed text, what became of it, then after a tab why nothing can notice."""
    lines = KNOWN.read_text().splitlines() if KNOWN.exists() else []
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines if "\t" in line and not line.startswith("#")}


def name(file, place):
    begin, end, what = place[:3]
    return f"{file.path.name}: {' '.join(file.text[begin:end].encode('latin-1').decode().split())}: {what}"


def main():
    count, seed, part = (sys.argv[1:] + ["1000", "1", ""][len(sys.argv) - 1 :])[:3]
    began = time.time()
    files = [read(path) for path in sorted((SOURCE / "core/src").glob("*.c"))]
    places = [(file, place) for file in files for place in file.places]
    build(files)
    env = {**os.environ, "BUILD": str(TREE / "build"), "SOURCE": str(TREE)}
    noticed = failing(0, None, env)
    if noticed:
        sys.exit(f"without any change {noticed} fails")
    numbers = [number for number, (file, _) in enumerate(places, 1) if part in file.path.name]
    random.Random(int(seed)).shuffle(numbers)
    numbers = sorted(numbers[: int(count) or None])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda number: failing(number, places[number - 1][0].path.name, env), numbers))
    known, equivalent, survivors = explained(), 0, []
    for number, by in zip(numbers, found):
        if by is None:
            file, place = places[number - 1]
            line = file.text.count("\n", 0, place[0]) + 1
            equivalent += name(file, place) in known
            if name(file, place) not in known:
                survivors.append(f"core/src/{file.path.name}:{line}: {name(file, place)}")
    print("\n".join(survivors), end="\n" if survivors else "")
    killed = sum(by is not None for by in found)
    of = len(numbers) - equivalent
    print(f"mutation of the core: {len(numbers):,} of {len(places):,} changes, {killed:,} noticed, {equivalent} equivalent, {len(survivors)} left, "
          f"{100 * killed / max(of, 1):.1f} %, {time.time() - began:.0f} s")
    sys.exit(0 if killed >= 0.9 * of and numbers else 1)


main()
