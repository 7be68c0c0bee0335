package ballast.spark;

import ballast.app.corpus.CorpusDeduplication;
import ballast.app.corpus.CorpusDeduplication.DeduplicationJob;
import ballast.spark.dedupe.Deduplication;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/**
 * Started by {@code spark-submit} with the file of a {@link CorpusDeduplication.DeduplicationJob}.
 */
public final class DedupeCorpus {

  private DedupeCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        (spark, job, messages) ->
            new Deduplication(spark, DeduplicationJob.of(job), messages).run().message());
  }
}
