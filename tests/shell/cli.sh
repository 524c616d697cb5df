# The command line: options, exit codes, languages, formats, and the same bytes whatever the surroundings.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
assess() { run assess "$firm" --plugins "$plugins" "$@"; }

# ---- What the READMEs show: the beginning of a result, with nothing left out but where … stands
for language in en zh; do
  readme=$SOURCE/README.md
  [ $language = zh ] && readme=$SOURCE/README.zh-CN.md
  assess --location 310118 --lang $language
  awk '/--location 310118/ { here = 1 } here && /^```/ { if (shown) exit; shown = 1; next } shown' "$readme" >"$work/shown"
  equal "$readme: what is printed" "$(diff "$work/out" "$work/shown" | grep -v '^<' | sed 's/[0-9]*//g' | tr '\n' ' ')" ",c --- >   … ,d "
done

# ---- Exit codes
assess --format json
equal "assess" "$code $err" "0 "
json=$out
run; equal "no command" "$code $out" "2 "
run nonsense --lang en; holds "unknown command" "$code $err" "2 huisuan: there is no command \"nonsense\""
run --nonsense --lang en; holds "unknown option" "$code $err" "2 huisuan: there is no option \"--nonsense\""
run assess "$firm" --nonsense=3 --lang en; holds "unknown option with a value" "$code $err" "2 huisuan: there is no option \"--nonsense\""
run assess -nv "$firm" --lang en; holds "letters" "$code $err" "2 huisuan: there is no option \"-nv\""
run assess "$firm" -é; holds "a letter of two bytes" "$code $err" "2 huisuan: 没有“-é”这个选项"
run assess "$firm" --lang en --format; holds "an option without its value" "$code $err" "2 huisuan: --format wants table|json|markdown behind it"
run assess "$firm" --brief=yes --lang en; holds "an option with a value too many" "$code $err" "2 huisuan: --brief takes no value"
run assess --lang en; holds "assess without a file" "$code $err" "2 huisuan: assess wants one file"
run assess a b; equal "assess with two files" "$code" 2
run facts x; equal "facts with an argument" "$code" 2
run policy; equal "policy without an action" "$code" 2
run policy show; equal "policy show without an id" "$code" 2
run policy show atlantis --plugins "$plugins" --lang en; holds "policy show of none" "$code $err" "2 huisuan: there is no such policy"
run assess "$work/none.json" --plugins "$plugins" --lang en; holds "no such file" "$code $err" "3 huisuan: $work/none.json: cannot be read"
run assess "$work/none.json" --plugins "$plugins"; equal "no such file, in Chinese" "$code $err" "3 huisuan: $work/none.json: 不能读取：没有这个文件或目录"
run assess "$work" --plugins "$plugins"; equal "a directory as file, in Chinese" "$code $err" "3 huisuan: $work: 不能读取：是目录，不是文件"
run assess "$firm" --plugins "$work/none"; equal "no such plugins, in Chinese" "$code $err" "5 huisuan: $work/none: 不能读取：没有这个文件或目录"
run review "$firm" --plugins "$plugins" --format json --output "$work/none/x"; equal "no place to write, in Chinese" "$code $err" "4 huisuan: $work/none/x: 不能写入：没有这个文件或目录"
run assess "$work" --plugins "$plugins" --lang en; holds "a directory as file" "$code $err" "3 huisuan: $work: cannot be read"
run assess "$firm" --plugins "$work/none" --lang en; equal "no such plugins" "$code" 5
"$huisuan" assess "$firm" --plugins "$plugins" --format json >/dev/full 2>"$work/err"
holds "full disk" "$? $(cat "$work/err")" "4 huisuan: "
for bad in "--format yaml" "--lang fr" "--color blue" "--as-of 2023-02-30" "--as-of 20230630" "--as-of" "--location 330206,330206" "--location 33020" "--location 033020"; do
  # shellcheck disable=SC2086
  assess $bad
  equal "$bad" "$code $out" "2 "
