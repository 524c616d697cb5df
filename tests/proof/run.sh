# The long proofs, or those named: sh run.sh [NAME…]. Each prints one line: whether it holds, its seconds, its figures; all it said stands in
# build/proof/NAME.log. One that does not hold keeps no other from being run; the end names them, with an error.
set -eu
cd "$(dirname "$0")/../.."
SOURCE=$PWD BUILD=$PWD/build PROOF_LOGS=build/proof
export SOURCE BUILD PROOF_LOGS

# Name, seconds on four free cores, command. The seconds are estimates: of same, scale, modules, memory, starve, advice, totals, relations,
# breakpoints, library, bad_json and environment from the processor time of samples, of the others guessed. First those that use all cores or measure time, one by one.
one_by_one='
same           900 sh tests/proof/same.sh
mutation      1000 python3 tests/proof/mutate_core.py 1000 1
scale          800 sh tests/proof/scale.sh 10000000
coverage       300 python3 tests/proof/coverage.py
fuzz           220 sh tests/fuzz/run.sh 60
reproducible   200 sh tests/proof/reproducible.sh
io             100 python3 tests/proof/io.py
clickhouse     300 npm install --silent --no-save --prefix build/chdb chdb@3.4.0 && build/node/bin/node tests/proof/clickhouse.mjs 1000000
budgets         60 node tests/web/budgets.mjs
lighthouse      60 npm install --silent --no-save --prefix build/lighthouse lighthouse@13.5.0 && build/node/bin/node tests/web/lighthouse.mjs
'
# Those that use one core, as many at a time as there are cores, the longest first.
side_by_side='
kills          600 sh tests/proof/kill.sh 1000
modules        500 MUTATIONS=100000 node --test tests/wasm/hostile_test.mjs
memory         520 build/tests/memory $BUILD/plugins $SOURCE 1
starve         220 build/tests/starve $BUILD/plugins $BUILD/tests/words $SOURCE 200
advice         280 build/tests/advice $BUILD/plugins 2000 2
totals         200 build/tests/totals $BUILD/plugins 350000 7
relations       50 build/tests/relations $BUILD/plugins 20000 7
breakpoints     40 build/tests/breakpoints $BUILD/plugins 60 7
library         40 build/tests/library $BUILD/plugins/qingpu.so $BUILD/tests/changed 20000 11
library_words   40 build/tests/library $BUILD/tests/words/words.so $BUILD/tests/changed 20000 5
bad_json        20 python3 tests/bad/run.py tests/bad/json.txt
bad_csv         20 python3 tests/bad/run.py tests/bad/csv.txt
bad_plugins     60 python3 tests/bad/plugins.py tests/bad/plugins.txt
environment     10 sh tests/proof/environment.sh
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
