package ballast.workflow.corpus;

import ballast.bitext.InputException;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where Spark is, and the part of Ballast that runs on it.
 *
 * @param submit the program that starts jobs
 * @param artefact the jar with what runs there
 */
record SparkPlace(Path submit, Path artefact) {

  /** The artefact, beside the jar of the command line. */
  static final String ARTEFACT = "ballast-spark.jar";

  /**
   * Finds both.
   *
   * @param environment SPARK_HOME is where Spark is; BALLAST_SPARK_JAR may name the artefact
   * @throws InputException if one of them is missing
   */
  static SparkPlace in(Map<String, String> environment) {
    String home = environment.getOrDefault("SPARK_HOME", "");
    if (home.isEmpty()) {
      throw new InputException(
          "a corpus needs Apache Spark, and SPARK_HOME is not set",
          "unpack Spark 3.5 for Scala 2.13 (spark.apache.org/downloads) and set SPARK_HOME to its"
              + " folder; only `ballast align` without --engine needs no Spark");
    }
    String name = File.separatorChar == '\\' ? "spark-submit.cmd" : "spark-submit";
    Path submit = Path.of(home, "bin", name);
    if (!Files.isExecutable(submit)) {
      throw new InputException(
          "there is no Spark in SPARK_HOME: \"" + submit + "\" is not a program",
          "set SPARK_HOME to the folder of Spark 3.5, which has bin/spark-submit");
    }
    return new SparkPlace(submit, artefact(environment));
  }

  private static Path artefact(Map<String, String> environment) {
    String named = environment.getOrDefault("BALLAST_SPARK_JAR", "");
    Path artefact = named.isEmpty() ? ownFolder().resolve(ARTEFACT) : Path.of(named);
    if (!Files.isRegularFile(artefact)) {
      throw new InputException(
          "the part of Ballast that runs on Spark is missing: \"" + artefact + "\"",
          "build it with mvn -Pfast,spark package, or set BALLAST_SPARK_JAR to where it is");
    }
    return artefact.toAbsolutePath();
  }

  /** The folder of this program's jar; of its classes, if it is not packed. */
  private static Path ownFolder() {
    @Nullable CodeSource source = SparkPlace.class.getProtectionDomain().getCodeSource();
    try {
      Path own = Path.of(Objects.requireNonNull(source).getLocation().toURI());
      return Objects.requireNonNull(own.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies nowhere", e);
    }
  }
}
