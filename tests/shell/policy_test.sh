# huisuan policy test: the cases of each region, what they reach and notice, cases made at its bounds, and what is wrong with a file of cases.
. "$SOURCE/tests/shell/check.inc"

check() { run policy test "$@" --plugins "$plugins" --lang en --color never; }

# case ID FACTS EXPECTED: a case of qingpu.rent
case_of() {
  printf '{"id":"%s","applicant":{"as_of":"2024-06-30","locations":["310118"],"facts":{%s}},"expect":{"places":{"310118":{"policies":{"qingpu":{"measures":{"qingpu.rent":{%s}}}}}}}}\n' "$1" "$2" "$3"
}
operator='"applicant_kinds":["park_operator"],"registered_locally":true,"taxed_locally":true,"sound_accounts":true,"independent_legal_person":true,"self_used_office":true'

# ---- The regions: all cases pass, and of the changes only those named in tests/README.md go unnoticed
for region in baotou beilun chaoyang ningbo qingpu; do
  cd "$SOURCE" || exit 1
  check "$region" --brief --mutate
  equal "$region" "$code $err" "0 "
  holds "$region" "$out" "passed, 0 failed"
  cases=$(cat plugins/"$region"/cases/*.jsonl | wc -l)
  equal "$region: every case is run" "$(echo "$out" | sed -n 's/^\([0-9]*\) passed.*/\1/p')" "$cases"
  unnoticed=$(echo "$out" | sed -n 's/.* \([0-9]*\) unnoticed$/\1/p')
  case $region in
    qingpu) wanted=3 ;; beilun) wanted=1 ;; ningbo) wanted=0 ;; chaoyang) wanted=5 ;; baotou) wanted=1 ;;
  esac
  equal "$region: changes that no case notices" "$unnoticed" "$wanted"
  check "$region" --brief --mutate --strict
  equal "$region: --strict" "$code" "$([ "$wanted" -gt 0 ] && echo 1 || echo 0)"
  # The cases made at its bounds can be read back, agree, and are counted apart.
  check "$region" --boundaries
  equal "$region: --boundaries" "$code" 0
  holds "$region: who is to confirm them" "$err" 'then remove "confirm": true'
  cp "$work/out" "$work/$region.jsonl"
  equal "$region: one name each" "$(cut -d, -f1 "$work/$region.jsonl" | sort | uniq -d)" ""
  check "$region" "$work/$region.jsonl" --brief
  equal "$region: cases made" "$code $(echo "$out" | head -1)" "0 0 passed, 0 failed, $(wc -l <"$work/$region.jsonl") pass and nobody has confirmed them"
done
made=$(cat "$work/qingpu.jsonl")
for wanted in "annual_revenue = 19999999.99" "annual_revenue = 20000000\"" "annual_revenue = 20000000.01" "lease_years = 2" "lease_years = 3" \
  "lease_years = 4" "annual_rent = 1999999.99" "annual_rent = 2000000\""; do
  holds "qingpu.rent at its bounds" "$made" "\"qingpu.rent: $wanted"
done
for wanted in 2022-12-31 2023-01-01 2023-01-02 2027-12-30 2027-12-31 2028-01-01; do
  holds "qingpu at its dates" "$made" "\"qingpu: as of $wanted\""
done
# 20 million is not more than 20 million.
holds "the bound itself" "$(echo "$made" | grep '"qingpu.rent: annual_revenue = 20000000"')" '"status":"ineligible"'
holds "a fen above it" "$(echo "$made" | grep '"qingpu.rent: annual_revenue = 20000000.01"')" '"status":"eligible"'

# ---- Passing and failing
{ case_of one "$operator,\"lease_years\":3,\"annual_rent\":1000000" '"status":"eligible","amount":{"low":900000,"high":900000}'
  echo
  case_of two "$operator,\"lease_years\":2,\"annual_rent\":1000000" '"status":"eligible"'; } >"$work/two.jsonl"
