# batch: a line in, a line out, in order; a bad line costs only itself.
. "$SOURCE/tests/shell/check.inc"

good='{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"annual_revenue": 30000000}}'
batch() { run batch "$work/in" --plugins "$plugins" --lang en "$@"; }

printf '%s' "$good" >"$work/one.json"
single=$("$huisuan" assess "$work/one.json" --plugins "$plugins" --format json)
brief=$("$huisuan" assess "$work/one.json" --plugins "$plugins" --format json --brief)

# ---- Lines
printf '%s\n%s\n' "$good" "$good" >"$work/in"
batch; equal "two lines" "$code $err" "0 "
equal "each as assess gives it" "$out" "$single
$single"
batch --format json --brief; equal "brief" "$code $out" "0 $brief
$brief"
printf '\n%s\r\n \t\n%s' "$good" "$good" >"$work/in"
batch; equal "CR LF, lines with nothing, no newline at the end" "$code $out" "0 $single
$single"
: >"$work/in"
batch; equal "nothing" "$code $out$err" "0 "
printf '%s\n' "$good" >"$work/in"
equal "standard input" "$("$huisuan" batch - --plugins "$plugins" <"$work/in")" "$single"
batch --as-of 2024-01-02; holds "options replace the document's" "$out" '"as_of":"2024-01-02"'

# ---- Refused lines
printf '%s\n{"facts": {"annual_revenue": "x"}}\n%s\n{\n' "$good" "$good" >"$work/in"
batch; equal "refused lines" "$code" 1
equal "stand in their places" "$(echo "$out" | cut -c1-30)" "$(echo "$single" | cut -c1-30)
{\"line\":2,\"error\":{\"code\":\"INP
$(echo "$single" | cut -c1-30)
{\"line\":4,\"error\":{\"code\":\"INP"
holds "with path and column" "$out" '"path":"facts.annual_revenue","line":1,"column":30,"clause":null,"message":{"zh":"'
equal "and are said" "$(echo "$err" | cut -d: -f1-4 | tail -n 2)" "huisuan: $work/in:4:2
huisuan: 2 lines assessed, 2 refused"
printf '{"facts": {"annual_revenue": 1}, "a\0": 2}\n%s\n' "$good" >"$work/in"
batch; equal "a NUL" "$code $(echo "$out" | wc -l)" "1 2"
{ printf '{"name": "'; head -c 1048556 /dev/zero | tr '\0' x; printf '", "facts": {}}\n%s\n' "$good"; } >"$work/in"
batch; holds "a line of more than 1 MiB" "$code $err" "1 huisuan: $work/in:1:1: "
holds "is refused for its length" "$out" '1048576'
equal "and the next is read" "$(echo "$out" | tail -n 1)" "$single"

{ head -c 1048576 /dev/zero | tr '\0' ' '; printf '\r%s\n%s\n' "$good" "$good"; } >"$work/in"
batch; holds "a line cut behind a CR is not taken for whole" "$code $err" "1 huisuan: $work/in:1:1: "
equal "and the next is read" "$(echo "$out" | tail -n 1)" "$single"
printf '{"facts": {"\\u001b[31mx\\u009b\\u007f\\u00a0": 1}}\n' >"$work/in"
batch; lacks "no control characters reach the terminal" "$err" "$(printf '\033')"
holds "but question marks" "$err" "?[31mx??$(printf '\302\240')"
printf '{"name": "\\"a\\", b\\u0001\\u007f\\n\\tc", "locations": ["310118"], "facts": {}}\n' >"$work/in"
batch --format csv --brief; holds "nor a table" "$(head -n 3 "$work/out" | tail -n 2)" ',"""a"", b??'

# ---- Rows of a database: a document in a string, the result under a name
escape() { printf '%s' "$1" | sed 's/["\\]/\\&/g'; }
row="{\"c1\":\"$(escape "$good")\"}"
folded="{\"c1\":\"$(escape "$good" | sed 's/, /,\\n /g')\"}"
printf '%s\n{"c1":"{\\n1"}\n{"c1":""}\n{"c1":{}}\n%s\n' "$row" "$folded" >"$work/in"
batch --input rows; equal "rows: the first" "$code $(echo "$out" | head -n 1)" "1 {\"result\":$single}"
equal "rows: a refused one in its place" "$(echo "$out" | sed -n '2s/,"clause.*"en":/…/p')" \
  '{"result":{"line":2,"error":{"code":"INPUT","path":null,"line":2,"column":1…"expected a key in quotation marks, found '"'1'"'"}}}}'
equal "rows: an empty document" "$(echo "$out" | sed -n '3s/,"clause.*"en":/…/p')" \
  '{"result":{"line":3,"error":{"code":"INPUT","path":null,"line":1,"column":1…"expected a value (a text in quotation marks, a number, true, false, null, [ or {), found the end of the document"}}}}'
