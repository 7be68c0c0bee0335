package ballast.spark;

import ballast.app.corpus.CorpusCount;
import ballast.app.corpus.CorpusCount.CountJob;
import ballast.spark.count.Counting;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link CorpusCount.CountJob}. */
public final class CountCorpus {

  private CountCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        (spark, job, messages) ->
            new Counting(spark, CountJob.of(job), messages).count().message());
  }
}
