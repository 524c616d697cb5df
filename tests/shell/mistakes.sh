# What authors are told of their mistakes: each policy in tests/mistakes has one, named in its first line, and gets the message that its second
# line expects, from the compiler, from the loader's checker or from policy check, and nothing besides. The five policies have none.
. "$SOURCE/tests/shell/check.inc"

table=$(cat "$SOURCE/tests/mistakes/README.md")
mkdir "$work/check"
for file in "$SOURCE"/tests/mistakes/*.c; do
  name=$(basename "$file" .c)
  wanted=$(sed -n '2s/^.*expect: \(.*\) \*\/$/\1/p' "$file")
  message=${wanted#*: }
  library=$work/check/mistake.so
  rm -f "$library"
  gcc -std=c11 -pedantic -Wall -Wextra -Werror -O1 -fPIC -shared -nostdlib -I"$SOURCE/core/include" -I"$BUILD/include" "$file" -o "$library" 2>"$work/message"
  code=$?
  case $name in good*) ;; *)
    holds "$name: the table" "$table" "$message"
    holds "$name: the table" "$table" "[$(sed -n '1s/^\/\* \([^(]*[^ ]\) (.*/\1/p' "$file")" ;;
  esac
  if [ "${wanted%%:*}" = compiler ]; then
    if [ "$code" -ne 0 ]; then pass; else fail "$name" "it compiled" "it is refused"; fi
    holds "$name: the message" "$(cat "$work/message")" "$message"
    continue
  fi
  equal "$name compiles" "$code $(cat "$work/message")" "0 "
  chmod 644 "$library"
  printf '{"id": "mistake", "version": "1.0.0", "abi": 1, "sha256": "%s"}\n' "$(sha256sum "$library" | cut -d' ' -f1)" >"$work/check/mistake.json"
  chmod 644 "$work/check/mistake.json"
  run policy check "$library" --plugins "$plugins" --strict
  joined=$(printf %s "$out$err" | sed 's/^ *//' | tr -d '\n')
  case $wanted in
    none) equal "$name: nothing is found" "$code $(echo "$out" | tail -1)" "0 没有发现可疑之处。" ;;
    loader:*)
      equal "$name: exit code and output" "$code $out" "5 "
      holds "$name: the message" "$err" "$message" ;;
    *)
      run policy check "$library" --plugins "$plugins" --strict --format json
      equal "$name: exit code" "$code $err" "1 "
      equal "$name: one finding, by its rule" "$(echo "$out" | grep -o '"rule":"[a-z_]*"' | tr '\n' ' ')" "\"rule\":\"${wanted%%:*}\" "
      holds "$name: the message" "$(echo "$out" | sed 's/\\"/"/g')" "$message"
      holds "$name: on paper" "$joined" "改法"
      run policy check "$library" --plugins "$plugins" --lang en
      holds "$name: no error by itself, in English" "$code $err$out" "0 mistake: fit for use"
      holds "$name: how to mend it, in English" "$out" "Mend" ;;
  esac
done

for policy in baotou beilun chaoyang ningbo qingpu; do
  run policy check "$policy" --plugins "$plugins" --strict
  holds "$policy has none" "$code $err$out" "0 $policy：可用"
  holds "$policy has none" "$out" "没有发现可疑之处。"
  run policy check "$policy" --plugins "$plugins" --strict --format json
  equal "$policy has none" "$code $err$out" "0 {\"policy\":\"$policy\",\"findings\":[]}"
  run policy check "$plugins/$policy.so" --plugins "$plugins" --strict --lang en
  holds "$policy has none, by its path" "$code $err$out" "0 $policy: fit for use"
done
run policy check atlantis --plugins "$plugins" --lang en
holds "no such policy" "$code $err" "2 huisuan: there is no such policy"
finish
