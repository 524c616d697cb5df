"""Changes the core in one place after another and says which changes no test notices.

    mutate_core.py [COUNT [SEED [PATTERN OF A FILE'S NAME]]]

Every comparison, connective, sum, figure, negation, statement that calls or assigns and every truth returned in core/src is a place. All changes are
compiled into one copy of the tree, under build/mutants, where the environment's MUTANT chooses one; so a change costs a run of the tests and no
compilation, and the next run compiles only what is no longer the same. COUNT of them are drawn (all, if 0) and held against those of the unit tests,
the cases, the properties in short, the shell tests, bad input and memory that runs out, as far as they come by the place, until one fails (or
leaks). Survivors are listed; those that tests/proof/mutants.txt explains count as equivalent.
The last line says which kind of test noticed first: what a property notices, no unit test and no case does. Ends with 1 under FLOOR.
"""

import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE, BUILD = Path(os.environ["SOURCE"]), Path(os.environ["BUILD"])
TREE = BUILD / "mutants"
FLOOR = 90  # per cent, as aimed at
KNOWN = SOURCE / "tests/proof/mutants.txt"
SWAPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "&": "|", "|": "&"}
# What compilers settle, or what stands outside of any run.
CLOSED = {"ConstantExpr", "EnumDecl", "UnaryExprOrTypeTraitExpr", "OffsetOfExpr", "StaticAssertDecl", "RecordDecl", "TypedefDecl"}
SHELL = ["outputs", "cli", "advice", "clauses", "batch", "what_if", "diff", "review", "verify", "rules"]
# Tests that take long, for the files that they are about; shell/policy_test and shell/batch_table take too long for any.
LONG = {
    "unit/advice_test": ("missing", "change", "question", "repair", "inquiry", "explain", "advice", "document"),
    "unit/suite_test": ("suite", "mutant", "mutate", "boundary", "reach", "expect"),
    "shell/mistakes": ("lint", "domain", "checker", "part_checker", "tree_checker"),
    "shell/templates": ("dictionary", "domain", "fact_reader", "gate", "heading", "inventory", "schema", "sheet"),
    "bad/json": ("applicant", "fact_reader", "gate", "intake", "json.c", "received"),
    "bad/csv": ("cell", "csv", "heading", "table"),
    "shell/loader": ("checker", "digest", "directory", "engine", "library_gate", "loader", "part_checker", "place", "tree_checker"),
}
PATIENCE = 10  # times as long as without a change, and some seconds: what takes longer does not end
MEMORY = 4 << 30
WORKERS = len(os.sched_getaffinity(0))
NUMBERS = 1000  # for each file, so that a place more in one leaves the others as they are
PLACES = 1 << 17  # more than there are numbers


# ---- Where something can be changed ----------------------------------------------------------------------------------------------------------
class File:
    """A source file, the places in it and the edits that they make."""

    def __init__(self, path):
        self.path, self.text = path, path.read_bytes().decode("latin-1")  # offsets are bytes
        self.function, self.places, self.seen = "", [], set()

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
        self.places.append((begin, end, what, self.function, depth, before, after))


