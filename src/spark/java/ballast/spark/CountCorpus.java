package ballast.spark;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.spark.count.Counting;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the {@link CorpusUnits} to count. */
public final class CountCorpus {

  private CountCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        CorpusUnits.class,
        (spark, units, messages) -> new Counting(spark, units, messages).count());
  }
}
