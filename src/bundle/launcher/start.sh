#!/bin/sh
# Starts Ballast.
#
#   BALLAST_JAVA_OPTS   more options for Java, for example -Xmx4g
set -u

# Where this script really lies, through symbolic links.
self=$0
case $self in
  */*) ;;
  *) self=./$self ;;
esac
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
home=$(CDPATH='' cd "${self%/*}/.." && pwd -P) || exit 2

# Without a UTF-8 locale Java can neither open a file with a Chinese name nor receive it as an argument.
case $(locale charmap 2>/dev/null) in
  UTF-8 | utf-8 | utf8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

