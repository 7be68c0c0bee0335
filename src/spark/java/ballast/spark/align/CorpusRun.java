package ballast.spark.align;

import ballast.app.Workplace;
import ballast.app.align.AlignmentSnapshot;
import ballast.app.corpus.CorpusJobs.AlignmentJob;
import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.bitext.InputException;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusLayout;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.ParquetFile;
import ballast.spark.corpus.Tables;
import ballast.spark.job.DocumentProgress;
import ballast.spark.job.Messages;
import ballast.spark.job.Tally;
import ballast.spark.list.DoneDocuments;
import ballast.spark.list.ListedPairs;
import ballast.spark.list.PairSource;
import ballast.spark.list.ParquetPairs;
import ballast.spark.list.Waiting;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Aligns a list, stretch by stretch. A stretch is a job of Spark, and the work that a crash can
 * lose. It is long enough that its end, when few cores have work, does not matter, and short enough
 * that little is repeated.
 */
public final class CorpusRun {

  /** Documents in a task, which takes some three seconds. */
  private static final int DOCUMENTS_A_TASK = 64;

  private static final int TASKS_A_CORE = 16;
  private static final int MIN_STRETCH = 2_000;
  private static final int MAX_STRETCH = 20_000;

  private final SparkSession spark;
  private final AlignmentJob job;
  private final Messages messages;
  private final PairSource list;
  private final CorpusFolder folder;
  private final RejectTable rejects;

  /**
   * @throws InputException if the list or the folder of the results cannot be used
   */
  public CorpusRun(SparkSession spark, AlignmentJob job, Messages messages) {
    this.spark = spark;
    this.job = job;
    this.messages = messages;
    // A row may be a document of 2 MB, too large for the default batches of 4,096.
    spark.conf().set("spark.sql.parquet.columnarReaderBatchSize", 16);
    // Before the folder is created.
    this.list = source();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    this.folder = CorpusFolders.toFill(hadoop, job.directory(), job.out());
    this.rejects = new RejectTable(new CorpusTable(spark, folder, CorpusLayout.REJECTS, job.out()));
  }

  /**
   * Aligns documents that are not in the corpus yet.
   *
   * @throws InputException if the corpus was made with other settings, or is damaged
   */
  public CorpusTotals align() {
    return folder.alone(this::alignAll);
  }

  private CorpusTotals alignAll() {
    String settings = AlignmentSnapshot.of(job.snapshot()).settings();
    DoneDocuments before = before(settings);
    Tally tally = Tally.in(spark.sparkContext());
    messages.progress(0, list.size(), 0);
    spark.sparkContext().addSparkListener(new DocumentProgress(messages, tally, list.size()));
    Broadcast<byte[]> snapshot =
        new JavaSparkContext(spark.sparkContext()).broadcast(job.snapshot());
    AlignDocuments task = new AlignDocuments(snapshot, settings, job.limits(), tally);
    Column number = functions.col(Columns.SEQ).plus(offset(before));
    int first = folder.nextStretch();
    int stretch = first;
    int length = stretchLength();
    for (long start = 0; start < list.size(); start += length) {
      long end = Math.min(list.size(), start + length);
      List<Waiting> entries = list.entries(start, end, before);
      int slices = Math.max(1, entries.size() / DOCUMENTS_A_TASK);
      try {
        align(stretch, list.rows(entries, slices).withColumn(Columns.SEQ, number), task);
      } catch (Exception e) { // Spark throws checked exceptions that it does not declare
        if (!list.findsDamage(start, end)) {
          throw e;
        }
        align(stretch, list.rows(entries, slices).withColumn(Columns.SEQ, number), task);
      }
      stretch++;
    }
    CorpusTotals totals = totals(rejects.countsFrom(first), before);
    rejects.forgetThoseOf(list, first, stretch);
    return totals;
  }

  private DoneDocuments before(String settings) {
    return folder.has(CorpusLayout.BEADS)
        ? new CorpusTable(spark, folder, CorpusLayout.BEADS, job.out())
            .reading(() -> DoneDocuments.in(beads(), settings, job.out()))
        : DoneDocuments.NONE;
  }

