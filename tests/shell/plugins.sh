# A plugin is constant data and its getter: one exported symbol, nothing imported, no code that runs by itself, nothing writable once it is
# loaded. And the result path of the core uses no floating point, no `long`, no clock and no locale.
. "$SOURCE/tests/shell/check.inc"

for library in "$plugins"/*.so; do
  name=$(basename "$library")
  equal "$name exports" "$(nm -D --defined-only "$library" | awk '{ print $2, $3 }')" "T huisuan_policy"
  equal "$name imports" "$(nm -D --undefined-only "$library")" ""
  for tag in NEEDED INIT INIT_ARRAY PREINIT_ARRAY FINI FINI_ARRAY TEXTREL; do
    lacks "$name: dynamic section" "$(readelf -dW "$library")" "($tag)"
  done
  # Of the writable sections only those that the loader makes read-only after relocation (RELRO) may stand.
  writable=$(readelf -SW "$library" | sed -n 's/^ *\[ *[0-9]*\] *//p' | awk '$7 ~ /W/ { print $1 }' | tr '\n' ' ')
  equal "$name: writable sections" "$writable" ".data.rel.ro .dynamic "
  holds "$name: read-only after relocation" "$(readelf -lW "$library")" "GNU_RELRO"
  # The getter loads one address and returns.
  text=$(readelf -SW "$library" | sed -n 's/^ *\[ *[0-9]*\] *//p' | awk '$1 == ".text" { print $5 }')
  if [ $((0x$text)) -le 32 ]; then pass; else fail "$name: bytes of code" "$((0x$text))" "at most 32"; fi
  equal "$name: executable sections" "$(readelf -SW "$library" | sed -n 's/^ *\[ *[0-9]*\] *//p' | awk '$7 ~ /X/ { print $1 }')" ".text"
done

# Comments and texts stripped, so that words in them do not count.
strip_comments() { gcc -fpreprocessed -dD -E -P -w "$1" 2>/dev/null | sed 's/"\([^"\\]\|\\.\)*"/""/g'; }

# loader.c, directory.c and library_gate.c are the host's side of a native build and no part of a result.
for file in "$SOURCE"/core/src/*.c "$SOURCE"/core/src/*.h "$SOURCE"/core/include/huisuan/huisuan.h; do
  name=$(basename "$file")
  case $name in loader.c | directory.c | library_gate.*) continue ;; esac
  for word in double float long time_t setlocale localeconv strtod strtol atoi atof localtime gmtime time qsort rand; do
    equal "$name: $word" "$(strip_comments "$file" | grep -cw "$word")" 0
  done
  case $name in *.h) continue ;; esac
  # With only general registers the compiler refuses whatever would need floating point.
  gcc -std=c11 -O2 -mgeneral-regs-only -D_POSIX_C_SOURCE=200809L -I"$SOURCE/core/include" -c "$file" -o "$work/object.o" 2>"$work/message"
  equal "$name: without floating point" "$? $(cat "$work/message")" "0 "
done
finish
