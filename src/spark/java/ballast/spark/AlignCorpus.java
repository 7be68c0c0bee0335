package ballast.spark;

import ballast.app.corpus.CorpusAlignment;
import ballast.app.corpus.CorpusAlignment.AlignmentJob;
import ballast.spark.align.CorpusRun;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link CorpusAlignment.AlignmentJob}. */
public final class AlignCorpus {

  private AlignCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        (spark, job, messages) -> {
          // Only few rows are shuffled.
          spark.conf().set("spark.sql.shuffle.partitions", 1);
          return new CorpusRun(spark, AlignmentJob.of(job), messages).align().message();
        });
  }
}
