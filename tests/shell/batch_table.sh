# batch with tables: what Excel writes is read, a bad row costs only itself, the output is the same however it is made, and a kill loses nothing.
. "$SOURCE/tests/shell/check.inc"

samples=$SOURCE/tests/samples
batch() { run batch "$@" --plugins "$plugins" --lang en; }
python() { /usr/bin/python3 "$@"; }

# ---- The sample
batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv"
equal "the sample" "$code $(echo "$out" | wc -l)" "1 5"
holds "the bad row is said with line, column and cell" "$err" "firms.csv:7:89: facts.annual_revenue: J6: \"1.23E+08\" is Excel's scientific form"
holds "stands in its place" "$(echo "$out" | tail -n 1)" '{"line":7,"error":{"code":"INPUT","path":"facts.annual_revenue","line":7,"column":89'
holds "counts add up" "$err" "4 lines assessed, 1 refused"
good=$out
head -n 6 "$samples/firms.csv" | sed 's/A05.*//' >"$work/good.csv"

# ---- Forms of the same table
cp "$samples/firms.csv" "$work/plain.csv"
same() { batch "$work/$1" --list overseas_sites="$work/sites.csv"; equal "$2" "$(echo "$out" | sed 's/"line":[0-9]*,"column":[0-9]*//')" "$(echo "$good" | sed 's/"line":[0-9]*,"column":[0-9]*//')"; }
cp "$samples/sites.csv" "$work/sites.csv"
{ printf '\357\273\277'; cat "$work/plain.csv"; } >"$work/bom.csv"; same bom.csv "a byte order mark"
sed 's/$/\r/; s/示例）\r$/示例）/' "$work/plain.csv" >"$work/crlf.csv"; same crlf.csv "CR LF"
iconv -f UTF-8 -t GB18030 "$work/plain.csv" >"$work/gb.csv"; same gb.csv "GB18030"
iconv -f UTF-8 -t GB18030 "$samples/sites.csv" >"$work/sites.csv"; same plain.csv "a list in GB18030"
cp "$samples/sites.csv" "$work/sites.csv"
equal "standard input" "$("$huisuan" batch - --list overseas_sites="$work/sites.csv" --plugins "$plugins" --output - <"$work/plain.csv" 2>"$work/err")" "$good"
cp "$work/plain.csv" "$work/table"; same table "without a name that says CSV"
batch "$work/gb.csv" --encoding utf-8; holds "an encoding that it is not" "$code $err" "3 huisuan: $work/gb.csv:1:1: not UTF-8"
batch "$work/plain.csv"; holds "a list without its table" "$err" "N2: 2 records are stated here and the list has no table: give it by --list overseas_sites=FILE"
printf 'id,recognised\nA01,1\nZ9,0\n' >"$work/left.csv"
batch "$work/plain.csv" --list overseas_sites="$work/left.csv"; holds "records of nobody" "$err" "left.csv:3:1: no applicant has the id \"Z9\""
printf 'id,as_of,locations\nA01,2023-06-30,310118\n' >"$work/one.csv"
batch "$work/one.csv" --list overseas_sites="$work/left.csv"; equal "nothing else is wrong" "$code $(echo "$err" | tail -n 1)" "1 huisuan: 1 lines assessed, 0 refused"
printf 'id,as_of,locations\n,,\nA01,2023-06-30,310118\n' >"$work/blank.csv"
batch "$work/blank.csv" --format csv --brief; equal "a row with nothing in it" "$code $err $(echo "$out" | cut -d, -f1-2 | sort -u | tr '\n' ' ')" "0  3,A01 $(printf '\357\273\277')line,id "
cp "$samples/sites.csv" "$work/left.csv"; printf 'A05,1,否,否\n' >>"$work/left.csv"
batch "$work/plain.csv" --list overseas_sites="$work/left.csv"; lacks "records of an applicant that was refused" "$err" "no applicant has the id"
printf '编号,措施,已领年数\nA01,qingpu.rent,2\n' >"$work/received.csv"
batch "$work/plain.csv" --list overseas_sites="$samples/sites.csv" --list received="$work/received.csv"
holds "what was already paid" "$out" '"amount":{"low":0,"high":126000},"schedule":[{"low":0,"high":126000}]'
printf '编号,措施,已领年数\nA01,租金补贴,2\n' >"$work/received.csv"
batch "$work/plain.csv" --list received="$work/received.csv"
holds "a measure that several places have" "$err" 'received.measure: B2: "租金补贴" may be several choices; write one of them: beilun.rent, qingpu.rent'
printf 'id,recognised\n,1\n' >"$work/left.csv"
batch "$work/plain.csv" --list overseas_sites="$work/left.csv"; holds "a record without an id" "$code $err" "3 huisuan: $work/left.csv:2:1: id: A2: the id is missing"
printf 'id,anual_rent\n' >"$work/heading.csv"
batch "$work/heading.csv"; holds "an unknown heading" "$code $err" '3 huisuan: '"$work"'/heading.csv:1:4: B1: no column is called "anual_rent"; did you mean "annual_rent"?'

