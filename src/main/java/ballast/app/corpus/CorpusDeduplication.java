package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import ballast.likeness.Score;
import java.util.Locale;
import java.util.Map;

/**
 * Removes duplicate units of a corpus on Spark, and marks those that are nearly the same. What is
 * left is a table of its own in the folder of the corpus; the table of all beads stays as it is.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusDeduplication.CorpusDuplicates found =
 *       new CorpusDeduplication(Workplace.in(folder), Notices.NONE, environment)
 *           .run(CorpusDeduplication.Request.of(new Corpus("corpus", "local[2]")));
 *   System.out.println(found.removed() + " of " + found.units() + " units are duplicates");
 * }
 * }</pre>
 */
public final class CorpusDeduplication {

  /**
   * What is done.
   *
   * @param near units of which both texts score at least this are nearly the same; {@link
   *     Score#MIN_THRESHOLD} to 100, or 0: they are not looked for
   */
  public record Request(Corpus corpus, int near) {

    /** The usual {@code near}. */
    public static final int DEFAULT_NEAR = 90;

    public Request {
      if (near != 0 && (near < Score.MIN_THRESHOLD || near > Score.FULL)) {
        throw new IllegalArgumentException("near " + near);
      }
    }

    /** Looks for what is usual. */
    public static Request of(Corpus corpus) {
      return new Request(corpus, DEFAULT_NEAR);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusDeduplication(
      Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Removes and marks.
   *
   * @throws InputException if Spark is missing, the folder is not that of a corpus, or the job
   *     fails
   */
  public CorpusDuplicates run(Request request) {
    DeduplicationJob job =
        new DeduplicationJob(
            workplace.directory().toString(), request.corpus().folder(), request.near());
    JobMessage end =
        new SparkProcess(workplace, notices, SparkPlace.in(environment))
            .run(
                new SparkProcess.Job("corpus dedupe", "ballast.spark.DedupeCorpus", job.toBytes()),
                request.corpus().engine(),
                CorpusDeduplication::text);
    return CorpusDuplicates.of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "looking for duplicates: %,d/%,d tasks", message.number(0), message.number(1));
  }

  /**
   * What became of the units of a corpus.
   *
   * @param units how many there were
   * @param removed how many of them had both texts of an earlier one
   * @param near how many of the others are nearly the same as an earlier one
   * @param tooLong how many of the others have a text that is too long to be compared: more than
   *     {@link ballast.likeness.Score#MAX_SYMBOLS} characters or words
   * @param notCompared pairs of units that have much in common, and were not compared because there
   *     are too many of them
   */
  public record CorpusDuplicates(
      long units, long removed, long near, long tooLong, long notCompared) {

    /** How many units are left. */
    public long kept() {
      return units - removed;
    }

    /** The numbers in a message. */
    static CorpusDuplicates of(JobMessage message) {
      return new CorpusDuplicates(
          message.number(0),
          message.number(1),
          message.number(2),
          message.number(3),
          message.number(4));
    }

    /** The message that tells them. */
    public JobMessage message() {
      return JobMessage.of(JobMessage.Kind.ENDED, units, removed, near, tooLong, notCompared);
    }
  }

  /**
   * Duplicates that are to be removed: what this process tells Spark's, as bytes.
   *
   * @param directory the working directory, which the name of the folder is relative to
   * @param folder the folder of the corpus
   * @param near the lowest score of texts that are nearly the same; 0: they are not looked for
   */
  public record DeduplicationJob(String directory, String folder, int near) {

    /** Writes it for {@link #of}. */
    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            out.writeUTF(directory);
            out.writeUTF(folder);
            out.writeInt(near);
          });
    }

    /** Reads what {@link #toBytes} has written. */
    public static DeduplicationJob of(byte[] bytes) {
      return JobFile.read(
          bytes, in -> new DeduplicationJob(in.readUTF(), in.readUTF(), in.readInt()));
    }
  }
}
