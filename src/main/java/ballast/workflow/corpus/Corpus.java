package ballast.workflow.corpus;

/**
 * A corpus that has been aligned, and who works on it.
 *
 * @param folder the folder that {@link CorpusAlignment} has filled
 * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
 */
public record Corpus(String folder, String engine) {

  /**
   * @throws ballast.bitext.InputException if the master is no address of Spark
   */
  public Corpus {
    SparkMaster.require(engine);
  }
}
