package ballast.app.corpus;

import ballast.app.corpus.SparkPlace.SparkMaster;

/**
 * An aligned corpus, and the Spark master for jobs on it.
 *
 * @param folder the output folder of {@link CorpusJobs#align}
 * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
 * @param deduped whether jobs read only the units kept by {@code ballast corpus dedupe}
 */
public record Corpus(String folder, String engine, boolean deduped) {

  /**
   * @throws ballast.bitext.InputException if the master is not a valid address of Spark
   */
  public Corpus {
    SparkMaster.require(engine);
  }

  /**
   * The units of a corpus that a job reads.
   *
   * @param directory the working directory, base of the relative folder name
   */
  public record CorpusUnits(String directory, String folder, boolean deduped) {}
}
