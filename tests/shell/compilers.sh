# gcc and clang both take every source without a warning, under the project's flags.
. "$SOURCE/tests/shell/check.inc"

flags="-std=c11 -pedantic -Wall -Wextra -Wconversion -Wcast-function-type -Werror -fsyntax-only -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE"
for compiler in gcc clang; do
  for file in "$SOURCE"/core/src/*.c "$SOURCE"/core/cli/*.c "$SOURCE"/wasm/*.c "$SOURCE"/wasm/cli/*.c "$SOURCE"/tests/unit/*.c "$SOURCE"/tests/cases/*.c "$SOURCE"/plugins/*/policy.c; do
    case $file in */tests/unit/*) more=-DHUISUAN_STATIC ;; *) more= ;; esac
    # shellcheck disable=SC2086
    "$compiler" $flags $more -DGOLDEN='""' -DHUISUAN_PLUGINS_FROM_BIN='""' -DHUISUAN_PLUGINS_DIR='""' -I"$SOURCE/core/include" -I"$SOURCE/core/src" -I"$SOURCE/tests" -I"$SOURCE/wasm" -I"$SOURCE/core/cli" \
      -I"$BUILD/include" "$file" 2>"$work/message"
    equal "$compiler ${file#"$SOURCE"/}" "$? $(head -5 "$work/message")" "0 "
  done
done
finish
