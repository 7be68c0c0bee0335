package ballast.spark;

import ballast.app.corpus.CorpusJobs.CheckJob;
import ballast.spark.check.CheckRun;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link CheckJob}. */
public final class CheckCorpus {

  private CheckCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args, CheckJob.class, (spark, job, messages) -> new CheckRun(spark, job, messages).check());
  }
}
