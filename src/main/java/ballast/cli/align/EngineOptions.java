package ballast.cli.align;

import ballast.workflow.align.DocumentLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for aligning a corpus on Spark. */
final class EngineOptions {

  @Option(
      names = "--engine",
      paramLabel = "MASTER",
      description =
          "Align a list on Apache Spark (SPARK_HOME): local[N], spark://HOST:PORT, yarn. FILE is a"
              + " folder then; what it has already is not aligned again. LIST may be Parquet. The"
              + " memory is only read.")
  @Nullable String engine;

  @Option(
      names = "--max-size",
      paramLabel = "MB",
      description = "With --engine: the largest file that is aligned. Default: 2.")
  @Nullable Double maxSize;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      description = "With --engine: the longest time for one document. Default: 600.")
  @Nullable Double maxTime;

  private static final double BYTES_IN_A_MEGABYTE = 1e6;
  private static final double MILLIS_IN_A_SECOND = 1e3;

  /**
   * Refuses what does not go with it.
   *
   * @param others options that are given and are for this process only; the first is named
   */
  void check(CommandSpec spec, @Nullable String pairs, @Nullable String out, String others) {
    if (engine == null) {
      if (maxSize != null || maxTime != null) {
        throw new ParameterException(
            spec.commandLine(),
            (maxSize != null ? "--max-size" : "--max-time") + " is for --engine");
      }
      return;
    }
    if (pairs == null || out == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--engine aligns a list into a folder: give "
              + (pairs == null ? "--pairs LIST" : "-o FOLDER"));
    }
    if (!others.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), others + " does not go with --engine: leave it out");
    }
    limits(spec);
  }

  /** What one document may take. */
  DocumentLimits limits(CommandSpec spec) {
    DocumentLimits usual = DocumentLimits.DEFAULT;
    long bytes = maxSize == null ? usual.bytes() : Math.round(maxSize * BYTES_IN_A_MEGABYTE);
    long millis =
        maxTime == null ? usual.time().toMillis() : Math.round(maxTime * MILLIS_IN_A_SECOND);
    if (bytes <= 0 || millis <= 0) {
      throw new ParameterException(
          spec.commandLine(), (bytes <= 0 ? "--max-size" : "--max-time") + " must be above 0");
    }
    return new DocumentLimits(bytes, Duration.ofMillis(millis));
  }
}
