# Many installed regions: regions.sh HUISUAN HEADERS DIRECTORY COUNT makes COUNT copies of plugins/template with their manifests, each with an id
# and a place of its own (r0000000 in 500101, r0000001 in 500102, …). HEADERS are the options that find <huisuan/policy.h>. The template is
# compiled once: ids and codes are of one length and are exchanged in the library.
huisuan=$1 headers=$2 directory=$3 count=$4
template=$(cd "$(dirname "$0")/../../plugins/template" && pwd)/policy.c
export LC_ALL=C

rm -rf "$directory" && mkdir -p "$directory" && cd "$directory" || exit 1
sed 's/^POLICY(template,/POLICY(r_______,/' "$template" |
  cc $headers -O1 -fPIC -shared -nostdlib -s -Wl,--build-id=none -x c - -o pattern || exit 1
i=0
while [ "$i" -lt "$count" ]; do
  id=$(printf 'r%07d' "$i")
  sed "s/r_______/$id/g; s/999901/$((500101 + i / 90 * 100 + i % 90))/g" pattern >"$id.so" && chmod 644 "$id.so" &&
    "$huisuan" policy manifest "$PWD/$id.so" >"$id.json" && chmod 644 "$id.json" || exit 1
  i=$((i + 1))
done
rm pattern
