# Ten million rows, or as many as are asked for: constant memory, and the same bytes whatever the number of threads. Prints one line.
. "$SOURCE/tests/shell/check.inc"

rows=${1:-10000000}
awk -v rows="$rows" 'BEGIN {
  print "id,name,as_of,locations,applicant_kinds,independent_legal_person,annual_revenue（万元）,annual_rent"
  split("310118 330206 150200 110105 330200", places, " ")
  for (i = 0; i < rows; i++)
    printf "F%d,公司%d,2023-06-30,%s,人力资源服务机构,%s,%d,%s\n", i, i % 1000, places[i % 5 + 1], i % 2 ? "是" : "否", i * 37 % 9000, i % 7 ? i * 91 % 1000000 : ""
}' >"$work/firms.csv"

# measured JOBS OPTIONS…: the sum of the output, the seconds and the peak of memory in KiB, in $sum, $seconds and $peak.
measured() {
  jobs=$1
  shift
  sum=$(/usr/bin/time -f '%e %M' -o "$work/time" "$huisuan" batch "$work/firms.csv" --plugins "$plugins" --jobs "$jobs" "$@" | sha256sum | cut -c1-64)
  read -r seconds peak <"$work/time"
}

for options in "--summary --format json" "--format csv --brief"; do
  measured 1 $options
  one=$sum one_seconds=$seconds one_peak=$peak
  measured "$(nproc)" $options
  equal "the same bytes, $options" "$sum" "$one"
  [ "$one_peak" -le 65536 ] && [ "$peak" -le 65536 ] && pass || fail "memory, $options" "$one_peak and $peak KiB" "at most 65536 KiB"
  echo "scale: $rows rows, $options: $one_seconds s and $one_peak KiB with 1 thread, $seconds s and $peak KiB with $(nproc), the same bytes"
done
finish
