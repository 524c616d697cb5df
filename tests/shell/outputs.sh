# All that the program says of three applicants under a policy with every word of the vocabulary, in JSON and on paper, and of the sample table, byte for
# byte as it was read and found right. `sh tests/shell/outputs.sh write` writes tests/outputs anew; git diff then shows what has changed.
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

# prints FILE COMMAND ARGUMENTS…: behind what stands in the file from this run already, without what differs from build to build.
prints() {
  file=$1
  shift
  run "$@" --plugins "$words"
  {
    echo "\$ $*" | sed "s|$kept/||g; s|$work/||g"
    sed 's/文件 sha256 [0-9a-f]*/文件 …/; s/sha256 [0-9a-f]*/sha256 …/; s/huisuan [0-9][0-9.]*/huisuan/; s/0.0.1 → .*/0.0.1 → …/' "$work/out"
  } >>"$work/$file"
  [ "$code" -le 1 ] || fail "$*" "$code $err" "0 or 1"
}

# talks FILE ANSWERS ARGUMENTS…: likewise of an interview with these answers, a line each, but for the table at its end.
talks() {
  file=$1
  printf '%b' "$2" >"$work/answers"
  shift 2
  "$huisuan" ask "$@" --plugins "$words" <"$work/answers" >"$work/out" 2>"$work/err"
  equal "ask $*" "$? $(cat "$work/err")" "0 "
  awk '/^[^ ].*(评估日期|as of) 2/ { table = 1 } /^(保存到|Save to)/ { table = 0 } !table' "$work/out" >>"$work/$file"
}

