package ballast.spark;

import ballast.spark.job.SparkJob;
import ballast.workflow.corpus.UnitsJob;
import java.io.IOException;

/** What {@code spark-submit} starts: tells the units of a {@link UnitsJob}. */
public final class SendUnits {

  private SendUnits() {}

  /**
   * Runs the job.
   *
   * @param args the file of the job
   */
  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args, (spark, job, messages) -> new UnitSender(spark, UnitsJob.of(job), messages).send());
  }
}
