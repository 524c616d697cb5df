# The long proofs, or those named: sh run.sh [NAME…]. Each prints one line: whether it holds, its seconds, its figures; all it said stands in
# build/proof/NAME.log. One that does not hold keeps no other from being run; the end names them, with an error.
set -eu
cd "$(dirname "$0")/../.."
SOURCE=$PWD BUILD=$PWD/build PROOF_LOGS=build/proof
export SOURCE BUILD PROOF_LOGS

# Name, seconds on four cores of 2026, command. First those that use all cores or measure time, one by one.
one_by_one='
same           650 sh tests/proof/same.sh
mutation       650 python3 tests/proof/mutate_core.py 1000 2
scale          400 sh tests/proof/scale.sh 10000000
coverage       400 python3 tests/proof/coverage.py
fuzz           950 sh tests/fuzz/run.sh 300
reproducible   130 sh tests/proof/reproducible.sh
io              80 python3 tests/proof/io.py
clickhouse     300 npm install --silent --no-save --prefix build/chdb chdb@3.4.0 && build/node/bin/node tests/proof/clickhouse.mjs 1000000
budgets         15 node tests/web/budgets.mjs
lighthouse      20 npm install --silent --no-save --prefix build/lighthouse lighthouse@13.5.0 && build/node/bin/node tests/web/lighthouse.mjs
'
# Those that use one core, as many at a time as there are cores, the longest first.
side_by_side='
memory         330 build/tests/memory $BUILD/plugins $SOURCE 1
advice         250 build/tests/advice $BUILD/plugins 2000 2
kills          210 sh tests/proof/kill.sh 1000
modules        140 MUTATIONS=100000 node --test tests/wasm/hostile_test.mjs
starve         130 build/tests/starve $BUILD/plugins $BUILD/tests/words $SOURCE 200
totals         130 build/tests/totals $BUILD/plugins 350000 7
library         35 build/tests/library $BUILD/plugins/qingpu.so $BUILD/tests/changed 20000 11
library_words   35 build/tests/library $BUILD/tests/words/words.so $BUILD/tests/changed 20000 5
relations       30 build/tests/relations $BUILD/plugins 20000 7
breakpoints     25 build/tests/breakpoints $BUILD/plugins 60 7
bad_json        10 python3 tests/bad/run.py tests/bad/json.txt
bad_csv          5 python3 tests/bad/run.py tests/bad/csv.txt
bad_plugins      5 python3 tests/bad/plugins.py tests/bad/plugins.txt
environment      2 sh tests/proof/environment.sh
'

# prove LINE: of what it said the last line but for counts of checks and how long node took.
prove='
set -f
set -- $1
name=$1
shift 2
began=$(date +%s) holds=holds
eval "$*" >"$PROOF_LOGS/$name.log" 2>&1 </dev/null || { holds=FAILED; echo "$name" >>"$PROOF_LOGS/failed"; }
said=$(grep -vE "checks passed|^. (fail|cancelled|skipped|todo|duration_ms) |^$" "$PROOF_LOGS/$name.log" | tail -n 1)
printf "%-6s %5d s  %s: %s\n" $holds $(($(date +%s) - began)) "$name" "${said#"$name: "}"
'
chosen() { printf '%s\n' "$1" | awk -v names=" $2 " 'NF > 0 && (names ~ /^ *$/ || index(names, " " $1 " "))'; }

for name in "$@"; do
  [ -n "$(chosen "$one_by_one$side_by_side" "$name")" ] || { echo "proof: no such part: $name" >&2; exit 2; }
done
mkdir -p "$PROOF_LOGS"
rm -f "$PROOF_LOGS/failed"
began=$(date +%s)
chosen "$one_by_one" "$*" | tr '\n' '\0' | xargs -0 -r -n 1 sh -c "$prove" prove
chosen "$side_by_side" "$*" | tr '\n' '\0' | xargs -0 -r -n 1 -P "$(nproc)" sh -c "$prove" prove
[ ! -e "$PROOF_LOGS/failed" ] || { echo "proof: these do not hold: $(tr '\n' ' ' <"$PROOF_LOGS/failed"); see $PROOF_LOGS/*.log" >&2; exit 1; }
echo "proof: all $(chosen "$one_by_one$side_by_side" "$*" | wc -l) hold, $(($(date +%s) - began)) s"
