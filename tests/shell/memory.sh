# No leak and no bad access under valgrind, and little memory: one applicant in five regions.
. "$SOURCE/tests/shell/check.inc"

# watched ARGUMENTS…: the program under valgrind; leaves $code and $err.
watched() {
  valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
    --errors-for-leak-kinds=definite,indirect,possible "$huisuan" "$@" --plugins "$plugins" >"$work/out" 2>"$work/err"
  code=$?
  err=$(cat "$work/err")
}

sed '/"locations"/d' "$SOURCE/tests/samples/firm.json" >"$work/everywhere.json"
for format in json table; do
  watched assess "$work/everywhere.json" --format "$format"
  equal "valgrind, $format" "$code $err" "0 "
done
for format in json csv svg; do
  watched sweep "$work/everywhere.json" --fact annual_revenue --format "$format"
  equal "valgrind, sweep $format" "$code $err" "0 "
done
watched assess "$work/everywhere.json" --set qingpu.rent.cap=800000 --set beilun.growth.years=2
equal "valgrind, --set" "$code $err" "0 "
for setting in qingpu.rent.cop=1 qingpu.opening.tier1=10000000 qingpu.rent.cap=80万; do
  watched assess "$work/everywhere.json" --set "$setting"
  equal "valgrind, --set $setting" "$code" 2
done
watched policy show qingpu --constants
equal "valgrind, --constants" "$code $err" "0 "
for format in table markdown; do
  watched policy show baotou --document --format "$format"
  equal "valgrind, rules as $format" "$code $err" "0 "
done
watched compare "$work/everywhere.json"
equal "valgrind, compare" "$code $err" "0 "
printf '1\nb\n2\n\ns %s\n' "$work/saved.json" >"$work/answers"
watched ask --location 310118 --as-of 2023-06-30 <"$work/answers"
equal "valgrind, ask" "$code $err" "0 "
sed 's/"annual_rent"/"annual_rnt"/' "$work/everywhere.json" >"$work/wrong.json"
for command in assess sweep compare ask; do
  watched $command "$work/wrong.json" </dev/null
  equal "valgrind, refused input, $command" "$code" 3
done

cat >"$work/peak.c" <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int count, char **arguments) {
    struct rusage used;
    int status;
    pid_t child = fork();
    if (child == 0 && count > 1) execv(arguments[1], arguments + 1);
    if (child <= 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return 1;
    fprintf(stderr, "%ld\n", used.ru_maxrss);
    return 0;
}
C
gcc -std=gnu11 "$work/peak.c" -o "$work/peak"
peak=$("$work/peak" "$huisuan" assess "$work/everywhere.json" --plugins "$plugins" --format json 2>&1 >/dev/null)
if [ "$peak" -le 16384 ]; then pass; else fail "peak memory" "$peak KiB" "at most 16384 KiB"; fi

# As many records of a list as are taken, about each of which everything is open: memory grows with them, not with their square.
records=$(yes '{}' | head -n 10000 | paste -sd,)
printf '{"as_of": "2023-06-30", "facts": {"overseas_sites": [%s], "higher_level_awards": [%s]}}' "$records" "$records" >"$work/records.json"
peak=$("$work/peak" "$huisuan" assess "$work/records.json" --plugins "$plugins" --format json 2>&1 >/dev/null)
if [ "$peak" -le 131072 ]; then pass; else fail "peak memory with 20,000 records" "$peak KiB" "at most 131072 KiB"; fi

# Lines longer than a document may be, of which no more is kept than is refused.
head -c 8000000 /dev/zero | tr '\0' x >"$work/line"; echo >>"$work/line"
peak=$(for i in $(seq 32); do cat "$work/line"; done |
  "$work/peak" /bin/sh -c '"$0" batch - --input jsonl --jobs 2 --plugins "$1" 2>/dev/null; test $? = 1' "$huisuan" "$plugins" 2>&1 >"$work/out")
equal "long lines are refused" "$(grep -c "larger than 1048576 bytes" "$work/out")" 32
if [ "$peak" -le 98304 ]; then pass; else fail "peak memory with long lines" "$peak KiB" "at most 98304 KiB"; fi
finish
