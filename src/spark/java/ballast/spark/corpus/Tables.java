package ballast.spark.corpus;

import java.util.Arrays;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Writes Parquet, and reads it by literal names, which Spark would take for patterns. */
public final class Tables {

  private static final String SPECIAL = "[\\\\\\[\\]{}*?]";

  private Tables() {}

  /**
   * The rows of files or folders, in no order.
   *
   * @param paths as written by Hadoop, without quoting
   */
  public static Dataset<Row> read(SparkSession spark, String... paths) {
    return spark.read().parquet(literal(paths));
  }

  /** Reads columns known beforehand, so that no file need be inspected. */
  public static Dataset<Row> read(SparkSession spark, StructType schema, String path) {
    return spark.read().schema(schema).parquet(literal(path));
  }

  /** Overwrites a table with rows of texts. */
  public static DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return rows.write()
        .mode("overwrite")
        // Texts are rarely repeated.
        .option("parquet.enable.dictionary#source", false)
        .option("parquet.enable.dictionary#target", false);
  }

  /** Patterns that match only these names. */
  static String[] literal(String... paths) {
    // Not by __globPaths__: for n names with brackets it makes n².
    return Arrays.stream(paths)
        .map(path -> path.replaceAll(SPECIAL, "\\\\$0"))
        .toArray(String[]::new);
  }
}
