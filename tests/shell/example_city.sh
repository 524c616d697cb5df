# A region that nobody here knew when the vocabulary was made (tests/example_city: a fictional city, its document written first) goes into an
# installed program with its two files, and nothing is built anew: it is listed, checked, its cases hold, and its rules are those signed.
. "$SOURCE/tests/shell/check.inc"

city=$SOURCE/tests/example_city
cmake --install "$BUILD" --prefix "$work/installed" >"$work/log" 2>&1
equal "installation" "$?" 0
huisuan=$work/installed/bin/huisuan
before=$(sha256sum "$huisuan")
PKG_CONFIG_PATH=$work/installed/lib/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # the flags are words
gcc $(pkg-config --variable=plugin_flags huisuan) "$city/policy.c" -o "$work/example_city.so" 2>"$work/log"
equal "it compiles" "$? $(cat "$work/log")" "0 "
chmod 644 "$work/example_city.so"
plugins=$(pkg-config --variable=pluginsdir huisuan)
"$huisuan" policy manifest "$work/example_city.so" >"$work/example_city.json"
install -m 644 "$work/example_city.so" "$work/example_city.json" "$plugins"
run policy list
holds "it is listed" "$out" "example_city  示例市（虚构）（999900）"
run policy check example_city --strict
equal "nothing in it looks wrong" "$code $err" "0 "
run policy test example_city "$city/cases"
equal "its cases" "$code $err" "0 "
holds "its cases" "$out" "214 个通过，0 个不符"
{
  "$huisuan" policy show example_city --document --format markdown --color never --lang zh && echo &&
    "$huisuan" policy show example_city --document --format markdown --color never --lang en
} >"$work/rules.md"
if [ "${1:-}" = refresh ]; then cp "$work/rules.md" "$city/rules.md"; fi
if cmp -s "$work/rules.md" "$city/rules.md"; then pass; else
  fail "its rules" "$(diff "$city/rules.md" "$work/rules.md" | head -5)" "as in $city/rules.md (sh tests/shell/example_city.sh refresh)"
fi
printf '%s' '{"as_of": "2025-03-31", "locations": ["999900"], "facts": {"registered_locally": true}}' >"$work/firm.json"
run assess "$work/firm.json" --format json --brief
holds "a firm there" "$out" '"adcode":"999900"'
equal "the program is the one installed" "$(sha256sum "$huisuan")" "$before"
finish
