# The interview, the sweep and the comparison from outside.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
program=$(realpath "$huisuan")
directory=$(realpath "$plugins")

# talk ANSWERS ARGUMENTS…: an interview with these answers, a line each, where nothing else can be overwritten.
talk() {
  printf "%b" "$1" >"$work/in"
  shift
  (cd "$work" && "$program" ask --plugins "$directory" --as-of 2023-06-30 "$@" <in >out 2>err)
  code=$?
  out=$(cat "$work/out")
  err=$(cat "$work/err")
}

# ---- The table's words
run assess "$firm" --plugins "$plugins" --location 310118
holds "a change" "$out" "若改变 属地年营业收入：4,800,000 元 → 5,000,000 元，还差 200,000 元（要时间）。可得 200,000 元"
holds "a fixed fact" "$out" "不能改变 申请主体类型（可多选）"
holds "what does not matter" "$out" "没有填明也不影响 获认定的产业园级别"
holds "what is missing" "$out" "还缺 上年度主营业务收入；首次突破该规模且经认定"
holds "what to find out" "$out" "分界：超过 100,000,000 元"
run assess "$firm" --plugins "$plugins" --location 310118 --lang en
holds "a change in English" "$out" "If changed Annual revenue booked locally: 4,800,000 yuan → 5,000,000 yuan, lacking 200,000 yuan"
run assess "$firm" --plugins "$plugins" --brief --format json
lacks "brief" "$out" '"missing"'
lacks "brief" "$out" '"questions"'

# ---- The interview
talk '5\n1\n'
holds "the place is asked" "$code $out" "0 在哪里申请？"
holds "why it is asked" "$out" "为什么问 租金补贴（上海市青浦区 四(一)1）"
holds "the running result" "$out" "= 上海市青浦区：评估年度预计 "
# What cannot be read is asked again, b goes back, a blank line passes, s saves, q ends.
talk "x\n1\nb\n2\n\ns $work/saved.json\nq\n" --location 310118
holds "a slip" "$out" "请填选项前的号码"
holds "saved" "$code $out" "已保存到 $work/saved.json"
holds "what was saved" "$(cat "$work/saved.json")" '"applicant_kinds": ["park_operator"]'
equal "nothing is left beside it" "$(ls "$work" | grep -c saved.json)" 1
# Once everything is settled it stops by itself; what was known stays as it was written.
cat >"$work/nearly.json" <<'J'
{"name": "甲", "facts": {"applicant_kinds": ["individual"], "bole_award": 1.50}, "locations": ["310118"]}
J
talk "$(yes 否 | head -60)" "$work/nearly.json"
holds "settled" "$code $out" "问完了：再填什么也不会改变结果。"
equal "no is no file name" "$(ls "$work/否" 2>/dev/null)" ""
talk "$(yes "?" | head -60)" "$work/nearly.json"
holds "passed over" "$code $out" "剩下的都不清楚，先按已知的计算。"
equal "a question mark is no file name" "$(ls "$work/?" 2>/dev/null)" ""
talk "$(yes "?" | head -900)" --location 310118,330206
holds "passed over at two places, one of which has two policies" "$code $out" "剩下的都不清楚，先按已知的计算。"
talk '' --location 310118
equal "no answers at all" "$code" 0
echo '{"locations": ["310118"], "facts": {"applicant_kinds": ["hr_agency"], "registered_locally": true, "taxed_locally": true, "sound_accounts": true, "independent_legal_person": true, "in_park": true, "self_used_office": true, "lease_years": 3, "annual_rent": 1, "bole_award": 0, "local_annual_revenue": 0}}' >"$work/figure.json"
# Figures as people write them: each is the answer to the one question on money that is left at the top.
figure() {
  talk "$1\ns $work/figure.out\nq\n" "$work/figure.json" --lang en
  holds "$1" "$(grep "\"$fact\"" "$work/figure.out")" "\"$fact\": $2"
}
fact=annual_revenue
figure 26,000,000 '"26000000.00"'
figure 2600万元 '"26000000.00"'
figure 0.26亿 '"26000000.00"'
figure 2000.5万 '"20005000.00"'
figure 12.34 '"12.34"'
figure 12.340 '"12.34"'
figure 300万-500万 '{"min": "3000000.00", "max": "5000000.00"}'
figure '#1' '{"min": "0.00", "max": "20000000.00"}'
figure '#2' '{"min": "20000000.01"}'
for bad in x 1.234 5-3 '#3' '#0' '#1x' 万 -5 1e5 12元3 1,5 ,500 0,500 1.5,000 1.2.3 300-500万 1234,567 '12 34' 5美元 5%% 99999999999999亿; do
  talk "$bad\nq\n" "$work/figure.json" --lang en
  holds "$bad" "$code $(echo "$out" | grep -c 'question 1')" "0 1"
  lacks "$bad" "$out" "question 2"