# ---- A table and JSON Lines give the same
printf 'id,as_of,locations,annual_revenue,annual_rent,self_used_office\n1,2023-06-30,310118,2600万,30万-50万,是\n2,2023/6/30,330206;310118,0,,否\n' >"$work/a.csv"
cat >"$work/a.jsonl" <<'END'
{"as_of":"2023-06-30","locations":["310118"],"facts":{"annual_revenue":26000000,"annual_rent":{"min":300000,"max":500000},"self_used_office":true}}
{"as_of":"2023-06-30","locations":["330206","310118"],"facts":{"annual_revenue":0,"self_used_office":false}}
END
batch "$work/a.csv"; table=$out
batch "$work/a.jsonl"; equal "as JSON Lines" "$table" "$out"
batch "$work/a.jsonl" --format csv --brief; lines=$(printf '%s' "$out" | cut -d, -f4-)
batch "$work/a.csv" --format csv --brief; equal "as CSV" "$(printf '%s' "$out" | cut -d, -f4-)" "$lines"
holds "with the mark that Excel wants" "$(head -c 3 "$work/out" | od -An -tx1)" "ef bb bf"
printf 'id,name,as_of,locations\n=1+1,@x,2023-06-30,310118\n' >"$work/formula.csv"
batch "$work/formula.csv" --format csv --brief; holds "no formulas" "$out" "2,'=1+1,'@x,310118"

# ---- Many rows
python - "$work/many.csv" <<'END'
import random, sys
random.seed(7)
with open(sys.argv[1], "w") as out:
    print("编号,名称,评估日期,所在地,申请主体类型（可多选）,独立法人,年营业收入（万元）,年租金,租赁期限（年）".replace("独立法人", "具有独立法人资格"), file=out)
    for i in range(4000):
        rent = random.choice(["", '"420,000"', "30万-50万", str(random.randrange(10**6)), "1.2E+5" if i % 97 == 0 else "0"])
        name = f'"公司\n{i}"' if i % 5 == 0 else f"公司{i}"
        print(f"F{i},{name},2023-06-30,{random.choice(['310118', '330206', '150200'])},人力资源服务机构,{random.choice('是否')},{random.randrange(9000)},{rent},{random.randrange(6)}", file=out)
END
for format in json csv; do
  batch "$work/many.csv" --format $format --brief --jobs 1; cp "$work/out" "$work/$format.1"; cp "$work/err" "$work/$format.err"
  batch "$work/many.csv" --format $format --brief --jobs 4; cp "$work/out" "$work/$format.4"
  if cmp -s "$work/$format.1" "$work/$format.4"; then pass; else fail "$format: one and four threads" differ same; fi
  if cmp -s "$work/$format.err" "$work/err"; then pass; else fail "$format: messages of one and four threads" differ same; fi
done
counts=$(tail -n 1 "$work/err")
# In GB18030 characters lie across the ends of what is read at once. A byte that is none costs its row, one cut off at the end the last.
iconv -f UTF-8 -t GB18030 "$work/many.csv" >"$work/many_gb.csv"
batch "$work/many_gb.csv" --format json --brief
if cmp -s "$work/json.1" "$work/out"; then pass; else fail "many rows in GB18030" differs same; fi
{ iconv -f UTF-8 -t GB18030 "$work/a.csv"; printf '3,2023-06-30,310118,,\377,\n4,2023-06-30,310118,,,\n5,2023-06-30,310118,,,\326'; } >"$work/broken.csv"
batch "$work/broken.csv" --format csv --brief --encoding gb18030
equal "a byte that is no character" "$code $(echo "$out" | sed 1d | cut -d, -f1 | sort -u | tr '\n' ' ')" "1 2 3 4 5 6 "
equal "costs its row" "$(echo "$out" | grep ',refused,' | cut -d, -f1-2 | tr '\n' ' ')" "4, 6, "
holds "and is said" "$err" "$work/broken.csv:4:22: not GB18030"
equal "no row is lost" "$(echo "$counts" | awk '{print $2 + $5}')" 4000

