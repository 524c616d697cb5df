# Instructions an applicant by callgrind, which counts the same on every run: instructions.sh writes instructions.txt beside it, from
# build/tests/bench_assess of a release build. Callgrind's processor has no instructions for SHA-256: its share is given apart.
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$(cd "$here/../.." && pwd)/build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# count FUNCTION FILE: the instructions that a function takes, and those of SHA-256 in it, both for each line of FILE.
count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" --toggle-collect="$1" "$build/tests/bench_assess" "$build/plugins" "$2" 1 >/dev/null 2>&1 || exit 1
  callgrind_annotate "$work/out" | awk -v lines="$(wc -l <"$2")" -v once="$3" '{ gsub(",", "", $1) }
    /PROGRAM TOTALS/ { all = $1 } /sha256_compress/ { hash += $1 }
    END { runs = 2 * (once ? 1 : lines); printf "%12d %12d\n", (all - hash) / runs, hash / runs }'
}

"$build/tests/applicants" "$build/plugins" 100 1 >"$work/random"
tr -d '\n' <"$here/../samples/firm.json" >"$work/firm" && echo >>"$work/firm"
{
  echo "Instructions an applicant, and besides them those of SHA-256 in C (sh tests/bench/instructions.sh)"
  for file in random firm; do
    echo
    case $file in random) echo "100 of tests/property/applicants" ;; firm) echo "tests/samples/firm.json" ;; esac
    echo "parsed by cJSON     $(count parse_only "$work/$file")"
    echo "without reasons     $(count without_reasons "$work/$file")"
    echo "with reasons        $(count with_reasons "$work/$file")"
    echo "a sweep of the rent $(count sweep_once "$work/$file" once)"
  done
} >"$here/instructions.txt"
