# The manual pages in both languages: the options in each are those of --help and those that the program takes, the pages have no mistake, and
# their examples print what stands there.
. "$SOURCE/tests/shell/check.inc"

pages=$BUILD/man
commands=$("$huisuan" --help --lang en | sed -n '/^Commands/,/^$/s/^  \([a-z]\{3,\}\( [a-z]\{3,\}\)\{0,1\}\) .*/\1/p')
equal "how many commands" "$(echo "$commands" | wc -l)" 15
mkdir "$work/here"
cd "$work/here" || exit 1

# part COMMAND FOLDER: of a page what is about the options of a command.
part() {
  case $1 in
    policy*) awk -v from=".SS \"$1" '/^\.S[SH]/ { on = index($0, from) == 1 } on' "$2/huisuan-policy.1" ;;
    *) awk '/^\.SH/ { on = $2 == "OPTIONS" || $2 == "选项" } on' "$2/huisuan${1:+-$1}.1" ;;
  esac
}

# Options with what they take, as a page has them and as --help does, one on each line.
in_page() { part "$1" "$2" | sed -n 's/^\.B[IR]\{0,1\} \(\\-\\-.*\)/\1/p' | sed 's/\\-/-/g; s/"//g; s/  */ /g'; }
# shellcheck disable=SC2086 # a command of two words
in_help() { "$huisuan" $1 --help --lang "$2" | sed -n 's/^  \(--[^ ]*\( [^ ]\{1,\}\)\{0,1\}\).*/\1/p'; }

# ---- Options
: >"$work/all"
while read -r command; do
  for language in en zh; do
    wanted=$(in_help "$command" $language)
    case $language in en) folder=$pages/man1 ;; *) folder=$pages/zh_CN/man1 ;; esac
    equal "options of '$command' in $language" "$(in_page "$command" $folder)" "$wanted"
  done
  echo "$wanted" >>"$work/all"
done <<EOF

$commands
EOF
sort -u -t ' ' -k 1,1 "$work/all" | grep -v '^--\(help\|version\|lang\)' >"$work/each"
equal "how many options" "$(wc -l <"$work/each")" 25

# ---- What the program takes: each option given to each command
while read -r command; do
  own=$(in_help "$command" en | cut -d' ' -f1)
  while read -r option value; do
    # shellcheck disable=SC2086
    run $command $option ${value%%|*} --lang en
    case " $(echo "$own" | tr '\n' ' ') " in
      *" $option "*) lacks "$command takes $option" "$err" "$option is for" ;;
      *) holds "$command refuses $option" "$code $err" "2 huisuan: $option is for "
         holds "$command says what it takes" "$err" "; ${command:-huisuan without a command} takes $(echo "$own" | sed ':a;N;$!ba;s/\n/, /g')" ;;
    esac
  done <"$work/each"
  # shellcheck disable=SC2086
  run $command --nonsense --lang en
  equal "$command --nonsense" "$code $out$err" "2 huisuan: there is no option \"--nonsense\"
see huisuan${command:+ $command} --help"
done <<EOF

$commands
EOF
run assess firm.json --version; equal "--version of a command" "$code $out" "2 "
run policy show qingpu --format json --lang en; holds "the policy as JSON" "$code $err" "2 huisuan: --format json goes with --constants"
run facts --location 310118 --lang en; holds "a place without a form" "$code $err" "2 huisuan: --location and --as-of go with --template"
run sweep firm.json --to 5 --lang en; holds "an end without a fact" "$code $err" "2 huisuan: --from and --to go with --fact"
run policy diff a b --as-of 2023-06-30 --lang en; holds "a date without applicants" "$code $err" "2 huisuan: --location and --as-of go with --applicants"
run nonsense --help --lang en; holds "help for no command" "$code $err" "2 huisuan: there is no command \"nonsense\""
run policy --lang en; holds "policy alone" "$code $err" "2 huisuan: after policy, list, show, check, test, diff, manifest or new is wanted"

# ---- --help fits a terminal: a Chinese character takes two columns
while read -r command; do
  for language in zh en; do
    # shellcheck disable=SC2086
    "$huisuan" $command --help --lang $language | LC_ALL=C sed 's/[\xe2-\xef][\x80-\xbf][\x80-\xbf]/ww/g' >"$work/help"
    equal "the width of '$command' in $language" "$(awk 'length > 80' "$work/help")" ""
  done
done <<EOF

$commands
EOF

# ---- The pages
version=$("$huisuan" --version)
for file in "$pages"/man1/*.1 "$pages"/zh_CN/man1/*.1; do
  case $file in
    *huisuan-policy-*)
      action=${file##*huisuan-policy-}
      holds "$file leads on" "$(cd "${file%/man1/*}" && mandoc -Tutf8 "man1/${file##*/}" | sed 's/.\x08//g')" "huisuan policy ${action%.1}" ;;
    *) equal "$file" "$(mandoc -Tlint -Wwarning "$file" 2>&1)" ""
       holds "$file: version" "$(head -1 "$file")" "\"$version\"" ;;
  esac
  case $(cat "$file") in *@[A-Z]*@*) fail "$file" "$(grep '@[A-Z]*@' "$file")" "nothing left to fill in" ;; *) pass ;; esac
done
equal "the same pages in both" "$(cd "$pages/man1" && echo *)" "$(cd "$pages/zh_CN/man1" && echo *)"

# ---- Examples: "$ COMMAND", then what it prints, "…" where more follows
# example COMMAND: runs one in a directory with the installed examples; $work/wanted is what the page shows.
example() {
  rm -rf "$work/examples" && cp -r "$SOURCE/tests/samples" "$work/examples"
  (cd "$work/examples" && PATH=$(dirname "$huisuan"):$PATH LC_ALL=$locale sh -c "$1") >"$work/out" 2>"$work/err"
  if [ "$(tail -n 1 "$work/wanted")" = … ]; then
    lines=$(($(wc -l <"$work/wanted") - 1))
    if [ "$(wc -l <"$work/out")" -gt "$lines" ]; then pass; else fail "$file: $1" "nothing more" "…"; fi
    head -n "$lines" "$work/out" >"$work/begin" && echo … >>"$work/begin" && mv "$work/begin" "$work/out"
  fi
  equal "$file: $1" "$(diff "$work/wanted" "$work/out")$(cat "$work/err")" ""
  examples=$((examples + 1))
}
examples=0
for locale in en_US.UTF-8 zh_CN.UTF-8; do
  folder=$pages/man1
  [ $locale = zh_CN.UTF-8 ] && folder=$pages/zh_CN/man1
  for file in "$folder"/*.1; do
    sed -n '/^\$ /,/^\.fi$/p' "$file" | sed 's/\\-/-/g; s/\\&//g; s/\\e/\\/g' >"$work/blocks"
    while IFS= read -r line; do
      case $line in
        '$ '*) command=${line#??}; : >"$work/wanted" ;;
        .fi) example "$command" ;;
        *) printf '%s\n' "$line" >>"$work/wanted" ;;
      esac
    done <"$work/blocks"
  done
done
equal "how many examples" "$examples" 38
finish
