package ballast.workflow.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.AlignmentSnapshot;
import ballast.workflow.align.ArticleReading;
import ballast.workflow.align.DocumentLimits;
import ballast.workflow.align.Recording;
import ballast.workflow.project.Glossaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aligns a list of pairs on Spark, as {@link ballast.workflow.align.ArticleAlignment} does in this
 * process, and leaves the results in a folder. The job runs in a process of its own, which is
 * stopped if this one is.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusTotals totals =
 *       new CorpusAlignment(Workplace.in(folder), Notices.NONE, environment)
 *           .align(CorpusAlignment.Request.of("pairs.tsv", "corpus", "local[2]"));
 *   System.out.println(totals.aligned() + " of " + totals.documents() + " documents");
 * }
 * }</pre>
 */
public final class CorpusAlignment {

  /**
   * What is aligned, where, and how.
   *
   * @param pairs the list of pairs, or a file or folder of Parquet
   * @param out the folder of the results; what it has already is not aligned again
   * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
   * @param reading how texts are read and split
   * @param evidence what is known beforehand, and which texts are taken
   * @param limits what one document may take
   */
  public record Request(
      String pairs,
      String out,
      String engine,
      ArticleReading reading,
      Evidence evidence,
      DocumentLimits limits) {

    /** Aligns with what is usual. */
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
   * What is known beforehand.
   *
   * @param glossaries their terms
   * @param recording its memory is only read; texts that are not translations of each other are
   *     taken if it takes them
   */
  public record Evidence(Glossaries glossaries, Recording recording) {}

  private static final String MAIN_CLASS = "ballast.spark.AlignCorpus";

  /** Takes less memory and CPU than the collector that Java chooses for many threads. */
  private static final String JAVA_OPTIONS = "-XX:+UseSerialGC";

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusAlignment(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Aligns the list.
   *
   * @throws InputException if Spark is missing, the list or the folder cannot be used, or the job
   *     fails
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
    CorpusJob job =
        new CorpusJob(
            workplace.directory().toString(),
            request.pairs(),
            request.out(),
            request.limits(),
            snapshot);
    try {
      Path folder = Files.createTempDirectory("ballast-spark-");
      Path file = Files.write(folder.resolve("job"), job.toBytes());
      return run(spark, request.engine(), file, folder.resolve("spark.log"));
    } catch (IOException e) {
      throw new InputException("cannot start Spark: " + e.getMessage(), "", e);
    }
  }

  private CorpusTotals run(SparkPlace spark, String engine, Path file, Path log)
      throws IOException {
    List<String> command = command(spark, engine, file);
    notices.detail("starting " + String.join(" ", command) + "; its log is " + log);
    notices.step("starting Spark");
    Process process =
        new ProcessBuilder(command)
            .directory(workplace.directory().toFile())
            .redirectError(log.toFile())
            .start();
    Thread stop = new Thread(process::destroy, "stop Spark");
    Runtime.getRuntime().addShutdownHook(stop);
    @Nullable CorpusTotals totals;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      totals = listen(lines);
    } catch (InputException e) {
      clear(file, log);
      throw e;
    } finally {
      notices.pause();
      Runtime.getRuntime().removeShutdownHook(stop);
      process.destroy();
    }
    if (totals == null) {
      throw new InputException(
          "the job on Spark did not finish: " + SparkLog.reason(log),
          "its log is " + log + "; the same command goes on where this one stopped");
    }
    clear(file, log);
    return totals;
  }

  private static List<String> command(SparkPlace spark, String engine, Path file) {
    List<String> command = new ArrayList<>(List.of(spark.submit().toString(), "--master", engine));
    command.addAll(List.of("--name", "ballast align", "--class", MAIN_CLASS));
    if (engine.startsWith("local")) {
      // On this computer there is nobody else who has chosen Java's options.
      for (String process : List.of("driver", "executor")) {
        command.add("--conf");
        command.add("spark." + process + ".defaultJavaOptions=" + JAVA_OPTIONS);
      }
    }
    command.add(spark.artefact().toString());
    command.add(file.toString());
    return command;
  }

  /** Passes messages on until the job ends; null if it says nothing of its end. */
  private @Nullable CorpusTotals listen(BufferedReader lines) throws IOException {
    @Nullable CorpusTotals totals = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JobMessage message = JobMessage.in(line).orElse(null);
      if (message != null) {
        switch (message.kind()) {
          case PROGRESS ->
              notices.progress(() -> text(message), message.number(0), message.number(1));
          case SAID -> notices.say(message.cells().get(0));
          case WARNING -> notices.warn(message.cells().get(0));
          case REFUSED -> throw new InputException(message.cells().get(0), message.cells().get(1));
          case ENDED -> totals = CorpusTotals.of(message);
        }
      }
    }
    return totals;
  }

  private static String text(JobMessage message) {
    return String.format(
            Locale.ROOT, "aligning %,d/%,d documents", message.number(0), message.number(1))
        + (message.number(2) > 0
            ? String.format(Locale.ROOT, ", %,d rejected", message.number(2))
            : "");
  }

  private static void clear(Path file, Path log) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(log);
    Path folder = file.getParent();
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }
}
