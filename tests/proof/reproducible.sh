# Built in two directories of different names, on two days, in two time zones and languages and with another umask: the program, the plugins,
# their manifests, the package and the page are the same bytes. Prints one line.
. "$SOURCE/tests/shell/check.inc"

# build DIRECTORY DAY: what make run, make package and make page make of the tree as it stands.
build() {
  mkdir -p "$1/build"
  git -C "$SOURCE" ls-files -z | tar -C "$SOURCE" --null --files-from - --create | tar -C "$1" --extract
  cp -r "$SOURCE/web/node_modules" "$1/web/"
  cp -r "$BUILD/libmd" "$1/build/"
  [ -e "$BUILD/node" ] && cp -r "$BUILD/node" "$1/build/"
  faketime "$2" make -C "$1" build page >"$work/log" 2>&1 || fail "$1" "$(tail -n 5 "$work/log")" "a build"
}

sums() { (cd "$1/build" && find huisuan core/libhuisuan.a plugins wasm web -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }

first=$work/first
second=$work/another-directory/deeper
(export TZ=UTC LC_ALL=C.UTF-8; umask 022; build "$first" "2026-01-02 03:04:05")
(export TZ=Asia/Shanghai LC_ALL=C; umask 077; build "$second" "2031-12-30 23:59:00")
sums "$first" >"$work/first.sums"
sums "$second" >"$work/second.sums"
files=$(wc -l <"$work/first.sums")
[ "$files" -ge 30 ] && pass || fail "files to compare" "$files" "at least 30"
equal "files that differ" "$(diff "$work/first.sums" "$work/second.sums")" ""
echo "reproducible: $files files of two builds, $failed wrong"
finish
