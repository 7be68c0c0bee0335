package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.likeness.Score;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.util.Locale;
import java.util.Map;

/**
 * Removes duplicate units of a corpus on Spark, and marks those that are nearly the same. What is
 * left is a table of its own in the folder of the corpus; the table of all beads stays as it is.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusDuplicates found =
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
}
