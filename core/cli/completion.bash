# Completion of huisuan for bash: commands, options, what an option takes, installed policies, files.
_huisuan() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  case $before in
    --format) words="table json markdown csv svg html xlsx" ;;
    --template) words="xlsx csv json schema" ;;
    --lang) words="zh en" ;;
    --color) words="auto always never" ;;
    --input) words="csv jsonl rows" ;;
    --encoding) words="utf-8 gb18030" ;;
    --plugins | --output | --applicants) compopt -o default 2>/dev/null; return ;;
    huisuan) words="assess batch ask sweep compare review verify facts policy --help --version" ;;
    policy) words="list show check test diff manifest new" ;;
    show | check | test | diff) words=$(huisuan policy list 2>/dev/null | sed -n 's/^  \([a-z][a-z0-9_]*\)  .*/\1/p') ;;
  esac
  case $current in
    -*)
      words="--location --as-of --plugins --format --fact --from --to --set --template --list --output --applicants --constants --brief --strict
        --mutate --boundaries --document --input --encoding --summary --envelope --jobs --resume --lang --color --help --version" ;;
  esac
  [ -n "$words" ] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default 2>/dev/null
}
complete -F _huisuan huisuan
