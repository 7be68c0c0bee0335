package ballast.spark.corpus;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.bitext.InputException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a corpus with beads or units as rows, for jobs that read it.
 *
 * @param table the table in {@code aligned} or {@code deduped}
 * @param name of the folder of the corpus, as given by the user
 */
public record CorpusTable(SparkSession spark, CorpusFolder folder, String table, String name) {

  /**
   * The place of a unit among all: {@link Columns#SEQ} in the upper half, the bead in the lower.
   */
  public static final String ID = "id";

  /** The number of the row's file, and so of its stretch of the list. */
  public static final String STRETCH = "stretch";

  private static final int BITS_OF_BEAD = 32;

  /**
   * @throws InputException if the corpus does not have the table
   */
  public static CorpusTable of(SparkSession spark, CorpusFolder folder, CorpusUnits units) {
    String table = units.deduped() ? CorpusLayout.DEDUPED : CorpusLayout.BEADS;
    if (!folder.has(table)) {
      throw new InputException(
          "\"" + units.folder() + "\" has no " + table,
          units.deduped()
              ? "make it with ballast corpus dedupe, or leave --deduped out"
              : "align documents into it with ballast align --engine");
    }
    if (units.deduped() && !folder.hasAllOf(CorpusLayout.BEADS, table)) {
      throw new InputException(
          "\"" + units.folder() + "\" has got documents since it was deduplicated",
          "run ballast corpus dedupe again, or leave --deduped out");
    }
    return new CorpusTable(spark, folder, table, units.folder());
  }

  /**
   * Runs work on the table. Rethrows other failures than damage unchanged.
   *
   * @throws InputException with the name of a damaged file
   */
  public <T> T reading(Supplier<T> work) {
    refuse(files().filter(ParquetFile::isEmpty));
    try {
      return work.get();
    } catch (InputException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (!spark.sparkContext().isStopped()) {
        refuse(files().filter(file -> file.isDamaged(spark)));
      }
      throw e;
    }
  }

  private Stream<ParquetFile> files() {
    return ParquetFile.at(
        new Path(folder.table(table)),
        name + "/" + table,
        spark.sparkContext().hadoopConfiguration())
        .stream();
  }

  private void refuse(Stream<ParquetFile> files) {
    List<String> damaged = files.map(ParquetFile::damage).toList();
    if (!damaged.isEmpty()) {
      throw new InputException(String.join("; ", damaged), remedy());
    }
  }

  private String remedy() {
    return switch (table) {
      case CorpusLayout.REJECTS ->
          "remove the file, then give `ballast align` the same list again: it tries the documents"
              + " again";
      case CorpusLayout.DEDUPED -> "restore the file, or run `ballast corpus dedupe` again";
      default -> "restore the file, or align the documents into a new folder";
    };
  }

  public CorpusTable beside(String other) {
    return new CorpusTable(spark, folder, other, name);
  }

  /** All rows, in no order. */
  public Dataset<Row> rows() {
    return Tables.read(spark, folder.table(table));
  }

  /**
   * All rows, in no order, with {@link #ID} and {@link #STRETCH}.
   *
   * @throws InputException if the table is from another version of Ballast
   */
  public Dataset<Row> beads() {
    Dataset<Row> beads = rows();
    for (StructType part : new StructType[] {Columns.DOCUMENT, Columns.BEAD}) {
      for (StructField field : part.fields()) {
        requireColumn(beads.schema(), field);
      }
    }
    return beads
        .withColumn(STRETCH, stretch())
        .withColumn(
            ID,
            functions
                .shiftleft(functions.col(Columns.SEQ), BITS_OF_BEAD)
                .bitwiseOR(functions.col(Columns.BEAD_NUMBER)));
  }

  /** The number of a row's file, in any table of a corpus. */
  public static Column stretch() {
    return functions.expr("int(substring(_metadata.file_name, 1, 6))");
  }

  private void requireColumn(StructType schema, StructField field) {
    boolean isThere =
        List.of(schema.fieldNames()).contains(field.name())
            && schema.apply(field.name()).dataType().equals(field.dataType());
    if (!isThere) {
      throw new InputException(
          "\""
              + name
              + "\" was made by another version of Ballast: its table has no column "
              + field.name()
              + " ("
              + field.dataType().simpleString()
              + ")",
          "align the list again, into a new folder");
    }
  }

  public Dataset<Row> units() {
    return beads().where("unit");
  }

  /** Sets the number of partitions for shuffling this many rows. */
  public void shuffle(long rows) {
    long partitions = Math.max(spark.sparkContext().defaultParallelism(), 1 + rows / 100_000);
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
  }
}
