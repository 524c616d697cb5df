# policy diff: two versions of a region, clause by clause in words; and what they come to for applicants. tests/versions holds the two.
. "$SOURCE/tests/shell/check.inc"

for version in old new; do
  mkdir "$work/$version"
  library=$work/$version/sample.so
  gcc -std=c11 -pedantic -Wall -Wextra -Werror -O1 -fPIC -shared -nostdlib -I"$SOURCE/core/include" -I"$BUILD/include" \
    "$SOURCE/tests/versions/$version.c" -o "$library"
  chmod 755 "$work/$version"
  chmod 644 "$library"
  "$huisuan" policy manifest "$library" >"$work/$version/sample.json"
  chmod 644 "$work/$version/sample.json"
done
old=$work/old/sample.so
new=$work/new/sample.so
diff_of() { run policy diff "$@" --plugins "$plugins"; }
# The lines behind those that name the two versions.
body() { sed '1,3d' "$work/out"; }

# ---- In words
diff_of "$old" "$new"
equal "in Chinese" "$code $err
$(body)" "0 

■ 文件
  · 版本由“1.0.0”改为“2.0.0”
  · 最后有效日由“2026-12-31”改为“2027-12-31”

■ 二(一)1 房租补贴 (sample.rent)
  · 条款号由“二(一)”改为“二(一)1”
  · 名称由“租金补贴”改为“房租补贴”
  · 条件由“年营业收入在 2,000 万元以上（含本数）”改为“年营业收入超过 2,000 万元（不含本数）”
  · “满足任何一项即可”的各项中，由“获认定的产业园级别为：国家级”改为“获认定的产业园级别为下列之一：
    市级；国家级”
  · 删去条件“入驻评估地认定的人力资源产业园或出口基地”
  · 增加条件“租赁期限（年）至少为 3 年（含本数）”
  · 上限由 600,000 元改为 800,000 元（sample.rent.cap）
  · 比例由 30% 改为 20%（sample.rent.rate）
  · 连续年数由“3 年”改为“2 年”（sample.rent.years）
  · 责任部门由“人社局”改为“人社局；财政局”

■ 二(二) 开办补贴 (sample.opening)
  · 改为由主管部门在限额以内核定
  · 第 1 档的金额由 200,000 元改为 300,000 元（sample.opening.tier1_pays）
  · 增加一档：达到 20,000,000 元（含本数）的，60 万元

■ 二(三) 活动补贴 (sample.event)
  · 取消这项措施。原条件：经认定的产业园区级引才活动。原金额：5 万元

■ 二(三) 不产生待遇的条款
  · 现在没有列为措施：已经取消

■ 二(四) 品牌奖励 (sample.brand)
  · 新增这项措施。条件：首次认定驰名商标。金额：10 万元

■ 三 每家上限 (sample.firm)
  · 上限由 1,000,000 元改为 900,000 元（sample.firm.ceiling）

■ 要填的事实
  · 新增要填的事实：租赁期限（年）
  · 新增要填的事实：首次认定驰名商标
  · 不再要填的事实：入驻评估地认定的人力资源产业园或出口基地
  · 不再要填的事实：经认定的产业园区级引才活动"

diff_of "$old" "$new" --lang en
for line in 'Title: only its Chinese wording changed' 'Ceiling: from 600,000 yuan to 800,000 yuan (sample.rent.cap)' \
  'Rate: from 30% to 20% (sample.rent.rate)' 'Removed: “Settled in the recognised HR park' \
  'A tier added: from 20,000,000 yuan (that figure included): 600,000 yuan' 'Newly asked: Length of lease, years' \
  'From now on the authority decides, up to the amount' 'Last day: from “2026-12-31” to “2027-12-31”'; do
  holds "in English" "$out" "  · $line"
done

# The other way round: what was new is gone.
diff_of "$new" "$old"
for line in '上限由 800,000 元改为 600,000 元' '不再由主管部门核定，按算出的数给足' '删去一档：达到 20,000,000 元（含本数）的，60 万元' \
  '取消这项措施。原条件：首次认定驰名商标。原金额：10 万元' '新增这项措施。条件：经认定的产业园区级引才活动。金额：5 万元' \
  '增加条件“入驻评估地认定的人力资源产业园或出口基地”' '不再列为没有措施的条款，原理由：已经取消'; do
  holds "the other way round" "$out" "  · $line"
