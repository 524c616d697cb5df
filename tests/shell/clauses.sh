# Every numbered clause of each document is a measure or is said to grant nothing, and no other clause is cited. The numbers below were
# read off the documents.
. "$SOURCE/tests/shell/check.inc"

# clauses REGION: the clauses that the plugin cites, one to a line.
clauses() {
  "$huisuan" policy show "$1" --plugins "$plugins" --format markdown --color never >"$work/show" || return
  "$huisuan" policy list --plugins "$plugins" --format json | tr '{' '\n' |
    awk -v region="$1" '/"version":/ { split($0, part, "\""); current = part[4] }
      current == region && match($0, /"clause":"[^"]*"/) { print substr($0, RSTART + 10, RLENGTH - 11) }' | sort -u
}

expect() {
  region=$1
  shift
  printf '%s\n' "$@" | sort -u >"$work/wanted"
  clauses "$region" >"$work/found"
  missing=$(comm -23 "$work/wanted" "$work/found" | tr '\n' ' ')
  extra=$(comm -13 "$work/wanted" "$work/found" | tr '\n' ' ')
  equal "$region: clauses that are neither a measure nor explained" "$missing" ""
  equal "$region: clauses that the document does not have" "$extra" ""
  for clause in "$@"; do holds "$region: policy show prints $clause" "$(cat "$work/show")" "$clause"; done
}

expect ningbo 一 二 三1 三2 三3 三4 三5 三6 三7 三8 四
expect beilun 一 二 '三(一)1' '三(一)2' '三(一)3' '三(二)4' '三(二)5' '三(二)6' '三(三)7' '三(三)8' '三(四)9' '三(四)10' '三(五)11' '三(五)12' '三(五)13' 四
expect chaoyang 一 '二(1)' '二(2)' '二(3)' '三(4)' '三(5)' '三(6)' '三(7)' '四(8)' '四(9)' '四(10)' '四(11)' '四(12)' '五(13)' '五(14)' \
  '六(十五)' '六(十六)' '六(十七)' '六(十八)' '七(十九)' '七(二十)'
expect qingpu '一(一)' '一(二)' '一(三)' '二(一)' '二(二)' '二(三)' '三(一)' '三(二)' '四(一)1' '四(一)2' '四(二)3' '四(二)4' '四(二)5' '四(二)6' '四(二)7' \
  '四(三)8' '四(三)9' '四(三)10' '四(三)11' '四(四)12' '四(五)13' '四(五)14' '四(五)15' '四(六)16' '四(六)17' '五(一)' '五(二)' \
  '六(一)' '六(二)' '六(三)' '六(四)' '六(五)'
expect baotou 行动方案一 '行动方案二(一)' '行动方案二(二)' '行动方案二(三)' '行动方案二(四)' '行动方案二(五)' '行动方案二(六)' \
  '行动方案三(一)' '行动方案三(二)' '行动方案三(三)' '行动方案三(四)' '行动方案三(五)' '行动方案三(六)' '行动方案三(七)' '行动方案三(八)' '行动方案三(九)' '行动方案三(十)' \
  '行动方案四(一)' '行动方案四(二)' '行动方案四(三)' 行动方案末段 \
  十项措施第一条 十项措施第二条 十项措施第三条 十项措施第四条 十项措施第五条 十项措施第六条 十项措施第七条 十项措施第八条 十项措施第九条 十项措施第十条 十项措施末段 \
  园区办法第一条 园区办法第二条 园区办法第三条 园区办法第四条 园区办法第五条 园区办法第六条 园区办法第七条 园区办法第八条 园区办法第九条 园区办法第十条 园区办法第十一条

finish
