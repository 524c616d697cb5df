# huisuan review: each verdict on both sides of its border, disputes, findings, received money, limits; the page, its escaping and its print.
. "$SOURCE/tests/shell/check.inc"

claim=$SOURCE/tests/samples/claim.json
# with NAME EDIT…: the sample changed by sed, in $work/NAME.json
with() { name=$1; shift; sed "$@" "$claim" >"$work/$name.json"; }
review() { run review "$@" --plugins "$plugins"; }
# verdict MEASURE: verdict, claim, entitlement, certain, above.
verdict() { echo "$out" | sed 's/{"measure":/\n&/g' | grep "^{\"measure\":\"$1\",.*\"verdict\"" | head -1 | grep -o '"verdict":.*"above":[0-9.]*,"why"' | sed 's/,"why"$//' | sed 's/"verdict"://;s/"claim"://;s/"entitled"://;s/"certain"://;s/"above"://;s/"//g'; }

# ---- Both sides of each border. The rent subsidy is 30 % of the rent, so that a rent of 400,000 to 500,000 gives 120,000 to 150,000.
rent() {
  with rent -e 's/"annual_rent": 420000/"annual_rent": {"min": 400000, "max": 500000}/' -e "s/\"qingpu.rent\": 126000/\"qingpu.rent\": $1/"
  review "$work/rent.json" --format json
  equal "a claim of $1" "$code $(verdict qingpu.rent)" "0 $2"
}
rent 120000 "within,120000,{low:120000,high:150000},120000,0"
rent 120000.01 "open,120000.01,{low:120000,high:150000},120000,0"
rent 150000 "open,150000,{low:120000,high:150000},120000,0"
rent 150000.01 "above,150000.01,{low:120000,high:150000},120000,0.01"
rent 0 "within,0,{low:120000,high:150000},120000,0"

review "$claim" --format json
equal "the sample" "$code $err" "0 "
holds "two facts missing" "$out" 's audit report and its notes"}},{"fact":"first_time_at_scale","label":'
equal "of the three years the one assessed" "$(verdict qingpu.rent)" "within,126000,{low:126000,high:126000},126000,0"
equal "above by a fen" "$(verdict qingpu.bole)" "above,50000.01,{low:50000,high:50000},50000,0.01"
equal "not entitled" "$(verdict qingpu.opening)" "not_entitled,200000,{low:0,high:0},0,200000"
holds "not entitled: why" "$out" "不符合 四(一)2：属地年营业收入不低于 5,000,000 元（现为 4,800,000 元，还差 200,000 元）"
equal "no figure" "$(verdict qingpu.contribution)" "no_figure,30000,null,0,0"
equal "cannot be told" "$(verdict qingpu.scale)" "cannot_tell,100000,null,0,0"
holds "cannot be told: the papers" "$out" '{"fact":"prior_main_revenue","label":{"zh":"上年度主营业务收入"'
equal "above what may be had at most" "$(verdict beilun.rent)" "above,900000,{low:0,high:850000},0,50000"
equal "the authority may lower it" "$(verdict beilun.growth)" "open,100000,{low:100000,high:100000},0,0"
equal "no dates" "$(verdict ningbo.headhunting)" "open,90000,{low:90000,high:90000},0,0"
# 60,000 were received for the matter, so that 40,000 to 940,000 are left of 100,000 to 1,000,000.
equal "received" "$(verdict beilun.export_execution)" "above,940000.01,{low:40000,high:940000},0,0.01"
equal "set aside" "$(verdict ningbo.base_export)" "set_aside,500000,{low:0,high:0},0,500000"
holds "set aside: why" "$out" "是同一事项，只计一次，就高计算"
with alone -e '/"beilun.export_execution": 940/d'
review "$work/alone.json" --format json
equal "one of a matter alone, which may be the one paid" "$(verdict ningbo.base_export)" "open,500000,{low:0,high:940000},0,0"
review "$work/rent.json" --format json --as-of 2022-12-31
equal "the day before the policy" "$(verdict qingpu.rent)" "not_in_force,0,{low:0,high:0},0,0"
holds "the day before: why" "$out" "政策有效期 2023-01-01 至 2027-12-31，2022-12-31 不在其中"
review "$claim" --format json --as-of 2023-01-01
equal "its first day" "$(verdict qingpu.rent)" "within,126000,{low:126000,high:126000},126000,0"
review "$claim" --format json --location 330206
holds "elsewhere" "$out" '"elsewhere":["qingpu.rent","qingpu.opening","qingpu.bole","qingpu.contribution","qingpu.scale"]'
with twice -e 's/"received": \[/"received": [{"measure": "qingpu.rent", "years": 3}, /'
review "$work/twice.json" --format json
equal "all years received" "$(verdict qingpu.rent)" "above,126000,{low:0,high:0},0,126000"
review "$claim" --format json --set qingpu.rent.cap=100000
equal "what if" "$(verdict qingpu.rent)" "above,126000,{low:100000,high:100000},100000,26000"
holds "what if: the mark" "$out" '"overlay":[{"name":"qingpu.rent.cap","from":600000,"to":100000}]'