done
equal "each difference once" "$(grep -c '^  · ' "$work/out")" "$(run policy diff "$old" "$new"; grep -c '^  · ' "$work/out")"

for policy in baotou beilun chaoyang ningbo qingpu; do
  diff_of "$policy" "$policy"
  equal "$policy beside itself" "$code $err$(body)" "0   两个版本没有差别。"
  diff_of "$policy" "$plugins/$policy.so" --format json
  equal "$policy beside its file" "$code ${out##*\"differences\":}" "0 []}"
done
diff_of "$old" "$new" --format json
equal "as JSON" "$(echo "$out" | grep -o '{"sign"' | wc -l)" 23
holds "a figure in JSON" "$out" '"part":"pays","name":"sample.rent.cap","from":600000,"to":800000,"text":{"zh":"上限由 600,000 元改为 800,000 元","en":"Ceiling: from 600,000 yuan to 800,000 yuan"}}'

# ---- Applicants. 甲公司: 30 % of a million in each of three years, then 20 % in each of two. Line 2 is in no park, which no longer matters.
# =1+1 had the ceiling of 600,000 in each of three years, 400,000 and 50,000, cut at a million in the first; then at most 600,000.
cat >"$work/firms" <<'END'
{"name":"甲公司","as_of":"2024-05-01","facts":{"in_park":true,"self_used_office":true,"annual_revenue":30000000,"annual_rent":1000000,"lease_years":3,"office_in_park":true,"newly_settled":false,"talent_event_recognised":false,"well_known_trademark":false}}
{"as_of":"2024-05-01","facts":{"in_park":false,"self_used_office":true,"annual_revenue":30000000,"annual_rent":1000000,"lease_years":3,"office_in_park":true,"newly_settled":false,"talent_event_recognised":false,"well_known_trademark":true}}

{"name":"x","facts":{"annual_revenue":"x"}}
{"name":"=1+1","as_of":"2024-05-01","facts":{"in_park":true,"self_used_office":true,"annual_revenue":20000000,"annual_rent":5000000,"lease_years":3,"office_in_park":true,"newly_settled":true,"talent_event_recognised":true,"well_known_trademark":false}}
{"name":"未填","as_of":"2024-05-01","facts":{}}
{"name":"不变","as_of":"2024-05-01","facts":{"self_used_office":false,"newly_settled":false,"talent_event_recognised":false,"well_known_trademark":false}}
END
diff_of "$old" "$new" --applicants "$work/firms" --format csv --lang en
equal "CSV" "$code
$(echo "$out" | tr -d '\r' | sed 1d)" "1
1,\"甲公司\",loses,300000,300000,200000,200000,900000,900000,400000,400000,-500000,-500000
2,\"\",gains,0,0,300000,300000,0,0,500000,500000,500000,500000
4,,refused,,,,,,,,,,
5,\"'=1+1\",loses,1000000,1000000,0,600000,2200000,2200000,0,600000,-2200000,-1600000
6,\"未填\",loses,0,1000000,0,900000,0,2200000,0,1700000,0,-500000
7,\"不变\",same,0,0,0,0,0,0,0,0,0,0"
holds "the refused line" "$err" "huisuan: $work/firms:4:39: facts.annual_revenue: "
holds "how many" "$err" "huisuan: 5 lines assessed, 1 refused"

