# Java and all that makes it start quickly lie in this folder, as they were built.
java=$home/runtime/bin/java
lib=$home/lib
# Where an installer of macOS puts both.
if [ ! -d "$lib" ]; then
  java=$home/runtime/Contents/Home/bin/java
  lib=$home/app
fi
native=$lib/native
classes=$lib/commands.jsa
lookup_classes=$lib/lookup.jsa
native_access=@NATIVE@
