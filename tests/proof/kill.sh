# A batch killed at any moment: what is visible is the file of before or the whole new one, and --resume ends with the same bytes.
# KILLS times, each time in another format and with other jobs; and two runs that meet leave each other's files alone. Prints one line.
. "$SOURCE/tests/shell/check.inc"

kills=${1:-1000}
awk 'BEGIN { print "编号,评估日期,所在地,年租金"; for (i = 0; i < 5000; i++) printf "F%d,2023-06-30,%s,%d\n", i, i % 2 ? "310118" : "150200", i * 37 }' >"$work/firms.csv"
batch() { "$huisuan" batch "$work/firms.csv" --plugins "$plugins" --output "$work/out" "$@"; }

began=$(date +%s%N)
for format in json csv; do
  batch --format $format --brief && mv "$work/out" "$work/whole.$format"
done
took=$((($(date +%s%N) - began) / 2))

round=0
early=0
resumed=0
complete=0
while [ $round -lt "$kills" ]; do
  round=$((round + 1))
  format=$([ $((round % 2)) = 0 ] && echo json || echo csv)
  jobs=$((round % 4 + 1))
  echo before >"$work/out"
  "$huisuan" batch "$work/firms.csv" --plugins "$plugins" --output "$work/out" --format $format --brief --jobs $jobs &
  victim=$!
  # The moments spread over the whole run, from before main to after the last row.
  sleep "$(awk -v round=$round -v took=$took 'BEGIN { srand(round); printf "%.4f", rand() * 1.1 * took / 1e9 }')"
  kill -9 $victim 2>/dev/null
  wait $victim 2>/dev/null
  if cmp -s "$work/out" "$work/whole.$format"; then
    complete=$((complete + 1))
    [ -e "$work/out.part" ] && fail "kill $round: a part beside the whole file" "$(ls "$work")" "nothing"
  else
    equal "kill $round: what is visible" "$(cat "$work/out")" before
    if [ -s "$work/out.part" ]; then resumed=$((resumed + 1)); else early=$((early + 1)); fi
    batch --format $format --brief --jobs $((5 - jobs)) --resume
    cmp -s "$work/out" "$work/whole.$format" && pass || fail "kill $round: after --resume" "$(cksum <"$work/out")" "$(cksum <"$work/whole.$format")"
  fi
  equal "kill $round: nothing else is left" "$(ls "$work")" "firms.csv
out
whole.csv
whole.json"
done

# Two runs at once: the second opens the part while the first writes it, and locks it when the first has ended and given it its name.
head -n 300 "$work/firms.csv" >"$work/first.csv"
head -n 3 "$work/firms.csv" >"$work/second.csv"
for name in first second; do "$huisuan" batch "$work/$name.csv" --plugins "$plugins" --output "$work/$name.jsonl"; done
mkfifo "$work/pipe"
"$huisuan" batch "$work/pipe" --input csv --plugins "$plugins" --output "$work/out" &
first=$!
exec 9>"$work/pipe"
cat "$work/first.csv" >&9
ln "$work/out.part" "$work/kept" 2>/dev/null || { sleep 1; ln "$work/out.part" "$work/kept"; }
strace -qqq -o /dev/null -e trace=flock -e inject=flock:delay_enter=3000000 "$huisuan" batch "$work/second.csv" --plugins "$plugins" --output "$work/out" 9>&- &
second=$!
sleep 1
exec 9>&-
wait $first
equal "two runs at once: the first ends while the second waits" "$? $(cksum <"$work/out")" "0 $(cksum <"$work/first.jsonl")"
wait $second
equal "two runs at once: the second" "$? $(cksum <"$work/out")" "0 $(cksum <"$work/second.jsonl")"
equal "two runs at once: the file of the first is left alone" "$(cksum <"$work/kept")" "$(cksum <"$work/first.jsonl")"

[ "$resumed" -gt $((kills / 4)) ] || fail "kills in the middle of the output" "$resumed" "more than $((kills / 4))"
echo "kills: $kills, $early before any output, $resumed in the middle, $complete after the last row; $failed wrong"
finish
