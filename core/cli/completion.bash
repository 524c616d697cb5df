# Completion of huisuan for bash. Commands, options and what an option takes come from --help, so that they are those of the program.
_huisuan() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=() help words= word
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      policy) [ ${#command[@]} -eq 0 ] && command=(policy) ;;
      *) if [ ${#command[@]} -eq 0 ] || [ "${command[*]}" = policy ]; then command+=("$word"); fi ;;
    esac
  done
  help=$(huisuan "${command[@]}" --help --lang en 2>/dev/null) || help=$(huisuan --help --lang en 2>/dev/null)
  case $before in
    --plugins | --output | --applicants) compopt -o default 2>/dev/null; return ;;
    --*) words=$(sed -n "s/^  $before \([a-z0-9-]*|[a-z0-9|-]*\)\( .*\)*\$/\1/p" <<<"$help" | tr '|' ' ') ;;
    huisuan) words="$(sed -n 's/^  \([a-z]\{3,\}\) .*/\1/p' <<<"$help" | sort -u) --help --version" ;;
    policy) words=$(sed -n 's/^  policy \([a-z]*\) .*/\1/p' <<<"$(huisuan --help --lang en 2>/dev/null)") ;;
    show | check | test | diff) words=$(huisuan policy list 2>/dev/null | sed -n 's/^  \([a-z][a-z0-9_]*\)  .*/\1/p') ;;
  esac
  case $current in
    -*) words=$(sed -n 's/^  \(--[a-z-]*\).*/\1/p' <<<"$help") ;;
  esac
  [ -n "$words" ] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default 2>/dev/null
}
complete -F _huisuan huisuan
