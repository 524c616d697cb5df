# No leak and no bad access under valgrind, and little memory: one applicant in five regions.
. "$SOURCE/tests/shell/check.inc"

sed '/"locations"/d' "$SOURCE/tests/samples/firm.json" >"$work/everywhere.json"
for format in json table; do
  valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=definite,indirect,possible \
    "$huisuan" assess "$work/everywhere.json" --plugins "$plugins" --format "$format" >"$work/out" 2>"$work/err"
  equal "valgrind, $format" "$? $(cat "$work/err")" "0 "
done
sed 's/"annual_rent"/"annual_rnt"/' "$work/everywhere.json" >"$work/wrong.json"
valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=definite,indirect,possible \
  "$huisuan" assess "$work/wrong.json" --plugins "$plugins" >"$work/out" 2>"$work/err"
equal "valgrind, refused input" "$?" 3

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
finish
