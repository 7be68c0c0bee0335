
path=$lib/ballast.jar
for library in \
  @LIBRARIES@; do
  path=$path:$lib/$library
done
