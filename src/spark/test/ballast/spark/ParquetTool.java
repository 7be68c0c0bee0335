package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Makes and shows files that a test without Spark's classes cannot. */
public final class ParquetTool {

  private ParquetTool() {}

  /**
   * {@code list LIST FOLDER}: the pairs of a list with the bytes of their files, in three files;
   * {@code links FOLDER FILE}: the column of that name, a line for each row; {@code table FOLDER
   * FILE}: all columns, a line for each row after one with the names.
   */
  public static void main(String[] args) throws IOException {
    SparkSession spark = SparkSession.builder().getOrCreate();
    if (args[0].equals("list")) {
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of(args[1]), UTF_8)) {
        String[] cells = line.split("\t", -1);
        rows.add(
            RowFactory.create(
                cells[2],
                Files.readAllBytes(Path.of(cells[0])),
                Files.readAllBytes(Path.of(cells[1]))));
      }
      StructType columns =
          new StructType()
              .add("document", DataTypes.StringType)
              .add("source", DataTypes.BinaryType)
              .add("target", DataTypes.BinaryType);
      spark
          .createDataFrame(rows, columns)
          .repartitionByRange(3, org.apache.spark.sql.functions.col("document"))
          .sortWithinPartitions("document")
          .write()
          .parquet(args[2]);
    } else if (args[0].equals("table")) {
      Dataset<Row> table = spark.read().parquet(args[1]).orderBy("seq", "bead");
      try (Writer out = Files.newBufferedWriter(Path.of(args[2]), UTF_8)) {
        out.write(String.join("\t", table.columns()) + "\n");
        for (Row row : table.collectAsList()) {
          String[] cells = new String[row.length()];
          Arrays.setAll(cells, i -> escaped(String.valueOf(row.get(i))));
          out.write(String.join("\t", cells) + "\n");
        }
      }
    } else {
      List<Row> rows =
          spark.read().parquet(args[1]).orderBy("seq", "bead").select("links").collectAsList();
      try (Writer out = Files.newBufferedWriter(Path.of(args[2]), UTF_8)) {
        for (Row row : rows) {
          out.write(row.getString(0) + "\n");
        }
      }
    }
    spark.stop();
  }

  /** Without Ballast's classes, which are where this one is not. */
  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
