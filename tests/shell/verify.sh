# huisuan verify: a saved result replayed; the same, or what moved and by which of date, facts, policy, engine; altered results; what is refused.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
run assess "$firm" --plugins "$plugins" --format json
echo "$out" >"$work/result.json"
verify() { run verify "$@" --plugins "$plugins" --format json; }
# edited NAME SED: the result changed by sed.
edited() { sed "$2" "$work/result.json" >"$work/$1.json"; cmp -s "$work/result.json" "$work/$1.json" && fail "$1: sed" "no change" "a change"; }
moved() { echo "$out" | grep -o "{\"path\":\"places\[310118\].policies\[qingpu\].measures\[qingpu.rent\].amount.low\".*" | grep -o '"clause":.*' | sed 's/}.*//'; }

# ---- The same
verify "$work/result.json" "$firm"
holds "the same" "$code $out$err" '0 {"contract":1,"same":true,"replayed":true,"differs":[],'
holds "the same: nothing moved" "$out" '"policies":[],"moved":[]}'
run verify "$work/result.json" "$firm" --plugins "$plugins"
equal "the same, in words" "$code $out" "0 相同"
verify "$work/result.json"
holds "without the document" "$code $out" '0 {"contract":1,"same":true,"replayed":false,'
run verify "$work/result.json" --plugins "$plugins" --lang en
holds "without the document, in words" "$out" "a replay wants the applicant's document too"
run assess "$firm" --plugins "$plugins" --format json --brief --location 310118 --as-of 2024-02-29
echo "$out" >"$work/brief.json"
verify "$work/brief.json" "$firm"
holds "brief, on a day and at a place of its own" "$code $out" '0 {"contract":1,"same":true,'
sed '/"as_of"/d' "$firm" >"$work/undated.json"
run assess "$work/undated.json" --plugins "$plugins" --format json --location 310118
echo "$out" >"$work/today.json"
verify "$work/today.json" "$work/undated.json"
holds "as of today" "$code $out" '0 {"contract":1,"same":true,'
run assess "$firm" --plugins "$plugins" --format json --set qingpu.rent.cap=100000
echo "$out" >"$work/whatif.json"
verify "$work/whatif.json" "$firm" --set qingpu.rent.cap=100000
holds "what if, twice" "$code $out" '0 {"contract":1,"same":true,'

# ---- The date
verify "$work/result.json" "$firm" --as-of 2024-04-30
holds "the last day of Beilun's policy" "$code $out" '"differs":["date"]'
lacks "the last day: in force" "$out" 'in_force","place"'
verify "$work/result.json" "$firm" --as-of 2024-05-01
holds "the day after" "$code $out" '"path":"places[330206].policies[beilun].in_force","place":"330206","policy":"beilun","measure":null,"clause":null,"was":"yes","is":"no","causes":["date"]'
equal "the day after: exit code" "$code" 1

# ---- The facts
sed 's/"annual_rent": 420000/"annual_rent": 420000.01/' "$firm" >"$work/other.json"
verify "$work/result.json" "$work/other.json"
holds "a fen that rounds away: nothing in money moves" "$code $out" '1 {"contract":1,"same":false,"replayed":true,"differs":["facts"]'
equal "a fen that rounds away" "$(moved)" ""
sed 's/"annual_rent": 420000/"annual_rent": 430000/' "$firm" >"$work/other.json"
verify "$work/result.json" "$work/other.json"
equal "an edited fact" "$code $(moved)" '1 "clause":"四(一)1","was":378000,"is":387000,"causes":["facts"]'
run verify "$work/result.json" "$work/other.json" --plugins "$plugins"
holds "an edited fact, in words" "$out" "旧文件不在手边，不能说是哪一项事实"
holds "an edited fact: the clause" "$out" "■ 310118 四(一)1 qingpu.rent
  原因 事实
    amount.low 378000 → 387000"
sed 's/^{/{ /' "$firm" >"$work/other.json"
run verify "$work/result.json" "$work/other.json" --plugins "$plugins"
holds "a space more: nothing moves, another document" "$code $out" "1 各条款没有变，但输入不同"