diff_of "$old" "$new" --applicants "$work/firms"
squeezed=$(echo "$out" | tr -s ' \n' '  ')
holds "table: the exit code" "$code" 1
holds "table: a loss" "$squeezed" " 甲公司 900,000 元 400,000 元 -500,000 元"
holds "table: a gain, by its line" "$squeezed" " 第 2 行 0 元 500,000 元 +500,000 元"
holds "table: unknown facts" "$squeezed" " 未填 0 至 2,200,000 元 0 至 1,700,000 元 低端 0，高端 -500,000 元"
lacks "table: no change, no row" "$squeezed" " 不变 0 元"
holds "table: how many" "$out" "评估 5 个申请主体：增加 1 个，减少 3 个，一端增一端减 0 个，不变 1 个"
holds "table: refused" "$out" "另有 1 行被拒绝，不在其中"
holds "table: the total" "$squeezed" " 各年合计 3,100,000 至 5,300,000 元 900,000 至 3,200,000 元 低端 -2,200,000，高端 -2,100,000 元"
equal "table: what does not fit stands below, in its column" "$(echo "$out" | grep -c '^ \{60,\}低端')" 4
holds "table: a measure" "$squeezed" " 二(三) 活动补贴（取消） 低端 -50,000，高端 -100,000 元"
diff_of "$old" "$new" --applicants "$work/firms" --as-of 2027-05-01
holds "out of force" "$out" "旧版在 5 个申请主体的评估日期不生效，不计入金额"
diff_of "$new" "$old" --applicants "$work/firms" --format json
holds "JSON: the loss is a gain" "$out" '{"line":1,"name":"甲公司","change":"gains","in_force":{"before":"yes","after":"yes"},"total":{"before":{"low":200000,"high":200000},"after":{"low":300000,"high":300000},"difference":{"low":100000,"high":100000}}'
holds "JSON: the refused line" "$out" ',{"line":4,"error":{"code":"INPUT","path":"facts.annual_revenue"'
holds "JSON: the counts" "$out" '"effect":{"applicants":5,"gains":3,"loses":1,"mixed":0,"same":1,"not_in_force":{"before":0,"after":0}'
equal "standard input" "$("$huisuan" policy diff "$new" "$old" --plugins "$plugins" --applicants - --format json <"$work/firms" 2>/dev/null)" "$out"

# One end up and the other down; and an amount without an upper end: an award matched whole, of which nothing is said.
printf '%s\n' '{"as_of":"2024-05-01","facts":{"self_used_office":true,"annual_revenue":30000000,"annual_rent":5000000,"lease_years":3,"office_in_park":true,"newly_settled":false,"talent_event_recognised":false,"well_known_trademark":false}}' >"$work/mixed"
diff_of "$old" "$new" --applicants "$work/mixed" --format csv
equal "one end up, one down" "$(tail -1 "$work/out" | tr -d '\r')" '1,"",一端增一端减,0,600000,800000,800000,0,1800000,1600000,1600000,1600000,-200000'
printf '{"as_of":"2024-05-01","facts":{}}\n' >"$work/open"
diff_of qingpu qingpu --set qingpu.rent.cap=700000 --applicants "$work/open"
holds "no upper end" "$(echo "$out" | tr -s ' \n' '  ')" " 各年合计 0 元起，上限未定 0 元起，上限未定 低端 0 元，高端未定"
diff_of qingpu qingpu --set qingpu.rent.cap=700000 --applicants "$work/open" --format csv
equal "no upper end: an empty cell" "$(tail -1 "$work/out" | tr -d '\r')" '1,"",不变,0,,0,,0,,0,,0,'
# A refused line first and another after it.
printf 'x\ny\n' >"$work/refused"
diff_of "$old" "$new" --applicants "$work/refused" --format json
equal "refused lines alone" "$code $(echo "$out" | grep -o '{"line":[0-9]*,"error":{"code":"[A-Z]*"' | tr '\n' ' ')" '1 {"line":1,"error":{"code":"INPUT" {"line":2,"error":{"code":"INPUT" '
# A name longer than a line has room for; where it is cut within a character, a question mark stands.
for first in '' x; do
  echo "{\"name\":\"$first$(printf '名%.0s' $(seq 60))\",\"as_of\":\"2024-05-01\",\"facts\":{\"self_used_office\":true,\"annual_revenue\":30000000,\"annual_rent\":1000000,\"lease_years\":3,\"office_in_park\":true,\"newly_settled\":false,\"talent_event_recognised\":false,\"well_known_trademark\":false}}"
