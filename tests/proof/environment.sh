# Whatever the machine is set to, the result is the same bytes; today is today in China, also after 2038. Prints one line.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
wanted=$("$huisuan" assess "$firm" --plugins "$plugins" --format json)
settings=0
for language in zh_CN.GB18030 de_DE.UTF-8 C; do
  for zone in America/Los_Angeles Asia/Shanghai Pacific/Kiritimati; do
    for mask in 000 077; do
      for day in "2001-09-09 01:46:40" "2038-01-19 03:14:08" "2106-02-07 06:28:16"; do
        settings=$((settings + 1))
        found=$(umask $mask; TZ=UTC faketime "$day" env LC_ALL=$language LANG=$language TZ=$zone "$huisuan" assess "$firm" --plugins "$plugins" --format json <&-)
        equal "$language $zone $mask $day" "$found" "$wanted"
      done
    done
  done
done

# Midnight in China is 16:00 of the day before in UTC. The clock stands still (-f, in the zone's own
# time), for on a busy machine the last second would pass.
sed '/"as_of"/d' "$firm" >"$work/undated.json"
today() { TZ=$2 faketime -f "$(TZ=$2 date -d "$1 UTC" "+%F %T")" "$huisuan" assess "$work/undated.json" --plugins "$plugins" --format json --brief | grep -o '"as_of":"[^"]*"'; }
for zone in UTC America/Los_Angeles Asia/Shanghai; do
  equal "the last second in China, $zone" "$(today '2026-12-31 15:59:59' $zone)" '"as_of":"2026-12-31"'
  equal "the first second in China, $zone" "$(today '2026-12-31 16:00:00' $zone)" '"as_of":"2027-01-01"'
  equal "a leap day, $zone" "$(today '2028-02-28 16:00:00' $zone)" '"as_of":"2028-02-29"'
  equal "the last second that 32 bits count, $zone" "$(today '2038-01-19 03:14:07' $zone)" '"as_of":"2038-01-19"'
  equal "the first that they do not, $zone" "$(today '2038-01-19 16:00:00' $zone)" '"as_of":"2038-01-20"'
done

# Nowhere to write: said, exit code 4.
run batch "$SOURCE/tests/samples/firms.csv" --plugins "$plugins" --lang en --output /proc/out
equal "a directory that takes no files" "$code" 4
holds "why" "$err" "/proc/out: cannot be written: "
"$huisuan" assess "$firm" --plugins "$plugins" --lang en >&- 2>"$work/err"
equal "closed standard output" "$? $(cat "$work/err")" "4 huisuan: the result could not be written: Bad file descriptor"
echo "environment: $settings settings and $((passed - settings)) days and places, $failed wrong"
finish
