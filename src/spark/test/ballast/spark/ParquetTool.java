package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
   * FILE}: all columns, a line for each row after one with the names; {@code units FOLDER FILE}:
   * the texts of the units, and in {@code places} where they are; {@code rows FOLDER FILE
   * COLUMN,...}: rows in the order of the files; {@code sql FOLDER QUERY ...}: what each query has,
   * in one file.
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
    } else if (args[0].equals("sql")) {
      for (int i = 1; i < args.length; i += 2) {
        spark.sql(args[i + 1]).coalesce(1).write().parquet(args[i]);
      }
    } else if (args[0].equals("table")) {
      Dataset<Row> table = spark.read().parquet(args[1]).orderBy("seq", "bead");
      try (Writer out = Files.newBufferedWriter(Path.of(args[2]), UTF_8)) {
        out.write(String.join("\t", table.columns()) + "\n");
        for (Row row : table.collectAsList()) {
          String[] cells = new String[row.length()];
          Arrays.setAll(cells, i -> cell(String.valueOf(row.get(i))));
          out.write(String.join("\t", cells) + "\n");
        }
      }
    } else if (args[0].equals("units")) {
      List<Row> rows =
          spark.read().parquet(args[1]).where("unit").orderBy("seq", "bead").collectAsList();
      write(args[2], rows, row -> cell(row.getAs("source")) + "\t" + cell(row.getAs("target")));
      write("places", rows, row -> row.getAs("document") + ":" + row.getAs("bead") + ":1");
    } else if (args[0].equals("rows")) {
      List<Row> rows = new ArrayList<>();
      for (Path file : files(Path.of(args[1]))) {
        rows.addAll(
            spark.read().parquet(file.toString()).selectExpr(args[3].split(",")).collectAsList());
      }
      write(args[2], rows, row -> row.mkString("\t"));
    } else {
      List<Row> rows =
          spark.read().parquet(args[1]).orderBy("seq", "bead").select("links").collectAsList();
      write(args[2], rows, row -> row.getString(0));
    }
    spark.stop();
  }

  /** As cells of TSV are written; no class of Ballast is loaded here. */
  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void write(String file, List<Row> rows, Function<Row, String> line)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(Path.of(file), UTF_8)) {
      for (Row row : rows) {
        out.write(line.apply(row) + "\n");
      }
    }
  }
}
