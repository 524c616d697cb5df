# The same bytes from gcc without optimization, gcc and clang with, and WebAssembly in Node and Chromium, for ROUNDS times SIZE random
# applicants. Prints one line.
. "$SOURCE/tests/shell/check.inc"

rounds=${1:-20}
size=${2:-50000}
# variant NAME COMPILER OPTIMIZATION: program and plugins, built so, under build/NAME.
variant() {
  cmake -S "$SOURCE" -B "$BUILD/$1" -DCMAKE_C_COMPILER="$2" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="$3" -DHUISUAN_TESTS=OFF >/dev/null &&
    cmake --build "$BUILD/$1" --parallel "$(nproc)" >"$work/log" 2>&1 || fail "$1" "$(tail -n 5 "$work/log")" "a build"
}
variant gcc-O0 gcc -O0
variant clang-O2 clang -O2
export PROGRAMS="$BUILD/gcc-O0/huisuan:$BUILD/clang-O2/huisuan"
# Side by side, for the page and the engine in Node use a core each.
seq "$rounds" | xargs -n 1 -P "$(nproc)" sh -c 'node "$SOURCE/tests/wasm/same.mjs" "$1" "$2" >"$0/$2" 2>&1; echo "exit code $?" >>"$0/$2"' "$work" "$size"
for round in $(seq "$rounds"); do
  equal "seed $round" "$(grep -cE '^[0-9a-f]{64}  ' "$work/$round") $(grep -oE '^[0-9a-f]{64}' "$work/$round" | sort -u | wc -l) $(tail -n 1 "$work/$round")" "7 1 exit code 0"
  tail -n 1 "$work/$round" | grep -q 'code 0$' || cut -c1-300 "$work/$round"
done
echo "same bytes: $((rounds * size)) applicants in gcc -O0, gcc -O3, clang -O2, Node (engine, program and the page's engine) and Chromium, $failed wrong"
finish
