package ballast.spark;

import ballast.app.corpus.CorpusCheck;
import ballast.spark.check.CheckRun;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/**
 * Started by {@code spark-submit}: checks the units of the corpus of a {@link
 * CorpusCheck.CheckJob}.
 */
final class CheckCorpus {

  private CheckCorpus() {}

  /**
   * @param args the file of the job
   */
  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args, (spark, job, messages) -> new CheckRun(spark, job, messages).check().message());
  }
}