done >"$work/long"
diff_of "$old" "$new" --applicants "$work/long"
for wanted in "  $(printf '名%.0s' $(seq 40))" "  x$(printf '名%.0s' $(seq 39))?"; do holds "a long name" "$out" "
$wanted
"; done
equal "no byte of it that is no text" "$(tr -d '\0' <"$work/out" | iconv -f UTF-8 -t UTF-8 | cmp - "$work/out")" ""

# ---- --set: the later version alone. 30 % of 420,000 in each of three years.
tr -d '\n' <"$SOURCE/tests/samples/firm.json" >"$work/firm"
cap="--set qingpu.rent.cap=100000"
# shellcheck disable=SC2086
settings() {
  diff_of qingpu qingpu $cap
  equal "--set: the first line" "$(head -1 "$work/out")" "  ! 假设：qingpu.rent.cap 由 600,000 元改为 100,000 元，不是现行政策"
  holds "--set: the difference" "$out" "· 上限由 600,000 元改为 100,000 元（qingpu.rent.cap）"
  diff_of qingpu qingpu $cap --applicants "$work/firm" --format csv --as-of 2023-06-30
  equal "--set: CSV, the first row" "$(head -1 "$work/out" | tr -d '\r')" '"# 假设：qingpu.rent.cap 由 600,000 元改为 100,000 元，不是现行政策"'
  holds "--set: the amounts" "$(tail -1 "$work/out")" ",减少,176000,176000,150000,150000,428000,428000,350000,350000,-78000,-78000"
  diff_of qingpu qingpu $cap --format json
  holds "--set: JSON" "$out" '"overlay":[{"name":"qingpu.rent.cap","from":600000,"to":100000}]},"differences":'
}
settings
# With a city's policy beside it, and at a place that is not the policy's own.
diff_of beilun beilun --set beilun.growth.pays=150000 --applicants "$work/firm" --as-of 2023-06-30 --format csv --lang en
equal "beside the city's" "$code $(tail -1 "$work/out" | cut -d, -f3-6)" "0 gains,726000,5246000,776000"
diff_of ningbo ningbo --applicants "$work/firm" --location 330206 --as-of 2023-06-30 --lang en
holds "a district of a city" "$code $out" "Who gains and who loses (330206; those as before are left out)"
# Documents of two places: each heading once, whatever is under it.
diff_of qingpu chaoyang
equal "a heading for each part" "$code $(grep '^■' "$work/out" | sort | uniq -d)" "0 "
holds "a file and an installed one" "$(diff_of "$old" qingpu; echo "$code")" 0
diff_of qingpu qingpu --set chaoyang.platform.tier1=2 --lang en
holds "--set of another policy" "$code $err" "2 huisuan: chaoyang.platform.tier1: there is no such figure"

# ---- Usage
diff_of qingpu atlantis --lang en; holds "no such policy" "$code $err" "2 huisuan: there is no such policy"
diff_of qingpu "$work/none.so" --lang en; holds "no such file" "$code" 5
diff_of qingpu --lang en; holds "one version" "$code" 2
diff_of qingpu qingpu --format csv --lang en; holds "CSV of words" "$code $err" "2 huisuan: policy diff writes csv with --applicants"
diff_of qingpu chaoyang --applicants "$work/firm" --lang en; holds "two places" "$code $err" "2 huisuan: both versions must be of one place"
diff_of qingpu qingpu --applicants "$work/firm" --location 310118000 --lang en; holds "no place" "$code $err" "2 huisuan: 310118000: the code of a place has six digits"
diff_of qingpu qingpu --applicants "$work/firm" --location 310118,330206 --lang en; holds "several places" "$code $err" "2 huisuan: both versions must be of one place"
diff_of qingpu qingpu --applicants "$work" --lang en; holds "a folder" "$code $err" "3 huisuan: $work: cannot be read"
diff_of qingpu qingpu --applicants "$work/none" --lang en; holds "no applicants" "$code $err" "3 huisuan: $work/none: cannot be read"
run policy list --plugins "$plugins" --set qingpu.rent.cap=1 --lang en; holds "policy list --set" "$code $err" "2 huisuan: --set is for assess, batch, ask, sweep, compare, review, verify and policy diff; policy list takes --format, --plugins, --color, --lang, --help"
finish