done
figure '26 000 000 元' '"26000000.00"'
talk 'q\n' --lang en; equal "over before it begins" "$code $(echo "$out" | tail -n 1)" "0 > q"
talk '' --lang en; equal "no answer to where" "$code $err" "0 "
talk '' --location "$(printf '1%.0s' $(seq 3000))" --lang en; holds "a place longer than a line" "$code $err" "3 huisuan: -:1:39: locations[0]: \"1111"
talk '310118\nq\n' --lang en; holds "a place by its code" "$code $(echo "$out" | grep -c 'question 1, about')" '0 1'
talk 's\nq\n' --location 310118; holds "saved without a name" "$code $out" "已保存到 huisuan.json"
cp "$work/nearly.json" "$work/mine.json"
talk 's\nq\n' "$work/mine.json"; holds "saved where it came from" "$code $out" "已保存到 $work/mine.json"
talk '1\nq\nkept.json\n' --location 310118; holds "saved at the end" "$code $(cat "$work/kept.json")" '"applicant_kinds": ["hr_agency"]'
talk '' -; equal "answers and document in one" "$code $out" "2 "
talk '' nosuch.json --lang en; holds "no such file" "$code $err" "3 huisuan: nosuch.json: cannot be read"
talk '' a b --lang en; holds "two files" "$code $err" "2 huisuan: ask takes at most one file"
echo '{"facts": {"annual_rent": -1}}' >"$work/bad.json"
talk '' "$work/bad.json" --lang en; holds "a bad file" "$code $err" "3 huisuan: $work/bad.json:1:27: facts.annual_rent: must not be negative"
talk "1\ns $work/none/x.json\nq\n" --location 310118 --lang en
holds "cannot be saved" "$code $err" "4 huisuan: $work/none/x.json: cannot be written"
talk "1\ns $work/none/x.json\ns $work/found.json\nq\n" --location 310118 --lang en
holds "but elsewhere" "$code $(grep -o '"applicant_kinds": .*"]' "$work/found.json")" '0 "applicant_kinds": ["hr_agency"]'

# ---- The sweep
sweep() { run sweep "$firm" --plugins "$plugins" "$@"; }
sweep --location 310118 --fact annual_rent --format csv
equal "breakpoints in CSV" "$code $(echo "$out" | tr -d '\r' | tail -1)" \
  "0 310118,qingpu.rent,1999999.99,1000000000000.00,eligible,1800000.00,1800000.00,1800000.00,1800000.00"
sweep --location 310118 --fact annual_rent --from 100 --to 200 --format csv
equal "a range" "$(echo "$out" | tr -d '\r' | sed -n 2p)" "310118,total,100.00,200.00,,50030.00,50030.00,50060.00,50060.00"
sweep --location 310118 --fact local_annual_revenue --format json
holds "breakpoints in JSON" "$out" '"breakpoints":[5000000,10000000,15000000,20000000]'
holds "the next turn in JSON" "$out" '"next":{"at":5000000,"total":{"low":276000,"high":276000}}'
sweep --location 310118 --fact local_annual_revenue
holds "the next turn" "$out" "再往上 5,000,000 元（还差 200,000 元），合计 276,000 元"
sweep --location 310118,330206
holds "every figure" "$out" "新输送并在当地就业满6个月的员工人数（宁波市北仑区）"
holds "what all of it is" "$(echo "$out" | tail -n 1)" "以主管部门审核为准"
sweep --location 330206 --lang en
holds "a turn at the figure itself, not above it" "$out" "  Upwards at 500 people (lacking 1 people), total 726,000 to 5,546,000 yuan"
printf '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}}' >"$work/nothing.json"
run sweep "$work/nothing.json" --plugins "$plugins" --lang en
holds "where nothing turns" "$code $out" "The total turns at no figure that is stated"
sweep --location 310118 --format json
equal "every figure in JSON" "$code $(echo "$out" | grep -c '"contract":1')" "0 $(echo "$out" | wc -l)"
sweep --fact annual_rent --format svg
holds "a drawing" "$out" "<svg "
holds "a drawing" "$(echo "$out" | tail -1)" "</svg>"
# The figure as it is stands in the drawing where the drawing has it; what has no upper end is drawn to the edge.
sweep --fact annual_rent --location 310118 --from 0.5 --to 500000 --format svg; holds "as it is" "$out" '<line class="now" x1="801" y1="56" x2="801" y2="350"/>'
for range in "--to 5.25" "--from 420000.01 --to 500000" "--from 5 --to 5"; do
  # shellcheck disable=SC2086
  sweep --fact annual_rent --location 310118 $range --format svg; lacks "beyond $range" "$code $out" 'class="now"'
  holds "drawn $range" "$code $(echo "$out" | tail -1)" "0 </svg>"
