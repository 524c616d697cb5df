# Instructions an applicant by callgrind, which counts the same on every run: instructions.sh writes instructions.txt beside it, from
# build/tests/bench_assess of a release build. Callgrind's processor has no instructions for SHA-256: its share is given apart. Of a batch with
# one worker and without reasons: what 1000 applicants more take, each assessed at two places that print 43 rows. Of a start all from the first
# instruction on, the dynamic linker's too.
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$(cd "$here/../.." && pwd)/build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shares RUNS: the instructions that were counted, and those of SHA-256 among them, both for one of so many runs.
shares() {
  callgrind_annotate "$work/out" | awk -v runs="$1" '{ gsub(",", "", $1) }
    /PROGRAM TOTALS/ { all = $1 } /sha256_compress/ { hash += $1 }
    END { printf "%12d %12d\n", (all - hash) / runs, hash / runs }'
}

# count FUNCTION FILE [once]: those that a function takes for each line of FILE, or for the first.
count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" --toggle-collect="$1" "$build/tests/bench_assess" "$build/plugins" "$2" 1 >/dev/null 2>&1 || exit 1
  shares $((2 * $([ -n "$3" ] && echo 1 || wc -l <"$2")))
}

# start: those of the program from its start to the whole result.
start() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" "$build/huisuan" assess "$here/../samples/firm.json" --plugins "$build/plugins" --format json >/dev/null 2>&1 || exit 1
  shares 1
}

# batch FILE OPTION…: the instructions of `huisuan batch` for each of the last 1000 lines of FILE, which has 1100 besides a heading.
batch() {
  file=$1
  shift
  for lines in 1101 101; do
    head -$lines "$file" >"$work/some${file##*/table}"
    valgrind --tool=callgrind --callgrind-out-file="$work/out" "$build/huisuan" batch "$work/some${file##*/table}" --brief --plugins "$build/plugins" "$@" 2>&1 >/dev/null |
      awk '/Collected/ { print $4 }'
  done | awk 'NR == 1 { all = $1 } END { printf "%12d\n", (all - $1) / 1000 }'
}

# 1100 applicants as a table and, the first line once more, as JSON Lines.
tables() {
  awk -v table="$work/table.csv" -v lines="$work/table.jsonl" 'function below(most) { state = (state * 16807) % 2147483647; return state % most }
    BEGIN {
      state = 7
      count = split("registered_locally taxed_locally sound_accounts independent_legal_person in_park self_used_office newly_settled high_tech_recognised hr_license it_enterprise", truths)
      figures = split("annual_revenue annual_rent paid_in_capital local_fiscal_contribution digital_investment", money)
      printf "id,as_of,locations,applicant_kinds,lease_years" >table
      for (i = 1; i <= count; i++) printf ",%s", truths[i] >table
      for (i = 1; i <= figures; i++) printf ",%s", money[i] >table
      print "" >table
      for (row = 0; row <= 1100; row++) {
        years = below(6)
        cells = "A" row ",2024-05-01,310118;330200,hr_agency," years
        json = "{\"as_of\":\"2024-05-01\",\"locations\":[\"310118\",\"330200\"],\"facts\":{\"applicant_kinds\":[\"hr_agency\"],\"lease_years\":" years
        for (i = 1; i <= count; i++) { holds = below(4) > 0; cells = cells (holds ? ",是" : ",否"); json = json ",\"" truths[i] "\":" (holds ? "true" : "false") }
        for (i = 1; i <= figures; i++) { figure = 1000 * below(25000); cells = cells "," figure; json = json ",\"" money[i] "\":" figure }
        if (row > 0) print cells >table
        print json "}}" >lines
      }
    }'
}

tables
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
  echo
  echo "huisuan assess, five regions installed"
  echo "from the start on   $(start)"
  echo
  echo "huisuan batch, an applicant with 43 rows"
  echo "CSV to CSV          $(batch "$work/table.csv" --format csv)"
  echo "CSV to the budget   $(batch "$work/table.csv" --format csv --summary)"
  echo "JSON Lines to CSV   $(batch "$work/table.jsonl" --format csv)"
} >"$here/instructions.txt"