done
run --version; equal "--version" "$code $out" "0 huisuan 0.1.0"
run --version --version; equal "--version twice" "$code $out" "0 huisuan 0.1.0"
"$huisuan" --version >/dev/full 2>"$work/err"; equal "--version on a full disk" "$?" 4
codes() { seq -s , -f "%06g" 110101 "$1"; }
again() { seq "$2" | sed "s/.*/--$1/" | tr '\n' ' '; }
assess --location "$(codes 110164)" --format json; equal "64 places" "$code $(echo "$out" | grep -o '{"adcode"' | wc -l)" "0 64"
assess --location "$(codes 110165)"; equal "65 places" "$code $out" "2 "
# shellcheck disable=SC2046
assess $(again "set qingpu.rent.cap=1" 64) --format json; equal "64 figures" "$code" 0
# shellcheck disable=SC2046
assess $(again "set qingpu.rent.cap=1" 65) --lang en; holds "65 figures" "$code $err" "2 huisuan: --set wants NAME=VALUE"
# shellcheck disable=SC2046
run batch - $(again "list overseas_sites=x" 65) --lang en; holds "65 lists" "$code $err" "2 huisuan: --list wants FACT=FILE"
for bad in "--list x" "--list =x" "--list x=" "--jobs=" "--jobs x" "--jobs 1x" "--jobs 65" "--jobs -1" "--envelope= --summary" "--envelope 1.5 --summary" \
  "--envelope 10000000000000001 --summary" "--envelope 99999999999999999999 --summary" "--summary --format xlsx --output x" "--resume" \
  "--resume --output x --summary" "--resume --output x --format xlsx"; do
  # shellcheck disable=SC2086
  run batch "$firm" --plugins "$plugins" $bad
  equal "batch $bad" "$code $out" "2 "
done
# What reads a document, as each says that it is not there, that it is none, and that one is wanted.
printf '{"facts": {"annual_revenue": -1}}' >"$work/negative.json"
for command in assess sweep compare review "verify $work/negative.json"; do
  # shellcheck disable=SC2086
  run $command "$work/none.json" --plugins "$plugins" --lang en; holds "$command: no such file" "$code $err" "3 huisuan: $work/none.json: cannot be read"
  # shellcheck disable=SC2086
  run $command "$work/negative.json" --plugins "$plugins" --lang en; holds "$command: no applicant" "$code $err" "3 huisuan: $work/negative.json:"
  # shellcheck disable=SC2086
  run $command "$firm" --plugins "$work/none" --lang en; holds "$command: no plugins" "$code $err" "$work/none"
done
run sweep "$firm" --fact annual_rent --to 0 --lang en; holds "a range of nothing" "$code $err" "2 huisuan: --from and --to are figures like 0 and 5000000, --to above 0;"
for bad in "sweep $firm --from 1" "sweep $firm --to 1" "sweep $firm --fact annual_rent --to .5" "sweep $firm --fact annual_rent --to 1.2.3" \
  "sweep $firm --fact annual_rent --from x --to 5" "sweep $firm --fact annual_rent --to 12345678901234567890" "sweep $firm --fact annual_rent --to 0" "sweep $firm --fact annual_rent --to 5:" "verify" \
  "verify a b c" "review $firm --output x" "facts --as-of 2023-06-30" "facts --location 310118" "facts --list received" \
  "facts --template json --list received" "facts --template json --location 31011" "facts --template json --location 031011" \
  "facts --template json --location 31011x" "facts --template json --location 110101" "facts --template csv --list nothing" \
  "policy list x" "policy check" "policy test" "policy manifest" "policy diff qingpu" "policy diff qingpu none" "policy diff none qingpu" \
  "policy diff qingpu qingpu --location 310118" "policy diff qingpu qingpu --as-of 2023-06-30" "policy show qingpu --format json" \
  "policy show qingpu --document --format json" "policy new" "policy new demo . x"; do
  # shellcheck disable=SC2086
  run $bad
  equal "$bad" "$code $out" "2 "
done
(trap '' PIPE; "$huisuan" assess "$firm" --plugins "$plugins" --format json 2>"$work/err"; echo $? >"$work/code") | true
equal "nobody reads on: no word" "$(cat "$work/code" "$work/err")" 4
run --help --lang en; holds "--help" "$code $out" "0 Usage: huisuan"
run --help; holds "--help in Chinese" "$code $out" "0 用法：huisuan"

# ---- The same bytes whatever the surroundings
assess --format json; equal "twice" "$out" "$json"
"$huisuan" assess - --plugins "$plugins" --format json <"$firm" >"$work/stdin"; equal "from standard input" "$(cat "$work/stdin")" "$json"
for setting in LC_ALL=en_US.UTF-8 LC_ALL=zh_CN.GB18030 LC_ALL=de_DE.UTF-8 LC_ALL=C TZ=America/New_York TZ=Asia/Shanghai TZ=UTC LANG=xx NO_COLOR=1 TERM=dumb HOME=/nonexistent; do
  equal "JSON under $setting" "$(env "$setting" "$huisuan" assess "$firm" --plugins "$plugins" --format json)" "$json"