def swap(file, node, depth):
    left, right = node["inner"]
    (begin, left_end), (right_begin, end) = file.span(left), file.span(right)
    operator = node["opcode"]
    if None in (begin, left_end, right_begin, end) or file.text[left_end:right_begin].strip() != operator:
        return
    if operator in ("&&", "||"):
        other = "||" if operator == "&&" else "&&"
        turn = "!" if operator == "&&" else ""
        file.add(begin, end, f"{operator} → {other}", depth, lambda n: f"({{ _Bool a_{n} = (", lambda n: f"); }})")
        file.places[-1] += ((left_end, right_begin, lambda n: f"); (a_{n} == {turn}CHOSEN({n})) ? !!("), lambda n: f") : a_{n}; }})")
    elif operator in SWAPS:
        file.add(begin, end, f"{operator} → {SWAPS[operator]}", depth, lambda n: f"({{ __auto_type a_{n} = (", None)
        file.places[-1] += (
            (left_end, right_begin, lambda n: f"); __auto_type b_{n} = ("),
            lambda n: f"); CHOSEN({n}) ? a_{n} {SWAPS[operator]} b_{n} : a_{n} {operator} b_{n}; }})",
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
        file.add(begin, end, f"{file.text[begin:end]} → {int(node['value']) + 1}", depth, lambda n: "(", lambda n: f" + CHOSEN({n}))")
    if kind == "UnaryOperator" and node.get("opcode") == "!" and spelled:
        file.add(begin, end, "! left out", depth, lambda n: f"(CHOSEN({n}) ^ (", lambda n: "))")
    dropped = kind == "CallExpr" or (kind == "BinaryOperator" and node.get("opcode") == "=") or kind == "CompoundAssignOperator"
    if statement and dropped and spelled:
        file.add(begin, end, "left out", depth, lambda n: f"(CHOSEN({n}) ? (void)0 : (void)(", lambda n: "))")
    if kind == "ReturnStmt" and inner and inner[0].get("type", {}).get("qualType") in ("bool", "_Bool"):
        value_begin, value_end = file.span(inner[0])
        file.add(value_begin, value_end, "the opposite returned", depth, lambda n: f"(CHOSEN({n}) ^ !!(", lambda n: "))")
    for number, child in enumerate(inner):
        body = kind in ("CompoundStmt", "CaseStmt", "DefaultStmt", "LabelStmt") or (kind == "ForStmt" and number == 4) or (kind == "WhileStmt" and number == 1)
        visit(file, child, depth + 1, body or (kind == "IfStmt" and number > 0))


def read(path):
    ast = subprocess.run(["clang", "-Xclang", "-ast-dump=json", "-fsyntax-only", "-std=c11", "-D_POSIX_C_SOURCE=200809L", f"-I{SOURCE}/core/include",
                          f"-I{BUILD}/include", path], capture_output=True, check=True)
    file = File(path)
    for node in json.loads(ast.stdout)["inner"]:
        if node["kind"] == "FunctionDecl" and "includedFrom" not in node["loc"] and "offset" in node["loc"]:
            file.function = node["name"]
            for child in node.get("inner", []):
                if child["kind"] == "CompoundStmt":
                    visit(file, child, 0, False)
    return file


HEAD = "extern int chosen_place;\nextern unsigned char *reached_places;\n#define CHOSEN(n) (reached_places[n] = 1, chosen_place == n)\n"


def write(file, first):
    """The text with every place's change in it, numbered from `first`."""
    edits = []
    for number, place in enumerate(file.places, first):
        begin, end, _, _, depth, before, after = place[:7]
        if len(place) == 9:
            (left_end, right_begin, middle), after = place[7], place[8]
            edits.append((left_end, 1, -depth, right_begin - left_end, middle(number)))
        edits.append((begin, 2, depth, 0, before(number)))
        edits.append((end, 0, -depth, 0, after(number)))
    text, out, at = file.text, [], 0
    for offset, _, _, length, piece in sorted(edits, key=lambda edit: edit[:3]):
        out += [text[at:offset], piece]
        at = offset + length
    return HEAD + "".join(out) + text[at:]


# ---- The tests ---------------------------------------------------------------------------------------------------------------------------------
def command_of(test):
    folder, test = test.split("/")
    if folder == "bad":
        return ["python3", TREE / "tests/bad/run.py", TREE / f"tests/bad/{test}.txt"]
    return [TREE / "build/tests" / test] if folder == "unit" else ["sh", TREE / f"tests/shell/{test}.sh"]


def commands(file):
    """The tests for a file's changes, the quick ones first."""
    tests, plugins = TREE / "build/tests", TREE / "build/plugins"
    cases = [TREE / "tests/cases/public.jsonl", *sorted(TREE.glob("plugins/*/cases/*.jsonl"))]
    yield from ([unit] for unit in sorted(tests.glob("*_test")) if f"unit/{unit.name}" not in LONG)
    yield from ([tests / "run_cases", plugins, one] for one in cases if "template" not in str(one))
    yield [tests / "relations", plugins, "60", "1"]
    yield [tests / "totals", plugins, "300", "1"]
    yield [tests / "totals", TREE / "build/tests/words", "300", "1"]
    yield [tests / "crowd", plugins, "200", "1"]
    yield [tests / "crowd", TREE / "build/tests/words", "200", "1"]
    yield [tests / "breakpoints", plugins, "1", "1"]
    yield [tests / "advice", plugins, "5", "1"]
    yield from (command_of(f"shell/{name}") for name in SHELL)
    yield from (command_of(test) for test, about in LONG.items() if file.startswith(about))
    yield [tests / "memory", plugins, TREE, "0"]


def run(command, env, seconds):
    """Its exit code; None if it does not end, with all that it has started."""
    started = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=TREE, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        return started.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        return None


# Which kind is asked first: what it notices counts for it.
ORDER = ["unit", "cases", "relations", "totals", "crowd", "breakpoints", "advice", "shell", "bad", "memory"]


def kind_of(command):
    stem = Path(command[1] if command[0] == "sh" else command[0]).stem
    return "shell" if command[0] == "sh" else "bad" if command[0] == "python3" else "cases" if stem == "run_cases" else "unit" if stem.endswith("_test") else stem


def failing(number, tests, env):
    """The kind of the first test that notices a change, or None. Only those that come by the place can."""
    for command, seconds, reached in tests:
        if reached[number] and run(command, {**env, "MUTANT": str(number)}, seconds) != 0:
            return kind_of(command)
    return None


def measure(command, env):
    """A test, the seconds that it may take and the places that it comes by."""
    began, marks = time.time(), TREE / "build" / f"reached{hash(str(command))}"
    marks.write_bytes(bytes(PLACES))
    if run(command, {**env, "REACHED": str(marks)}, 600) != 0:
        sys.exit(f"without any change this fails: {' '.join(map(str, command))}")
    return command, 5 + PATIENCE * (time.time() - began), marks.read_bytes()


def measured(files, env):
    """The tests of each file."""
    needed = {str(command): command for file in files for command in commands(file)}
    with ThreadPoolExecutor(WORKERS) as pool:
        made = dict(zip(needed, pool.map(lambda command: measure(command, env), needed.values())))
    return {file: sorted((made[str(command)] for command in commands(file)), key=lambda test: (ORDER.index(kind_of(test[0])), test[1])) for file in files}


def changed(path, text):
    """What the copy of a file holds: the build without its warnings, and tests that end where they first fail."""
    if path.name == "CMakeLists.txt":
        text = text.replace(b"-pedantic -Wall -Wextra -Wconversion -Wcast-function-type -Werror", b"-w").replace(b"CMAKE_C_EXTENSIONS OFF", b"CMAKE_C_EXTENSIONS ON")
    if path.name in ("check.h", "run_cases.c"):
        text = text.replace(b"checks_failed++;", b"__builtin__Exit(1);")
    if path.name == "check.inc":
        text = text.replace(b"failed=$((failed + 1))", b"exit 1")
    return text


CHOSEN = """/* Which place is changed, and which have been come by. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
int chosen_place;
static unsigned char unread[PLACES];
unsigned char *reached_places = unread;
__attribute__((constructor)) static void choose(void) {
    const char *given = getenv("MUTANT"), *reached = getenv("REACHED");
    chosen_place = given == NULL ? 0 : atoi(given);
    int file = reached == NULL ? -1 : open(reached, O_RDWR);
    if (file < 0) return;
    void *marks = mmap(NULL, PLACES, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (marks != MAP_FAILED) reached_places = marks;
    close(file);
}
"""


def build(files):
    copy = {Path("core/src/chosen.c"): CHOSEN.replace("PLACES", str(PLACES)).encode(), Path("leaks.txt"): b"leak:libxlsxwriter\n"}
    for path in SOURCE.rglob("*"):
        inside = path.relative_to(SOURCE)
        if path.is_file() and not {"build", "node_modules", ".git"} & set(inside.parts):
            copy[inside] = changed(path, path.read_bytes())
    for place, file in enumerate(files):
        copy[file.path.relative_to(SOURCE)] = write(file, NUMBERS * place + 1).encode("latin-1")
    for path in TREE.rglob("*"):
        inside = path.relative_to(TREE)
        if path.is_file() and inside.parts[0] != "build" and inside not in copy:
            path.unlink()
    for inside, text in copy.items():
        path = TREE / inside
        if not path.exists() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            path.chmod((SOURCE / inside).stat().st_mode if (SOURCE / inside).exists() else 0o644)
    subprocess.run(["cmake", "--preset", "release", "-DHUISUAN_TESTS=ON", "-DCMAKE_EXE_LINKER_FLAGS=-fsanitize=leak"], cwd=TREE, check=True, stdout=subprocess.DEVNULL)
    made = subprocess.run(["cmake", "--build", "--preset", "release", "--parallel", str(WORKERS)], cwd=TREE, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit("\n".join(line for line in (made.stdout + made.stderr).splitlines() if "error" in line)[:4000])


def called(file, place):
    """A change by its file, its function and its text, for a figure the whole line."""
    begin, end, what, function = place[:4]
    if file.text[begin:end].isdigit():
        begin, end = file.text.rfind("\n", 0, begin) + 1, file.text.find("\n", end)
    return f"{file.path.name}: {function}: {' '.join(file.text[begin:end].encode('latin-1').decode().split())}: {what}"


def named(file):
    """What mutants.txt knows each place by: what it is called and, where others in the function are called the same, which of them it is."""
    names = [called(file, place) for place in file.places]
    times, before, out = Counter(names), Counter(), [""] * len(names)
    for index in sorted(range(len(names)), key=lambda index: file.places[index][:2]):
        one = names[index]
        before[one] += 1
        out[index] = one if times[one] == 1 else f"{one} ({before[one]} of {times[one]})"
    return out


def explained(names):
    """The places of which mutants.txt says that nothing can notice them; a line of it that is not about one place ends the run."""
    lines = [line.split("\t")[0] for line in KNOWN.read_text().splitlines() if "\t" in line and not line.startswith("#")]
    several = {re.sub(r" \(\d+ of \d+\)$", "", one) for one in names} - names
    wrong = [f"{KNOWN.name}: {line}: " + ("several places are called so: say which, as “(1 of 2)”" if line in several else
             "stands there more than once: leave one" if line in names else "no place is called so (any more): mend the line or delete it")
             for line, times in Counter(lines).items() if line not in names or times > 1]
    if wrong:
        sys.exit("\n".join(wrong))
    return set(lines)


def main():
    count, seed, part = (sys.argv[1:] + ["1000", "1", ""][len(sys.argv) - 1 :])[:3]
    began = time.time()
    with ThreadPoolExecutor(WORKERS) as pool:
        files = list(pool.map(read, sorted((SOURCE / "core/src").glob("*.c"))))
    places = {NUMBERS * index + number: (file, place) for index, file in enumerate(files) for number, place in enumerate(file.places, 1)}
    names = {NUMBERS * index + number: one for index, file in enumerate(files) for number, one in enumerate(named(file), 1)}
    known = explained(set(names.values()))
    build(files)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    env = {**os.environ, "BUILD": str(TREE / "build"), "SOURCE": str(TREE), "LSAN_OPTIONS": f"suppressions={TREE}/leaks.txt:print_suppressions=0"}
    numbers = [number for number, (file, _) in places.items() if re.search(part, file.path.name)]
    random.Random(int(seed)).shuffle(numbers)
    numbers = sorted(numbers[: int(count) or None])
    tests = measured({places[number][0].path.name for number in numbers}, env)

    def held(number):
        """The kind of test that notices, or "equivalent", or "left": these are said at once."""
        file, place = places[number]
        mine = tests[file.path.name]
        by = failing(number, mine, env) or ("equivalent" if names[number] in known else "left")
        if by == "left":
            nowhere = "" if any(reached[number] for _, _, reached in mine) else " (no test comes by)"
            print(f"core/src/{file.path.name}:{file.text.count(chr(10), 0, place[0]) + 1}: {names[number]}{nowhere}", flush=True)
        return by

    with ThreadPoolExecutor(WORKERS) as pool:
        found = Counter(pool.map(held, numbers))
    equivalent, left = found.pop("equivalent", 0), found.pop("left", 0)
    killed, of = found.total(), found.total() + left
    print(f"mutation of the core: {len(numbers):,} of {len(places):,} changes, {killed:,} noticed, {equivalent} equivalent, {left} left, "
          f"{100 * killed / max(of, 1):.1f} %, first by {', '.join(f'{by} {times}' for by, times in found.most_common())}; {time.time() - began:.0f} s")
    sys.exit(0 if 100 * killed >= FLOOR * of and numbers else 1)


main()
