# This Java takes classes from an archive only if their jars lie where they lay when it was made.
exec 9<"$lib" || exit 2
lib=/proc/self/fd/9
lookup_collector="-XX:+UseG1GC -XX:ParallelGCThreads=1 -XX:ConcGCThreads=1"
