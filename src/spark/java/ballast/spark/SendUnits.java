package ballast.spark;

import ballast.app.corpus.UnitStream;
import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** What {@code spark-submit} starts: tells the units of a {@link UnitStream.UnitsJob}. */
final class SendUnits {

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
