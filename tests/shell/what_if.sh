# --set: what if a figure of a policy were another. Exact amounts, the mark on every output, what is refused, and nothing without it.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
here() { command=$1; shift; run "$command" "$firm" --plugins "$plugins" --location 310118 "$@"; }
totals() { echo "$out" | grep -o '"total[a-z_]*":{[^}]*}' | grep -o '[0-9.]*,\|[0-9.]*}' | tr -d '}\n'; }

# ---- Amounts, low and high of the year and of all years. As it is: 30 % of a rent of 420,000 in each of three years, at most 600,000 a
# year, and the recruiter award of 50,000.
here assess --format json --brief
as_it_is=$out
amounts() {
  wanted=$1
  shift
  here assess --format json --brief "$@"
  equal "$*" "$code $(totals)" "0 $wanted"
}
amounts 176000,176000428000,428000
amounts 176000,176000428000,428000 --set qingpu.rent.cap=126000
amounts 175999.99,175999.99427999.97,427999.97 --set qingpu.rent.cap=125999.99
amounts 218000,218000554000,554000 --set qingpu.rent.rate=40
amounts 176000,176000680000,680000 --set qingpu.rent.years=5
amounts 210000,210000530000,530000 --set qingpu.rent.rate=40 --set qingpu.rent.cap=160000
# Both sides of thresholds: the revenue of 26 million has to exceed one, three years of lease have to reach the other.
amounts 176000,176000428000,428000 --set qingpu.rent.annual_revenue=25999999.99
amounts 50000,5000050000,50000 --set qingpu.rent.annual_revenue=26000000
amounts 176000,176000428000,428000 --set qingpu.rent.lease_years=3
amounts 50000,5000050000,50000 --set qingpu.rent.lease_years=4
# A tier that begins at the local revenue of 4.8 million pays 200,000, half of it in the first year.
amounts 276000,276000628000,628000 --set qingpu.opening.local_annual_revenue=4800000 --set qingpu.opening.tier1=4800000
amounts 176000,176000428000,428000 --set qingpu.opening.local_annual_revenue=4800000.01 --set qingpu.opening.tier1=4800000
# Instalments that add up to 100 together only.
amounts 216000,216000628000,628000 --set qingpu.opening.local_annual_revenue=4800000 --set qingpu.opening.tier1=4800000 \
  --set qingpu.opening.instalment1=20 --set qingpu.opening.instalment2=60
here assess --format json --brief --set qingpu.rent.cap=1 --set qingpu.rent.cap=600000
equal "set to what it is" "$code $out" "0 $as_it_is"

# ---- The marks
cap="--set qingpu.rent.cap=100000"
line="假设：qingpu.rent.cap 由 600,000 元改为 100,000 元，不是现行政策"
english="What if: qingpu.rent.cap is 100,000 yuan, not 600,000 yuan; this is not the policy in force"
overlay='"overlay":[{"name":"qingpu.rent.cap","from":600000,"to":100000}]'
# first WHAT: the line before all else in the output.
first() { equal "$1: the first line" "$(head -1 "$work/out" | tr -d '\r')" "$2"; }
# shellcheck disable=SC2086
marks() {
  here assess --format json $cap
  holds "assess: the policy" "$out" "\",$overlay,\"note\":"
  holds "assess: the assumption" "$out" "\"assumptions\":[{\"zh\":\"$line\",\"en\":\"$english\"},"
  digest=$(echo "$out" | grep -o '"sha256":"[0-9a-f]*"' | head -1)
  lacks "assess: another SHA-256" "$as_it_is" "$digest"
  holds "assess: the same in the receipt" "$out" "\"qingpu\":${digest#*:}"
  here assess $cap; first assess "  ! $line"; holds "assess: the assumption" "$out" "* $line"
  here assess $cap --lang en; first "assess in English" "  ! $english"
  here assess $cap --format markdown; first "assess as Markdown" "- ! $line"
  here compare $cap; first compare "  ! $line"
  here compare $cap --format json; holds compare "$out" "\"as_of\":\"2023-06-30\",$overlay,\"places\":"
  here sweep $cap; first sweep "  ! $line"
  here sweep $cap --format json; equal "sweep: each figure" "$(echo "$out" | grep -cF "\"as_of\":\"2023-06-30\",$overlay,\"fact\":")" "$(echo "$out" | wc -l)"
  here sweep $cap --fact annual_rent; first "sweep of a fact" "  ! $line"
  here sweep $cap --fact annual_rent --format json; holds "sweep of a fact" "$out" "$overlay,\"fact\":\"annual_rent\""
  holds "sweep: the breakpoint" "$out" '"breakpoints":[333333.32]'
  here sweep $cap --fact annual_rent --format csv; first "sweep as CSV" "\"# $line\""
  here sweep $cap --fact annual_rent --format svg
  holds "sweep as SVG" "$(grep -m 1 '<text' "$work/out")" ">$line</text>"
  here ask $cap; equal "ask: the first line" "$(grep -m 1 假设 "$work/out")" "  ! $line"
  tr -d '\n' <"$firm" >"$work/firms"; echo >>"$work/firms"; tr -d '\n' <"$firm" >>"$work/firms"
  run batch "$work/firms" --plugins "$plugins" --location 310118 $cap
  equal "batch: each line" "$(echo "$out" | grep -cF "$overlay")" 2
}
marks
run assess "$firm" --plugins "$plugins" --location 330206 --format json --set qingpu.rent.cap=100000
holds "where the policy has no say: the assumption" "$out" "$line"
lacks "where the policy has no say: no policy" "$out" '"overlay"'
for command in assess compare sweep; do
  here $command --format json
  lacks "$command as it is" "$out" '"overlay"'
  lacks "$command as it is" "$out" 不是现行政策