# ---- The policy
verify "$work/result.json" "$firm" --set qingpu.rent.cap=100000
equal "an edited policy" "$code $(moved)" '1 "clause":"四(一)1","was":378000,"is":300000,"causes":["policy"]'
lacks "an edited policy: the others stay" "$out" '"place":"330206"'
holds "an edited policy: its SHA-256" "$out" '"policies":[{"id":"qingpu","was":"'
verify "$work/result.json" "$firm" --set baotou.brand_settlement.low_cap=12345
holds "a policy of another place set otherwise: only the assumption says so" "$code $out" '"moved":[{"path":"assumptions","place":null,"policy":null,'
holds "a policy of another place: the cause" "$out" '"causes":["policy"]}]}'
holds "a policy of another place: said" "$out" '"matters":false}]'
mkdir "$work/few"
cp -p "$plugins"/qingpu.* "$plugins"/beilun.* "$plugins"/ningbo.* "$work/few"
chmod 755 "$work/few"
run verify "$work/brief.json" "$firm" --plugins "$work/few" --format json
holds "policies of other places gone" "$code $out" '0 {"contract":1,"same":true,'
holds "policies of other places gone: said" "$out" '"is":null,"matters":false}'
rm "$work/few"/qingpu.*
run verify "$work/result.json" --plugins "$work/few" --lang en
holds "the policy of a place gone, in words" "$code $out" "Another policy: qingpu: sha256 "
holds "and what there is" "$out" "… → none… (with the old version at hand"
sed 's/"qingpu":"[0-9a-f]*"/"other":"00"/' "$work/result.json" >"$work/without.json"
run verify "$work/without.json" "$firm" --plugins "$plugins" --lang en
holds "one that was not there" "$code $out" "Another policy: qingpu: sha256 none… → "
verify "$work/result.json" --set qingpu.rent.cap=100000
holds "without the document, another policy" "$code $out" '1 {"contract":1,"same":false,"replayed":false,"differs":["policy"]'
# Two causes: what the date alone moves is the date's, the rest the policy's.
verify "$work/result.json" "$firm" --as-of 2024-05-01 --set qingpu.rent.cap=100000
equal "date and policy: the policy's" "$(moved)" '"clause":"四(一)1","was":378000,"is":300000,"causes":["policy"]'
holds "date and policy: the date's" "$out" '"was":"yes","is":"no","causes":["date"]'
verify "$work/result.json" "$work/other.json" --set qingpu.rent.cap=100000
equal "policy and facts: both" "$(moved)" '"clause":"四(一)1","was":378000,"is":300000,"causes":["policy","facts"]'
holds "policy and facts: both differ" "$out" '"differs":["policy","facts"]'
# A region compiled from a changed source, its id the same.
mkdir "$work/old" "$work/new"
for version in old new; do
  sed 's/DATE(2026, 12, 31)/DATE(2027, 12, 31)/' "$SOURCE/tests/versions/$version.c" >"$work/$version.c"
  gcc -std=c11 -pedantic -Wall -Wextra -Werror -O1 -fPIC -shared -nostdlib -I"$SOURCE/core/include" -I"$SOURCE/plugins" -I"$BUILD/include" \
    "$work/$version.c" -o "$work/$version/sample.so"
  chmod 755 "$work/$version"
  chmod 644 "$work/$version/sample.so"
  "$BUILD/huisuan" policy manifest "$work/$version/sample.so" >"$work/$version/sample.json"
  chmod 644 "$work/$version/sample.json"
done
echo '{"as_of": "2024-01-01", "facts": {"self_used_office": true, "annual_revenue": 30000000, "office_in_park": true, "annual_rent": 1000000}}' >"$work/tenant.json"
run assess "$work/tenant.json" --plugins "$work/old" --format json
echo "$out" >"$work/old-result.json"
run verify "$work/old-result.json" "$work/tenant.json" --plugins "$work/old"
equal "the old plugin" "$code $out" "0 相同"
run verify "$work/old-result.json" "$work/tenant.json" --plugins "$work/new" --format json
holds "the new plugin" "$code $out" '1 {"contract":1,"same":false,"replayed":true,"differs":["policy"]'
holds "the new plugin: the clause's number" "$out" '.measures[sample.rent].clause","place":"110106","policy":"sample","measure":"sample.rent","clause":"二(一)","was":"二(一)","is":"二(一)1","causes":["policy"]'

# ---- The engine, and a result that was altered
edited engine 's/"engine":"[^"]*"/"engine":"0.0.9"/'
verify "$work/engine.json" "$firm"
holds "another engine, nothing moved" "$code $out" '0 {"contract":1,"same":true,"replayed":true,"differs":["engine"]'
edited altered 's/"amount":{"low":378000,"high":378000}/"amount":{"low":478000,"high":378000}/'
verify "$work/altered.json" "$firm"
equal "an altered amount" "$code $(moved)" '1 "clause":"四(一)1","was":478000,"is":378000,"causes":[]'
run verify "$work/altered.json" "$firm" --plugins "$plugins"
holds "an altered amount, in words" "$out" "输入都没有变：存下的结果被改动过"
edited removed 's/"warnings":\[/"warnings":[{"zh":"x","en":"x","place":null}/'
verify "$work/removed.json" "$firm"
holds "something added" "$code $out" '"path":"warnings"'

# ---- What is refused
# refused WHAT SED PART: exit code 3, nothing printed, a message with PART and the cure.
refused() {
  edited refused "$2"
  run verify "$work/refused.json" "$firm" --plugins "$plugins" --lang en
  equal "$1" "$code $out" "3 "
  holds "$1" "$err" "$3"
}
refused "no contract" 's/"contract":1,//' '"contract" is missing; what huisuan assess --format json wrote is wanted'
refused "another contract" 's/"contract":1/"contract":2/' 'contract: results of contract 1 are known, this is 2'
refused "no date" 's/"as_of":"[^"]*"/"as_of":"2023-02-30"/' 'as_of: this is no date'
refused "no receipt" 's/"receipt":/"receipts":/' '"receipt" is missing'
refused "a hash that is none" 's/"input_sha256":"[^"]*"/"input_sha256":1/' 'receipt.input_sha256'
refused "no places" 's/"places":\[.*\],"questions"/"places":[],"questions"/' 'places: there is no place'
refused "a place without code" 's/"adcode":"310118"/"adcode":"31011"/' 'places[1].adcode: this is no place code'
refused "cut off" 's/.\{100\}$//' 'receipt.policies'
run verify "$firm" "$firm" --plugins "$plugins" --lang en
holds "no result" "$code $err" '3 '
cp "$work/result.json" "$work/applicant.json"
run verify "$work/result.json" "$work/applicant.json" --plugins "$plugins" --lang en
holds "no applicant" "$code $err" "3 huisuan: $work/applicant.json:"
run verify --plugins "$plugins"
equal "no file" "$code" 2
run verify "$work/result.json" "$firm" --location 310118 --plugins "$plugins"
equal "a place" "$code" 2
finish