# ---- Findings, beside the rule's amounts
review "$claim" --format json
holds "a finding below" "$out" '"finding":{"amount":100000,"reason":"按实际使用面积核减","differs":-26000}'
holds "a finding that agrees" "$out" '"finding":{"amount":50000,"reason":"与批文一致","differs":0}'
holds "a finding above" "$out" '"finding":{"amount":250000,"reason":"区级另有配套","differs":50000}'
with finding -e 's/"qingpu.rent": 126000,//'
review "$work/finding.json" --format json
equal "a finding without a claim" "$(verdict qingpu.rent)" "not_claimed,null,{low:126000,high:126000},126000,0"
holds "entitled and not claimed" "$out" '"unclaimed":[{"measure":"qingpu.rent","clause":"四(一)1","title":{"zh":"租金补贴","en":"Rent subsidy"},"entitled":{"low":126000,"high":126000}}]'

# ---- Facts and disputes
review "$claim" --format json
holds "verified" "$out" '"fact":"annual_revenue","label":{"zh":"年营业收入","en":"Annual operating revenue"},"place":null,"state":"verified","have":26000000,"note":"审计报告 2022","value":null}'
holds "declared" "$out" '"fact":"paid_in_capital","label":{"zh":"实缴资本","en":"Paid-in capital"},"place":null,"state":"declared","have":5000000,"note":null,"value":null}'
holds "disputed, where it is another at the place" "$out" '"place":"310118","state":"disputed","have":3,"note":"合同只到 2025 年 6 月","value":2}'
holds "a dispute: the measure" "$out" '{"adcode":"310118","measure":"qingpu.rent","before":{"low":126000,"high":126000},"unknown":{"status":"undetermined","amount":{"low":0,"high":126000}},"value":{"status":"ineligible","amount":{"low":0,"high":0}}}'
holds "a dispute: the total" "$out" '{"adcode":"310118","measure":null,"before":{"low":176000,"high":176000},"unknown":{"status":null,"amount":{"low":50000,"high":176000}},"value":{"status":null,"amount":{"low":50000,"high":50000}}}'
holds "without the officer's value" "$out" '"measure":"qingpu.bole","before":{"low":50000,"high":50000},"unknown":{"status":"undetermined","amount":{"low":0,"high":null}},"value":null}'
holds "a list, with the officer's records" "$out" '"measure":"ningbo.headhunting","before":{"low":90000,"high":90000},"unknown":{"status":"undetermined","amount":{"low":0,"high":500000}},"value":{"status":"eligible","amount":{"low":60000,"high":60000}}}'
review "$claim"
holds "the table" "$code $out" "0 宁波海曙桥人力资源服务有限公司（示例）"
holds "the table: above" "$out" "结论 超出 0.01 元"
holds "the table: the finding" "$out" "认定 100,000 元，与规则相差 −26,000 元"
holds "the table: a dispute" "$(echo "$out" | tr -s ' \n' '  ')" "310118 租金补贴 126,000 元 若不采信 0 至 126,000 元 按认定值 0 元"
review "$SOURCE/tests/samples/firm.json"
holds "without claims" "$code $out" "这里没有申报。"

# ---- A ceiling over several measures, of a region made for it
mkdir "$work/limited"
gcc -std=c11 -pedantic -Wall -Wextra -Werror -O1 -fPIC -shared -nostdlib -I"$SOURCE/core/include" -I"$SOURCE/plugins" -I"$BUILD/include" \
  "$SOURCE/tests/versions/new.c" -o "$work/limited/sample.so"