done
echo '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {}}' >"$work/open.json"
run sweep "$work/open.json" --fact annual_rent --plugins "$plugins" --format svg
holds "no upper end" "$code $out" '<polygon class="band" points="130,350 930,350 930,64 130,64"/>'
run sweep "$work/open.json" --fact annual_rent --plugins "$plugins" --format csv
holds "no upper end in CSV" "$code $out" "310118,total,0.00,1000000000000.00,,0.00,,0.00,"
for bad in "--fact nosuch" "--fact in_park" "--fact overseas_sites[7].build_cost" "--format csv" "--format svg" "--fact annual_rent --from 5" \
  "--fact annual_rent --from 5 --to 4" "--fact annual_rent --to x" "--fact annual_rent --to 1.234" "--fact lease_years --to 1.5"; do
  # shellcheck disable=SC2086
  sweep $bad
  equal "$bad" "$code $out" "2 "
done
run assess "$firm" --plugins "$plugins" --format csv; equal "assess as CSV" "$code" 2

# ---- What would have to be stated is not said to be without effect
run assess "$firm" --location 330206 --plugins "$plugins"
holds "a change of what is not stated" "$out" "并且 离岸服务外包业务出口额（美元）：未填 → 500,000"
lacks "it matters then" "$out" "没有填明也不影响 离岸服务外包业务出口额（美元）"
holds "the rest does not" "$out" "没有填明也不影响 采购基地服务已备案认定"

# ---- The interview: several choices, parted as they are by whoever types Chinese
for typed in '1,2' '1 2' '１，２' '１、２' '1；2' 'ｈｒ＿ａｇｅｎｃｙ，2'; do
  printf '%s\ns %s\nq\n' "$typed" "$work/typed.json" | "$huisuan" ask --location 310118 --plugins "$plugins" >/dev/null 2>&1
  holds "typed $typed" "$(cat "$work/typed.json")" '"applicant_kinds": ["hr_agency", "park_operator"]'
  rm -f "$work/typed.json"
done

# ---- The comparison
run compare "$firm" --plugins "$plugins"
holds "a place of its own" "$out" "■ 上海市青浦区（310118）"
holds "a what-if" "$out" "假设：申请主体不在这里。"
run compare "$firm" --plugins "$plugins" --lang en
holds "what does not fit beside its neighbour stands below, in its column" "$out" "
  Chaoyang District, Beijing (what if)
                        from 0 yuan, no upper limit known           0 yuan
                                                                   from 0 yuan, no upper limit known
  Baotou City (what if)                 0 to 750,000 yuan           0 yuan         0 to 750,000 yuan
"
run compare "$firm" --plugins "$plugins"
holds "what is assumed" "$out" "假定和所在地一样 入驻评估地认定的人力资源产业园或出口基地；年租金"
run compare "$firm" --plugins "$plugins" --format json
equal "places compared" "$code $(echo "$out" | grep -o '"what_if":[a-z]*' | tr '\n' ' ')" \
  '0 "what_if":false "what_if":false "what_if":false "what_if":true "what_if":true '
run compare "$firm" --plugins "$plugins" --location 110105,659001 --format json
equal "places asked for" "$code $(echo "$out" | grep -o '"adcode":"[0-9]*","name":[^,]*' | tr '\n' ' ')" \
  '0 "adcode":"110105","name":{"zh":"北京市朝阳区" "adcode":"659001","name":null '
run compare; equal "compare without a file" "$code" 2
run sweep; equal "sweep without a file" "$code" 2
finish
