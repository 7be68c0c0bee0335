package ballast.spark.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import ballast.app.RecordBytes;
import ballast.app.corpus.CorpusJobs.CheckJob;
import ballast.app.corpus.CorpusJobs.CorpusFindings;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Severity;
import ballast.check.Passage;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.Tables;
import ballast.spark.corpus.UnitTexts;
import ballast.spark.job.DocumentProgress;
import ballast.spark.job.Messages;
import ballast.spark.job.Slices;
import ballast.spark.job.Tally;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Checks the units of a corpus: each by itself, then those to compare. The findings are in the
 * order of the units, and within a unit in that of {@code ballast check}.
 */
public final class CheckRun {

  /** Maximum units listed that could not be checked. */
  private static final int MAX_NAMED = 10;

  private static final String PART = "findings";

  private final SparkSession spark;
  private final Broadcast<byte[]> bytes;
  private final Messages messages;
  private final CorpusFolder folder;
  private final CorpusTable units;

  /**
   * @throws InputException if the corpus cannot be used
   */
  public CheckRun(SparkSession spark, CheckJob job, Messages messages) {
    this.spark = spark;
    this.bytes =
        new JavaSparkContext(spark.sparkContext()).broadcast(RecordBytes.of(job.snapshot()));
    this.messages = messages;
    this.folder =
        CorpusFolders.aligned(
            spark.sparkContext().hadoopConfiguration(),
            job.units().directory(),
            job.units().folder());
    folder.settle();
    this.units = CorpusTable.of(spark, folder, job.units());
  }

  /**
   * Checks the units and writes the findings to the folder.
   *
   * @throws InputException if units cannot be read
   */
  public CorpusFindings check() {
    return folder.alone(
        () -> {
          CorpusFindings findings = units.reading(this::checked);
          folder.work().replace(PART);
          return findings;
        });
  }

  private CorpusFindings checked() {
    Dataset<Row> all = UnitTexts.rows(units);
    Column isChecked = lit(false);
    long pairs = 0;
    long skipped = 0;
    for (Row languages :
        all.groupBy(UnitTexts.SOURCE_LANG, UnitTexts.TARGET_LANG).count().collectAsList()) {
      if (isChineseAndEnglish(languages)) {
        pairs += languages.getLong(2);
        isChecked = isChecked.or(has(languages));
      } else {
        skipped += languages.getLong(2);
      }
    }
    Dataset<Row> checked = all.where(isChecked);
    spark.conf().set("spark.sql.shuffle.partitions", Slices.of(spark, pairs));
    String made = folder.work().part(PART);
    Dataset<Row> rows = rows(checked, pairs);
    Dataset<Row> compared = written(Comparisons.findings(rows, checked, bytes), "compared");
    new FindingShards(spark, folder)
        .write(rows.where(col(FindingColumns.RANK).isNotNull()).union(compared), made);
    return new CorpusFindings(
        pairs,
        skipped,
        broken(rows),
        CheckEngine.of(bytes.value()).concepts(),
        counts(made + "/parquet"));
  }

  private static boolean isChineseAndEnglish(Row languages) {
    Lang source = new Lang(languages.getString(0));
    Lang target = new Lang(languages.getString(1));
    return new Passage("", "", source, target, "", "").isChineseAndEnglish();
  }

  private static Column has(Row languages) {
    return col(UnitTexts.SOURCE_LANG)
        .equalTo(languages.getString(0))
        .and(col(UnitTexts.TARGET_LANG).equalTo(languages.getString(1)));
  }

  /**
   * The findings and traits of each unit by itself, kept on disk because they are read several
   * times.
   */
  private Dataset<Row> rows(Dataset<Row> checked, long pairs) {
    Tally tally = Tally.in(spark.sparkContext());
    messages.progress(0, pairs, 0);
    DocumentProgress progress = new DocumentProgress(messages, tally, pairs);
    spark.sparkContext().addSparkListener(progress);
    JavaRDD<Row> rows =
        checked
            // Keeps documents whole, for what depends on the pairs before.
            .repartitionByRange(col(Columns.SEQ))
            .sortWithinPartitions(Columns.SEQ, Columns.BEAD_NUMBER)
            .javaRDD()
            .zipWithIndex()
            .mapPartitions(new CheckUnits(bytes, tally));
    return written(spark.createDataFrame(rows, FindingColumns.EITHER), "rows");
  }

  private Dataset<Row> written(Dataset<Row> rows, String name) {
    String made = folder.work().part(name);
    rows.write().parquet(made);
    return Tables.read(spark, FindingColumns.EITHER, made);
  }

  /**
   * Lists the units that could not be checked, or only in part.
   *
   * @return the number of units with a failed rule
   */
  private long broken(Dataset<Row> rows) {
    Dataset<Row> failures = rows.where(col(FindingColumns.FAILURE).isNotNull());
    long named = failures.count();
    for (Row failure :
        failures
            .orderBy(Columns.SEQ, Columns.BEAD_NUMBER)
            .select(Columns.DOCUMENT_NAME, Columns.BEAD_NUMBER, FindingColumns.FAILURE)
            .takeAsList(MAX_NAMED)) {
      messages.warn(failure.getString(0) + ":" + failure.getInt(1) + ": " + failure.getString(2));
    }
    if (named > MAX_NAMED) {
      messages.warn((named - MAX_NAMED) + " more pairs were not checked, or only in part");
    }
    return failures.where(col(FindingColumns.SEVERITY).equalTo(Severity.ERROR.label())).count();
  }

  private List<CorpusFindings.Count> counts(String made) {
    return Tables.read(spark, FindingColumns.FINDING, made)
        .groupBy(FindingColumns.RULE, FindingColumns.SEVERITY)
        .count()
        .collectAsList()
        .stream()
        .map(
            row ->
                new CorpusFindings.Count(
                    row.getString(0),
                    Severity.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getLong(2)))
        .toList();
  }
}
