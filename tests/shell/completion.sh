# Completion for bash knows every command, its own options and no other's, what each takes, and the policies installed.
. "$SOURCE/tests/shell/check.inc"

# complete WORD…: what the last word can become.
complete_words() {
  PATH=$(dirname "$huisuan"):$PATH bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _huisuan 2>/dev/null; printf "%s " "${COMPREPLY[@]}"' \
    "$SOURCE/core/cli/completion.bash" "$@"
}
help=$("$huisuan" --help --lang en)
commands=$(echo "$help" | sed -n '/^Commands/,/^$/s/^  \([a-z]\{3,\}\( [a-z]\{3,\}\)\{0,1\}\) .*/\1/p')
equal "how many commands" "$(echo "$commands" | wc -l)" 15
while read -r command; do
  # shellcheck disable=SC2086 # a command of two words
  own=$("$huisuan" $command --help --lang en | sed -n 's/^  \(--[a-z-]*\).*/\1/p')
  # shellcheck disable=SC2086
  equal "the options of $command" "$(complete_words huisuan $command --)" "$(echo "$own" | tr '\n' ' ')"
done <<EOF
$commands
EOF
for command in $(echo "$commands" | cut -d' ' -f1 | sort -u); do
  equal "$command" "$(complete_words huisuan "$command")" "$command "
done
for action in $(echo "$help" | sed -n 's/^  policy \([a-z]*\).*/\1/p' | sort -u); do
  holds "policy $action" " $(complete_words huisuan policy "$action")" " $action "
done
equal "a policy" "$(complete_words huisuan policy show qi)" "qingpu "
equal "a format" "$(complete_words huisuan assess firm.json --format m)" "markdown "
equal "the formats of another" "$(complete_words huisuan batch --format '')" "table json csv xlsx "
equal "a language without a command" "$(complete_words huisuan --lang '')" "zh en "
equal "an encoding" "$(complete_words huisuan batch firms.csv --encoding u)" "utf-8 "
finish
