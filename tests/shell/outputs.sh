# All that the program says in JSON of three applicants under a policy with every word of the vocabulary, and of the sample table, byte for byte as it
# was read and found right. `sh tests/shell/outputs.sh write` writes tests/outputs anew; git diff then shows what has changed.
. "$SOURCE/tests/shell/check.inc"

kept=$SOURCE/tests/outputs
words=$BUILD/tests/words
write=${1:-}

# says FILE COMMAND ARGUMENTS…: one key on a line, without the version.
says() {
  file=$kept/$1
  shift
  run "$@" --format json --plugins "$words"
  sed 's/,"/,\n"/g; s/"engine":"[^"]*"/"engine":""/' "$work/out" >"$work/said"
  [ "$write" = write ] && cp "$work/said" "$file"
  [ "$code" -le 1 ] || fail "$*" "$code $err" "0 or 1"
  equal "$*" "$(diff "$work/said" "$file" | head -n 20)" ""
}

for applicant in open closed lacking; do
  says "assess-$applicant.txt" assess "$kept/$applicant.json"
  says "review-$applicant.txt" review "$kept/$applicant.json"
  says "compare-$applicant.txt" compare "$kept/$applicant.json"
  tr -d '\n' <"$kept/$applicant.json" >>"$work/both.jsonl"
  echo >>"$work/both.jsonl"
done
run batch "$SOURCE/tests/samples/firms.csv" --list overseas_sites="$SOURCE/tests/samples/sites.csv" --format csv --brief --location 310118 --plugins "$plugins"
[ "$write" = write ] && cp "$work/out" "$kept/firms.csv"
equal "the sample table" "$(diff "$work/out" "$kept/firms.csv" | head -n 20)" ""
says sweep-open.txt sweep "$kept/open.json" --fact x --from 0 --to 200
says sweep-closed.txt sweep "$kept/closed.json" --fact n --from 0 --to 20
says summary.txt batch "$work/both.jsonl" --summary --envelope 5000
says diff.txt policy diff words words --set words.cap.cap=700 --set words.tiers.tier2=900
says effect.txt policy diff words words --set words.cap.cap=700 --set words.tiers.tier2=900 --applicants "$work/both.jsonl"
says lint.txt policy check words
says constants.txt policy show words --constants
says suite.txt policy test words "$kept/cases.jsonl"
says boundaries.txt policy test words "$kept/cases.jsonl" --boundaries
for form in schema json csv; do
  run facts --template $form --plugins "$words"
  sed 's/,"/,\n"/g' "$work/out" >"$work/said"
  [ "$write" = write ] && cp "$work/said" "$kept/form-$form.txt"
  equal "the form in $form" "$(diff "$work/said" "$kept/form-$form.txt" | head -n 20)" ""
done
"$huisuan" assess "$kept/closed.json" --format json --plugins "$words" >"$work/result"
says verify.txt verify "$work/result" "$kept/closed.json" --as-of 2023-12-31

finish