  /**
   * Added to the places in the list, so that no two documents of the corpus have the same number.
   * It is 0 if the corpus has only documents of this list, at their places.
   */
  private long offset(DoneDocuments before) {
    long has = before.documents().size();
    long inPlace =
        has == 0
            ? 0
            : list.all(before)
                .filter(entry -> before.isAt(entry.pair().article().document(), entry.seq()))
                .count();
    return inPlace == has ? 0 : before.last();
  }

  private PairSource source() {
    Workplace workplace = Workplace.in(java.nio.file.Path.of(job.directory()));
    String name = job.pairs();
    boolean isParquet =
        name.endsWith(".parquet")
            || name.contains("://")
            || Files.isDirectory(workplace.resolve(name));
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    return isParquet
        ? new ParquetPairs(
            spark,
            workplace,
            name,
            ParquetFile.at(CorpusFolders.path(job.directory(), name), name, hadoop))
        : new ListedPairs(spark, workplace, name);
  }

  private Dataset<Row> beads() {
    return Tables.read(spark, folder.table(CorpusLayout.BEADS));
  }

  private int stretchLength() {
    int cores = spark.sparkContext().defaultParallelism();
    return Math.max(MIN_STRETCH, Math.min(MAX_STRETCH, cores * TASKS_A_CORE * DOCUMENTS_A_TASK));
  }

  private void align(int stretch, Dataset<Row> documents, AlignDocuments task) {
    String made = folder.work().table(stretch, "documents");
    documents
        .mapPartitions(task, Encoders.row(PackedRows.SCHEMA))
        .write()
        .mode("overwrite")
        .option("parquet.enable.dictionary", false)
        .parquet(made);
    Dataset<Row> packed = Tables.read(spark, PackedRows.SCHEMA, made).coalesce(1);
    Column isReject = functions.col(PackedRows.IS_REJECT);
    Set<Boolean> kinds =
        packed.select(isReject).distinct().collectAsList().stream()
            .map(row -> row.getBoolean(0))
            .collect(Collectors.toSet());
    if (kinds.contains(false)) {
      Dataset<Row> beads = inOrder(packed.where(functions.not(isReject)));
      Tables.writer(unpacked(beads, Columns.BEAD))
          .parquet(folder.work().table(stretch, CorpusLayout.BEADS));
      Column lines = functions.col(PackedRows.LINES);
      Tables.writer(beads.select(lines).where(lines.notEqual("")))
          .text(folder.work().table(stretch, CorpusLayout.LINES));
    }
    if (kinds.contains(true)) {
      rejects.write(unpacked(inOrder(packed.where(isReject)), Columns.REJECT), stretch);
    }
    folder.work().publish(stretch);
  }

  private static Dataset<Row> inOrder(Dataset<Row> packed) {
    return packed.sortWithinPartitions(Columns.SEQ);
  }

  private static Dataset<Row> unpacked(Dataset<Row> packed, StructType rest) {
    return packed.flatMap(
        new PackedRows(rest), Encoders.row(Columns.joined(Columns.DOCUMENT, rest)));
  }

  private CorpusTotals totals(RejectCounts rejected, DoneDocuments before) {
    long documents = list.size();
    long has =
        folder.has(CorpusLayout.BEADS)
            ? beads().where(functions.col(Columns.BEAD_NUMBER).equalTo(1)).count()
            : 0;
    long aligned = has - before.documents().size();
    return new CorpusTotals(
        documents,
        aligned,
        documents - aligned - rejected.failed() - rejected.unrelated(),
        rejected.failed(),
        rejected.unrelated(),
        rejected.bugs(),
        before.documents().size() - named(before));
  }

  private long named(DoneDocuments before) {
    return before.documents().isEmpty()
        ? 0
        : list.all(DoneDocuments.NONE)
            .map(entry -> entry.pair().article().document())
            .filter(before::has)
            .distinct()
            .count();
  }
}