done

# ---- What is refused
# refused SETTING PART: exit code 2, nothing printed, a message with PART.
refused() {
  here assess --lang en --set "$1"
  equal "$1" "$code $out" "2 "
  holds "$1" "$err" "$2"
}
refused qingpu.rent.cop=1 "huisuan: qingpu.rent.cop: there is no such figure. The measure has: qingpu.rent.annual_revenue, qingpu.rent.lease_years, qingpu.rent.cap, "
refused qingpu.rents.cap=1 "did you mean qingpu.rent.cap?"
refused atlantis.rent.cap=1 "huisuan policy show ID --constants lists those of a policy"
refused qingpu.rent.cap=80万 'write "80万" as 800000: yuan are wanted'
refused qingpu.rent.cap=800,000 'write "800,000" as 800000: yuan are wanted'
refused qingpu.rent.rate=40% 'write "40%" as 40: a percentage is wanted'
refused qingpu.rent.cap=much 'qingpu.rent.cap: "much" cannot be read: yuan are wanted'
refused qingpu.rent.years=31 "qingpu.rent.years: 四(一)1: the policy so changed would not hold: years must be 0 to 30"
refused qingpu.opening.tier1=10000000 "qingpu.opening.pays: 四(一)2: the policy so changed would not hold: TIERS: the tiers begin at rising figures"
refused qingpu.opening.instalment1=40 "the instalments add up to 90 %, 100 % is wanted"
refused qingpu.rent.cap "--set wants NAME=VALUE"
refused "=1" "--set wants NAME=VALUE"
run facts --plugins "$plugins" --set qingpu.rent.cap=1 --lang en
holds "facts" "$code $err" "2 huisuan: --set is for assess, batch, ask, sweep, compare, review, verify and policy diff"

# ---- The names
run policy show qingpu --constants --plugins "$plugins"
holds "policy show --constants" "$code $out" "0 上海市青浦区：文件定的数（28 个）"
holds "policy show --constants: a measure" "$out" "■ 四(一)1 租金补贴"
holds "policy show --constants: a figure" "$(echo "$out" | tr -s ' ')" "qingpu.rent.lease_years 3 年"
run policy show chaoyang --constants --format json --plugins "$plugins"
equal "policy show --constants in JSON" "$(echo "$out" | grep -o '"name":' | wc -l)" 47
holds "a figure in JSON" "$out" '{"name":"chaoyang.platform.tier1","measure":"chaoyang.platform","clause":"四(12)","title":{"zh":"境外用工信息化平台建设补贴","en":"Subsidy for an overseas-employment platform"},"type":"count","value":1,"fact":"platform_costs.year_index"}'
run assess --help --lang en; holds "--help" "$out" "--set NAME=VALUE"
finish
