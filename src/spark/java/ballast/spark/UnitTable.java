package ballast.spark;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.workflow.corpus.CorpusUnits;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The units of a corpus, a row for each, with the columns that jobs read texts from. */
final class UnitTable {

  static final String SOURCE_LANG = "source_lang";
  static final String TARGET_LANG = "target_lang";

  /** The columns of {@link #rows}. */
  static final StructType COLUMNS =
      new StructType()
          .add(Columns.DOCUMENT_NAME, DataTypes.StringType, false)
          .add(Columns.SEQ, DataTypes.LongType, false)
          .add(Columns.BEAD_NUMBER, DataTypes.IntegerType, false)
          .add(SOURCE_LANG, DataTypes.StringType, false)
          .add(TARGET_LANG, DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("target", DataTypes.StringType, false);

  private static final String DEDUPED = "deduped/parquet";

  private final SparkSession spark;
  private final CorpusFolder folder;
  private final String table;
  private final String shown;

  /**
   * @throws InputException if the corpus does not have these units
   */
  UnitTable(SparkSession spark, CorpusFolder folder, CorpusUnits units) {
    this.spark = spark;
    this.folder = folder;
    this.table = units.deduped() ? DEDUPED : CorpusFolder.BEADS;
    this.shown = units.folder() + "/" + table;
    if (!folder.has(table)) {
      throw new InputException(
          "\"" + units.folder() + "\" has no " + table,
          units.deduped()
              ? "make it with ballast corpus dedupe, or leave --deduped out"
              : "align documents into it with ballast align --engine");
    }
  }

  /**
   * The units, in no order.
   *
   * @throws InputException if a file is damaged, or another version of Ballast has made the table
   */
  Dataset<Row> rows() {
    Dataset<Row> rows;
    try {
      rows = spark.read().parquet(folder.table(table));
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      requireReadable();
      throw e;
    }
    Set<String> names = Set.of(rows.columns());
    List<String> missing =
        Arrays.stream(COLUMNS.fieldNames()).filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty() || !names.contains("unit")) {
      throw new InputException(
          "\"" + shown + "\" lacks columns: " + String.join(", ", missing),
          "another version of Ballast has made it; align the documents into a new folder");
    }
    Column[] columns =
        Arrays.stream(COLUMNS.fieldNames()).map(functions::col).toArray(Column[]::new);
    return rows.where(functions.col("unit")).select(columns);
  }

  /**
   * Reads each file to its end, after a job has failed.
   *
   * @throws InputException if one of them is damaged
   */
  void requireReadable() {
    List<String> damaged =
        ParquetFile.at(
                new Path(folder.table(table)), shown, spark.sparkContext().hadoopConfiguration())
            .stream()
            .filter(file -> !file.isReadable(spark))
            .map(ParquetFile::damage)
            .toList();
    if (!damaged.isEmpty()) {
      throw new InputException(
          String.join("; ", damaged), "restore the file, or align the documents into a new folder");
    }
  }

  /** The pair in a row that begins with {@link #COLUMNS}. */
  static CheckedPair<Passage> pair(Row row) {
    return pair(row, row.getString(0));
  }

  /**
   * The same.
   *
   * @param document the name of its document; a caller who keeps many pairs gives the same object
   */
  static CheckedPair<Passage> pair(Row row, String document) {
    Passage passage =
        new Passage(
            "",
            document,
            new Lang(row.getString(3)),
            new Lang(row.getString(4)),
            row.getString(5),
            row.getString(6));
    return CheckedPair.at(passage, new Location(document, row.getInt(2), 1));
  }
}
