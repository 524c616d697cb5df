# Fuzzes each target, or those named, for some seconds, as many at a time as there are cores, from its seeds: sh run.sh [SECONDS [TARGET…]].
# The last line is the figure. What is found stands in build/fuzz/found and ends it with an error; kept as a seed, it is replayed by make test
# for ever.
set -eu
seconds=${1:-60}
[ $# -eq 0 ] || shift
cd "$(dirname "$0")/../.."
out=build/fuzz
targets=${*:-document reader table cell setting policy plugin result arguments}
flags="-std=c11 -O1 -g -fno-omit-frame-pointer -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -DHUISUAN_STATIC -Icore/include -Icore/src -Iwasm -Ibuild/include $(pkg-config --cflags nettle)"
sanitize=-fsanitize=address,undefined
rm -rf "$out/found" "$out/failed"
mkdir -p "$out/objects" "$out/found"
for file in core/src/*.c wasm/binary.c wasm/follow.c wasm/module.c core/cli/*.c plugins/*/policy.c; do
  case $file in plugins/template/*) continue ;; esac
  echo "$file"
done | xargs -P "$(nproc)" -I{} sh -c 'object='"$out"'/objects/$(echo {} | tr / _).o; main=; case {} in core/cli/*) main=-Dmain=huisuan_main ;; esac
  clang '"$flags $sanitize"',fuzzer-no-link -fno-sanitize-recover=all $main -DHUISUAN_PLUGINS_FROM_BIN=\"none\" -DHUISUAN_PLUGINS_DIR=\"/none\" -c {} -o $object'
for target in $targets; do
  objects=$(ls "$out"/objects/*.o | grep -v _cli_)
  [ "$target" = arguments ] && objects=$(ls "$out"/objects/*.o)
  # shellcheck disable=SC2086
  clang $flags "$sanitize,fuzzer" -fno-sanitize-recover=all "tests/fuzz/$target.c" $objects $(pkg-config --libs nettle) -lpthread -ldl -o "$out/$target" &
done
wait
for target in $targets; do
  mkdir -p "$out/corpus/$target"
  quiet=0
  [ "$target" != arguments ] || quiet=2 # usage, again and again
  echo "$target" $quiet
done | xargs -P "$(nproc)" -L 1 sh -c "$out/\$0 -close_fd_mask=\$1 -max_total_time=$seconds -timeout=20 -rss_limit_mb=2048 -max_len=4096 -artifact_prefix=$out/found/\$0- -print_final_stats=1 $out/corpus/\$0 tests/fuzz/seeds/\$0 >$out/\$0.log 2>&1 || echo \$0 >>$out/failed"
total=0
for target in $targets; do
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$target.log")
  echo "fuzz: $target, ${runs:-0} runs in $seconds s"
  total=$((total + ${runs:-0}))
done
[ ! -e "$out/failed" ] || { echo "failed: $(tr '\n' ' ' <"$out/failed"); see $out/*.log" >&2; exit 1; }
echo "fuzz: $total runs of $(echo "$targets" | wc -w) targets under ASan and UBSan, nothing found"
