package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.AlignmentSnapshot;
import ballast.app.align.ArticleReading;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.app.corpus.SparkPlace.SparkMaster;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Aligns a list of pairs on Spark, like {@link ballast.app.align.ArticleAlignment} in this process,
 * and writes the results to a folder. The job runs in a process of its own, which stops when this
 * one does.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusAlignment.CorpusTotals totals =
 *       new CorpusAlignment(Workplace.in(folder), Notices.NONE, environment)
 *           .align(CorpusAlignment.Request.of("pairs.tsv", "corpus", "local[2]"));
 *   System.out.println(totals.aligned() + " of " + totals.documents() + " documents");
 * }
 * }</pre>
 */
public final class CorpusAlignment {

  /**
   * A request for an alignment.
   *
   * @param pairs the list of pairs, or a file or folder of Parquet
   * @param out the folder of the results; its documents are not aligned again
   * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
   * @param reading options for reading and splitting texts
   * @param evidence prior knowledge, and the texts to accept
   * @param limits the limits for one document
   */
  public record Request(
      String pairs,
      String out,
      String engine,
      ArticleReading reading,
      Evidence evidence,
      DocumentLimits limits) {

    /**
     * @throws InputException if the master is not a valid address of Spark
     */
    public Request {
      SparkMaster.require(engine);
    }

    /** Uses the default options. */
    public static Request of(String pairs, String out, String engine) {
      return new Request(
          pairs,
          out,
          engine,
          ArticleReading.DEFAULT,
          new Evidence(Glossaries.OF_PROJECT, Recording.NONE),
          DocumentLimits.DEFAULT);
    }
  }

  /**
   * Prior knowledge for an alignment.
   *
   * @param glossaries their terms help to align
   * @param recording its memory must exist and is only read; it also decides whether to accept
   *     texts that are not translations of each other
   */
  public record Evidence(Glossaries glossaries, Recording recording) {}

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusAlignment(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Aligns the list.
   *
   * @throws InputException if Spark is missing, the memory cannot be read, the list or the folder
   *     cannot be used, or the job fails
   */
  public CorpusTotals align(Request request) {
    SparkPlace spark = SparkPlace.in(environment);
    AlignmentSnapshot snapshot =
        AlignmentSnapshot.of(
            workplace,
            request.reading(),
            request.evidence().glossaries(),
            request.evidence().recording(),
            notices);
    AlignmentJob job =
        new AlignmentJob(
            workplace.directory().toString(),
            request.pairs(),
            request.out(),
            request.limits(),
            snapshot);
    JobMessage end =
        new SparkProcess(workplace, notices, spark)
            .run(
                new SparkProcess.Job("align", "ballast.spark.AlignCorpus", job.toBytes()),
                request.engine(),
                CorpusAlignment::text);
    return CorpusTotals.of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
            Locale.ROOT, "aligning %,d/%,d documents", message.number(0), message.number(1))
        + (message.number(2) > 0
            ? String.format(Locale.ROOT, ", %,d rejected", message.number(2))
            : "");
  }

  /**
   * The outcome for the documents of a list.
   *
   * @param documents number of listed documents
   * @param aligned aligned by this run
   * @param before already in the corpus
   * @param failed rejected because they cannot be aligned
   * @param unrelated rejected because the two texts are not translations of each other
   * @param bugs number of {@code failed} that are internal errors
   * @param unlisted number of documents in the corpus but not in the list
   */
  public record CorpusTotals(
      long documents,
      long aligned,
      long before,
      long failed,
      long unrelated,
      long bugs,
      long unlisted) {

    static CorpusTotals of(JobMessage message) {
      return new CorpusTotals(
          message.number(0),
          message.number(1),
          message.number(2),
          message.number(3),
          message.number(4),
          message.number(5),
          message.number(6));
    }

    public JobMessage message() {
      return JobMessage.of(
          JobMessage.Kind.ENDED, documents, aligned, before, failed, unrelated, bugs, unlisted);
    }
  }

  /**
   * A corpus to align: the job, sent to Spark's process as bytes.
   *
   * @param directory the working directory, base of relative file names
   * @param pairs the list of pairs, or a file or folder of Parquet
   * @param out the folder for the results
   * @param limits the limits for one document
   * @param snapshot the aligner's options
   */
  public record AlignmentJob(
      String directory,
      String pairs,
      String out,
      DocumentLimits limits,
      AlignmentSnapshot snapshot) {

    public byte[] toBytes() {
      return JobFile.bytes(
          stream -> {
            byte[] packed = snapshot.toBytes();
            stream.writeInt(packed.length);
            stream.write(packed);
            stream.writeUTF(directory);
            stream.writeUTF(pairs);
            stream.writeUTF(out);
            stream.writeLong(limits.bytes());
            stream.writeLong(limits.time().toMillis());
          });
    }

    public static AlignmentJob of(byte[] bytes) {
      return JobFile.read(
          bytes,
          in -> {
            AlignmentSnapshot snapshot = AlignmentSnapshot.of(in.readNBytes(in.readInt()));
            String directory = in.readUTF();
            String pairs = in.readUTF();
            String out = in.readUTF();
            long size = in.readLong();
            Duration time = Duration.ofMillis(in.readLong());
            return new AlignmentJob(
                directory, pairs, out, new DocumentLimits(size, time), snapshot);
          });
    }
  }
}
