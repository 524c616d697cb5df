# From nothing to a region that pays, against an installed copy and without its source: policy new, make, policy check, dropped into the plugins
# directory; as .so through pkg-config and through the CMake package, as .wasm for the program under Node. Nothing is made by halves.
. "$SOURCE/tests/shell/check.inc"

prefix=$work/prefix
cmake --install "$BUILD" --prefix "$prefix" >"$work/log" 2>&1
equal "cmake --install" "$?" 0
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name huisuan.pc)")
export PKG_CONFIG_PATH
PATH=$prefix/bin:$PATH
huisuan=$prefix/bin/huisuan
cd "$work" || exit 1

umask 002 # a group that may write what is made must not keep the loader from taking it
for file in README.md template/policy.c; do
  if [ -f "$(pkg-config --variable=guidedir huisuan)/$file" ]; then pass; else fail "the guide" "no $file" "it is installed"; fi
done
run policy new demo --lang en
equal "policy new" "$code $err" "0 "
holds "policy new" "$out" "Made ./demo: policy.c, cases, README.md, Makefile."
equal "its files" "$(cd demo && find . -type f | sort | tr '\n' ' ')" "./Makefile ./README.md ./cases/demo.jsonl ./policy.c "
equal "nothing is left to fill in" "$(grep -r "@ID@" demo)" ""
# A folder whose name leaves no room for that of a file: one of 4,090 bytes not for the cases, one of 4,088 not for the policy.
for length in 4090 4088; do
  deep=$work
  while [ ${#deep} -lt $((length - 260)) ]; do deep=$deep/$(printf 'd%.0s' $(seq 200)); done
  deep=$deep/$(printf 'd%.0s' $(seq $((length - ${#deep} - 6))))
  mkdir -p "$deep"
  run policy new demo "$deep" --lang en
  equal "a folder of $length bytes" "$code ${#deep} $(echo "$err" | sed 's/.*: //')" "4 $((length - 5)) File name too long"
  equal "and nothing is left" "$(ls -A "$deep")" ""
done
run policy new demo "$(printf 'd%.0s' $(seq 5000))" --lang en
equal "a folder longer than a path" "$code $(echo "$err" | sed 's/.*: //')" "4 File name too long"

# The guide's example goes in as it stands there: the fact after the other one, the measure after the other one, the cases after the others.
block() { awk -v language="$1" -v wanted="$2" '$0 == "```" { inside = 0 } inside == 1 && n == wanted; $0 == "```" language { inside = 1; n++ }' "$SOURCE/plugins/README.md"; }
block c 1 >fact
block c 2 >measure
sed -e '/^    EVIDENCE/r fact' -e '/^        .pays = CAP/r measure' demo/policy.c >longer.c && mv longer.c demo/policy.c
block json 1 >>demo/cases/demo.jsonl

make -C demo >"$work/log" 2>&1
equal "make" "$? $(grep -i warning "$work/log")" "0 "
make -C demo check LANG=en_US.UTF-8 >"$work/log" 2>&1
equal "make check" "$?" 0
holds "make check" "$(cat "$work/log")" "没有发现可疑之处。"
make -C demo rules >"$work/log" 2>&1
holds "make rules" "$(cat "$work/log")" "在 100 万元以上（含本数）"
make -C demo test >"$work/log" 2>&1
equal "make test" "$?" 0
holds "make test" "$(cat "$work/log")" "5 个通过，0 个不符"
make -s -C demo boundaries >demo/cases/more.jsonl 2>"$work/log"
equal "make boundaries" "$?" 0
holds "make boundaries" "$(head -1 demo/cases/more.jsonl)" '"confirm":true'
rm demo/cases/more.jsonl
found=$("$BUILD/tests/run_cases" "$work/demo" demo/cases/demo.jsonl)
holds "the cases" "$? $found" "0 demo/cases/demo.jsonl: 5 cases"

make -C demo install >"$work/log" 2>&1
equal "make install" "$?" 0
run policy list --lang zh
holds "policy list" "$code $out" "demo  某市某区（999999）"
holds "policy list: the others too" "$out" "qingpu"
applicant='{"as_of": "2024-06-30", "facts": {"registered_locally": true, "taxed_locally": true, "demo_equipment": 2345678.9, "annual_revenue": 50000000.01, "demo_revenue_prior": 45000000}}'
echo "$applicant" >"$work/firm.json"
run assess "$work/firm.json" --location 999999 --format json
equal "assess" "$code $err" "0 "
holds "assess pays 10 % and 400,000" "$out" '"total":{"low":634567.89,"high":634567.89}'
run policy check demo --strict --lang en
holds "policy check --strict" "$code $out" "0 demo: fit for use"
native=$(echo "$applicant" | "$huisuan" assess - --location 999999 --format json)

# The same policy.c through the CMake package.
printf 'cmake_minimum_required(VERSION 3.25)\nproject(region LANGUAGES C)\nfind_package(huisuan 0.1 REQUIRED)\nhuisuan_add_region(demo policy.c)\n' >demo/CMakeLists.txt
cmake -S demo -B cmade -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" 2>&1 && cmake --build cmade >>"$work/log" 2>&1
code=$?
[ "$code" -eq 0 ] || cat "$work/log"
equal "huisuan_add_region" "$code" 0
chmod 644 cmade/demo.so
"$huisuan" policy manifest "$work/cmade/demo.so" >cmade/demo.json
chmod 644 cmade/demo.json
run policy check "$work/cmade/demo.so" --strict --lang en
holds "huisuan_add_region: policy check" "$code $out" "0 demo: fit for use"

# As a side module: it compiles where Emscripten is, and the program for Node takes it where that has been built.
if command -v emcc >/dev/null; then
  make -C demo wasm >"$work/log" 2>&1
  code=$?
  [ "$code" -eq 0 ] || cat "$work/log"
  equal "make wasm" "$code" 0
  program=$BUILD/wasm/bin/huisuan.mjs
  if [ -f "$program" ]; then
    mkdir -m 700 modules
    cp "$BUILD"/wasm/plugins/*.wasm demo/demo.wasm modules/
    node "$program" policy list --plugins modules --lang zh >"$work/out" 2>&1
    holds "Node: policy list" "$(cat "$work/out")" "demo  某市某区（999999）"
    equal "Node: the same bytes" "$(node "$program" assess "$work/firm.json" --plugins modules --location 999999 --format json)" "$native"
    node "$program" policy check demo --plugins modules --strict --lang en >"$work/out" 2>&1
    equal "Node: policy check --strict" "$?" 0
    node "$program" policy new beside --lang en >"$work/out" 2>&1
    equal "Node: policy new" "$?" 0
    make -C beside >"$work/log" 2>&1
    equal "Node: policy new, and make" "$?" 0
  fi
fi

# What is refused.
before=$(cksum demo/policy.c)
run policy new demo --lang en
equal "it exists" "$code $err$out" "4 huisuan: ./demo: exists already; nothing was changed"
equal "it is left alone" "$(cksum demo/policy.c)" "$before"
mkdir empty
run policy new empty --lang zh
equal "an empty directory" "$code $err$(ls empty)" "4 huisuan: ./empty: 已经存在，没有改动"
for id in Demo 1demo '{demo' de-mo ../demo '' 演示 "$(printf %033d 0 | tr 0 a)"; do
  run policy new "$id" --lang en
  holds "the id '$id'" "$code $err$out" "2 huisuan: ID is a letter a-z, then letters, digits and _, at most 32, like qingpu"
done
run policy new "demo3" "$(printf './%.0s' $(seq 2048))" --lang en
holds "a path that is too long" "$code $err" "4 huisuan: "
run policy new demo2 "$work/absent" --lang en
equal "no such directory" "$code $err$out" "4 huisuan: $work/absent/demo2: cannot be written: No such file or directory"
run policy new demo2 "$work/firm.json" --lang en
equal "a file" "$code $err$out" "4 huisuan: $work/firm.json/demo2: cannot be written: Not a directory"
# A file may not be longer than one block of 512 bytes: policy.c is.
(
  short_files 1
  "$huisuan" policy new half --lang en 2>&1
) >"$work/message"
equal "nothing by halves" "$? $(cat "$work/message")" "4 huisuan: ./half: cannot be written: File too large"
if [ -e half ]; then fail "nothing by halves" "$(find half)" "no directory"; else pass; fi
run policy new --lang en
holds "without an id" "$code $err" "2 huisuan: policy list, show ID, check FILE|ID, test FILE|ID, diff OLD NEW, new ID [DIR] or manifest FILE is wanted"
finish