check qingpu "$work/two.jsonl"
equal "one fails" "$code $(echo "$out" | grep passed)" "1 1 passed, 1 failed"
holds "which" "$out" "Failed two"
holds "where" "$out" "/places/310118/policies/qingpu/measures/qingpu.rent/status"
holds "what" "$(echo "$out" | tr -s ' \n' ' ')" 'found "ineligible", wanted "eligible"'
holds "what no case reaches" "$out" "No case 四(一)1 rent: Rent subsidy: undetermined"
holds "the percentage" "$out" "of 445 parts reached ("
check qingpu "$work/two.jsonl" --format json
equal "JSON: code" "$code" 1
holds "JSON: counts" "$out" '{"policy":"qingpu","passed":1,"failed":1,"unconfirmed":0,"failures":[{"id":"two","confirm":false,"differences":[{"path":"/places/310118/policies/qingpu/measures/qingpu.rent/status","found":"\"ineligible\"","wanted":"\"eligible\""}]}],"coverage":{"reached":'
lacks "JSON: no mutants" "$out" '"mutants"'
head -1 "$work/two.jsonl" >"$work/one.jsonl"
check qingpu "$work/one.jsonl" --format json --mutate
holds "JSON: mutants" "$out" '"mutants":{"killed":'
holds "JSON: a survivor" "$out" '{"name":"qingpu.rent.lease_years","measure":"qingpu.rent","clause":"四(一)1","part":{"zh":"'
holds "Chinese" "$("$huisuan" policy test qingpu "$work/two.jsonl" --plugins "$plugins" --lang zh)" "1 个通过，1 个不符"
sed 's/"qingpu.rent":{/"qingpu.rant":{/' "$work/one.jsonl" >"$work/absent.jsonl"
check qingpu "$work/absent.jsonl" --brief; holds "a measure that is none" "$code $(echo "$out" | tr -s ' \n' ' ')" "found (absent), wanted"
sed 's/\["310118"\]/["310118","110105"]/' "$work/one.jsonl" >"$work/places.jsonl"
check qingpu "$work/places.jsonl" --boundaries
equal "cases at bounds expect something of the policy's places alone" "$code $(echo "$out" | grep -o '"expect":{"places":{"[0-9]*"' | sort -u) $(echo "$out" | grep -c '110105":{')" '0 "expect":{"places":{"310118" 0'
case_of typo '"annual_rant":1' '"status":"eligible"' >"$work/typo.jsonl"
check qingpu "$work/typo.jsonl" --brief
holds "a refused applicant fails" "$code $out" "1   Failed typo"
holds "where it is refused" "$out" "applicant.facts.annual_rant"

# ---- Where cases are looked for
mkdir -p "$work/there/cases" "$work/here/plugins/qingpu/cases"
cp "$work/one.jsonl" "$work/there/cases/a.jsonl"
cp "$work/two.jsonl" "$work/here/plugins/qingpu/cases/b.jsonl"
echo nonsense >"$work/there/cases/notes.txt"
echo nonsense >"$work/there/cases/.hidden.jsonl"
cd "$work/there" || exit 1; check qingpu --brief; holds "cases here" "$code $out" "0 1 passed"
cd "$work/here" || exit 1; check qingpu --brief; holds "cases of the tree" "$code" "1"
check qingpu "$work/there/cases" "$work/one.jsonl" --brief; holds "a directory and a file" "$code $out" "0 2 passed"
cd "$work" || exit 1; check qingpu; holds "no cases anywhere" "$code $err" "2 huisuan: no cases"
deep=$work
while [ ${#deep} -lt 3800 ]; do deep=$deep/$(printf 'd%.0s' $(seq 200)); done
deep=$deep/$(printf 'd%.0s' $(seq $((4079 - ${#deep}))))
mkdir -p "$deep" && (cd "$deep" && cp "$work/one.jsonl" a_long_name.jsonl)
check qingpu "$deep"; equal "a folder with no room for the name of a file" "$code ${#deep} $(echo "$err" | grep -o 'name too long')" "3 4080 name too long"
mkdir "$work/empty"; check qingpu "$work/empty"; holds "an empty directory" "$code $err" "2 huisuan: there is not a single case"

# ---- Bad files
{ cat "$work/one.jsonl"; echo; echo '{"id": "x", "applicant": {}, "expect": '; } >"$work/bad.jsonl"
check qingpu "$work/bad.jsonl"
holds "the line of a bad case" "$code $err" "3 huisuan: $work/bad.jsonl:3:"
echo '{"id": "x", "applicant": {}, "expects": {}}' >"$work/key.jsonl"
check qingpu "$work/key.jsonl"; holds "a key that no case has" "$code $err" "3 huisuan: $work/key.jsonl:1:41: expects: a case has no \"expects\""
check qingpu "$work/none.jsonl"; holds "no such file" "$code $err" "3 huisuan: $work/none.jsonl: cannot be read"
check atlantis "$work/one.jsonl"; holds "no such policy" "$code $err" "2 huisuan: there is no such policy"
run policy test; equal "no policy" "$code" 2
if [ -z "${HUISUAN:-}" ]; then
  install -d -m 700 "$work/plugin" && cp "$plugins/qingpu.so" "$plugins/qingpu.json" "$work/plugin/" && mkdir "$work/plugin/cases"
  cp "$work/one.jsonl" "$work/plugin/cases/"
  check "$work/plugin/qingpu.so" --brief; holds "a file, its cases beside it" "$code $out" "0 1 passed"
  echo x >>"$work/plugin/qingpu.so"
  check "$work/plugin/qingpu.so" --brief; equal "a refused file" "$code" 5
fi
finish
