"""Bad plugins and manifests, each with one mistake of its own: refused with exit code 5, the file's name and the message that stand beside it.
`plugins.py plugins.txt` holds the program against the file, `plugins.py --write plugins.txt` writes the messages anew.

A case is a name (#), what is changed (m the manifest, x bytes of the library, d a part of plugin.c) and the messages. The x of a case names a
field and its value: of the ELF header, of a segment, the tag or value of an entry of the dynamic section, a part of a relocation."""
import hashlib
import os
import re
import shlex
import struct
import subprocess
import sys
import tempfile

from run import CURE, HUISUAN, meant, read, write

SOURCE, BUILD = os.environ["SOURCE"], os.environ["BUILD"]
FLAGS = ["-std=c11", "-O1", "-fPIC", "-shared", "-nostdlib", "-w", "-s", "-I" + SOURCE + "/core/include", "-I" + BUILD + "/include"]
LOAD, DYNAMIC, RELA = 1, 2, 7
HEADER = {"magic": (0, "I"), "class": (4, "B"), "data": (5, "B"), "type": (16, "H"), "machine": (18, "H"), "phoff": (32, "Q"),
          "phentsize": (54, "H"), "phnum": (56, "H")}
SEGMENT = {"type": (0, "I"), "flags": (4, "I"), "offset": (8, "Q"), "vaddr": (16, "Q"), "filesz": (32, "Q"), "memsz": (40, "Q")}
RELOCATION = {"offset": (0, "Q"), "type": (8, "I"), "addend": (16, "q")}


def segments(elf, kind):
    """Where the program headers of a kind stand."""
    at, size, count = struct.unpack_from("<Q", elf, 32)[0], *struct.unpack_from("<HH", elf, 54)
    return [at + i * size for i in range(count) if struct.unpack_from("<I", elf, at + i * size)[0] == kind]


def in_file(elf, address):
    for at in segments(elf, LOAD):
        offset, vaddr, filesz = (struct.unpack_from("<Q", elf, at + SEGMENT[name][0])[0] for name in ("offset", "vaddr", "filesz"))
        if vaddr <= address < vaddr + filesz:
            return address - vaddr + offset
    raise ValueError(address)


def entry(elf, tag=None):
    """Where the entry of the dynamic section with a tag stands, or the first that the linker wrote and a plugin can do without."""
    at = struct.unpack_from("<Q", elf, segments(elf, DYNAMIC)[0] + 8)[0]
    while struct.unpack_from("<q", elf, at)[0] not in ((tag,) if tag else (0x6FFFFFF9,)):
        at += 16
    return at


def changed(elf, what):
    """The library with one thing otherwise."""
    name, _, value = what.partition(" ")
    if name == "cut":
        return elf[:int(value)]
    if name == "text":
        return meant(value)
    part, _, field = name.partition(".")
    number = int(value)
    if part == "header":
        at, form = HEADER[field]
    elif part in ("tag", "value"):
        at, form = (entry(elf), "q") if part == "tag" else (entry(elf, int(field)) + 8, "Q")
    elif part == "rela0":
        at, form = RELOCATION[field]
        at += in_file(elf, struct.unpack_from("<Q", elf, entry(elf, RELA) + 8)[0])
    else:
        at, form = SEGMENT[field]
        at += segments(elf, DYNAMIC)[0] if part == "dynamic" else segments(elf, LOAD)[int(part[-1])]
    out = bytearray(elf)
    struct.pack_into("<" + form, out, at, number)
    return bytes(out)


def compiled(work, define):
    library = work + "/bad.so"
    name, _, value = define.partition(" ")
    subprocess.run(["gcc", *FLAGS, f"-D{name}={value}" if name else "-DNONE", SOURCE + "/tests/bad/plugin.c", "-o", library], check=True)
    with open(library, "rb") as file:
        return file.read()


def run(work, good, change):
    """What the program says of a directory with the plugin so changed."""
    kind, what = change[:1], change[2:]
    library = compiled(work, what) if kind == "d" else changed(good, what) if kind == "x" else good
    sha = hashlib.sha256(library).hexdigest()
    manifest = meant(what.replace("SHA", sha)) if kind == "m" else b'{"id": "bad", "version": "1.0.0", "abi": 1, "sha256": "%s"}' % sha.encode()
    for name, content in (("bad.so", library), ("bad.json", manifest)):
        if os.path.exists(work + "/" + name):
            os.unlink(work + "/" + name)
        with open(work + "/" + name, "wb") as file:
            file.write(content)
        os.chmod(work + "/" + name, 0o644)
    found = {}
    for language in ("zh", "en"):
        done = subprocess.run([*HUISUAN, "assess", "-", "--plugins", work, "--lang", language], input=b'{"facts": {}}', capture_output=True,
                              check=False)
        found[language] = done.stderr.decode().replace(work, "DIR").replace(sha[:16], "SHA").replace(sha[:15], "SHA").splitlines()
    return done.returncode, done.stdout.decode(), found


def faults(case, change, code, output, found):
    file = "bad.json" if change[0] == "m" and "0.0\", \"abi\": 1, \"sha256\": \"" not in change.replace("SHA", "x") else "bad"
    if code != 5 or output:
        yield f"exit code {code}, wanted 5 and nothing printed"
    for language, lines in found.items():
        said = lines[0].removeprefix("huisuan: ") if lines else ""
        if said != case.said.get(language):
            yield f"{language}: {said}\n    wanted {case.said.get(language)}"
        if not said.startswith("DIR/" + file):
            yield f"{language}: which file: {said}"
        if not re.search(CURE[language], said):
            yield f"{language}: no word of what to do: {said}"


def main():
    path, writes, failed = sys.argv[-1], sys.argv[1] == "--write", 0
    cases, lines = read(path), open(path, encoding="utf-8", newline="\n").read().split("\n")
    with tempfile.TemporaryDirectory() as work:
        good = compiled(work, "")
        if run(work, good, "x header.class 2")[0] != 0:
            print("the good one is refused")
            return 1
        for case in cases:
            change = lines[case.line]
            result = run(work, good, change)
            if writes:
                case.said = {language: said[0].removeprefix("huisuan: ") if said else "" for language, said in result[2].items()}
            wrong = [*faults(case, change, *result)]
            for fault in wrong:
                print(f"{path}:{case.line}: {case.name}\n  {fault}")
            failed += bool(wrong)
    if writes:
        write(path, cases)
    print(f"bad input: {len(cases)} plugins and manifests, {len(cases) - failed} refused as they should be, with exit code, place and cure")
    return 1 if failed or not cases else 0


sys.exit(main())
