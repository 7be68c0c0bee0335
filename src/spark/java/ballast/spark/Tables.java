package ballast.spark;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads Parquet by names that mean what they say; Spark takes them for patterns. */
final class Tables {

  private static final String SPECIAL = "[\\\\\\[\\]{}*?]";

  private Tables() {}

  /**
   * The rows of files or folders, in no order.
   *
   * @param paths as Hadoop writes them, nothing in them quoted
   */
  static Dataset<Row> read(SparkSession spark, String... paths) {
    return spark.read().parquet(literal(paths));
  }

  /** The same with columns that are known beforehand, so that no file need be looked at. */
  static Dataset<Row> read(SparkSession spark, StructType schema, String path) {
    return spark.read().schema(schema).parquet(literal(path));
  }

  /** The patterns that only these names match. */
  static String[] literal(String... paths) {
    // Not by __globPaths__: of n names with brackets it makes n².
    return Arrays.stream(paths)
        .map(path -> path.replaceAll(SPECIAL, "\\\\$0"))
        .toArray(String[]::new);
  }
}
