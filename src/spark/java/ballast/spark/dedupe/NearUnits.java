package ballast.spark.dedupe;

import ballast.likeness.NearGroup;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusTable;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Finds near duplicates. Each unit has keys for the search ({@link
 * ballast.likeness.near.PairKeys}). The texts are fetched for keys of several units, and compared.
 * A very frequent key is replaced by keys for the other text of its units.
 */
final class NearUnits {

  private final Dataset<Row> texts;
  private final Dataset<Row> found;

  /**
   * @param units without duplicates
   * @param threshold the minimum score
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
                functions.col(NearColumns.KEY),
                functions.col(NearColumns.PIECE),
                functions.col(CorpusTable.ID),
                functions.col("source_lang"),
                functions.col("target_lang"),
                functions.col("source"),
                functions.col("target"),
                functions.col(NearColumns.LARGE))
            .flatMap(new DividedKeys(threshold), Encoders.row(NearColumns.TEXTS_OF_KEYS))
            .repartition(functions.col(NearColumns.KEY))
            .sortWithinPartitions(
                functions.col(NearColumns.KEY),
                functions.col(NearColumns.PIECE).desc(),
                functions.col(CorpusTable.ID))
            .mapPartitions(new NearGroups(threshold), Encoders.row(NearColumns.FOUND))
            .persist(StorageLevel.DISK_ONLY());
  }

  /** The keys that a unit has as a piece, and another unit has, too. */
  private Dataset<Row> shared(int threshold) {
    WindowSpec sameKey = Window.partitionBy(NearColumns.KEY);
    Column all = functions.col("units");
    Column pieces = functions.col("pieces");
    return texts
        .flatMap(new KeysOfUnits(threshold), Encoders.row(NearColumns.KEYS))
        .withColumn("units", functions.count(functions.lit(1)).over(sameKey))
        .withColumn(
            "pieces",
            functions.sum(functions.col(NearColumns.PIECE).cast(DataTypes.LongType)).over(sameKey))
        .where(all.gt(1).and(pieces.gt(0)))
        .withColumn(NearColumns.LARGE, all.multiply(pieces).gt(NearGroup.Limits.DEFAULT.size()))
        .drop("units", "pieces");
  }

  /** The first near duplicate of each unit: rows of {@link NearColumns#MARKS}. */
  Dataset<Row> marks() {
    return found
        .where(functions.col(CorpusTable.ID).isNotNull())
        .groupBy(CorpusTable.ID)
        .agg(
            functions
                .min(
                    functions.struct(
                        functions.col(NearColumns.NEAR_ID), functions.col(Columns.NEAR_SCORE)))
                .as("first"))
        .select(CorpusTable.ID, "first." + NearColumns.NEAR_ID, "first." + Columns.NEAR_SCORE);
  }

  /** The number of pairs of units that were not compared. */
  long leftOut() {
    Row sum = found.agg(functions.sum(NearColumns.LEFT_OUT)).first();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  long tooLong() {
    return texts
        .filter((FilterFunction<Row>) row -> !NearColumns.pair(row, 0).isComparable())
        .count();
  }
}
