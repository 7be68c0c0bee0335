package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import ballast.likeness.Score;
import java.util.Locale;
import java.util.Map;

/**
 * Removes duplicate units of a corpus on Spark, and marks near duplicates. The remaining units are
 * a separate table in the folder of the corpus; the table of all beads is unchanged.
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
   * A request for a deduplication.
   *
   * @param near minimum score of both texts of near duplicates, {@link Score#MIN_THRESHOLD} to 100;
   *     0 to skip the search for them
   */
  public record Request(Corpus corpus, int near) {

    /** The default for {@code near}. */
    public static final int DEFAULT_NEAR = 90;

    public Request {
      if (near != 0 && (near < Score.MIN_THRESHOLD || near > Score.FULL)) {
        throw new IllegalArgumentException("near " + near);
      }
    }

    /** Uses the default for {@code near}. */
    public static Request of(Corpus corpus) {
      return new Request(corpus, DEFAULT_NEAR);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusDeduplication(
      Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Removes duplicates and marks near duplicates.
   *
   * @throws InputException if Spark is missing, the folder is not a corpus folder, or the job fails
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
   * The outcome for the units of a corpus.
   *
   * @param units number of units before the run
   * @param removed number of units with both texts of an earlier one
   * @param near number of other units that are nearly the same as an earlier one
   * @param tooLong number of other units with a text too long to compare: more than {@link
   *     ballast.likeness.Score#MAX_SYMBOLS} characters or words
   * @param notCompared pairs of units that have much in common, but were too many to compare
   */
  public record CorpusDuplicates(
      long units, long removed, long near, long tooLong, long notCompared) {

    /** The number of remaining units. */
    public long kept() {
      return units - removed;
    }

    static CorpusDuplicates of(JobMessage message) {
      return new CorpusDuplicates(
          message.number(0),
          message.number(1),
          message.number(2),
          message.number(3),
          message.number(4));
    }

    public JobMessage message() {
      return JobMessage.of(JobMessage.Kind.ENDED, units, removed, near, tooLong, notCompared);
    }
  }

  /**
   * A deduplication: the job, sent to Spark's process as bytes.
   *
   * @param directory the working directory, base of the relative folder name
   * @param folder the folder of the corpus
   * @param near minimum score of near duplicates; 0 to skip the search for them
   */
  public record DeduplicationJob(String directory, String folder, int near) {

    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            out.writeUTF(directory);
            out.writeUTF(folder);
            out.writeInt(near);
          });
    }

    public static DeduplicationJob of(byte[] bytes) {
      return JobFile.read(
          bytes, in -> new DeduplicationJob(in.readUTF(), in.readUTF(), in.readInt()));
    }
  }
}
