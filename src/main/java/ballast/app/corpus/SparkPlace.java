package ballast.app.corpus;

import ballast.bitext.InputException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The places of Spark, and of the part of Ballast that runs on it.
 *
 * @param submit the program that starts jobs
 * @param artefact the jar that runs on Spark
 * @param temporary the folder, or folders, for Spark's temporary files, unless its configuration
 *     overrides it
 */
record SparkPlace(Path submit, Path artefact, String temporary) {

  /** The artefact, next to the jar of the command line. */
  static final String ARTEFACT = "ballast-spark.jar";

  /** A class that is in no other jar. */
  private static final String JOB = "ballast/spark/AlignCorpus.class";

  private static final String REMEDY =
      "build it with mvn -Pfast -f src/spark/pom.xml package,"
          + " or set BALLAST_SPARK_JAR to where it is";

  /**
   * Finds both.
   *
   * @param environment SPARK_HOME gives the folder of Spark; BALLAST_SPARK_JAR may give the
   *     artefact
   * @throws InputException if one of them is missing, or is something else
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
    String temporary = environment.getOrDefault("SPARK_LOCAL_DIRS", "");
    return new SparkPlace(
        submit,
        artefact(environment),
        temporary.isEmpty() ? System.getProperty("java.io.tmpdir", "") : temporary);
  }

  private static Path artefact(Map<String, String> environment) {
    String named = environment.getOrDefault("BALLAST_SPARK_JAR", "");
    Path artefact = named.isEmpty() ? ownFolder().resolve(ARTEFACT) : Path.of(named);
    if (!Files.isRegularFile(artefact)) {
      throw new InputException(
          "the part of Ballast that runs on Spark is missing: \"" + artefact + "\"", REMEDY);
    }
    requireJob(artefact);
    return artefact.toAbsolutePath();
  }

  private static void requireJob(Path artefact) {
    try (ZipFile jar = new ZipFile(artefact.toFile())) {
      if (jar.getEntry(JOB) != null) {
        return;
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot read the part of Ballast that runs on Spark, \""
              + artefact
              + "\": "
              + e.getMessage(),
          REMEDY,
          e);
    }
    throw new InputException(
        "\"" + artefact + "\" is not " + ARTEFACT + ", the part of Ballast that runs on Spark",
        REMEDY);
  }

  /** The folder of this program's jar, or of its classes if it is not packed. */
  private static Path ownFolder() {
    @Nullable CodeSource source = SparkPlace.class.getProtectionDomain().getCodeSource();
    try {
      Path own = Path.of(Objects.requireNonNull(source).getLocation().toURI());
      return Objects.requireNonNull(own.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies nowhere", e);
    }
  }

  static final class SparkMaster {

    /** Masters supported by Spark 3.5; a number of threads is above 0. */
    private static final Pattern KNOWN =
        Pattern.compile(
            "local(\\[\\s*(\\*|0*[1-9][0-9]*)\\s*(,\\s*[0-9]+\\s*)?])?"
                + "|local-cluster\\[\\s*[0-9]+\\s*,\\s*[0-9]+\\s*,\\s*[0-9]+\\s*]"
                + "|spark://[^\\s:/]+:[0-9]+(,[^\\s:/]+:[0-9]+)*"
                + "|yarn"
                + "|k8s://\\S+");

    private SparkMaster() {}

    /** Rejects an invalid address of Spark, with examples of valid ones. */
    static void require(String engine) {
      if (!KNOWN.matcher(engine).matches()) {
        throw new InputException(
            "\"" + engine + "\" is not an address of Apache Spark",
            "give --engine local[4], where 4 is the number of cores of this computer that work,"
                + " local[*] for all of them, spark://HOST:PORT, yarn, or k8s://HOST:PORT");
      }
    }
  }
}
