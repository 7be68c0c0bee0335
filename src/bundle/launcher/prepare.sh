if [ ! -e "$cache" ]; then
  (prepare "$path") >/dev/null 2>&1 </dev/null &
fi
[ -s "$classes" ] || classes=
