package ballast.spark;

import ballast.app.corpus.CorpusCheck;
import ballast.spark.check.CheckRun;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link CorpusCheck.CheckJob}. */
public final class CheckCorpus {

  private CheckCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args, (spark, job, messages) -> new CheckRun(spark, job, messages).check().message());
  }
}
