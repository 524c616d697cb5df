# facts --template: each form is what the reader takes, and only for the places asked for.
. "$SOURCE/tests/shell/check.inc"

template() { run facts --plugins "$plugins" --template "$@"; }
bom=$(printf '\357\273\277')

# ---- Blank documents
template json; equal "a blank document" "$code$err" 0
printf '%s\n' "$out" >"$work/blank.json"
run assess "$work/blank.json" --plugins "$plugins" --brief; equal "is assessed as it is" "$code$err" 0
template json --location 310118,330206 --as-of 2024-01-02
holds "with the places" "$out" '"locations": ["310118", "330206"]'
holds "and the date asked for" "$out" '"as_of": "2024-01-02"'
printf '%s\n' "$out" >"$work/blank.json"
run assess "$work/blank.json" --plugins "$plugins" --format json; holds "which it keeps" "$code $out" '0 {"contract":1,"engine":"0.1.0","as_of":"2024-01-02"'
template json --location 310118; lacks "without what no policy there asks for" "$out" '"overseas_sites"'
holds "and with what one does" "$out" '"annual_rent": null'
template json --location 330206; holds "a place has its city's too" "$out" '"overseas_sites": null'

# ---- CSV
template csv; equal "headings" "$code$err" 0
equal "a mark for Excel and four columns before the facts" "$(echo "$out" | cut -d, -f1-4)" "${bom}编号,名称,评估日期,所在地"
equal "one line, ended by CR LF" "$(wc -l <"$work/out") $(tail -c 2 "$work/out" | od -An -tx1)" "1  0d 0a"
holds "the labels" "$out" ',年租金,'
holds "a list by how many it has" "$out" ',境外站点（办事处、分公司、研发中心、人才站）'
equal "each heading once" "$(tr , '\n' <"$work/out" | sort | uniq -d)" ""
template csv --lang en; equal "in English" "$(echo "$out" | cut -d, -f1-4)" "${bom}id,name,as_of,locations"
holds "a label with a comma is quoted" "$out" ',"Set up an HR export agency in the base (legal person in Beilun, settled in the park), or settled there to export",'
template csv --list overseas_sites
equal "a list's form" "$(echo "$out" | tr -d '\r')" "${bom}编号,已获基础建设认定,已形成出口实际业务,实际建设成本,本年度新设立,已通过审核"
template csv --list received; equal "the form of what was already paid" "$(echo "$out" | tr -d '\r')" "${bom}编号,措施,已领年数,事项,已领金额"
template csv --list annual_rent --lang en; holds "what is no list" "$code $err" "2 huisuan: there is no such list"
template csv --location 310118 --list overseas_sites --lang en; holds "a list of elsewhere" "$code $err" "2 huisuan: there is no such list"

# ---- Files
template schema --output "$work/schema.json"; equal "to a file" "$code$out$err" 0
template schema; equal "the same bytes" "$out" "$(cat "$work/schema.json")"
template csv --output -; holds "- is standard output" "$code $out" "0 ${bom}编号"
mkdir "$work/here"; echo before >"$work/here/form"
template json --output "$work/none/form" --lang en; holds "no such folder" "$code $err" "4 huisuan: $work/none/form: cannot be written"
chmod a-w "$work/here"
[ "$(id -u)" = 0 ] || { template json --output "$work/here/form" --lang en; equal "a folder that cannot be written" "$code" 4; }
chmod u+w "$work/here"
template json --output "$work/here" --lang en; holds "a folder in its place" "$code $err" "4 huisuan: $work/here: cannot be written"
equal "nothing partial is left" "$(ls "$work"/here* "$work" | grep -c 'XXXX\|here\.')" 0
if [ -w /dev/full ]; then
  "$huisuan" facts --plugins "$plugins" --template schema >/dev/full 2>"$work/err"; equal "a full disk" $? 4
fi

# ---- Usage
run facts --lang en --template pdf; holds "no such template" "$code $err" "2 huisuan: --template is xlsx, csv, json or schema"
template json --list overseas_sites --lang en; holds "a list in JSON" "$code $err" "2 huisuan: --list is for --template csv"
run facts --output "$work/x" --plugins "$plugins" --lang en; holds "a file without a template" "$code $err" "2 huisuan: --output and --list go with --template"
for place in 999999 33020 310118x 0; do
  template json --location "$place" --lang en; holds "a place without a policy" "$code $err" "2 huisuan: $place: no policy covers this place"
done

# ---- Excel
template xlsx --output "$work/form.xlsx"
if [ "$code" = 2 ]; then
  holds "built without workbooks" "$err" "libxlsxwriter"