# ---- The budget adds up to the results
batch "$work/many.csv" --summary --format json --envelope 50000000; cp "$work/out" "$work/budget.json"
batch "$work/many.csv" --summary --format json --envelope 50000000 --jobs 3
if cmp -s "$work/out" "$work/budget.json"; then pass; else fail "budget: one and three threads" differ same; fi
sums=$(python - "$work/json.1" "$work/budget.json" <<'END'
import json, sys
from decimal import Decimal
budget = json.load(open(sys.argv[2]), parse_float=Decimal, parse_int=Decimal)
sums, faults = {}, 0
def add(at, name, value):
    for end in ("low", "high"):
        old = at.setdefault(name, {"low": Decimal(0), "high": Decimal(0)})
        old[end] = None if old[end] is None or value[end] is None else old[end] + value[end]
for line in open(sys.argv[1]):
    result = json.loads(line, parse_float=Decimal, parse_int=Decimal)
    for place in result.get("places", []):
        at = sums.setdefault(place["adcode"], {"n": 0, "measures": {}})
        at["n"] += 1
        add(at, "total", place["total"])
        add(at, "total_all_years", place["total_all_years"])
        for policy in place["policies"]:
            for measure in policy["measures"]:
                m = at["measures"].setdefault(f"{policy['id']}.{measure['id'].split('.')[-1]}", {"eligible": 0, "undetermined": 0, "ineligible": 0})
                status = "ineligible" if policy["in_force"] == "no" else measure["status"]
                m[status] += 1
                m["paid"] = measure["amount"] is not None
                if status != "ineligible" and measure["amount"] is not None:
                    add(m, "whole", measure["amount"])
                    add(m, "year", measure["schedule"][0] if measure["schedule"] else {"low": 0, "high": 0})
zero = {"low": Decimal(0), "high": Decimal(0)}
for place in budget["places"]:
    at = sums.pop(place["adcode"])
    faults += place["applicants"] != at["n"] or place["total"] != at["total"] or place["total_all_years"] != at["total_all_years"]
    high = Decimal("Infinity") if at["total"]["high"] is None else at["total"]["high"]
    faults += place["fits"]["low"] != (at["total"]["low"] <= 50000000) or place["fits"]["high"] != (high <= 50000000)
    for measure in place["measures"]:
        m = at["measures"].pop(measure["id"])
        faults += any(measure[k] != m[k] for k in ("eligible", "undetermined", "ineligible"))
        nothing = zero if m["paid"] else None
        faults += measure["year"] != m.get("year", nothing) or measure["whole"] != m.get("whole", nothing)
    faults += len(at["measures"])
print(faults + len(sums), len(budget["places"]))
END
)
equal "the budget, recomputed from the results" "$sums" "0 3"
python -c 'import json, sys; print(json.dumps(json.load(open(sys.argv[1]))))' "$samples/firm.json" >"$work/firm.jsonl"
envelope() { batch "$work/firm.jsonl" --summary --location 310118 --envelope "$1"; }
envelope 176000; holds "an envelope for both ends" "$out" "Envelope 176,000 yuan: enough even for the high end"
envelope 175999; holds "an envelope for neither" "$out" "Envelope 175,999 yuan: not enough even for the low end"
envelope 125999; holds "a measure that exceeds it" "$out" "by itself beyond the envelope already at the low end"
envelope 126000; lacks "one that just does not" "$out" "by itself beyond"
batch "$work/many.csv" --summary --envelope 1; holds "an envelope for the low end" "$out" "enough for the low end, not for the high one"
holds "no promise" "$out" "An estimate: the authority's review decides."
batch "$work/firm.jsonl" --summary --location 310118
holds "a document without a figure does not say 0 yuan" "$(echo "$out" | grep -A1 'Contribution award')" "no figure in the document
    Qingpu District, Shanghai 四(二)3: eligible 1, undetermined 0"
