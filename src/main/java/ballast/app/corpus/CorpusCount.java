package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what a corpus has, on Spark.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusStatistics statistics =
 *       new CorpusCount(Workplace.in(folder), Notices.NONE, environment)
 *           .count(new CorpusCount.Request(new Corpus("corpus", "local[2]")));
 *   System.out.println(statistics.units().total() + " units");
 * }
 * }</pre>
 */
public final class CorpusCount {

  /** What is counted. */
  public record Request(Corpus corpus) {}

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusCount(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Counts.
   *
   * @throws InputException if Spark is missing, the folder is not that of a corpus, or the job
   *     fails
   */
  public CorpusStatistics count(Request request) {
    CountJob job = new CountJob(workplace.directory().toString(), request.corpus().folder());
    JobMessage end =
        new SparkProcess(workplace, notices, SparkPlace.in(environment))
            .run(
                new SparkProcess.Job("corpus stats", "ballast.spark.CountCorpus", job.toBytes()),
                request.corpus().engine(),
                CorpusCount::text);
    return CorpusStatistics.of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "counting: %,d/%,d tasks", message.number(0), message.number(1));
  }

  /**
   * A corpus that is to be counted: what this process tells Spark's, as bytes.
   *
   * @param directory the working directory, which the name of the folder is relative to
   * @param folder the folder of the corpus
   */
  public record CountJob(String directory, String folder) {

    /** Writes it for {@link #of}. */
    public byte[] toBytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream stream = new DataOutputStream(bytes)) {
        stream.writeUTF(directory);
        stream.writeUTF(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} has written. */
    public static CountJob of(byte[] bytes) {
      try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
        return new CountJob(stream.readUTF(), stream.readUTF());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