else
  equal "a workbook" "$code$out$err" 0
  "$huisuan" facts --plugins "$plugins" --template xlsx >"$work/out.xlsx"; equal "on standard output" "$? $(head -c 2 "$work/out.xlsx")" "0 PK"
  template xlsx --lang en --location 330206 --output "$work/form_en.xlsx"; equal "in English, for one place" "$code$err" 0
  "$huisuan" facts --plugins "$plugins" --format json >"$work/facts.json"
  "$huisuan" policy list --plugins "$plugins" --format json >"$work/policies.json"
  template csv --output "$work/form.csv"
  if python=$(for p in /usr/bin/python3 python3; do "$p" -c 'import openpyxl' 2>/dev/null && echo "$p" && break; done) && [ -n "$python" ]; then
    checks=$("$python" -B "$SOURCE/tests/shell/workbook.py" "$work/form.xlsx" "$work/facts.json" "$work/policies.json" "$work/form.csv" zh 2>&1); equal "the form" "$checks" "right"
    checks=$("$python" -B "$SOURCE/tests/shell/workbook.py" "$work/form_en.xlsx" "$work/facts.json" "$work/policies.json" - en 330206 330200 2>&1); equal "the English form" "$checks" "right"
  else
    fail "openpyxl" "missing" "python3-openpyxl (make test installs it)"
  fi
  # What is filled in goes back into batch, where that reads tables.
  if "$huisuan" batch --help | grep -q -e '--list FACT=FILE'; then
    for language in zh en; do
      mkdir "$work/$language"
      template xlsx --lang "$language" --output "$work/$language/form.xlsx"
      lists=$("$python" -B "$SOURCE/tests/shell/fill.py" "$work/$language/form.xlsx" "$work/facts.json" "$work/policies.json" "$work/$language" "$language")
      # shellcheck disable=SC2086 # several options
      run batch "$work/$language/firms.csv" $lists --plugins "$plugins" --as-of 2023-06-30 --lang en
      equal "the $language form, filled in" "$code $(echo "$out" | grep -c '"contract":1') $(echo "$out" | grep -c '"error"')" "0 2 0"
    done
  fi
  mkdir "$work/gone"
  TMPDIR="$work/none" "$huisuan" facts --plugins "$plugins" --template xlsx --output "$work/gone/form.xlsx" --lang en 2>"$work/err"
  holds "no folder for temporary files" "$? $(cat "$work/err")" "4 huisuan: the workbook could not be written"
  equal "leaves nothing" "$(ls "$work/gone")" ""
fi

# ---- A region with labels that are no plain headings, and without a matter
odd=$work/odd
mkdir "$odd" && chmod 755 "$odd"
gcc -std=c11 -O1 -fPIC -shared -nostdlib -w -I"$SOURCE/core/include" -I"$BUILD/include" -x c - -o "$odd/odd.so" <<'C'
#include <huisuan/facts.h>
#include <huisuan/policy.h>
MONEY_FACT(sum, "=1+1", "=1+1", identity, AS_OF, NEVER, HINT("看表", "See the table."));
MONEY_FACT(one, "金额", "Amount", identity, AS_OF, NEVER);
MONEY_FACT(two, "金额", "Amount", identity, AS_OF, NEVER);
MONEY_FACT(quoted, "甲,“乙”", "A, \"B\"", identity, AS_OF, NEVER);
LIST_FACT(rows, "甲/乙", "A/B", identity, AS_OF, NEVER);
YES_NO_FIELD(rows, same, "编号", "id", AS_OF);
static const hs_measure measures[] = {
    MEASURE(all, CLAUSE("一"), TITLE("补贴", "Grant"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = SOME(rows, FIELD(rows, same)),
            .pays = PLUS(sum, one, two, quoted))};
EVERY_CLAUSE_GRANTS;
POLICY(odd, .version = "1.0.0", .adcode = "999999", .name = {"某区", "A District"}, .title = {"办法", "Rules"});
C
chmod 644 "$odd/odd.so"
run policy manifest "$odd/odd.so"; echo "$out" >"$odd/odd.json" && chmod 644 "$odd/odd.json"
plugins=$odd
template csv --lang en
equal "formulas and labels that stand twice give way to the name" "$code $(tr -d '\r' <"$work/out")" "0 ${bom}id,name,as_of,locations,A/B,sum,one,two,\"A, \"\"B\"\"\",Already received"
template csv --list rows; equal "a field called like the id" "$(echo "$out" | tr -d '\r')" "${bom}编号,same"
template csv --list received; equal "no matter, no money for one" "$(echo "$out" | tr -d '\r')" "${bom}编号,措施,已领年数"
template schema; holds "no matter" "$code $out" '"matter":false'
if [ -f "$work/form.xlsx" ]; then
  template xlsx --output "$work/odd.xlsx"; equal "a workbook" "$code$err" 0
fi
finish
