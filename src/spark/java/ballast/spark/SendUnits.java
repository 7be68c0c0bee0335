package ballast.spark;

import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link UnitsJob}. */
public final class SendUnits {

  private SendUnits() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        UnitsJob.class,
        (spark, job, messages) -> new UnitSender(spark, job, messages).send());
  }
}
