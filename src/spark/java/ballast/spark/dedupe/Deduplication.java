package ballast.spark.dedupe;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusJobs.CorpusDuplicates;
import ballast.app.corpus.CorpusJobs.DeduplicationJob;
import ballast.bitext.InputException;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.StretchFiles;
import ballast.spark.corpus.UnitKeys;
import ballast.spark.job.Messages;
import ballast.spark.job.TaskProgress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Creates the table of a corpus with each pair of texts once. */
public final class Deduplication {

  static final String PART = "deduped";

  /** The column in the form for joins other than inner joins. */
  private static final String[] ID = {CorpusTable.ID};

  private final SparkSession spark;
  private final DeduplicationJob job;
  private final CorpusFolder folder;
  private final CorpusTable table;

  /**
   * @throws InputException if the folder is not a corpus folder
   */
  public Deduplication(SparkSession spark, DeduplicationJob job, Messages messages) {
    this.spark = spark;
    this.job = job;
    String directory = job.units().directory();
    String name = job.units().folder();
    this.folder =
        CorpusFolders.aligned(spark.sparkContext().hadoopConfiguration(), directory, name);
    folder.settle();
    this.table =
        CorpusTable.of(spark, folder, new CorpusUnits(directory, name, /* deduped= */ false));
    spark.sparkContext().addSparkListener(new TaskProgress(messages));
  }

  /**
   * Creates the table.
   *
   * @throws InputException if the table of beads cannot be used
   */
  public CorpusDuplicates run() {
    return folder.alone(
        () -> {
          CorpusDuplicates found = table.reading(this::find);
          folder.work().replace(PART);
          return found;
        });
  }

  private CorpusDuplicates find() {
    Dataset<Row> units = table.units();
    long all = units.count();
    table.shuffle(all);
    Dataset<Row> firsts = UnitKeys.firsts(units).persist(StorageLevel.DISK_ONLY());
    long kept = firsts.count();
    Dataset<Row> distinct = units.join(firsts, CorpusTable.ID);
    if (job.near() == 0) {
      write(distinct, noMarks());
      return new CorpusDuplicates(all, all - kept, 0, 0, 0);
    }
    NearUnits near = new NearUnits(distinct, job.near());
    Dataset<Row> marks = near.marks().persist(StorageLevel.DISK_ONLY());
    long marked = marks.count();
    write(distinct, marks);
    return new CorpusDuplicates(all, all - kept, marked, near.tooLong(), near.leftOut());
  }

  private Dataset<Row> noMarks() {
    return spark.createDataFrame(List.of(), NearColumns.MARKS);
  }

  /** Writes the units with their marks, in files that match the documents of the list. */
  private void write(Dataset<Row> distinct, Dataset<Row> marks) {
    Dataset<Row> near =
        distinct.select(
            functions.col(CorpusTable.ID).as(NearColumns.NEAR_ID),
            functions
                .concat_ws(
                    ":", functions.col(Columns.DOCUMENT_NAME), functions.col(Columns.BEAD_NUMBER))
                .as(Columns.NEAR),
            functions.col(Columns.SEQ).as(Columns.NEAR_SEQ),
            functions.col(Columns.BEAD_NUMBER).as(Columns.NEAR_BEAD));
    Dataset<Row> rows =
        distinct
            .join(marks.join(near, NearColumns.NEAR_ID), ID, "left")
            .select(
                Stream.concat(
                        Arrays.stream(Columns.of(Columns.DEDUPED)),
                        Stream.of(functions.col(CorpusTable.STRETCH)))
                    .toArray(Column[]::new));
    new StretchFiles(spark, folder).write(rows, Columns.DEDUPED, PART);
  }
}
