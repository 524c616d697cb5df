#!/bin/sh
# Puts Debian's source of libmd (SHA-256) where wasm/CMakeLists.txt looks for it. Natively Nettle is linked (core/src/sha256.h); for WebAssembly
# there is none, so the same version is compiled. The source comes from wherever this system's packages come from.
#   fetch-libmd.sh DIRECTORY
set -eu
target=$1
[ -e "$target/src/sha2.c" ] && exit 0
echo "Fetching Debian's source of libmd"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/sources" "$work/lists/partial" "$work/libmd" "$(dirname "$target")"
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -e "$file" ] && sed -n 's/^deb[[:space:]]/deb-src /p' "$file" >>"$work/sources/system.list"
done
for file in /etc/apt/sources.list.d/*.sources; do
  [ -e "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" >"$work/sources/$(basename "$file")"
done
cat >"$work/apt.conf" <<EOF
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$work/sources";
Dir::State::Lists "$work/lists";
APT::Sandbox::User "root";
EOF
export APT_CONFIG="$work/apt.conf"
(cd "$work" && apt-get -qq update && apt-get -qq source --download-only libmd)
tar -xf "$work"/libmd_*.orig.tar.xz -C "$work/libmd" --strip-components=1
printf '#define HAVE_UNISTD_H 1\n' >"$work/libmd/config.h"
rm -rf "$target"
mv "$work/libmd" "$target"
