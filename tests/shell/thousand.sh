# A thousand applicants in a table as Excel in China saves it, through batch to a workbook, every cell of which thousand.py holds against what
# batch says of documents that it wrote from the same rows.
. "$SOURCE/tests/shell/check.inc"

# workbook LANG COUNT
workbook() {
  /usr/bin/python3 "$SOURCE/tests/shell/thousand.py" make "$work" "$2"
  run batch "$work/documents.jsonl" --plugins "$plugins"; equal "the documents of $2" "$code $err" "0 "
  cp "$work/out" "$work/results.jsonl"
  run batch "$work/firms.csv" --list overseas_sites="$work/overseas_sites.csv" --list headhunted_talents="$work/headhunted_talents.csv" \
    --list received="$work/received.csv" --plugins "$plugins" --lang "$1" --format xlsx --output "$work/book.xlsx"
  case $err in *libxlsxwriter*) finish ;; esac
  read_back=$(/usr/bin/python3 "$SOURCE/tests/shell/thousand.py" hold "$work" "$1")
}

workbook zh 1000
equal "counted" "$code $(tail -n 1 "$work/err")" "1 huisuan: 953 行已评估，47 行被拒绝"
equal "every cell" "$read_back" "953 applicants, 47 refused, 4 places, 419580 cells, 0 wrong"
workbook en 60
equal "in English" "$read_back" "57 applicants, 3 refused, 4 places, 23490 cells, 0 wrong"
finish
