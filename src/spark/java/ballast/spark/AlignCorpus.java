package ballast.spark;

import ballast.app.corpus.CorpusJobs.AlignmentJob;
import ballast.spark.align.CorpusRun;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link AlignmentJob}. */
public final class AlignCorpus {

  private AlignCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        AlignmentJob.class,
        (spark, job, messages) -> new CorpusRun(spark, job, messages).align());
  }
}
