package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import java.util.Locale;
import java.util.Map;

/**
 * Counts the contents of a corpus on Spark.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusStatistics statistics =
 *       new CorpusCount(Workplace.in(folder), Notices.NONE, environment)
 *           .count(new Corpus("corpus", "local[2]"));
 *   System.out.println(statistics.units().total() + " units");
 * }
 * }</pre>
 */
public final class CorpusCount {

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusCount(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * @throws InputException if Spark is missing, the folder is not a corpus folder, or the job fails
   */
  public CorpusStatistics count(Corpus corpus) {
    CountJob job = new CountJob(workplace.directory().toString(), corpus.folder());
    JobMessage end =
        new SparkProcess(workplace, notices, SparkPlace.in(environment))
            .run(
                new SparkProcess.Job("corpus stats", "ballast.spark.CountCorpus", job.toBytes()),
                corpus.engine(),
                CorpusCount::text);
    return CorpusStatistics.of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "counting: %,d/%,d tasks", message.number(0), message.number(1));
  }

  /**
   * A corpus to count: the job, sent to Spark's process as bytes.
   *
   * @param directory the working directory, base of the relative folder name
   * @param folder the folder of the corpus
   */
  public record CountJob(String directory, String folder) {

    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            out.writeUTF(directory);
            out.writeUTF(folder);
          });
    }

    public static CountJob of(byte[] bytes) {
      return JobFile.read(bytes, in -> new CountJob(in.readUTF(), in.readUTF()));
    }
  }
}