chmod 755 "$work/limited"
chmod 644 "$work/limited/sample.so"
"$BUILD/huisuan" policy manifest "$work/limited/sample.so" >"$work/limited/sample.json"
chmod 644 "$work/limited/sample.json"
# limited RENT OPENING: the two claimed; 900,000 is the ceiling for a firm in a year.
limited() {
  echo "{\"as_of\": \"2024-01-01\", \"facts\": {\"self_used_office\": true, \"annual_revenue\": 30000000, \"lease_years\": 3, \"office_in_park\": true, \"annual_rent\": 4000000, \"newly_settled\": true}, \"claims\": {\"sample.rent\": $1, \"sample.opening\": $2}}" >"$work/firm.json"
  run review "$work/firm.json" --plugins "$work/limited" --format json
}
of_limit() { echo "$out" | grep -o '"limits":\[[^]]*\]' | grep -o '"claimed".*'; }
limited 800000 100000
equal "up to the ceiling" "$(of_limit)" '"claimed":900000,"ceiling":{"low":900000,"high":900000},"verdict":"within","above":0}]'
limited 800000 100000.01
equal "beyond the ceiling" "$(of_limit)" '"claimed":900000.01,"ceiling":{"low":900000,"high":900000},"verdict":"above","above":0.01}]'
equal "each for itself" "$(verdict sample.rent)" "within,800000,{low:800000,high:800000},800000,0"
equal "what the authority decides" "$(verdict sample.opening)" "open,100000.01,{low:0,high:600000},0,0"
run review "$work/firm.json" --plugins "$work/limited" --set sample.firm.ceiling=700000 --format json
equal "one alone beyond the ceiling" "$(verdict sample.rent)" "above,800000,{low:700000,high:700000},700000,100000"

# ---- The page
review "$claim" --format html --output "$work/page.html"
equal "the page in a file" "$code $out$err" "0 "
page=$(cat "$work/page.html")
holds "the page" "$page" "补贴申报审核单 <span class=\"en\" lang=\"en\">Review of claims</span>"
holds "the page: a clause cited" "$page" '<a href="#c7">[7]</a> 四(一)1'
holds "the page: the clause" "$page" '<tr id="c7">'
holds "the page: an amount" "$page" '<td class="n"><span class="m">50,000.01</span></td>'
holds "the page: the receipt" "$page" "input sha256 $(sha256sum "$claim" | cut -d' ' -f1)"
holds "the page: the reservation" "$page" "预计，以主管部门审核为准。"
lacks "the page: no script" "$page" "<script"
lacks "the page: nothing from elsewhere" "$page" "http:"
review "$claim" --format html --lang en
holds "the page in English" "$code $out" "<h1>Review of claims</h1>"
lacks "the page in English: the frame" "$out" "审核单"
review "$claim" --format html --output "$work/none/page.html"
equal "a page that cannot be written" "$code" 4
review "$claim" --format html --output "$work"
equal "a folder" "$code" 4
review "$claim" --format html --output "$work/$(printf 'x%.0s' $(seq 4096))"
equal "a name that is too long" "$code" 4
with control -e "s/\"name\": \"/&\\\\u0001\\\\u007f\\\\u009b\\\\u00a0'/"
review "$work/control.json" --format html
holds "the page: no control characters" "$out" "<p>???$(printf '\302\240')&#39;宁波"
# The file is written beside its name first, under one that holds the number of the process; a hundred of these are tried.
beside() {
  sh -c 'i=0; while [ $i -lt "$4" ]; do : >"$2.$$-$i"; i=$((i + 1)); done; exec "$0" review "$1" --plugins "$3" --format html --output "$2"' \
    "$huisuan" "$claim" "$work/taken" "$plugins" "$1" 2>"$work/err"
  echo $?
}
if [ -z "${HUISUAN:-}" ]; then
  equal "one name beside it is taken" "$(beside 1)" 0
  equal "and the page is whole" "$(tail -n 1 "$work/taken")" "</body></html>"
  equal "all are" "$(beside 100)" 4
fi

# ---- What is refused
# refused SED PART: exit code 3, a message with PART.
refused() {
  with refused -e "$1"
  review "$work/refused.json" --lang en
  equal "$1" "$code $out" "3 "
  holds "$1" "$err" "$2"
}
refused 's/"qingpu.rent": 126000/"qingpu.rents": 126000/' 'did you mean "qingpu.rent"?'
refused 's/"qingpu.rent": 126000/"qingpu.rent": -1/' 'must not be negative: -1'
refused 's/"qingpu.rent": 126000/"qingpu.rent": 1.001/' 'at most two decimals: 1.001'
refused 's/"qingpu.rent": 126000/"qingpu.rent": {"min": 1}/' 'claims'
refused 's/"verified"/"proved"/' 'the state must be declared, evidenced, verified or disputed'
refused 's/"value": 2}/"value": "two"}/' 'evidence.lease_years.value'
refused 's/, "reason": "与批文一致"//' '{"amount", "reason"} is wanted'
refused 's/"lease_years": {"state"/"lease_year": {"state"/' 'did you mean "lease_years"?'
review
equal "no file" "$code" 2
review "$claim" --output "$work/table"
equal "a table into a file" "$code" 2
run assess "$claim" --plugins "$plugins" --format html
equal "html elsewhere" "$code" 2
finish
