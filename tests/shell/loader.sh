# What the loader refuses, each with exit code 5, nothing on standard output, and a message that says how to mend it.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
bad=$work/plugins

# A fresh copy of the good plugins.
fresh() {
  rm -rf "$bad"
  mkdir "$bad"
  chmod 755 "$bad"
  cp "$plugins"/*.so "$plugins"/*.json "$bad"
  chmod 644 "$bad"/*
}

# refused WHAT PART: loading $bad is refused with a message that holds PART.
refused() {
  run assess "$firm" --plugins "$bad" --lang en
  equal "$1: exit code and output" "$code $out" "5 "
  holds "$1: message" "$err" "$2"
}

# manifest ID: a manifest with the true hash of $bad/ID.so.
manifest() {
  printf '{"id": "%s", "version": "1", "abi": 1, "sha256": "%s"}\n' "$1" "$(sha256sum "$bad/$1.so" | cut -d' ' -f1)" >"$bad/$1.json"
  chmod 644 "$bad/$1.json"
}

# compile ID [FLAG]: a plugin from the C source on standard input, with a manifest that matches.
compile() {
  gcc -std=c11 -O1 -fPIC -shared -nostdlib -w ${2:-} -I"$SOURCE/core/include" -I"$BUILD/include" -x c - -o "$bad/$1.so" || fail "compile $1" "failed" "a library"
  chmod 644 "$bad/$1.so"
  manifest "$1"
}

fresh
run assess "$firm" --plugins "$bad" --format json
equal "the copy is good" "$code" 0

# ---- Owners and modes
for mode in 666 664 646; do
  fresh; chmod $mode "$bad/qingpu.so"; refused "library of mode $mode" "its mode is $mode, others can write to it: chmod go-w"
  fresh; chmod $mode "$bad/qingpu.json"; refused "manifest of mode $mode" "its mode is $mode"
done
fresh; chmod 777 "$bad"; refused "directory of mode 777" "its mode is 777"
fresh; chmod 775 "$bad"; refused "directory of mode 775" "its mode is 775"
odd=$work/$(printf '\302x') && mkdir "$odd" && chmod 777 "$odd"
run assess "$firm" --plugins "$odd" --lang en; holds "a directory of mode 777 whose name is no UTF-8" "$code $err" "5 huisuan: $odd: its mode is 777"
if [ "$(id -u)" = 0 ]; then
  fresh; chown 12345 "$bad/ningbo.so"; refused "library of another owner" "it belongs to uid 12345"
  fresh; chown 12345 "$bad"; refused "directory of another owner" "it belongs to uid 12345"
  # Those of root are good for everybody, those of somebody else not.
  fresh; cp "$huisuan" "$work/program"; chmod 711 "$work"; chmod 755 "$work/program"
  echo '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}}' | setpriv --reuid 65534 --clear-groups "$work/program" assess - --plugins "$bad" --brief >"$work/out" 2>&1
  equal "plugins of root for another user" "$?" 0
  chown 12345 "$bad/qingpu.so"
  echo '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}}' | setpriv --reuid 65534 --clear-groups "$work/program" assess - --plugins "$bad" --brief --lang en >"$work/out" 2>&1
  holds "plugins of a third" "$? $(cat "$work/out")" "5 huisuan: $bad/qingpu.so: it belongs to uid 12345"
fi

# ---- Files
fresh; mv "$bad/qingpu.so" "$work/away.so"; ln -s "$work/away.so" "$bad/qingpu.so"; refused "linked library" "symbolic link"
fresh; mv "$bad/qingpu.json" "$work/away.json"; ln -s "$work/away.json" "$bad/qingpu.json"; refused "linked manifest" "symbolic link"
fresh; rm "$bad/qingpu.so"; mkdir "$bad/qingpu.so"; refused "directory as library" "not a regular file"
fresh; rm "$bad/qingpu.so"; mkfifo -m 644 "$bad/qingpu.so"; refused "pipe as library" "not a regular file"
fresh; : >"$bad/qingpu.so"; refused "empty library" "it has 0 bytes"

# ---- Manifests
fresh; rm "$bad/qingpu.json"; refused "no manifest" "qingpu.json: cannot be read"
fresh; echo '{' >"$bad/qingpu.json"; refused "manifest cut off" "not valid JSON"
fresh; echo '[]' >"$bad/qingpu.json"; refused "manifest without an object" "missing from the manifest or wrong"
fresh; sed -i 's/"id": "qingpu"/"id": "qingpo"/' "$bad/qingpu.json"; refused "another id" "\"id\" is missing from the manifest or wrong"
fresh; sed -i 's/"sha256": "./"sha256": "x/' "$bad/qingpu.json"; refused "another hash" "the file was changed or the manifest is old"
fresh; sed -i 's/"abi": 1/"abi": 2/' "$bad/qingpu.json"; refused "newer ABI" "the plugin's ABI is 2, this engine takes 1 to 1"
fresh; sed -i 's/"abi": 1/"abi": 0/' "$bad/qingpu.json"; refused "older ABI" "the plugin's ABI is 0"
fresh; sed -i 's/"abi": 1/"abi": "1"/' "$bad/qingpu.json"; refused "ABI as text" "\"abi\" is missing from the manifest or wrong"
for key in id version sha256; do
  fresh; sed -i "s/\"$key\"/\"other\"/" "$bad/qingpu.json"; refused "no $key" "\"$key\" is missing from the manifest or wrong"
done
fresh; sed -i 's/{/{"id": "qingpu", /' "$bad/qingpu.json"; refused "a key twice" "stands twice"

# ---- Libraries whose manifest matches
fresh; head -c 4096 "$plugins/qingpu.so" >"$bad/qingpu.so"; manifest qingpu; refused "library cut off" "the file is cut off"
fresh; echo 'no library' >"$bad/qingpu.so"; manifest qingpu; refused "text as library" "it is not a shared library"
fresh; echo 'int other(void); int other(void) { return 1; }' | compile qingpu; refused "no getter" "does not export huisuan_policy"
fresh; echo 'const void *huisuan_policy(void) { return 0; }' | compile qingpu; refused "a getter that gives nothing" "gives no policy table"
fresh; echo 'const int *huisuan_policy(void) { static const int table[64] = {1}; return table; }' | compile qingpu; refused "another magic" "qingpu.so: magic: magic is 1"
fresh; head -c 100 "$plugins/qingpu.so" >"$bad/qingpu.so"; manifest qingpu; refused "header only" "the file may be cut off or be for another machine"
fresh; cp "$huisuan" "$bad/qingpu.so"; chmod 644 "$bad/qingpu.so"; manifest qingpu; refused "a program as library" "it has INTERP"
fresh
compile qingpu <<'C'
#include <huisuan/facts.h>
__attribute__((constructor)) static void run(void) { __builtin_trap(); }
static const hs_measure measures[] = {MEASURE(one, CLAUSE("1"), TITLE("a", "b"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = in_park)};
static const hs_silence silences[] = {NOTHING("2", "a", "b")};
POLICY(qingpu, .version = "1", .adcode = "310118", .name = {"a", "b"}, .title = {"a", "b"});
C
refused "a constructor" "it has INIT_ARRAY"
fresh; cp "$plugins/qingpu.so" "$bad/zwei.so"; manifest zwei; refused "one policy twice" "the policy in it has the id qingpu, file and manifest say zwei"
fresh
compile other <<'C'
#include <huisuan/policy.h>
TOPIC(finance, 3, "经营、税收与融资", "Revenue, taxes and finance");
COUNT_FACT(annual_revenue, "年营业收入", "Annual operating revenue", finance, THIS_YEAR, IN_TIME, HINT("a", "b"));
static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("1"), TITLE("a", "b"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = AT_LEAST(annual_revenue, COUNT(1)))};
static const hs_silence silences[] = {NOTHING("2", "a", "b")};
POLICY(other, .version = "1", .adcode = "330206", .name = {"a", "b"}, .title = {"a", "b"});
C
refused "a fact defined otherwise" "annual_revenue differs in its type"

# ---- A new region is one more pair of files
fresh
compile zhenhai <<'C'
#include <huisuan/facts.h>
TOPIC(own, 20, "本地", "Own");
MONEY_FACT(harbour_dues, "港口规费", "Harbour dues", own, THIS_YEAR, IN_TIME, HINT("看缴款书", "See the payment slip."));
static const hs_measure measures[] = {
    MEASURE(dues, CLAUSE("一"), TITLE("规费补贴", "Dues subsidy"), .kind = CASH, .basis = FORMULA, .per = YEARLY, .when = in_park, .pays = CAP(WAN(5), PERCENT(10, harbour_dues)))};
static const hs_silence silences[] = {NOTHING("二", "目标", "Aims")};
POLICY(zhenhai, .version = "1.0.0", .adcode = "330211", .name = {"宁波市镇海区", "Zhenhai District, Ningbo"}, .title = {"示例", "Example"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31));
C
echo '{"as_of": "2023-06-30", "locations": ["330211"], "facts": {"in_park": true, "harbour_dues": 123456.78}}' >"$work/zhenhai.json"
run assess "$work/zhenhai.json" --plugins "$bad" --format json
equal "a region dropped in" "$code $err" "0 "
holds "a region dropped in: its measure" "$out" '"id":"zhenhai.dues","clause":"一","title":{"zh":"规费补贴","en":"Dues subsidy"},"kind":"cash","basis":"formula","per":"year","payee":"applicant","status":"eligible","amount":{"low":12345.68,"high":12345.68}'
holds "a region dropped in: the city's policy with it" "$out" '"id":"ningbo.headhunting"'
run policy check "$bad/zhenhai.so"
holds "policy check" "$out" "zhenhai：可用，1 项措施，2 个事实"

# ---- assess opens the libraries of the places asked for, and gives what batch gives, which opens all
# same WHAT DOCUMENT: both give the same bytes for a document.
same() {
  printf %s "$2" >"$work/one.json"
  run batch "$work/one.json" --plugins "$bad"
  wanted=$out
  run assess "$work/one.json" --plugins "$bad" --format json
  equal "$1" "$code $err$out" "0 $wanted"
}
same "one place of many" '{"as_of": "2023-06-30", "locations": ["330211"], "facts": {"harbour_dues": 100}}'
same "facts of another place" '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"harbour_dues": 100}, "facts_at": {"310118": {"annual_rent": 1}}}'
same "a measure of another place" '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}, "received": [{"measure": "zhenhai.dues", "years": 1}]}'
same "every place" '{"as_of": "2023-06-30", "facts": {"harbour_dues": 100}}'
compile xiangshan <<'C'
#include <huisuan/facts.h>
TOPIC(own, 20, "本地", "Own");
COUNT_FACT(xiangshan_boats, "渔船数", "Fishing boats", own, AS_OF, IN_TIME, HINT("看渔船证", "See the licences."));
CHECK(boats, MORE_THAN(xiangshan_boats, lease_years), "船比人少", "Fewer boats than people.");
static const hs_measure measures[] = {
    MEASURE(boats, CLAUSE("一"), TITLE("渔船", "Boats"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = AT_LEAST(xiangshan_boats, COUNT(1)))};
static const hs_silence silences[] = {NOTHING("二", "目标", "Aims")};
POLICY(xiangshan, .version = "1", .adcode = "350225", .name = {"象山县", "Xiangshan"}, .title = {"示例", "Example"}, .checks = CHECKS(boats));
C
compile ninghai -Wl,-z,noseparate-code <<'C'
#include <huisuan/facts.h>
TOPIC(own, 20, "本地", "Own");
YES_NO_FACT(ninghai_pier, "有码头", "Has a pier", own, AS_OF, IN_TIME, HINT("看产权证", "See the deeds."), .local = 1);
static const hs_measure measures[] = {
    MEASURE(people, CLAUSE("一"), TITLE("人", "People"), .kind = IN_KIND, .basis = FIXED, .per = ONCE,
            .when = ANY(ninghai_pier, AT_LEAST(lease_years, COUNT(1))))};
static const hs_silence silences[] = {NOTHING("二", "目标", "Aims")};
POLICY(ninghai, .version = "1", .adcode = "330226", .name = {"宁海县", "Ninghai"}, .title = {"示例", "Example"});
C
for id in xiangshan ninghai; do "$huisuan" policy manifest "$bad/$id.so" >"$bad/$id.json"; done
same "a warning that rests on another place asking" '{"as_of": "2023-06-30", "locations": ["350225"], "facts": {"xiangshan_boats": 0}}'
holds "a warning that rests on another place asking: it is given" "$out" "Fewer boats than people."
same "a library whose texts lie in its first segment" '{"as_of": "2023-06-30", "locations": ["330226"], "facts": {"lease_years": 1}}'
holds "a library whose texts lie in its first segment: its measure" "$out" '"id":"ninghai.people","clause":"一"'

# closed WHAT CODE DOCUMENT: the exit code while the library of Baotou, which is not asked for, is none: 5 where all are opened.
closed() {
  printf %s "$3" >"$work/one.json"
  run assess "$work/one.json" --plugins "$bad" --format json
  equal "$1" "$code" "$2"
}
# written LIBRARY MANIFEST: when Baotou's were written.
written() { touch -d "2023-01-01 $1" "$bad/baotou.so"; touch -d "2023-01-01 $2" "$bad/baotou.json"; }
echo 'no library' >"$bad/baotou.so"
written 00:00:00 00:00:00
closed "a fact that only another place has" 0 '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"xiangshan_boats": 1}}'
closed "a fact of another place, stated for this one" 0 '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}, "facts_at": {"310118": {"ninghai_pier": true}}}'
closed "its own place" 5 '{"as_of": "2023-06-30", "locations": ["150200"], "facts": {}}'
closed "a place within its own" 5 '{"as_of": "2023-06-30", "locations": ["310118", "150204"], "facts": {}}'
closed "no place in particular" 5 '{"as_of": "2023-06-30", "facts": {}}'
closed "a place without a policy" 5 '{"as_of": "2023-06-30", "locations": ["310118", "440305"], "facts": {}}'
closed "a check that looks at facts of other places" 5 '{"as_of": "2023-06-30", "locations": ["350225"], "facts": {"xiangshan_boats": 0}}'
one='{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}}'
written 00:00:00.9 00:00:01.1; closed "a manifest of the next second" 0 "$one"
written 00:00:01.1 00:00:00.9; closed "a manifest of the second before" 5 "$one"
written 00:00:00.1 00:00:00.9; closed "a manifest later in the second" 0 "$one"
written 00:00:00.9 00:00:00.1; closed "a manifest earlier in the second" 5 "$one"

fresh
run assess "$firm" --format json
wanted=$out
echo 'no library' >"$bad/baotou.so"; touch -d 2000-01-01 "$bad/baotou.so"
run assess "$firm" --plugins "$bad" --format json
equal "the library of another place stays closed" "$code $err$out" "0 $wanted"
touch -d 2000-01-01 "$bad/baotou.json"; touch "$bad/baotou.so"; refused "a manifest older than its library" "not a shared library"
for key in adcode policy_sha256 facts; do
  touch -d 2000-01-01 "$bad/baotou.so"; cp "$plugins/baotou.json" "$bad"
  sed -i "s/\"$key\"/\"other\"/" "$bad/baotou.json"; refused "a manifest without $key vouches for nothing" "not a shared library"
done
fresh; sed -i 's/"adcode": "310118"/"adcode": "310115"/' "$bad/qingpu.json"
refused "a manifest of another place" "qingpu.so: \"adcode\" of the manifest says 310115, the policy in it has 310118: make the manifest again"
printf '{"as_of": "2023-06-30", "locations": ["310118", "150200"], "facts": {}}' >"$work/two.json"
run assess "$work/two.json" --plugins "$bad" --lang en
holds "no place is without a policy on the word of a manifest" "$code $out$err" "5 huisuan: $bad/qingpu.so: \"adcode\" of the manifest says 310115"
fresh; sed -i 's/"policy_sha256": "./"policy_sha256": "x/' "$bad/qingpu.json"
refused "a manifest of another policy" "qingpu.so: \"policy_sha256\" of the manifest says x"

# ---- policy check and manifest
run policy check "$plugins/qingpu.so" --lang en
holds "policy check of a good plugin" "$code $out" "0 qingpu: fit for use, 18 measures, 32 facts, sha256 $("$huisuan" policy list --plugins "$plugins" | sed -n '/青浦/,$s/.* sha256 \(.*\)…/\1/p')"
holds "and its file" "$out" ", of the file $(sha256sum "$plugins/qingpu.so" | cut -d ' ' -f 1)"
cp "$plugins/qingpu.so" "$work/alone.so"
run policy check "$work/alone.so" --lang en
holds "policy check without a manifest" "$code $err" "5 huisuan: "
run policy manifest "$plugins/qingpu.so"
equal "policy manifest" "$code $out" "0 $(cat "$plugins/qingpu.json")"
run policy check "$work/none.so"
equal "policy check of no file" "$code $out" "5 "

# ---- Directories
mkdir "$work/empty"
run assess "$firm" --plugins "$work/empty" --lang en
holds "empty directory" "$code $err" "5 huisuan: $work/empty: there is no plugin"
run assess "$firm" --plugins "$work/missing" --lang en
holds "missing directory" "$code $err" "5 huisuan: $work/missing: cannot be read"
run assess "$firm" --plugins "$firm" --lang en
holds "file as directory" "$code $err" "it is not a directory"
(cd "$BUILD" && "$huisuan" assess "$firm" --plugins plugins --format json >"$work/out" 2>&1)
equal "relative directory" "$?" 0
finish
