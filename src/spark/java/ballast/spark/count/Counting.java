package ballast.spark.count;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusStatistics;
import ballast.bitext.InputException;
import ballast.language.TextAmount;
import ballast.spark.align.RejectCounts;
import ballast.spark.align.RejectTable;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusLayout;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.UnitKeys;
import ballast.spark.job.Messages;
import ballast.spark.job.TaskProgress;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Counts the contents of a corpus. */
public final class Counting {

  private final CorpusFolder folder;
  private final CorpusTable table;

  /**
   * @throws InputException if the folder is not a corpus folder
   */
  public Counting(SparkSession spark, CorpusUnits units, Messages messages) {
    this.folder =
        CorpusFolders.aligned(
            spark.sparkContext().hadoopConfiguration(), units.directory(), units.folder());
    this.table = new CorpusTable(spark, folder, CorpusLayout.BEADS, units.folder());
    spark.sparkContext().addSparkListener(new TaskProgress(messages));
  }

  /**
   * @throws InputException if the table of beads cannot be used
   */
  public CorpusStatistics count() {
    folder.settle();
    return folder.hasFolder(CorpusLayout.BEADS)
        ? table.reading(this::statistics)
        : new BeadCounts().statistics(documents(0), 0, null);
  }

  private CorpusStatistics statistics() {
    BeadCounts counts = new BeadCounts();
    for (Row row : beads().collectAsList()) {
      counts.add(row);
    }
    table.shuffle(counts.units());
    for (Row row : UnitAmounts.of(table.units()).collectAsList()) {
      counts.addAmount(
          row.getString(0) + "\t" + row.getString(1),
          new TextAmount(row.getLong(2), row.getLong(3)),
          new TextAmount(row.getLong(4), row.getLong(5)));
    }
    long distinct = UnitKeys.firsts(table.units()).count();
    return counts.statistics(documents(counts.documents()), distinct, deduped(counts.units()));
  }

  private Dataset<Row> beads() {
    Column band =
        functions.least(
            functions.floor(functions.col("score").multiply(CorpusStatistics.BANDS)),
            functions.lit(CorpusStatistics.BANDS - 1));
    Column oneSided = functions.col("source").equalTo("").or(functions.col("target").equalTo(""));
    return table
        .beads()
        .groupBy(
            functions.col("source_lang"),
            functions.col("target_lang"),
            functions.col("type"),
            functions.col("unit"),
            band.cast("int").as("band"))
        .agg(
            functions.count(functions.lit(1)).as("beads"),
            number(functions.col(Columns.BEAD_NUMBER).equalTo(1)).as("documents"),
            number(oneSided).as("one_sided"),
            number(functions.col("moved")).as("moved"));
  }

  private static Column number(Column condition) {
    return functions.sum(functions.when(condition, 1L).otherwise(0L));
  }

  private CorpusStatistics.Documents documents(long aligned) {
    RejectCounts rejects = new RejectTable(table.beside(CorpusLayout.REJECTS)).counts();
    return new CorpusStatistics.Documents(
        aligned, rejects.failed(), rejects.unrelated(), rejects.bugs());
  }

  private CorpusStatistics.@Nullable Deduped deduped(long all) {
    if (!folder.has(CorpusLayout.DEDUPED)) {
      return null;
    }
    CorpusTable units = table.beside(CorpusLayout.DEDUPED);
    Row row =
        units.reading(
            () ->
                units
                    .rows()
                    .agg(
                        functions.count(functions.lit(1)),
                        functions.coalesce(functions.sum(Columns.COPIES), functions.lit(0L)),
                        functions.coalesce(
                            number(functions.col(Columns.NEAR_SCORE).gt(0)), functions.lit(0L)))
                    .first());
    return row.getLong(1) == all
        ? new CorpusStatistics.Deduped(row.getLong(0), row.getLong(2))
        : null;
  }
}
