package ballast.spark.dedupe;

import ballast.bitext.Lang;
import ballast.likeness.ComparedPair;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the rows for finding near duplicates. */
final class NearColumns {

  static final String KEY = "key";
  static final String PIECE = "piece";
  static final String NEAR_ID = "near_id";
  static final String LARGE = "large";
  static final String LEFT_OUT = "left_out";

  static final StructType KEYS =
      new StructType()
          .add(KEY, DataTypes.LongType, false)
          .add(PIECE, DataTypes.BooleanType, false)
          .add(CorpusTable.ID, DataTypes.LongType, false);

  /** A key with the texts of its unit. */
  static final StructType TEXTS_OF_KEYS =
      KEYS.add("source_lang", DataTypes.StringType, false)
          .add("target_lang", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("target", DataTypes.StringType, false);

  /** A unit and its near duplicate, or the number of pairs that were not compared. */
  static final StructType FOUND =
      new StructType()
          .add(CorpusTable.ID, DataTypes.LongType, true)
          .add(NEAR_ID, DataTypes.LongType, true)
          .add(Columns.NEAR_SCORE, DataTypes.IntegerType, true)
          .add(LEFT_OUT, DataTypes.LongType, false);

  static final StructType MARKS =
      new StructType()
          .add(CorpusTable.ID, DataTypes.LongType, false)
          .add(NEAR_ID, DataTypes.LongType, false)
          .add(Columns.NEAR_SCORE, DataTypes.IntegerType, false);

  private NearColumns() {}

  /**
   * The unit of a row.
   *
   * @param at the column with its id; its languages and texts follow
   */
  static ComparedPair pair(Row row, int at) {
    return ComparedPair.of(
        row.getLong(at),
        row.getString(at + 3),
        new Lang(row.getString(at + 1)),
        row.getString(at + 4),
        new Lang(row.getString(at + 2)));
  }
}
