if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java 2>/dev/null)
fi
if [ -z "$java" ]; then
  echo "error: Java was not found" >&2
  echo "try:   install Java 17 or later, or set JAVA_HOME to it, or take the Ballast that brings its own Java" >&2
  exit 2
fi
lib=$home/lib

# What makes starts quick depends on the Java. It is made once, in the background, in a folder of the user whose name says
# for what; until then, and if it cannot be made, Ballast starts more slowly.
real=$(readlink -f "$java" 2>/dev/null || echo "$java")
version=
[ ! -f "${real%/*}/../release" ] || while read -r line; do
  case $line in JAVA_VERSION=*) version=$line ;; esac
done <"${real%/*}/../release"
name=@VERSION@
set -f
old_ifs=$IFS
IFS=/\"
for part in $home $real $version; do name=$name-$part; done
IFS=$old_ifs
set +f
cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/ballast/$name
native=$cache/native
# The driver of the memory loads a library, of which newer Javas warn if nobody says so.
case $version in
  *\"1[7-9]* | *\"2[0-3]*) native_access= ;;
  *) native_access=--enable-native-access=ALL-UNNAMED ;;
esac
classes=
lookup_classes=$cache/lookup.jsa

# shellcheck disable=SC2086  # no option is none
prepare() {
  new=$cache.$$
  mkdir -p "$new/native" && "$java" -cp "$1" ballast.cli.tm.DriverLibrary "$new/native" &&
    "$java" -XX:+UseG1GC $native_access -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$lib/lookup.classes" \
      -XX:SharedArchiveFile="$new/lookup.jsa" -cp "$1"
  # Another may have been quicker.
  [ -s "$new/lookup.jsa" ] && [ ! -e "$cache" ] && mv "$new" "$cache"
  rm -rf "$new"
}
lookup_collector="-XX:+UseG1GC -XX:ParallelGCThreads=1 -XX:ConcGCThreads=1"
