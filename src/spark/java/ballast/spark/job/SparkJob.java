package ballast.spark.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.corpus.JobMessage;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** What all jobs have in common, from the file that says what is to be done to the last message. */
public interface SparkJob {

  /** How the name of an application begins to which no cluster has given one. */
  String UNNAMED = "spark-application-";

  /**
   * Does it.
   *
   * @param job what is to be done, as the process that has started this one has written it
   * @return the message of its end
   * @throws InputException if something cannot be used
   */
  JobMessage run(SparkSession spark, byte[] job, Messages messages);

  /**
   * Runs a job. What cannot be used is told to the process that has started this one; any other
   * exception ends the job, and is in its log.
   *
   * @param args the file of the job
   */
  static void run(String[] args, SparkJob job) throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    Messages messages = new Messages(new PrintStream(out, false, UTF_8));
    StartingProcess.watch();
    try {
      byte[] bytes = JobFile.job(Files.readAllBytes(Path.of(args[0])));
      SparkSession spark =
          SparkSession.builder()
              // The order of rows must not depend on sizes.
              .config("spark.sql.adaptive.enabled", false)
              .config("spark.sql.parquet.mergeSchema", false)
              .getOrCreate();
      try {
        requireAnswer(spark.sparkContext());
        messages.send(job.run(spark, bytes, messages));
      } finally {
        spark.stop();
      }
    } catch (InputException e) {
      messages.refused(e);
    }
  }

  /** Spark goes on without a cluster, and stops itself a little later. */
  private static void requireAnswer(SparkContext context) {
    boolean isStandalone = context.master().startsWith("spark://");
    if (isStandalone && context.applicationId().startsWith(UNNAMED)) {
      throw new InputException(
          "no Spark answers at " + context.master(),
          "check the address, and whether a master of Spark runs there");
    }
  }
}
