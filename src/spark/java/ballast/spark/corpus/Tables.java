package ballast.spark.corpus;

import java.util.Arrays;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Writes Parquet, and reads it by names that mean what they say: Spark takes them for patterns. */
public final class Tables {

  private static final String SPECIAL = "[\\\\\\[\\]{}*?]";

  private Tables() {}

  /**
   * The rows of files or folders, in no order.
   *
   * @param paths as Hadoop writes them, nothing in them quoted
   */
  public static Dataset<Row> read(SparkSession spark, String... paths) {
    return spark.read().parquet(literal(paths));
  }

  /** The same with columns that are known beforehand, so that no file need be looked at. */
  public static Dataset<Row> read(SparkSession spark, StructType schema, String path) {
    return spark.read().schema(schema).parquet(literal(path));
  }

  /** Writes rows with texts over what is there. */
  public static DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return rows.write()
        .mode("overwrite")
        // Hardly a text is there twice.
        .option("parquet.enable.dictionary#source", false)
        .option("parquet.enable.dictionary#target", false);
  }

  /** The patterns that only these names match. */
  static String[] literal(String... paths) {
    // Not by __globPaths__: of n names with brackets it makes n².
    return Arrays.stream(paths)
        .map(path -> path.replaceAll(SPECIAL, "\\\\$0"))
        .toArray(String[]::new);
  }
}
