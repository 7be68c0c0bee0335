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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The common part of all jobs, from the job file to the last message.
 *
 * @param <J> the contents of the file
 */
public interface SparkJob<J extends Record> {

  /** Prefix of an application's id without a cluster. */
  String UNNAMED = "spark-application-";

  /**
   * Does the work of the job.
   *
   * @param job as sent by the process that started this one
   * @return the result
   * @throws InputException if something cannot be used
   */
  Record run(SparkSession spark, J job, Messages messages);

  /**
   * Runs a job. Reports unusable input to the process that started this one. Any other exception
   * ends the job, and is in its log.
   *
   * @param args the file of the job
   */
  static <J extends Record> void run(String[] args, Class<J> type, SparkJob<J> work)
      throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    Messages messages = new Messages(new PrintStream(out, false, UTF_8));
    StartingProcess.watch();
    try {
      J job = JobFile.job(Files.readAllBytes(Path.of(args[0])), type);
      SparkSession spark = session();
      try {
        requireAnswer(spark.sparkContext());
        messages.send(JobMessage.ended(work.run(spark, job, messages)));
      } finally {
        spark.stop();
      }
    } catch (InputException e) {
      messages.refused(e);
    }
  }

  private static SparkSession session() {
    String master = System.getProperty("spark.master", "");
    if (isStandalone(master) && !isOpen(master)) {
      throw noAnswer(master); // Spark would try for a minute
    }
    try {
      return SparkSession.builder()
          // The order of rows must not depend on sizes.
          .config("spark.sql.adaptive.enabled", false)
          .config("spark.sql.parquet.mergeSchema", false)
          // For few rows; a job that shuffles many sets its own.
          .config("spark.sql.shuffle.partitions", 1)
          .getOrCreate();
    } catch (IllegalStateException e) {
      throw isStandalone(master) ? noAnswer(master) : e; // it has stopped itself already
    }
  }

  /** Spark continues without a cluster, and stops itself a little later. */
  private static void requireAnswer(SparkContext context) {
    if (isStandalone(context.master()) && context.applicationId().startsWith(UNNAMED)) {
      throw noAnswer(context.master());
    }
  }

  private static boolean isStandalone(String master) {
    return master.startsWith("spark://");
  }

  /** Whether anything accepts connections at one of the addresses. */
  private static boolean isOpen(String master) {
    for (String address : master.replace("spark://", "").split(",")) {
      int colon = address.lastIndexOf(':');
      try (Socket socket = new Socket()) {
        int port = Integer.parseInt(address.substring(colon + 1));
        InetSocketAddress place = new InetSocketAddress(address.substring(0, colon), port);
        socket.connect(place, /* milliseconds= */ 20_000);
        return true;
      } catch (IOException | IllegalArgumentException e) {
        // Perhaps another master answers.
      }
    }
    return false;
  }

  private static InputException noAnswer(String master) {
    return new InputException(
        "no Spark answers at " + master,
        "check the address, and whether a master of Spark runs there");
  }
}