equal "rows: no string" "$(echo "$out" | sed -n '4s/,"clause.*"en":/…/p')" \
  '{"result":{"line":4,"error":{"code":"INPUT","path":"c1","line":1,"column":7…"this column is a string, the applicant'"'"'s JSON document; found an object"}}}}'
without_hash() { sed 's/"input_sha256":"[^"]*"//'; }
equal "rows: line ends in a document" "$(echo "$out" | tail -n 1 | without_hash)" "$(echo "{\"result\":$single}" | without_hash)"
holds "rows: said with line and column" "$err" "$work/in:4:7: c1: this column is a string"
equal "rows: counted" "$(echo "$err" | tail -n 1)" "huisuan: 2 lines assessed, 3 refused"
batch --input rows --format csv --brief; equal "rows: as CSV" "$code $(echo "$out" | grep -c '^[234],.*,refused,')" "1 3"
batch --input jsonl; holds "rows: not where JSON Lines are wanted" "$err" "$work/in:1:1: \"facts\" is missing"

# ---- Rows of a table, which are copied where they are as before: at more places than are kept, with other days, amounts and standings
places=$(seq -f '"3302%02g"' 1 40 | paste -s -d , -)
tenant='"as_of": "2023-06-30", "facts": {"applicant_kinds": ["hr_agency"], "registered_locally": true, "taxed_locally": true, "sound_accounts": true,
  "independent_legal_person": true, "in_park": true, "self_used_office": true, "lease_years": 3, "annual_revenue": 30000000, "annual_rent"'
for applicant in '"as_of": "2023-06-30", "facts": {}' '"as_of": "2040-06-30", "facts": {}' "$tenant: 100000}" "$tenant: 200000}" \
  "$tenant: {\"max\": 300000}}"; do
  echo "{\"name\": \"A, B\", \"locations\": [$places, \"310118\"], $applicant}" | tr '\n' ' ' >>"$work/everywhere"
  echo >>"$work/everywhere"
  echo "{\"locations\": [\"310118\"], $applicant}" | tr '\n' ' ' >>"$work/there"
  echo >>"$work/there"
done
cat "$work/everywhere" "$work/there" "$work/everywhere" "$work/there" >"$work/in"
for brief in --brief ''; do
  number=0
  while read -r line; do
    number=$((number + 1))
    echo "$line" >"$work/one"
    "$huisuan" batch "$work/one" --plugins "$plugins" --lang en --format csv $brief | sed "1d; s/^1,/$number,/"
  done <"$work/in" >"$work/alone"
  batch --format csv $brief; equal "as each by itself $brief" "$code $(sed 1d "$work/out" | cksum)" "0 $(cksum <"$work/alone")"
  equal "how many, and of them eligible for their rent" "$(wc -l <"$work/alone") $(grep -cE 'qingpu.rent,.*,eligible,(90|180)000,' "$work/alone")" "10550 8"
done

# ---- Usage
batch --input lines; holds "an input that is none" "$code $err" "2 huisuan: --input is csv, jsonl or rows"
run batch --lang en; holds "without a file" "$code $err" "2 huisuan: batch wants one file"
batch --format svg; equal "as SVG" "$code $out" "2 "
batch --format markdown; holds "as Markdown" "$code $err" "2 huisuan: --format is table, json, csv or xlsx"
run batch "$work/none" --lang en; holds "no such file" "$code $err" "3 huisuan: $work/none: cannot be read"
run batch "$work" --plugins "$plugins" --lang en; holds "a directory" "$code $err" "3 huisuan: $work: cannot be read"
for i in 1 2 3 4 5 6 7 8 9; do cat "$work/one.json"; echo; done >"$work/in"
"$huisuan" batch "$work/in" --plugins "$plugins" >/dev/full 2>"$work/err"
holds "full disk" "$? $(cat "$work/err")" "4 huisuan: "
finish
