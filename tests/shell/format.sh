# Every C file is laid out by clang-format with the project's settings, but for plugins/*/policy.c, whose columns are the document, and the
# mistakes in tests/refuse and tests/mistakes. Files stay short enough to be read at once.
. "$SOURCE/tests/shell/check.inc"

cd "$SOURCE" || exit 1
for file in core/include/huisuan/*.h core/src/*.[ch] core/cli/*.[ch] wasm/*.[ch] wasm/cli/*.c plugins/facts.h tests/*.h tests/unit/*.[ch] tests/cases/*.c tests/property/*.[ch] tests/embed/*.c tests/bench/*.c tests/web/region/*.c tests/proof/*.[ch] tests/fuzz/*.[ch]; do
  equal "$file: layout" "$(clang-format --dry-run "$file" 2>&1 | head -2)" ""
  case $file in core/src/* | core/cli/* | wasm/*)
    if [ "$(wc -l <"$file")" -le 420 ]; then pass; else fail "$file" "$(wc -l <"$file") lines" "at most 420"; fi ;;
  esac
done
finish
