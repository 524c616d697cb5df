"""Every call by which the program reads or writes its files fails once, with each error that a disk can give (strace injects them).

The program may go on and give exactly what it gives otherwise; or it ends with an exit code for it and says why, what stood there before stands
there still, and nothing of its own is left. Prints one line; ends with 1 if a run did neither. io.py 3: of each call only the first three.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE, BUILD = Path(os.environ["SOURCE"]), Path(os.environ["BUILD"])
PROGRAM, PLUGINS, SAMPLES = BUILD / "huisuan", BUILD / "plugins", SOURCE / "tests/samples"
ERRORS = {
    "openat": ["EIO", "ENOSPC", "EMFILE"],
    "read": ["EIO", "EINTR"],
    "pread64": ["EIO"],
    "write": ["ENOSPC", "EIO", "EINTR"],
    "pwrite64": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO", "ENOSPC"],
    "ftruncate": ["EIO", "ENOSPC"],
    "rename": ["EIO", "ENOSPC"],
    "close": ["EIO", "ENOSPC"],
    "lseek": ["EIO"],
    "flock": ["EWOULDBLOCK"],
    "getdents64": ["EIO"],
    "newfstatat": ["EIO"],
    "mkdir": ["ENOSPC"],
    "mkdirat": ["ENOSPC"],
}
NAMING = ("openat", "rename", "newfstatat", "mkdir", "mkdirat")
MOST = int((sys.argv[1:] or ["30"])[0])
OLD = b"what stood here before\n"
SLOW = ["-e", "inject=write:delay_exit=60000"]  # longer than a batch waits from one checkpoint to the next

# Arguments, the answers to questions, and what is written: a file, a folder, or None for standard output. Of an argument all after "/" is a name in
# the folder.
SCENARIOS = {
    "assess": (["assess", "/firm.json", "--format", "json"], b"", None),
    "table": (["assess", "/firm.json"], b"", None),
    "batch json": (["batch", "/firms.csv", "--list", "overseas_sites=/sites.csv", "--output", "/out"], b"", "out"),
    "batch csv": (["batch", "/firms.csv", "--list", "overseas_sites=/sites.csv", "--format", "csv", "--output", "/out"], b"", "out"),
    "batch xlsx": (["batch", "/firms.csv", "--list", "overseas_sites=/sites.csv", "--format", "xlsx", "--output", "/out"], b"", "out"),
    "batch strict": (["batch", "/firms.csv", "--strict", "--output", "/out"], b"", "out"),
    "batch, standard input": (["batch", "-", "--format", "csv", "--output", "/out"], SAMPLES / "firms.csv", "out"),
    "many rows": (["batch", "/many.csv", "--jobs", "2", "--output", "/out"], b"", "out"),
    "resumed": (["batch", "/many.csv", "--resume", "--output", "/out"], b"", "out"),
    "budget": (["batch", "/firms.csv", "--list", "overseas_sites=/sites.csv", "--summary", "--output", "/out"], b"", "out"),
    "review": (["review", "/claim.json", "--format", "html", "--output", "/out"], b"", "out"),
    "form": (["facts", "--template", "xlsx", "--output", "/out"], b"", "out"),
    "schema": (["facts", "--template", "schema", "--output", "/out"], b"", "out"),
    "verify": (["verify", "/result.json", "/firm.json"], b"", None),
    "interview": (["ask", "--location", "310118", "--as-of", "2023-06-30"], b"1\ns saved.json\nq\n", "saved.json"),
    "cases": (["policy", "test", "qingpu", "/cases"], b"", None),
    "reform": (["policy", "diff", "qingpu", "qingpu", "--set", "qingpu.rent.cap=1", "--applicants", "/lines.jsonl"], b"", None),
    "sweep": (["sweep", "/firm.json", "--fact", "annual_rent"], b"", None),
    "new region": (["policy", "new", "demo", "/"], b"", "demo"),
}


def prepare(folder):
    for file in SAMPLES.iterdir():
        shutil.copy(file, folder)
    rows = "\n".join(f"F{i},2023-06-30,310118,{i * 1000}" for i in range(300))
    (folder / "lines.jsonl").write_text((folder / "firm.json").read_text().replace("\n", "") + "\n")
    (folder / "cases").mkdir()
    (folder / "cases/one.jsonl").write_text((SOURCE / "plugins/qingpu/cases/qingpu.jsonl").read_text().split("\n")[0] + "\n")
    (folder / "many.csv").write_text(f"id,as_of,locations,annual_rent\n{rows}\n")
    result = subprocess.run([PROGRAM, "assess", "firm.json", "--format", "json", "--plugins", PLUGINS], cwd=folder, capture_output=True, check=True)
    (folder / "result.json").write_bytes(result.stdout)


def start_and_kill(folder):
    """What a kill at its second checkpoint leaves of a batch, for --resume."""
    subprocess.run(["strace", "-f", "-qqq", "-o", "/dev/null", *SLOW, "-e", "inject=fdatasync:signal=KILL:when=2", PROGRAM, "batch", folder / "many.csv",
                    "--output", folder / "out", "--plugins", PLUGINS, "--lang", "en"], cwd=folder)
    assert (folder / "out.part").stat().st_size > 0


def content_of(path):
    """Of a workbook, in which the clock stands, only that it is whole."""
    if path.is_dir():
        return b"".join(part.read_bytes() for part in sorted(path.rglob("*")) if part.is_file())
    content = path.read_bytes() if path.exists() else b""
    if content[:2] != b"PK":
        return content
    try:
        return b"a whole workbook" if zipfile.ZipFile(path).testzip() is None else content
    except (zipfile.BadZipFile, ValueError, OSError):
        return content


def run(scenario, inject, look=False):
    """Runs in a folder of its own; gives (exit code, standard error, what is written, names left over), or with `look` its calls beside."""
    arguments, answers, written = SCENARIOS[scenario]
    with tempfile.TemporaryDirectory() as name, tempfile.NamedTemporaryFile("r") as log:
        folder = Path(name)
        prepare(folder)
        if written not in (None, "demo"):
            (folder / written).write_bytes(OLD)
        if scenario == "resumed":
            start_and_kill(folder)
        before = {file.name for file in folder.iterdir()}
        (folder / "stdin").write_bytes(answers if isinstance(answers, bytes) else answers.read_bytes())
        arguments = [re.sub("(^|=)/", f"\\1{folder}/", argument) for argument in arguments]
        if scenario != "new region":
            arguments += ["--plugins", PLUGINS]
        strace = ["strace", "-f", "-y", "-qqq", "-o", log.name if look else "/dev/null", "-e", "trace=" + ",".join(ERRORS)]
        if scenario == "many rows" and not (inject or "").startswith("write:"):
            strace += SLOW
        with open(folder / "stdin", "rb") as stdin, open(folder / "stdout", "wb") as stdout:
            ended = subprocess.run([*strace, *(["-e", f"inject={inject}"] if inject else []), PROGRAM, *arguments, "--lang", "en"],
                                   cwd=folder, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)
        left = {file.name for file in folder.iterdir()} - before - {"stdin", "stdout"}
        outcome = ended.returncode, ended.stderr.decode(), content_of(folder / (written or "stdout")), left
        return (outcome, own_calls(log.read(), folder)) if look else outcome


def own_calls(log, folder):
    """Of each call the numbers, as its thread counts them, of those for a file in the folder or a plugin: not what the loader of programs does before
    main, and not the counts of coverage.py."""
    counted, own = Counter(), {}
    for thread, call, line in re.findall(r"^(\d+) +(\w+)(\(.*)", log, re.M):
        counted[thread, call] += 1
        line = re.sub("AT_FDCWD<[^>]*>", "AT_FDCWD", line)
        if str(folder) in line or str(PLUGINS) in line or (call in NAMING and re.match(r'\((AT_FDCWD, )?"[^/"]', line)):
            own.setdefault(call, {})[counted[thread, call]] = True
    return {call: list(numbers) for call, numbers in own.items()}


def judge(scenario, good, found):
    code, said, content, left = found
    written = SCENARIOS[scenario][2]
    if code == good[0] and content == good[2] and left == good[3]:
        return None
    if code < 0 or code > 6 or code == 0:
        return f"exit code {code} and not what it gives otherwise"
    if not said.strip():
        return f"exit code {code} without a word"
    if left - (good[3] if content == good[2] else set()):
        return f"left over: {', '.join(sorted(left))}"
    whole = content in (good[2], b"" if written == "demo" else OLD)
    return None if written is None or whole else f"exit code {code}, and neither the old file nor the new one"


def main():
    failures, runs, survived = [], 0, 0
    for scenario in SCENARIOS:
        good, calls = run(scenario, None, look=True)
        assert good[0] in (0, 1), f"{scenario}: {good[1]}"
        if scenario == "batch xlsx":
            calls.pop("lseek", None)  # libxlsxwriter does not look whether it could
        wanted = [(call, error, at) for call in sorted(calls) for error in ERRORS[call] for at in calls[call][:MOST]]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda one: run(scenario, f"{one[0]}:error={one[1]}:when={one[2]}"), wanted))
        for one, outcome in zip(wanted, found):
            runs += 1
            survived += outcome[0] == good[0]
            wrong = judge(scenario, good, outcome)
            if wrong:
                failures.append(f"{scenario}, {one[0]} number {one[2]} gives {one[1]}: {wrong}\n    {outcome[1].strip()[:300]}")
    print("\n".join(failures), end="\n" if failures else "", file=sys.stderr)
    print(f"I/O failures: {len(SCENARIOS)} scenarios, {runs:,} calls made to fail, {survived:,} without harm, {runs - survived - len(failures):,} said and undone, {len(failures)} wrong")
    sys.exit(1 if failures or runs < 16 * MOST else 0)


main()