done
equal "JSON with umask 077" "$(umask 077; "$huisuan" assess "$firm" --plugins "$plugins" --format json)" "$json"
equal "JSON in English" "$("$huisuan" assess "$firm" --plugins "$plugins" --format json --lang en)" "$json"
equal "JSON with closed standard input" "$("$huisuan" assess "$firm" --plugins "$plugins" --format json <&-)" "$json"
equal "JSON in a read-only directory" "$(cd / && "$huisuan" assess "$firm" --plugins "$plugins" --format json)" "$json"
equal "ends with one newline" "$("$huisuan" assess "$firm" --plugins "$plugins" --format json | tail -c 2 | od -An -tx1 | tr -d ' \n')" "7d0a"
assess --format json --brief
lacks "brief" "$out" '"why"'
lacks "brief" "$out" '"ends"'
equal "brief has the same totals" "$(echo "$out" | grep -o '"total":{[^}]*}')" "$(echo "$json" | grep -o '"total":{[^}]*}')"

# ---- Languages
for setting in LANG=zh_CN.UTF-8 LANG=C.UTF-8 LANG=POSIX LANG=; do
  holds "table under $setting" "$(env -u LC_ALL "$setting" "$huisuan" assess "$firm" --plugins "$plugins" --brief)" "评估日期 2023-06-30"
done
for setting in LANG=en_US.UTF-8 LANG=de_DE.UTF-8; do
  holds "table under $setting" "$(env -u LC_ALL "$setting" "$huisuan" assess "$firm" --plugins "$plugins" --brief)" "as of 2023-06-30"
done
holds "LC_ALL goes before LANG" "$(LC_ALL=en_US.UTF-8 LANG=zh_CN.UTF-8 "$huisuan" assess "$firm" --plugins "$plugins" --brief)" "as of 2023-06-30"

# ---- Dates: Beilun is in force from 2023-05-01 to 2024-04-30, Ningbo has no dates
force() { "$huisuan" assess "$firm" --plugins "$plugins" --format json --brief --location 330206 --as-of "$1" | grep -o '"in_force":"[a-z]*"' | cut -d'"' -f4 | tr '\n' ' '; }
equal "the day before" "$(force 2023-04-30)" "no unknown "
equal "the first day" "$(force 2023-05-01)" "yes unknown "
equal "the last day" "$(force 2024-04-30)" "yes unknown "
equal "the day after" "$(force 2024-05-01)" "no unknown "
echo '{"facts": {}}' >"$work/undated.json"
holds "no date: today in China" "$("$huisuan" assess "$work/undated.json" --plugins "$plugins" --format json --brief)" "\"as_of\":\"$(TZ=UTC-8 date +%F)\""

# ---- Places
places() { "$huisuan" assess "$firm" --plugins "$plugins" --format json --brief "$@" | grep -o '{"adcode":"[0-9]*"' | cut -d'"' -f4 | tr '\n' ' '; }
equal "the document's places" "$(places)" "330206 310118 "
equal "one place" "$(places --location 110105)" "110105 "
equal "several places" "$(places --location 150203,330203 --location 110101)" "150203 330203 110101 "
equal "every place" "$(sed '/"locations"/d' "$firm" | "$huisuan" assess - --plugins "$plugins" --format json --brief | grep -o '{"adcode":"[0-9]*"' | cut -d'"' -f4 | tr '\n' ' ')" "110105 150200 310118 330200 330206 "
holds "a place without a policy" "$("$huisuan" assess "$firm" --plugins "$plugins" --location 110101)" "没有已装的政策适用于这个地点，合计 0 元。"

