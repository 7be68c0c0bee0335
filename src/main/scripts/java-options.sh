# The options of Java for one command, read by every launcher: the size of the terminal in columns, err_columns and rows,
# what suits the command in collector and quick, and the archive of classes in classes. A launcher may name other ones for a
# lookup before, in lookup_collector and lookup_classes.
# shellcheck shell=sh disable=SC2034  # a launcher reads the variables

columns=0
err_columns=0
rows=0
if [ -t 1 ] || [ -t 2 ]; then
  size=$(stty size 2>/dev/null </dev/tty)
  rows=${size% *}
  [ -t 1 ] && columns=${size#* }
  [ -t 2 ] && err_columns=${size#* }
fi

# One lookup: it needs little room, and Java would take a share of the machine's.
is_lookup() {
  [ "${1:-} ${2:-}" = "tm search" ] || return 1
  for argument; do
    case $argument in
      --file*) return 1 ;;
    esac
  done
}

# Whether a command has much to read: a file of over so many kB, over 100 files, or what cannot be told here.
is_large() {
  kilobytes=$1
  shift
  [ $# -le 100 ] || return 0
  for argument; do
    case $argument in
      --pairs* | --git* | *[*?]*) return 0 ;;
    esac
    if [ -d "$argument" ] && [ "$(find -L "$argument" -type f 2>/dev/null | head -n 101 | wc -l)" -gt 100 ]; then
      return 0
    fi
    [ ! -e "$argument" ] || [ -z "$(find -L "$argument" -type f -size +"${kilobytes}"k 2>/dev/null)" ] || return 0
  done
  return 1
}

# What Java's second compiler does costs most commands more than it saves: an article is aligned for three fifths of the
# CPU without it, 8,000 sentences for three quarters, a book of 30,000 for the same. A check goes through much code and
# through none of it for long, with 100,000 units as with an article.
is_quick() {
  case "${1:-} ${2:-}" in
    "check "* | "split "* | "glossary lint" | "tm stats") return 0 ;;
    "align "* | "diff "* | "translate "* | "merge "* | "convert "* | "review "*) ! is_large 1000 "$@" ;;
    *) is_lookup "$@" ;;
  esac
}
collector=-XX:+UseSerialGC
quick=
is_quick "$@" && quick=-XX:TieredStopAtLevel=1
if is_lookup "$@"; then
  # Over before most of what Java would compile pays off.
  quick="$quick -XX:CompileThresholdScaling=3 -XX:-UsePerfData"
  classes=$lookup_classes
  case "${BALLAST_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-}" in
    *-XX:[+-]Use*GC*) quick="$quick -Xmn4m" ;;
    *) collector=${lookup_collector:-$collector} ;;
  esac
fi
# An import goes through much code, and what the second compiler does to it by its usual limits takes a third of the
# CPU of 200,000 units. With smaller pieces and fewer unrolled loops it takes a tenth less of it, of a million a twentieth;
# up to some 30,000 units it is over sooner without that compiler, for two thirds of the CPU.
if [ "${1:-} ${2:-}" = "tm import" ]; then
  quick=-XX:TieredStopAtLevel=1
  if is_large 12000 "$@"; then
    quick='-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -XX:InlineSmallCode=800 -XX:MaxInlineLevel=8'
    quick="$quick -XX:LoopUnrollLimit=10"
  fi
fi
# A server runs for long: with a small space for new objects it takes less memory, and its answers are as quick.
case "${1:-}" in serve | open) quick=-Xmn16m ;; esac
