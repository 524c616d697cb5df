"""Which branches of the core and the policies the tests take: gcc counts them without optimization, gcovr reads the counts.

Builds under build/coverage and runs there the unit tests, the cases, the properties and proofs in short, the shell tests, and io.py. Lists the lines with
branches that nothing took (+ taken, - not), but for those that tests/proof/unreached.txt explains: file, text of the line, how many of its branches
nothing takes, and why, apart by tabs. Prints one line; ends with 1 if a test failed or fewer branches were taken than FLOOR says.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

SOURCE, BUILD = Path(os.environ["SOURCE"]), Path(os.environ["BUILD"])
COUNTED = BUILD / "coverage"
KNOWN = SOURCE / "tests/proof/unreached.txt"
# Per cent of the core's branches; to be raised as more are taken.
FLOOR = 96
# What measures the program, builds another one or does not run it.
LEFT_OUT = "^shell/(compilers|format|install|memory|plugins|refuse)$"


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)


def build():
    for counts in COUNTED.rglob("*.gcda"):
        counts.unlink()
    run("cmake", "-S", SOURCE, "-B", COUNTED, "-DCMAKE_BUILD_TYPE=Debug", "-DHUISUAN_COVERAGE=ON")
    run("cmake", "--build", COUNTED, "--parallel", str(len(os.sched_getaffinity(0))))
    for counts in COUNTED.rglob("*.gcda"):  # of the manifests, which the build itself writes
        counts.unlink()


def test():
    """Whether all tests pass."""
    ended = subprocess.run(["ctest", "--test-dir", COUNTED, "--parallel", str(len(os.sched_getaffinity(0))), "--label-exclude", "^(wasm|web)$",
                            "--exclude-regex", LEFT_OUT], stdout=subprocess.PIPE, text=True)
    failed = [line.strip() for line in ended.stdout.splitlines() if "***" in line]
    print("\n".join(failed), end="\n" if failed else "")
    failures = subprocess.run([sys.executable, SOURCE / "tests/proof/io.py", "3"], env={**os.environ, "BUILD": str(COUNTED)}, stdout=subprocess.DEVNULL)
    return ended.returncode == 0 and failures.returncode == 0


def counts():
    """The files of the core and the plugins, with their lines."""
    out = COUNTED / "counts.json"
    run("gcovr", "--root", SOURCE, "--object-directory", COUNTED, "--filter", f"{SOURCE}/core/", "--filter", f"{SOURCE}/plugins/", "--json", out,
        COUNTED, cwd=COUNTED)
    return json.loads(out.read_text())["files"]


def explained():
    lines = [line for line in KNOWN.read_text().splitlines() if line and not line.startswith("#")]
    return {(file, text): int(number) for file, text, number, _ in (line.split("\t") for line in lines)}


def figures(total, what, part):
    taken, all_of_them = total[part, what, True], total[part, what, True] + total[part, what, False]
    return f"{taken:,} of {all_of_them:,} {what}" + (f" ({100 * taken / all_of_them:.2f} %)" if all_of_them else "")


def main():
    began = time.time()
    build()
    passed = test()
    known, used, total, listed = explained(), set(), Counter(), []
    for file in counts():
        part, texts = "plugins" if file["file"].startswith("plugins") else file["file"][:8], (SOURCE / file["file"]).read_text().splitlines()
        for line in file["lines"]:
            untaken = sum(branch["count"] == 0 for branch in line["branches"])
            total[part, "branches", True] += len(line["branches"]) - untaken
            total[part, "branches", False] += untaken
            key = (file["file"], texts[line["line_number"] - 1].strip())
            if untaken > 0 and key in known:
                used.add(key)
            if untaken > known.get(key, 0):
                signs = "".join("+" if branch["count"] > 0 else "-" for branch in line["branches"])
                listed.append(f"{key[0]}:{line['line_number']}: {signs} {key[1]}")
    listed += [f"{KNOWN.name}: all branches taken, or no such line: {file}: {text}" for file, text in known if (file, text) not in used]
    (COUNTED / "listed.txt").write_text("\n".join(listed) + "\n")
    parts = ("core/src", "core/cli", "plugins")
    print(f"coverage: {', '.join(f'{part} ' + figures(total, 'branches', part) for part in parts)}; {len(listed)} lines without a reason "
          f"in {(COUNTED / 'listed.txt').relative_to(SOURCE)}; {time.time() - began:.0f} s")
    taken, untaken = (sum(total[part, "branches", whether] for part in parts[:2]) for whether in (True, False))
    sys.exit(0 if passed and 100 * taken >= FLOOR * max(taken + untaken, 1) else 1)


main()
