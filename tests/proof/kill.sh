# A batch killed at any moment: what is visible is the file of before or the whole new one, and --resume ends with the same bytes.
# KILLS times, each time in another format and with other jobs; prints one line.
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
[ "$resumed" -gt $((kills / 4)) ] || fail "kills in the middle of the output" "$resumed" "more than $((kills / 4))"
echo "kills: $kills, $early before any output, $resumed in the middle, $complete after the last row; $failed wrong"
finish