lacks "nor in all years" "$(echo "$out" | grep '四(二)3')" "all years"
holds "what is no money" "$(echo "$out" | grep 'shared data centre')" "nothing in money"
batch "$work/firm.jsonl" --summary --location 310118 --format csv; holds "nor as CSV" "$out" "qingpu.contribution,四(二)3,Contribution award,1,0,0,,,,"
printf 'id\n' >"$work/none.csv"; batch "$work/none.csv" --summary; holds "nobody" "$code $out" "There are no applicants to add up."
batch "$work/many.csv" --format table; holds "no table of each applicant" "$code $out $err" "2  huisuan: --format table goes with --summary; json, csv and xlsx say what each applicant comes to"
batch "$work/many.csv" --summary --format table; cp "$work/out" "$work/budget.txt"; batch "$work/many.csv" --summary; equal "a table of all" "$(cmp "$work/out" "$work/budget.txt")" ""
batch "$work/many.csv" --summary --format csv; holds "the budget as CSV" "$out" "year_low_yuan"

# ---- Files that are complete or not there
left() { ls "$work" | grep -c '^result'; }
batch "$work/many.csv" --output "$work/result" --brief; equal "a file" "$code $out" "1 "
if cmp -s "$work/result" "$work/json.1"; then pass; else fail "the file" differs same; fi
equal "and nothing beside it" "$(left)" 1
rm "$work/result"
batch "$work/many.csv" --output "$work/result" --strict; equal "strict stops" "$code $(left)" "1 0"
batch "$work/many.csv" --output "$work/none/result"; holds "no such folder" "$code $err" "4 huisuan: $work/none/result: cannot be written"
"$huisuan" batch "$work/many.csv" --plugins "$plugins" --format csv >/dev/full 2>"$work/err"
equal "a full disk" "$?" 4
(short_files 64; "$huisuan" batch "$work/many.csv" --plugins "$plugins" --output "$work/result" >"$work/out" 2>"$work/err"); equal "a file that may not grow" "$? $(left)" "4 0"

# ---- Killed and continued
for format in json csv; do
  killed=0
  for try in 1 2 3 4 5 6; do
    rm -f "$work"/result*
    for again in 1 2 3 4; do
      after=$(python -c 'import random; print("0.%03d" % random.randrange(2, 80))')
      "$huisuan" batch "$work/many.csv" --plugins "$plugins" --lang en --format $format --brief --jobs $((try % 3 + 1)) --output "$work/result" --resume >"$work/out" 2>"$work/err" &
      sleep "$after"
      kill -9 $! 2>/dev/null && killed=$((killed + 1))
      wait $! 2>/dev/null
      [ -e "$work/result" ] && break
    done
    batch "$work/many.csv" --format $format --brief --output "$work/result" --resume
    if cmp -s "$work/result" "$work/$format.1"; then pass; else fail "$format: killed and continued, try $try" differs same; fi
    equal "with the same counts" "$(echo "$err" | tail -n 1)" "$counts"
    equal "nothing beside it" "$(left)" 1
  done
  if [ "$killed" -gt 0 ]; then pass; else fail "$format: kills" 0 "some"; fi
done

# ---- Not continued when something changed
begin() {
  rm -f "$work"/result*
  "$huisuan" batch "$work/many.csv" --plugins "$plugins" --lang en --output "$work/result" >"$work/out" 2>"$work/err" &
  for wait in 1 2 3 4 5 6 7 8 9; do sleep 0.1; [ "$(wc -l <"$work/result.journal" 2>/dev/null || echo 0)" -gt 9 ] && break; done
  kill -9 $!
  wait $! 2>/dev/null
}
begin
batch "$work/many.csv" --output "$work/result" --resume --brief; holds "other options" "$code $err" "the options, the date or the version are others"
batch "$work/many.csv" --output "$work/result" --resume --set qingpu.rent.cap=1; holds "other policies" "$code $err" "2 huisuan: "
cp -p "$work/many.csv" "$work/before.csv"
sed -i '3s/,[0-9]*$/,9/' "$work/many.csv"; touch -r "$work/before.csv" "$work/many.csv"
equal "as long and as old" "$(cmp -s "$work/many.csv" "$work/before.csv"; echo $?) $(stat -c '%s %Y' "$work/many.csv")" "1 $(stat -c '%s %Y' "$work/before.csv")"
batch "$work/many.csv" --output "$work/result" --resume; holds "another input" "$code $err" "2 huisuan: $work/result: cannot be continued: the input is another"
head -n 100 "$work/before.csv" >"$work/many.csv"
batch "$work/many.csv" --output "$work/result" --resume; holds "fewer rows than were read" "$code $err" "2 huisuan: $work/result: cannot be continued: the input is another"
equal "leave what there is" "$(left)" 2
printf '编号,build_cost\nF1,1\n' >"$work/built.csv"
batch "$work/before.csv" --list overseas_sites="$work/built.csv" --output "$work/result" --resume; holds "another list" "$code $err" "2 huisuan: $work/result: cannot be continued: the input is another"
cp "$work/before.csv" "$work/many.csv"; touch "$work/many.csv"
cp "$work/result.part" "$work/kept.part"; cp "$work/result.journal" "$work/kept.journal"
printf '999 999 9' >>"$work/result.journal"
batch "$work/many.csv" --output "$work/result" --resume --brief
equal "a line cut off, to which no other is joined" "$(tail -n 1 "$work/result.journal")" "$(tail -n 1 "$work/kept.journal")"
batch "$work/many.csv" --output "$work/result" --resume; cp "$work/result" "$work/resumed"
batch "$work/many.csv" --output "$work/result"
if cmp -s "$work/resumed" "$work/result"; then pass; else fail "a file that was only touched" differs same; fi
cp "$work/kept.part" "$work/result.part"; cp "$work/kept.journal" "$work/result.journal"; echo nonsense >>"$work/result.journal"
batch "$work/many.csv" --output "$work/result" --resume
if cmp -s "$work/resumed" "$work/result"; then pass; else fail "a journal with a line that is none" differs same; fi
rm "$work/result"; cp "$work/kept.part" "$work/result.part"; cp "$work/kept.journal" "$work/result.journal"
sed -i '$s/公司/企业/' "$work/many.csv"
batch "$work/many.csv" --output "$work/result" --resume; cp "$work/result" "$work/resumed"
batch "$work/many.csv" --output "$work/result"
if cmp -s "$work/resumed" "$work/result"; then pass; else fail "another end, not yet read" differs same; fi
cp "$work/before.csv" "$work/many.csv"
batch "$work/many.csv" --output "$work/result" --brief; equal "anew" "$code $(left)" "1 1"

