package ballast.spark;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.CorpusJobs.MiningJob;
import ballast.app.glossary.TermMining;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.UnitTexts;
import ballast.spark.job.Messages;
import ballast.spark.job.Slices;
import ballast.spark.job.SparkJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Started by {@code spark-submit} with the file of a {@link MiningJob}. Tasks read and sort the
 * units; the driver does all other work, because half of it is counting, which needs all texts at
 * once.
 */
public final class MineCorpus {

  /** Units between two progress messages. */
  private static final int STEP = 10_000;

  private MineCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(args, MiningJob.class, MineCorpus::mine);
  }

  private static TermMining.Result mine(SparkSession spark, MiningJob job, Messages messages) {
    String directory = job.units().directory();
    CorpusFolder folder =
        CorpusFolders.aligned(
            spark.sparkContext().hadoopConfiguration(), directory, job.units().folder());
    folder.settle();
    CorpusTable units = CorpusTable.of(spark, folder, job.units());
    return units.reading(() -> mine(units, job, messages));
  }

  private static TermMining.Result mine(CorpusTable units, MiningJob job, Messages messages) {
    Workplace workplace = Workplace.in(Path.of(job.units().directory()));
    Dataset<Row> rows = UnitTexts.rows(units);
    long all = rows.count();
    SparkSession spark = units.spark();
    spark.conf().set("spark.sql.shuffle.partitions", Slices.of(spark, all));
    return new TermMining(workplace, Notices.NONE)
        .mine(
            job.concepts(),
            job.wanted(),
            action ->
                forEach(
                    rows.orderBy(Columns.SEQ, Columns.BEAD_NUMBER).toLocalIterator(),
                    all,
                    messages,
                    action));
  }

  private static void forEach(
      Iterator<Row> rows, long all, Messages messages, Consumer<CheckedPair<Passage>> action) {
    String document = "";
    for (long done = 0; rows.hasNext(); done++) {
      if (done % STEP == 0) {
        messages.progress(done, all, 0);
      }
      Row row = rows.next();
      // Locations are kept: those of a document share its name.
      document = row.getString(0).equals(document) ? document : row.getString(0);
      action.accept(UnitTexts.pair(row, document));
    }
    messages.progress(all, all, 0);
  }
}
