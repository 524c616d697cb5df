# The recipe for GNU parallel, as core/recipes/README.md has it: the bytes of one run, and no results where a process fails.
. "$SOURCE/tests/shell/check.inc"

cmake --install "$BUILD" --prefix "$work/prefix" >"$work/log" 2>&1
equal "cmake --install" "$?" 0
# A short run wants short blocks.
grep -A 1 '^parallel' "$work/prefix/share/doc/huisuan/recipes/README.md" | sed 's/--block 16M/--block 200k/' >"$work/recipe"
equal "the recipe" "$(wc -l <"$work/recipe") $(grep -c 'block 200k' "$work/recipe")" "2 1"
recipe() { (cd "$work" && rm -f results.* && PATH=$1:$PATH sh recipe) 2>"$work/err"; }

# Every seventh applicant has a fact that is none.
"$BUILD/tests/applicants" "$plugins" 500 3 | awk 'NR % 7 == 0 { sub(/"facts": [{]/, "&\"no_fact\": 1, ") } 1' >"$work/firms.jsonl"
"$huisuan" batch "$work/firms.jsonl" --plugins "$plugins" --brief >"$work/one" 2>"$work/one.err"
equal "one run" "$? $(wc -l <"$work/one") $(grep -c '^{"line"' "$work/one")" "1 500 71"
recipe "$work/prefix/bin"
equal "parallel" "$?" 0
equal "the same bytes" "$(cmp "$work/one" "$work/results.jsonl" 2>&1)" ""
processes=$(grep -c '行已评估' "$work/err")
if [ "$processes" -gt 4 ]; then pass; else fail "processes" "$processes" "more than 4"; fi

# The fourth process is killed.
mkdir "$work/bad"
cat >"$work/bad/huisuan" <<END
#!/bin/sh
[ "\$PARALLEL_SEQ" != 4 ] || kill -9 \$\$
exec "$work/prefix/bin/huisuan" "\$@"
END
chmod +x "$work/bad/huisuan"
recipe "$work/bad"
if [ $? -ne 0 ] && [ ! -e "$work/results.jsonl" ]; then pass; else fail "one killed" "$(ls "$work")" "an error and no results.jsonl"; fi
finish