# ---- The table
assess --color never; table=$out
lacks "no colour" "$table" "$(printf '\033')"
assess --color always; holds "colour" "$out" "$(printf '\033[32m')"
assess; equal "no colour into a file" "$out" "$table"
holds "a total in one sentence" "$table" "评估年度预计可得 726,000 至 5,246,000 元，以主管部门审核为准。"
holds "what is lacking" "$table" "（现为 499 人，还差 1 人）"
holds "a clause" "$table" "条款 上海市青浦区 四(一)1 · 按年"
holds "a schedule" "$table" "第 1 年 126,000 元；第 2 年 126,000 元；第 3 年 126,000 元"
holds "set aside" "$table" "与“服务出口执行额奖励”（三(二)4）是同一事项，只计一次，就高计算"
holds "topped up" "$table" "同一事项已获 60,000 元，只补差额"
assess --location 330206 --as-of 2024-05-01; holds "expired" "$out" "2023-05-01 至 2024-04-30，2024-05-01 已经到期"
assess --location 330206 --as-of 2023-04-30; holds "not yet in force" "$out" "2023-05-01 至 2024-04-30，2023-04-30 还没有施行"
assess --format markdown
holds "Markdown heading" "$out" "# 上海市青浦区（310118），评估日期 2023-06-30"
holds "Markdown item" "$out" "- **租金补贴**：378,000 元"
assess --format markdown --color always; lacks "Markdown has no colour" "$out" "$(printf '\033')"
if [ -z "${HUISUAN:-}" ]; then
  # On a terminal: in colour but for NO_COLOR, as wide as it is, from 60 columns to 100.
  shown() { terminal "stty cols $1; $2 '$huisuan' assess '$firm' --plugins '$plugins' --brief --location 310118" </dev/null | tr -d '\r'; }
  wide() { shown "$1" NO_COLOR=1 | /usr/bin/python3 -c 'import sys, unicodedata; print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line.rstrip("\n")) for line in sys.stdin))'; }
  equal "a terminal of 80 columns" "$(wide 80)" 80
  equal "of 40" "$(wide 40)" 60
  equal "of 200" "$(wide 200)" 100
  equal "of none" "$(wide 0)" 100
  holds "colour on a terminal" "$(shown 80 NO_COLOR=)" "$(printf '\033[32m')"
  lacks "NO_COLOR" "$(shown 80 NO_COLOR=1)" "$(printf '\033')"
  holds "progress on a terminal" "$(terminal "'$huisuan' batch '$SOURCE/tests/samples/firms.csv' --plugins '$plugins' --lang en --summary --output '$work/budget'" </dev/null)" "$(printf '\r\033[K')"
  answered=$(printf '310118\nq\n' | terminal "'$huisuan' ask --plugins '$plugins' --lang en" | tr -d '\r')
  equal "what is typed on a terminal stands there once" "$(echo "$answered" | grep -c '310118$') $(echo "$answered" | grep -c 'q$')" "1 1"
  holds "no workbook on a terminal" "$(terminal "'$huisuan' facts --template xlsx --plugins '$plugins' --lang en" </dev/null)" "an Excel file cannot be shown on a terminal"
fi
# Chinese characters take two columns: every right-aligned amount of the totals ends in column 100.
widths=$(echo "$table" | grep -E '^  (其中可确定|各年合计)' | while IFS= read -r line; do
  bytes=$(printf %s "$line" | wc -c) characters=$(printf %s "$line" | wc -m)
  echo $((characters + (bytes - characters) / 2))
done | sort -u | tr '\n' ' ')
equal "columns of the totals' lines" "$widths" "100 "
printf '{"name": "x\\u001b[31mRED\\u0007", "facts": {}}' >"$work/escape.json"
run assess "$work/escape.json" --plugins "$plugins" --brief --color never
holds "a name with escapes" "$out" "x?[31mRED?"
lacks "a name with escapes" "$out" "$(printf '\033')"

# ---- Warnings
echo '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"annual_revenue": 100, "annual_rent": 100.01, "local_annual_revenue": 100}}' >"$work/odd.json"
run assess "$work/odd.json" --plugins "$plugins" --brief
holds "a warning" "$out" "请核对 310118 年租金超过年营业收入，请核对单位（元/万元）"
equal "one warning" "$(echo "$out" | grep -c 请核对)" 1

# ---- The other commands
run policy list --plugins "$plugins"
equal "policy list" "$code $(echo "$out" | grep -c '[0-9] 项措施$')" "0 5"
run policy list --plugins "$plugins" --format json
equal "policy list in JSON: measures" "$(echo "$out" | grep -o '"matter":' | wc -l)" 97
run facts --plugins "$plugins" --format json
equal "facts in JSON" "$code $(echo "$out" | grep -o '"topic":' | wc -l)" "0 144"
run facts --plugins "$plugins" --lang en
holds "facts" "$out" "Annual operating revenue"
finish
