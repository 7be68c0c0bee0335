package ballast.spark.corpus;

import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkThrowable;

/** Distinguishes damage in a file from failures around it. */
final class Damage {

  /** Packages that read the contents of a file; the second is Spark's part. */
  private static final List<String> READERS =
      List.of("org.apache.parquet.", "org.apache.spark.sql.execution.datasources.parquet.Vector");

  /** Spark's error for an empty file. */
  private static final String NO_SCHEMA = "UNABLE_TO_INFER_SCHEMA";

  private static final int MAX_CAUSES = 50;

  private Damage() {}

  /** Whether an exception was thrown because of the contents of a Parquet file. */
  static boolean isIn(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, e -> e != null, Throwable::getCause).limit(MAX_CAUSES).toList();
    return causes.stream().noneMatch(Damage::isAround) && causes.stream().anyMatch(Damage::isOf);
  }

  /** An unreadable file, or a lost network connection. */
  private static boolean isAround(Throwable e) {
    return e instanceof FileNotFoundException
        || e instanceof FileSystemException
        || e instanceof AccessControlException
        || e instanceof SocketException
        || e instanceof UnknownHostException
        || e instanceof InterruptedIOException
        || e instanceof InterruptedException;
  }

  private static boolean isOf(Throwable e) {
    return (e instanceof SparkThrowable spark && NO_SCHEMA.equals(spark.getErrorClass()))
        || Arrays.stream(e.getStackTrace())
            .anyMatch(frame -> READERS.stream().anyMatch(frame.getClassName()::startsWith));
  }
}
