# An installed copy stands where GNU and Debian conventions say, works from any directory and after being moved, and is enough to build
# another program with: through pkg-config and through the CMake package.
. "$SOURCE/tests/shell/check.inc"

firm=$SOURCE/tests/samples/firm.json
prefix=$work/prefix
cmake --install "$BUILD" --prefix "$prefix" >"$work/log" 2>&1
equal "cmake --install" "$?" 0
lib=$(cd "$prefix" && find lib* -name libhuisuan.a -printf '%h\n')
for file in bin/huisuan include/huisuan/huisuan.h include/huisuan/abi.h include/huisuan/policy.h include/huisuan/facts.h "$lib/libhuisuan.a" \
  "$lib/pkgconfig/huisuan.pc" "$lib/cmake/huisuan/huisuan-config.cmake" "$lib/cmake/huisuan/huisuan-config-version.cmake" \
  share/doc/huisuan/README.md share/doc/huisuan/LICENSE share/doc/huisuan/recipes/huisuan_function.xml share/doc/huisuan/recipes/budget.sql; do
  if [ -f "$prefix/$file" ]; then pass; else fail "installed" "no $file" "$file"; fi
done
for page in '' -assess -batch -ask -sweep -compare -review -verify -facts -policy -policy-list -policy-show -policy-check -policy-test -policy-diff \
  -policy-manifest -policy-new; do
  for language in '' zh_CN/; do
    file=share/man/${language}man1/huisuan$page.1
    if [ -f "$prefix/$file" ]; then pass; else fail "a manual page" "no $file" "$file"; fi
  done
done
for file in firm.json claim.json firms.csv sites.csv; do
  equal "the example $file" "$(cmp "$SOURCE/tests/samples/$file" "$prefix/share/doc/huisuan/examples/$file" 2>&1)" ""
done
for region in baotou beilun chaoyang ningbo qingpu; do
  for file in "$region.so" "$region.json"; do
    if cmp -s "$prefix/$lib/huisuan/plugins/$file" "$plugins/$file"; then pass; else fail "installed plugin" "$file differs or is missing" "$file"; fi
  done
done

"$huisuan" assess "$firm" --plugins "$plugins" --format json >"$work/wanted"
(cd / && "$prefix/bin/huisuan" assess "$firm" --format json) >"$work/found" 2>"$work/err"
equal "from /" "$(cmp "$work/wanted" "$work/found" 2>&1)$(cat "$work/err")" ""
mv "$prefix" "$work/moved"
prefix=$work/moved
(cd "$work" && ./moved/bin/huisuan assess "$firm" --format json) >"$work/found" 2>"$work/err"
equal "after being moved" "$(cmp "$work/wanted" "$work/found" 2>&1)$(cat "$work/err")" ""

DESTDIR=$work/dest cmake --install "$BUILD" --prefix /usr >"$work/log" 2>&1
equal "with DESTDIR" "$?" 0
if [ -x "$work/dest/usr/bin/huisuan" ]; then pass; else fail "with DESTDIR" "no usr/bin/huisuan" "it is there"; fi

# What the program below must print: each total and each status, from the JSON of the command line.
export PKG_CONFIG_PATH=$prefix/$lib/pkgconfig
equal "pkg-config --modversion" "$(pkg-config --modversion huisuan)" "$("$huisuan" --version | cut -d' ' -f2)"
# shellcheck disable=SC2046
gcc -std=c11 -pedantic -Wall -Wextra -Werror $(pkg-config --cflags huisuan) "$SOURCE/tests/embed/embed.c" -o "$work/embed" $(pkg-config --libs --static huisuan) 2>"$work/err"
equal "built with pkg-config" "$? $(cat "$work/err")" "0 "
installed=$(pkg-config --variable=pluginsdir huisuan)
"$work/embed" "$installed" "$firm" >"$work/one" 2>"$work/err"
equal "embed" "$? $(cat "$work/err")" "0 "
holds "embed: a total" "$(cat "$work/one")" "310118: 176,000 to 176,000 yuan"
holds "embed: a status" "$(cat "$work/one")" "qingpu.rent eligible"
for status in eligible ineligible undetermined; do
  equal "embed: how many $status" "$(grep -c " $status\$" "$work/one")" "$(grep -o "\"status\":\"$status\"" "$work/wanted" | wc -l)"
done
"$work/embed" relative "$firm" >"$work/none" 2>"$work/err"
equal "embed refuses a relative directory" "$? $(cat "$work/none")" "1 "
holds "embed says why" "$(cat "$work/err")" "an absolute path is wanted"
lines=$(wc -l <"$SOURCE/tests/embed/embed.c")
if [ "$lines" -lt 60 ]; then pass; else fail "embed.c" "$lines lines" "under 60"; fi

cmake -S "$SOURCE/tests/embed" -B "$work/embedded" -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" 2>&1 && cmake --build "$work/embedded" >>"$work/log" 2>&1
code=$?
[ "$code" -eq 0 ] || cat "$work/log"
equal "built with the CMake package" "$code" 0
"$work/embedded/embed" "$(cat "$work/embedded/plugins_dir")" "$firm" >"$work/two"
equal "both print the same" "$(cmp "$work/one" "$work/two" 2>&1)" ""

# Each header by itself, also as seen by C++ tools that only know C11's headers, under strict warnings.
for header in huisuan abi policy facts; do
  echo "#include <huisuan/$header.h>" >"$work/header.c"
  for compiler in "gcc -Wshadow -Wcast-qual -Wundef -Wstrict-prototypes" "clang -Weverything -Wno-padded -Wno-unused-macros -Wno-declaration-after-statement -Wno-unused-const-variable -Wno-reserved-identifier -Wno-disabled-macro-expansion -Wno-reserved-macro-identifier"; do
    # shellcheck disable=SC2086
    $compiler -std=c11 -pedantic -Wall -Wextra -Wconversion -Werror -fsyntax-only -I"$prefix/include" "$work/header.c" 2>"$work/err"
    equal "${compiler%% *} $header.h alone" "$? $(head -3 "$work/err")" "0 "
  done
done
finish
