# The same bytes from gcc without optimization, gcc and clang with, and WebAssembly in Node and Chromium, for ROUNDS times SIZE random
# applicants. Prints one line.
. "$SOURCE/tests/shell/check.inc"

rounds=${1:-10}
size=${2:-100000}
# variant NAME COMPILER OPTIMIZATION: program and plugins, built so, under build/NAME.
variant() {
  cmake -S "$SOURCE" -B "$BUILD/$1" -DCMAKE_C_COMPILER="$2" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="$3" -DHUISUAN_TESTS=OFF >/dev/null &&
    cmake --build "$BUILD/$1" --parallel "$(nproc)" >"$work/log" 2>&1 || fail "$1" "$(tail -n 5 "$work/log")" "a build"
}
variant gcc-O0 gcc -O0
variant clang-O2 clang -O2
export PROGRAMS="$BUILD/gcc-O0/huisuan:$BUILD/clang-O2/huisuan"
round=0
while [ $round -lt "$rounds" ]; do
  round=$((round + 1))
  node "$SOURCE/tests/wasm/same.mjs" $size $round >"$work/out" 2>&1
  equal "seed $round: exit code" "$?" 0
  equal "seed $round: sums" "$(grep -cE '^[0-9a-f]{64}  ' "$work/out") $(grep -oE '^[0-9a-f]{64}' "$work/out" | sort -u | wc -l)" "6 1"
  [ $failed -eq 0 ] || cut -c1-300 "$work/out"
done
echo "same bytes: $((rounds * size)) applicants in gcc -O0, gcc -O3, clang -O2, Node (engine and program) and Chromium, $failed wrong"
finish