# ---- How far it is, on a terminal of 80 columns
python -c 'import sys; lines = open(sys.argv[1]).read(); head, rows = lines.split("\n", 1); print(head, *[rows] * 4, sep="\n", end="")' "$work/many.csv" >"$work/more.csv"
for language in zh en; do
  terminal "stty cols 80; '$huisuan' batch '$work/more.csv' --plugins '$plugins' --brief --lang $language --output '$work/shown'" >"$work/terminal" </dev/null
  equal "the bar in $language" "$(python - "$work/terminal" <<'END'
import re, sys, unicodedata
text = open(sys.argv[1], encoding="utf-8", newline="").read()
shown = [part for part in text.split("\r\033[K") if part and "huisuan: " not in part]
form = r"[#]*[.]* \d+%(，剩余 \d+:\d\d，\d+ 行，每秒 \d+ 行|, \d+:\d\d left, \d+ rows, \d+ a second)"
wide = max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in part) for part in shown)
shares = [int(re.search(r"(\d+)%", part)[1]) for part in shown]
print(len(shown) > 1, all(re.fullmatch(form, part) and len(part.split(" ")[0]) == 24 for part in shown), wide < 80, shares == sorted(shares),
      text[text.rindex(shown[-1]) + len(shown[-1]):].startswith("\r\033[K"), "\n" not in "".join(shown))
END
)" "True True True True True True"
  rm "$work/shown"
done
"$huisuan" batch "$work/a.csv" --plugins "$plugins" --output "$work/shown" 2>"$work/err"; equal "silent elsewhere" "$? $(cat "$work/err")" "0 "

# ---- Usage
batch "$work/a.csv" --jobs 0; equal "no threads" "$code" 2
batch "$work/a.csv" --envelope 5; equal "an envelope without a summary" "$code" 2
batch - --resume --output "$work/x"; equal "standard input cannot be continued" "$code" 2
batch "$samples/firms.csv" --list overseas_sites="$work/absent.csv"; holds "no such list's file" "$code $err" "3 huisuan: $work/absent.csv: cannot be read"
batch "$work/a.jsonl" --list overseas_sites="$samples/sites.csv"; holds "a list's table beside JSON Lines" "$code $err" "2 huisuan: --list is for tables"
for name in a.json a.ndjson; do cp "$work/a.jsonl" "$work/$name"; batch "$work/$name"; equal "$name" "$code $(echo "$out" | wc -l)" "0 2"; done
batch "$work/a.csv" --output "$work"; holds "a folder as output" "$code $err" "4 huisuan: $work: cannot be written"
mkfifo "$work/pipe"; batch "$work/a.csv" --output "$work/pipe"; holds "a pipe as output" "$code $err" "4 huisuan: $work/pipe: cannot be written"
batch "$work/a.csv" --list nothing=x; holds "no such list" "$code $err" '2 huisuan: nothing: no list fact is called "nothing"'
batch "$work/a.csv" --format xlsx; equal "a workbook without a file" "$code" 2
run assess "$samples/firm.json" --summary; equal "only for batch" "$code" 2

