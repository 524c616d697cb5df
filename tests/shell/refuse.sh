# Each mistake in tests/refuse does not compile, with gcc and with clang, and the message says what is wrong. good.c, which has none, does.
. "$SOURCE/tests/shell/check.inc"

for compiler in gcc clang; do
  for file in "$SOURCE"/tests/refuse/*.c; do
    name=$compiler/$(basename "$file")
    wanted=$(sed -n '1s/^.*expect: \(.*\) \*\/$/\1/p' "$file")
    "$compiler" -std=c11 -pedantic -Wall -Wextra -Werror -fsyntax-only -I"$SOURCE/core/include" -I"$BUILD/include" -I"$SOURCE/tests/refuse" "$file" 2>"$work/message"
    code=$?
    if [ "$wanted" = nothing ]; then
      equal "$name compiles" "$code $(cat "$work/message")" "0 "
    else
      if [ "$code" -ne 0 ]; then pass; else fail "$name" "it compiled" "it is refused"; fi
      holds "$name: the first error" "$(grep -m1 "error:" "$work/message")" "$wanted"
    fi
  done
done
finish
