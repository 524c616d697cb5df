# A region with what the five do not have: one date alone, facts without a hint, records with a choice, many choices with long names, signs that a
# drawing escapes; and a program without any plugins.
. "$SOURCE/tests/shell/check.inc"

regions=$plugins

# make_region DATES: the region with these dates; its folder becomes the plugins directory.
make_region() {
  odd=$work/$((made = ${made:-0} + 1))
  mkdir "$odd" && chmod 755 "$odd"
  gcc -std=c11 -O1 -fPIC -shared -nostdlib -w -I"$SOURCE/core/include" -I"$BUILD/include" -DDATES="$1" -x c - -o "$odd/odd.so" <<'C'
#include <huisuan/facts.h>
#include <huisuan/policy.h>
MONEY_FACT(spent, "投入<甲&乙>", "Spent on <A&B>", identity, AS_OF, BY_ACTION);
MONEY_FACT(paid, "已付", "Paid", identity, AS_OF, BY_ACTION);
YES_NO_FACT(old, "原有", "Old", identity, AS_OF, BY_ACTION);
YES_NO_FACT(idle, "停业", "Idle", identity, AS_OF, BY_ACTION);
#define kinds_VALUES(V, of) V(of, a_kind_of_firm_with_a_long_name_1, "1", "1") V(of, a_kind_of_firm_with_a_long_name_2, "2", "2") \
    V(of, a_kind_of_firm_with_a_long_name_3, "3", "3") \
    V(of, a_kind_of_firm_with_a_long_name_4, "4", "4") \
    V(of, a_kind_of_firm_with_a_long_name_5, "5", "5") \
    V(of, a_kind_of_firm_with_a_long_name_6, "6", "6") \
    V(of, a_kind_of_firm_with_a_long_name_7, "7", "7") \
    V(of, a_kind_of_firm_with_a_long_name_8, "8", "8") \
    V(of, a_kind_of_firm_with_a_long_name_9, "9", "9") \
    V(of, a_kind_of_firm_with_a_long_name_10, "10", "10") \
    V(of, a_kind_of_firm_with_a_long_name_11, "11", "11") \
    V(of, a_kind_of_firm_with_a_long_name_12, "12", "12") \
    V(of, a_kind_of_firm_with_a_long_name_13, "13", "13") \
    V(of, a_kind_of_firm_with_a_long_name_14, "14", "14") \
    V(of, a_kind_of_firm_with_a_long_name_15, "15", "15") \
    V(of, a_kind_of_firm_with_a_long_name_16, "16", "16") \
    V(of, a_kind_of_firm_with_a_long_name_17, "17", "17") \
    V(of, a_kind_of_firm_with_a_long_name_18, "18", "18") \
    V(of, a_kind_of_firm_with_a_long_name_19, "19", "19") \
    V(of, a_kind_of_firm_with_a_long_name_20, "20", "20")
CHOICES_FACT(kinds, "类型", "Kinds", identity, AS_OF, BY_ACTION);
LIST_FACT(awards, "奖项", "Awards", identity, AS_OF, BY_ACTION);
#define awards__rank_VALUES(V, of) V(of, first, "一等", "First") V(of, second, "二等", "Second") V(of, third, "三等", "Third")
CHOICE_FIELD(awards, rank, "等次", "Rank", AS_OF);
YES_NO_FIELD(awards, own, "本单位获得", "Its own", AS_OF);
static const hs_measure measures[] = {
    MEASURE(prize, CLAUSE("一"), TITLE("奖励", "Prize"), .kind = CASH, .basis = FIXED, .per = ONCE,
            .when = SOME(awards, ALL(FIELD(awards, own), IN(FIELD(awards, rank), first, second))), .pays = WAN(1)),
    MEASURE(fresh, CLAUSE("二"), TITLE("补贴", "Grant"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = NOT(ALL(old, idle)),
            .pays = CAP(WAN(10), spent)),
    MEASURE(kind, CLAUSE("三"), TITLE("分类", "By kind"), .kind = IN_KIND, .basis = FIXED, .per = ONCE,
            .when = HAS(kinds, a_kind_of_firm_with_a_long_name_20)),
    MEASURE(third, CLAUSE("四"), TITLE("鼓励", "Encouragement"), .kind = IN_KIND, .basis = FIXED, .per = ONCE,
            .when = SOME(awards, IS(FIELD(awards, rank), third))),
    MEASURE(whole, CLAUSE("五"), TITLE("据实", "In full"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = ALWAYS, .pays = paid)};
EVERY_CLAUSE_GRANTS;
POLICY(odd, .version = "1.0.0", .adcode = "999999", .name = {"某区", "A District"}, .title = {"办法", "Rules"}, DATES);
C
  chmod 644 "$odd/odd.so"
  run policy manifest "$odd/odd.so"; printf '%s\n' "$out" >"$odd/odd.json" && chmod 644 "$odd/odd.json"
  plugins=$odd
}
assess() { run assess "$work/firm.json" --plugins "$plugins" "$@"; }
ask() { "$huisuan" ask --plugins "$plugins" "$@" >"$work/out" 2>"$work/err"; code=$? out=$(cat "$work/out") err=$(cat "$work/err"); }
echo '{"facts": {"spent": 50000, "paid": 0, "old": true, "idle": false, "awards": [], "kinds": []}}' >"$work/firm.json"

# ---- A last day and no first
make_region '.expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 03, 31)'
ended='（未载） 至 2023-12-31，已经到期；到期前已符合条件的，可申请到 2024-03-31（计入合计，不计入可'
assess --as-of 2023-12-31
holds "its last day" "$code $out" "      （未载） 至 2023-12-31，是否有效不能确定（计入合计，不计入可确定）"
lacks "its last day: it can still be in force" "$out" "有的政策已经期满"
holds "its last day: what is not stated" "$out" "有的文件没有载明施行或失效的日期"
for day in 2024-01-01 2024-03-31; do
  assess --as-of $day
  holds "on $day applied for" "$out" "$ended"
  holds "on $day said once more" "$out" "有的政策已经期满，期内已符合条件的仍可申请"
  lacks "on $day its first day does not matter" "$out" "有的文件没有载明"
done
assess --as-of 2024-04-01; holds "over" "$out" "      （未载） 至 2023-12-31，2024-04-01 已经到期"
assess --as-of 2023-12-31 --lang en
holds "in English" "$out" "      (not stated) to 2023-12-31, whether it is in force cannot be told (counted in the total, not"
run policy list --plugins "$plugins"; holds "in the list" "$code $out" "    （未载） 至 2023-12-31，现已失效或未施行 · 版本 1.0.0"
ask --location 999999 --as-of 2024-04-01 --lang en </dev/null
holds "nothing is asked once it is over" "$code $out" "Done: nothing that could still be stated would change the result."

# ---- A first day and no last
make_region '.effective = DATE(2023, 01, 01)'
assess --as-of 2022-12-31; holds "not yet" "$code $out" "0 某区（999999），评估日期 2022-12-31
  依据 办法
      2023-01-01 至 （未载），2022-12-31 还没有施行"
assess --as-of 2023-01-01; holds "its first day" "$out" "      2023-01-01 至 （未载），是否有效不能确定（计入合计，不计入可确定）"
run policy show odd --document --plugins "$plugins" --lang en; holds "in the rules" "$code $out" "First day: 2023-01-01; last day: not stated (both days are included)"

# ---- Records with a choice, what does not hold together
assess --as-of 2023-01-01
holds "a record more" "$out" "若改变 “奖项”增加一条，其中本单位获得：是，等次：一等、二等之一。可得 10,000 元"
holds "one choice of a record" "$out" "若改变 “奖项”增加一条，其中等次：三等"
holds "not both" "$out" "    ✓ 以下情况不成立
      ✗ 停业"
assess --as-of 2023-01-01 --lang en
holds "a record more, in English" "$out" 'If changed one more record in "Awards" with Its own: yes, Rank: First, Second (one of them).'
run sweep "$work/firm.json" --fact spent --plugins "$plugins" --format svg --lang en
holds "a drawing" "$code $out" 'A District: total against &quot;Spent on &lt;A&amp;B>&quot; (an estimate'
run facts --plugins "$plugins" --lang en; holds "a fact without a hint" "$code $out" "
    Old
  idle"

# ---- Many choices
echo '{"as_of": "2023-01-01", "facts": {"spent": 50000, "paid": 0, "old": false, "awards": []}}' >"$work/firm.json"
numbers=$(seq -s ', ' 1 20)
printf '%s\n' 21 0,x "$numbers,$(printf 'x%.0s' $(seq 100))" "$numbers" "$work/saved.json" >"$work/in"
ask "$work/firm.json" --lang en <"$work/in"
equal "no such number, no such word, a word longer than any" "$code $(echo "$out" | grep -c 'Answer with numbers joined by commas; 0 for none.')" "0 3"
equal "all of them" "$(grep -o '"kinds": [^]]*' "$work/saved.json")" "\"kinds\": [$(seq -f '"a_kind_of_firm_with_a_long_name_%g"' -s ', ' 1 20)"

sed 's/"paid": 0, //' "$work/firm.json" >"$work/unpaid.json"
printf '1,2\n#1\n#0\n7\n\n' >"$work/in"
ask "$work/unpaid.json" --lang en <"$work/in"
equal "a figure without bands" "$code $(echo "$out" | grep -c 'There is no such band.')" "0 2"

# ---- A district that only its city's policies name, and a place without any
plugins=$regions
for format in table csv; do
  run batch "$SOURCE/tests/samples/firms.csv" --list overseas_sites="$SOURCE/tests/samples/sites.csv" --location 330203 --summary --format $format --plugins "$plugins" --lang en
  holds "a budget as $format" "$code $out" "$([ $format = csv ] && echo '330203,,ningbo.headhunting,' || echo 'Place (330203): 4 applicants')"
done
run batch "$SOURCE/tests/samples/firms.csv" --list overseas_sites="$SOURCE/tests/samples/sites.csv" --location 330203 --format xlsx --output "$work/out.xlsx" --plugins "$plugins"
equal "a workbook" "$code $(/usr/bin/python3 -c 'import openpyxl, sys; print(openpyxl.load_workbook(sys.argv[1]).sheetnames[2:])' "$work/out.xlsx")" "1 ['330203 ']"
sweep() { run sweep "$SOURCE/tests/samples/firm.json" --plugins "$plugins" --lang en "$@"; }
sweep --location 330203,110101; holds "a sweep" "$code $(echo "$out" | tr -s ' ')" "(330203)"
sweep --location 110101 --fact annual_rent; holds "nothing depends on it" "$code $out" "0 110101: Annual rent (now 850,000 yuan)
  No measure here depends on it."
sweep --location 110101 --fact annual_rent --format svg; holds "drawn" "$code $out" '>110101: total against &quot;Annual rent&quot; (an estimate'

# ---- A program without plugins: two files are compared all the same
mkdir -p "$work/bin" && cp "$huisuan" "$work/bin/"
for region in qingpu beilun; do cp "$regions/$region.so" "$regions/$region.json" "$work"; done
chmod 755 "$work"
huisuan=$work/bin/huisuan
run assess "$SOURCE/tests/samples/firm.json" --lang en
equal "no plugins directory" "$code $err" "5 huisuan: no plugins directory was found; name one with --plugins"
echo '{"as_of": "2023-06-30", "facts": {"applicant_kinds": ["park_operator"], "registered_locally": true, "taxed_locally": true, "sound_accounts": true, "independent_legal_person": true, "self_used_office": true, "lease_years": 3, "annual_rent": 1000000}}' >"$work/lines"
run policy diff "$work/qingpu.so" "$work/qingpu.so" --set qingpu.rent.cap=100000 --applicants "$work/lines" --format csv --lang en
equal "two files" "$code $(echo "$out" | tail -n 1 | cut -d, -f3-6)" "0 loses,300000,1400000,100000"
run policy check "$work/qingpu.so" --lang en; holds "one file" "$code $out" "0 qingpu: fit for use, 18 measures"
finish