# ---- What if: every form says so first
mark="What if: qingpu.rent.cap is 800,000 yuan, not 600,000 yuan; this is not the policy in force"
for format in table csv; do
  batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv" --summary --set qingpu.rent.cap=800000 --format $format
  holds "--set in the budget as $format" "$(echo "$out" | head -1)" "$mark"
done
batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv" --set qingpu.rent.cap=800000 --format csv
holds "--set in the table" "$(echo "$out" | head -1)" "\"# $mark\""
batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv" --summary --set qingpu.rent.cap=800000 --format json
holds "--set in the budget as JSON" "$out" '"engine":"0.1.0","overlay":[{"name":"qingpu.rent.cap","from":600000,"to":800000}],"places"'

# ---- A workbook
batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv" --format xlsx --output "$work/book.xlsx"
case $err in *"built without libxlsxwriter"*) finish ;; esac
equal "a workbook" "$(python - "$work/book.xlsx" <<'END'
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
place = book["310118 Qingpu District, Shanghai"] if "310118 Qingpu District, Shanghai" in book.sheetnames else book.worksheets[2]
print(len(book.sheetnames), place.freeze_panes, place.auto_filter.ref is not None, type(place["K2"].value).__name__, book["Refused rows"]["O2"].value[:14])
END
)" '4 A2 True int J6: "1.23E+08"'
python -c 'print("id,name,as_of,locations", *(f"{id},x,2023-06-30,310118" for id in ("=" + 4095 * "a", "@" + 32765 * "a", 32766 * "中", "-" + 40000 * "中", 20000 * "𠮷")), sep="\n")' >"$work/long.csv"
batch "$work/long.csv" --brief --format xlsx --output "$work/long.xlsx"
equal "long texts: what looks like a formula has its apostrophe, what Excel cannot hold its ellipsis" "$(python - "$work/long.xlsx" <<'END'
import openpyxl, sys
ids = dict.fromkeys(row[1] for row in openpyxl.load_workbook(sys.argv[1]).worksheets[2].iter_rows(min_row=2, values_only=True))
wanted = ["'=" + 4095 * "a", "'@" + 32764 * "a" + "…", 32766 * "中", "'-" + 32764 * "中" + "…", 16383 * "𠮷" + "…"]
print(list(ids) == wanted, [len(id) for id in ids])
END
)" "True [4097, 32767, 32766, 32767, 16384]"
batch "$samples/firms.csv" --list overseas_sites="$samples/sites.csv" --set qingpu.rent.cap=800000 --format xlsx --output "$work/what_if.xlsx"
equal "--set in a workbook" "$(python -c 'import openpyxl, sys; book = openpyxl.load_workbook(sys.argv[1]); print(book.worksheets[0].title, book.worksheets[0]["A1"].value)' "$work/what_if.xlsx")" \
  "What if $mark"
# libxlsxwriter is loaded when it is wanted: then it may be missing, or be another library that is called so.
name=$(grep -ao 'libxlsxwriter\.so\.[0-9]*' "$huisuan" | head -n 1)
mkdir "$work/broken" "$work/other"
: >"$work/broken/$name"
echo 'int nothing;' | gcc -shared -x c - -o "$work/other/$name"
for folder in broken other; do
  LD_LIBRARY_PATH=$work/$folder "$huisuan" batch "$work/long.csv" --format xlsx --output "$work/none.xlsx" --plugins "$plugins" --lang en 2>"$work/err"
  holds "$folder: no library for workbooks" "$? $(cat "$work/err")" "4 huisuan: libxlsxwriter cannot be loaded, so there is no workbook: $work/$folder/$name: "
  equal "$folder: leaves nothing" "$(find "$work" -name 'none.xlsx*')" ""
  LD_LIBRARY_PATH=$work/$folder "$huisuan" facts --template xlsx --plugins "$plugins" --lang zh >"$work/out" 2>"$work/err"
  holds "$folder: no library for the form" "$? $(cat "$work/err")" "4 huisuan: 加载不了 libxlsxwriter，不能生成 Excel 文件：$work/$folder/$name: "
  equal "$folder: no form" "$(cat "$work/out")" ""
done
finish
