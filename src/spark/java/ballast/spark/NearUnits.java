package ballast.spark;

import ballast.bitext.Lang;
import ballast.likeness.near.ComparedPair;
import ballast.likeness.near.NearGroup;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Units that are nearly the same. Each unit says under which keys it may be found ({@link
 * ballast.likeness.near.PairKeys}); the texts are fetched for keys that several units have, and
 * compared. A key that very many have is replaced by keys for the other text of these units.
 */
final class NearUnits {

  static final String KEY = "key";
  static final String PIECE = "piece";
  static final String NEAR_ID = "near_id";
  private static final String LARGE = "large";
  private static final String LEFT_OUT = "left_out";

  /** A key of a unit. */
  static final StructType KEYS =
      new StructType()
          .add(KEY, DataTypes.LongType, false)
          .add(PIECE, DataTypes.BooleanType, false)
          .add(CorpusTable.ID, DataTypes.LongType, false);

  /** The same with the texts. */
  static final StructType TEXTS_OF_KEYS =
      KEYS.add("source_lang", DataTypes.StringType, false)
          .add("target_lang", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("target", DataTypes.StringType, false);

  /** A unit and one that it is nearly the same as, or how many pairs were not compared. */
  static final StructType FOUND =
      new StructType()
          .add(CorpusTable.ID, DataTypes.LongType, true)
          .add(NEAR_ID, DataTypes.LongType, true)
          .add(Columns.NEAR_SCORE, DataTypes.IntegerType, true)
          .add(LEFT_OUT, DataTypes.LongType, false);

  /** What a unit is marked with. */
  static final StructType MARKS =
      new StructType()
          .add(CorpusTable.ID, DataTypes.LongType, false)
          .add(NEAR_ID, DataTypes.LongType, false)
          .add(Columns.NEAR_SCORE, DataTypes.IntegerType, false);

  private final Dataset<Row> texts;
  private final Dataset<Row> found;

  /**
   * @param units without duplicates
   * @param threshold the lowest score
   */
  NearUnits(Dataset<Row> units, int threshold) {
    texts =
        units
            .select(
                functions.col(CorpusTable.ID),
                functions.col("source_lang"),
                functions.col("target_lang"),
                functions.col("source"),
                functions.col("target"))
            .persist(StorageLevel.DISK_ONLY());
    found =
        shared(threshold)
            .join(texts, CorpusTable.ID)
            .select(
                functions.col(KEY),
                functions.col(PIECE),
                functions.col(CorpusTable.ID),
                functions.col("source_lang"),
                functions.col("target_lang"),
                functions.col("source"),
                functions.col("target"),
                functions.col(LARGE))
            .flatMap(new DividedKeys(threshold), Encoders.row(TEXTS_OF_KEYS))
            .repartition(functions.col(KEY))
            .sortWithinPartitions(
                functions.col(KEY), functions.col(PIECE).desc(), functions.col(CorpusTable.ID))
            .mapPartitions(new NearGroups(threshold), Encoders.row(FOUND))
            .persist(StorageLevel.DISK_ONLY());
  }

  /** The keys that a unit has as a piece, and another one has too. */
  private Dataset<Row> shared(int threshold) {
    WindowSpec sameKey = Window.partitionBy(KEY);
    Column all = functions.col("units");
    Column pieces = functions.col("pieces");
    return texts
        .flatMap(new KeysOfUnits(threshold), Encoders.row(KEYS))
        .withColumn("units", functions.count(functions.lit(1)).over(sameKey))
        .withColumn(
            "pieces", functions.sum(functions.col(PIECE).cast(DataTypes.LongType)).over(sameKey))
        .where(all.gt(1).and(pieces.gt(0)))
        .withColumn(LARGE, all.multiply(pieces).gt(NearGroup.Limits.DEFAULT.size()))
        .drop("units", "pieces");
  }

  /** The first unit that a unit is nearly the same as: rows of {@link #MARKS}. */
  Dataset<Row> marks() {
    return found
        .where(functions.col(CorpusTable.ID).isNotNull())
        .groupBy(CorpusTable.ID)
        .agg(
            functions
                .min(functions.struct(functions.col(NEAR_ID), functions.col(Columns.NEAR_SCORE)))
                .as("first"))
        .select(CorpusTable.ID, "first." + NEAR_ID, "first." + Columns.NEAR_SCORE);
  }

  /** How many pairs of units were not compared. */
  long leftOut() {
    Row sum = found.agg(functions.sum(LEFT_OUT)).first();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  /** How many units have a text that is too long. */
  long tooLong() {
    return texts.filter((FilterFunction<Row>) row -> !pair(row, 0).isComparable()).count();
  }

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
