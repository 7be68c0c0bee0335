# Nobody reads a log: the provider that is named is not looked for in all libraries. 
# shellcheck disable=SC2086  # the options are meant to be split
exec "$java" $collector $quick -Xshare:auto ${classes:+-XX:SharedArchiveFile="$classes"} \
  -Xlog:cds=off -Xlog:class+path=off ${native_access:-} -Dorg.sqlite.lib.path="$native" \
  -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN -Dfile.encoding=UTF-8 \
  -Dballast.columns="${columns:-0}" -Dballast.err.columns="${err_columns:-0}" -Dballast.rows="${rows:-0}" ${BALLAST_JAVA_OPTS:-} \
  -cp "$path" ballast.cli.Main "$@"
