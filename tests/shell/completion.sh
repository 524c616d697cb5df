# Completion for bash knows every command and option that --help names, and the policies installed.
. "$SOURCE/tests/shell/check.inc"

# complete WORD…: what the last word can become.
complete_words() {
  PATH=$(dirname "$huisuan"):$PATH bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _huisuan 2>/dev/null; printf "%s " "${COMPREPLY[@]}"' \
    "$SOURCE/core/cli/completion.bash" "$@"
}
help=$("$huisuan" --help --lang en)
for option in $(echo "$help" | grep -oE '(^|[ ;])--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u); do
  holds "$option" " $(complete_words huisuan assess "$option")" " $option "
done
for command in $(echo "$help" | sed -n 's/^  \([a-z]\{3,\}\) .*/\1/p' | sort -u); do
  equal "$command" "$(complete_words huisuan "$command")" "$command "
done
for action in $(echo "$help" | sed -n 's/^  policy \([a-z]*\).*/\1/p' | sort -u); do
  holds "policy $action" " $(complete_words huisuan policy "$action")" " $action "
done
equal "a policy" "$(complete_words huisuan policy show qi)" "qingpu "
equal "a format" "$(complete_words huisuan assess firm.json --format m)" "markdown "
finish
