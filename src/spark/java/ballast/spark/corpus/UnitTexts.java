package ballast.spark.corpus;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The texts of the units of a corpus, a row for each unit. */
public final class UnitTexts {

  public static final String SOURCE_LANG = "source_lang";
  public static final String TARGET_LANG = "target_lang";

  public static final StructType COLUMNS =
      new StructType()
          .add(Columns.DOCUMENT_NAME, DataTypes.StringType, false)
          .add(Columns.SEQ, DataTypes.LongType, false)
          .add(Columns.BEAD_NUMBER, DataTypes.IntegerType, false)
          .add(SOURCE_LANG, DataTypes.StringType, false)
          .add(TARGET_LANG, DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("target", DataTypes.StringType, false);

  private UnitTexts() {}

  /** The units of a table, in no order. */
  public static Dataset<Row> rows(CorpusTable table) {
    return table
        .units()
        .select(Arrays.stream(COLUMNS.fieldNames()).map(functions::col).toArray(Column[]::new));
  }

  /** The pair in a row that starts with {@link #COLUMNS}. */
  public static CheckedPair<Passage> pair(Row row) {
    return pair(row, row.getString(0));
  }

  /**
   * @param document the name of its document; a caller who keeps many pairs passes the same object
   */
  public static CheckedPair<Passage> pair(Row row, String document) {
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
