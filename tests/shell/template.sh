# plugins/template, the policy to copy from: it is no region, is sound, pays what was worked out by hand, and leaves out no word of policy.h;
# nor does the guide.
. "$SOURCE/tests/shell/check.inc"

template=$SOURCE/plugins/template
mkdir -m 700 "$work/plugins"
gcc -std=c11 -pedantic -Wall -Wextra -Wconversion -Werror -fPIC -shared -nostdlib -I"$SOURCE/core/include" -I"$BUILD/include" "$template/policy.c" \
  -o "$work/plugins/template.so" 2>"$work/message"
equal "it compiles" "$? $(cat "$work/message")" "0 "
chmod 644 "$work/plugins/template.so"
run policy manifest "$work/plugins/template.so"
equal "manifest" "$code $err" "0 "
echo "$out" >"$work/plugins/template.json"
chmod 644 "$work/plugins/template.json"

run policy check "$work/plugins/template.so" --strict --plugins "$plugins" --lang en
holds "policy check --strict" "$code $err$out" "0 template: fit for use"
holds "policy check --strict" "$out" "Nothing in it looks wrong."
found=$("$BUILD/tests/run_cases" "$work/plugins" "$template/cases/template.jsonl")
equal "the cases" "$? $found" "0 $found"
run policy show template --document --plugins "$work/plugins" --lang zh
holds "policy show --document" "$code $err$out" "虚构区"

for place in "$plugins" "$BUILD/wasm/plugins"; do
  equal "no region in $place" "$(find "$place" -name 'template.*' 2>/dev/null)" ""
done

# Every word for authors: a macro of policy.h without HS_, and the enumerators that stand for a field's values. The last four are how
# POLICY itself and the checks are written, no words of a document.
words=$(sed -nE 's/^#define ([A-Z_]+)[ (].*/\1/p; s/^enum \{ (.*) \};/\1/p' "$SOURCE/core/include/huisuan/policy.h" | tr ', ' '\n\n' |
  grep -E '^[A-Z_]+$' | grep -vE '^(HS_.*|HUISUAN_POLICY_H|APPLICANT)$' | sort -u)
pattern=$(cat "$template/policy.c")
guide=$(cat "$SOURCE/plugins/README.md")
for word in $words; do
  if printf '%s' "$pattern" | grep -qw "$word"; then pass; else fail "plugins/template/policy.c" "no $word" "each word once"; fi
  if printf '%s' "$guide" | grep -qw "$word"; then pass; else fail "plugins/README.md" "no $word" "each word"; fi
done
if [ "$(echo "$words" | wc -l)" -gt 90 ]; then pass; else fail "words of policy.h" "$(echo "$words" | wc -l)" "more than 90"; fi
finish
