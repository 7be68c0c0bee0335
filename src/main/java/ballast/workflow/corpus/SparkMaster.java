package ballast.workflow.corpus;

import ballast.bitext.InputException;
import java.util.regex.Pattern;

/** The address of who works: what Spark calls its master. */
final class SparkMaster {

  /** What Spark 3.5 knows; a number of threads is above 0. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "local(\\[\\s*(\\*|0*[1-9][0-9]*)\\s*(,\\s*[0-9]+\\s*)?])?"
              + "|local-cluster\\[\\s*[0-9]+\\s*,\\s*[0-9]+\\s*,\\s*[0-9]+\\s*]"
              + "|spark://[^\\s:/]+:[0-9]+(,[^\\s:/]+:[0-9]+)*"
              + "|yarn"
              + "|k8s://\\S+");

  private SparkMaster() {}

  /**
   * Refuses what is no address of Spark.
   *
   * @throws InputException with what would be one
   */
  static void require(String engine) {
    if (!KNOWN.matcher(engine).matches()) {
      throw new InputException(
          "\"" + engine + "\" is not an address of Apache Spark",
          "give --engine local[4], where 4 is the number of cores of this computer that work,"
              + " local[*] for all of them, spark://HOST:PORT, yarn, or k8s://HOST:PORT");
    }
  }
}
