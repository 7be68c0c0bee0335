package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.workflow.corpus.CorpusJob;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** What {@code spark-submit} starts: aligns the corpus of a {@link CorpusJob}. */
public final class AlignCorpus {

  private AlignCorpus() {}

  /**
   * Runs the job. What cannot be used is told to the process that has started this one; any other
   * exception ends the job, and is in its log.
   *
   * @param args the file of the job
   */
  public static void main(String[] args) throws IOException {
    Messages messages =
        new Messages(new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8));
    try {
      CorpusJob job = CorpusJob.of(Files.readAllBytes(Path.of(args[0])));
      SparkSession spark =
          SparkSession.builder()
              // Rows are few where they are shuffled, and their order must not depend on sizes.
              .config("spark.sql.adaptive.enabled", false)
              .config("spark.sql.shuffle.partitions", 1)
              .config("spark.sql.parquet.mergeSchema", false)
              .getOrCreate();
      try {
        messages.ended(new CorpusRun(spark, job, messages).align());
      } finally {
        spark.stop();
      }
    } catch (InputException e) {
      messages.refused(e);
    }
  }
}