# as_kept FILE…: holds what was printed.
as_kept() {
  for file in "$@"; do
    [ "$write" = write ] && cp "$work/$file" "$kept/$file"
    equal "$file" "$(diff "$work/$file" "$kept/$file" | head -n 20)" ""
  done
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

# ---- On paper
prints paper-assess.txt assess "$kept/open.json"
prints paper-assess.txt assess "$kept/closed.json" --lang en
prints paper-assess.txt assess "$kept/lacking.json" --format markdown
prints paper-assess.txt assess "$kept/open.json" --brief --as-of 2024-02-01 --lang en
prints paper-review.txt review "$kept/open.json"
prints paper-review.txt review "$kept/open.json" --lang en --set words.cap.cap=700
prints paper-review.txt review "$kept/closed.json" --format markdown
prints paper-review.txt review "$kept/open.json" --format html
prints paper-review.txt review "$kept/lacking.json" --format html --lang en --set words.cap.cap=700
prints paper-review.txt review "$kept/disputed.json"
prints paper-review.txt review "$kept/disputed.json" --format html
prints paper-review.txt review "$kept/disputed.json" --location 110101 --lang en
prints paper-review.txt review "$kept/disputed.json" --location 110101 --lang en --format html
prints paper-review.txt review "$kept/disputed.json" --as-of 2025-01-01
prints paper-compare.txt compare "$kept/open.json" --as-of 2025-01-01
prints paper-compare.txt compare "$kept/open.json" --location 330206,110101
prints paper-compare.txt compare "$kept/closed.json" --format markdown --as-of 2024-02-01
prints paper-sweep.txt sweep "$kept/closed.json"
for fact in n 'sites[0].cost'; do
  prints paper-sweep.txt sweep "$kept/closed.json" --fact "$fact" --as-of 2023-12-31 --lang en
done
prints paper-sweep.txt sweep "$kept/closed.json" --fact n --from 0 --to 20 --as-of 2023-12-31 --format csv
prints paper-sweep.txt sweep "$kept/open.json" --fact x --from 0 --to 3000
prints paper-sweep.txt sweep "$kept/open.json" --fact x --from 0 --to 3000 --format svg
prints paper-diff.txt policy diff words words --set words.cap.cap=700 --set words.tiers.tier2=900 --applicants "$work/both.jsonl"
prints paper-diff.txt policy diff words words --set words.cap.cap=700 --applicants "$work/both.jsonl" --format markdown --lang en
# Names of every width: letters that take no column and such as take two.
for name in 'say \"x\"' 'e\u0301' 'a\u200bb' '☂\ufe0f' '한국' 'ᄀ' '⺀' '豈' '︰' 'Ａ' '￠' '￦' '😀' '𠀀' '\u007f\u0085' '\udb40\udc01' '�' '' '🀀'; do
  echo "{\"name\": \"$name\", \"as_of\": \"2023-06-30\", \"locations\": [\"330206\"], \"facts\": {\"x\": 1000}}"
done >"$work/names.jsonl"
prints paper-diff.txt policy diff words words --set words.cap.cap=700 --applicants "$work/names.jsonl" --lang en
prints paper-diff.txt policy diff words words --set words.cap.cap=700 --applicants "$work/names.jsonl" --format csv
prints paper-diff.txt policy diff words words --applicants "$work/names.jsonl" --as-of 2023-07-01
printf 'id,as_of,locations,x,r\nA,2023-06-30,330206,7000000000000,70000000000\n' >"$work/beyond.csv"
for form in csv json; do
  run batch "$work/beyond.csv" --format $form --brief --plugins "$words" --lang en
  holds "beyond what can be computed, as $form" "$code $err" "1 huisuan: $work/beyond.csv:2:1: words: with these figures an amount is beyond what can be computed"
done
prints paper-policy.txt policy list
prints paper-policy.txt policy show words
prints paper-policy.txt policy show words --constants
prints paper-policy.txt policy check words
prints paper-policy.txt policy test words "$kept/cases.jsonl"
prints paper-policy.txt facts
prints paper-verify.txt verify "$work/result" "$kept/closed.json"
prints paper-verify.txt verify "$work/result" "$kept/closed.json" --as-of 2023-12-31 --set words.cap.cap=700 --lang en
sed 's/"engine":"[^"]*"/"engine":"0.0.1"/' "$work/result" >"$work/engine"
prints paper-verify.txt verify "$work/engine" "$kept/closed.json" --lang en
sed 's/"policies":{"words":"[0-9a-f]*"/"policies":{"words":"00"/' "$work/result" >"$work/policy"
prints paper-verify.txt verify "$work/policy"
sed 's/"n": 3/"n": 4/' "$kept/closed.json" >"$work/four.json"
prints paper-verify.txt verify "$work/policy" "$work/four.json"
sed "s/结果为预计/结果$(printf '名%.0s' $(seq 80))/; s/\"low\":600/\"low\":601/" "$work/result" >"$work/altered"
prints paper-verify.txt verify "$work/altered" "$kept/closed.json"
prints paper-summary.txt batch "$work/both.jsonl" --summary --envelope 5000
prints paper-summary.txt batch "$work/both.jsonl" --summary --format csv --lang en
# Each kind of question, answered wrongly first.
talks paper-ask.txt 'x\n330207\n1\n1,5\n0,500\n300-500万\n12345,678\n1,234.567\n5-3\n5美元\n5%\n1 万元 - 1,234,567.5\n-1\nx\n51\n2\n1.5\n1-2.5\n3人\nb\n7 至 9 people\n#0\n#5\n#1\n1.234\n3-5 美元\n0.1亿~12 345 678\n3 元\n5元\n9 美元\nhigh\n12.5 %\nmaybe\n？\n2 年\n2\nmaybe\n对\n不清楚\n\n不知道\n1x\nno\n0\nhigh\n没有\nbogus, 2\n1, three\n否\n' --as-of 2023-06-30
talks paper-ask.txt 'b\n#11\n#10\n99999999999999999999\n\n0\n0\nn\n80\n500000\nnone\ny\n0\nY\n否\n' --location 330206 --as-of 2023-06-30 --lang en
talks paper-ask.txt '' --location 330206,110101 --as-of 2024-02-01 --lang en
talks paper-ask.txt 'q\n' --lang en
talks paper-ask.txt '900000000亿\n99999999999999\n  5 \r\nsx\nq\nno\n' --location 330206 --as-of 2023-06-30
talks paper-ask.txt '' "$kept/closed.json" --as-of 2025-01-01
# As a Chinese keyboard types it.
talks paper-ask.txt '１\n３００、５００\n３，５\n１　万元～１，２３４，５６７．５\n２\n＃１\nq\n\n' --as-of 2023-06-30
talks paper-ask.txt 'y\n' "$kept/open.json"
as_kept paper-ask.txt paper-assess.txt paper-review.txt paper-compare.txt paper-sweep.txt paper-diff.txt paper-policy.txt paper-verify.txt paper-summary.txt

finish
