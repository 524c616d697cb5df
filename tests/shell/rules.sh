# plugins/<id>/rules.md is what the officer signs: the rules of the region in prose, Chinese first, then English, byte for byte as the program
# prints them. It changes only where the policy or the wording does. Refresh it with: sh tests/shell/rules.sh refresh
BUILD=${BUILD:-$PWD/build}
SOURCE=${SOURCE:-$PWD}
. "$SOURCE/tests/shell/check.inc"

# rules ID: both languages in one file.
rules() {
  "$huisuan" policy show "$1" --document --plugins "$plugins" --format markdown --color never --lang zh &&
    echo && "$huisuan" policy show "$1" --document --plugins "$plugins" --format markdown --color never --lang en
}

for policy in "$SOURCE"/plugins/*/policy.c; do
  folder=$(dirname "$policy")
  region=$(basename "$folder")
  [ "$region" = template ] && continue # a pattern, no region
  golden=$folder/rules.md
  rules "$region" >"$work/rules.md"
  equal "$region: exit code" "$?" 0
  if [ "${1:-}" = refresh ]; then
    cp "$work/rules.md" "$golden"
    continue
  fi
  if difference=$(diff -u --label "plugins/$region/rules.md" --label "as the program prints it" "$golden" "$work/rules.md"); then
    pass
  else
    fail "$region: the rules are not those of rules.md; if they are meant, run sh tests/shell/rules.sh refresh and have it signed anew" \
      "$difference" "no difference"
  fi
  # Nothing of the day or the host.
  lacks "$region: no path" "$(cat "$golden")" "$SOURCE"
  lacks "$region: no date of today" "$(cat "$golden")" "$(date +%Y-%m-%d)"
  # Alone in its directory the policy says the same as among the others.
  rm -rf "$work/alone"
  mkdir -m 700 "$work/alone"
  cp "$plugins/$region".* "$work/alone/"
  plugins_of_all=$plugins plugins=$work/alone
  rules "$region" >"$work/rules_alone.md"
  plugins=$plugins_of_all
  equal "$region: alone in its directory" "$(diff "$work/rules.md" "$work/rules_alone.md" | head -4)" ""
done

# The table is the same text, wrapped.
run policy show qingpu --document --plugins "$plugins" --lang zh
equal "table" "$code" 0
holds "table: clause" "$out" "▪ 四(一)1"
holds "table: bound" "$out" "年营业收入超过 2,000 万元（不含本数）"
run policy show qingpu --document --plugins "$plugins" --lang en
holds "table in English" "$out" "Annual operating revenue: more than 20,000,000 yuan (that figure excluded)"
run policy show atlantis --document --plugins "$plugins" --lang en
holds "no such policy" "$code $err" "2 huisuan: there is no such policy"
run policy show qingpu --document --format json --plugins "$plugins" --lang en
holds "no JSON" "$code $err" "2 huisuan: --document is a table or markdown"
finish
