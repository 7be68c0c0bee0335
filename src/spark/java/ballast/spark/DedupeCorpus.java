package ballast.spark;

import ballast.app.corpus.CorpusJobs.DeduplicationJob;
import ballast.spark.dedupe.Deduplication;
import ballast.spark.job.SparkJob;
import java.io.IOException;

/** Started by {@code spark-submit} with the file of a {@link DeduplicationJob}. */
public final class DedupeCorpus {

  private DedupeCorpus() {}

  public static void main(String[] args) throws IOException {
    SparkJob.run(
        args,
        DeduplicationJob.class,
        (spark, job, messages) -> new Deduplication(spark, job, messages).run());
  }
}
