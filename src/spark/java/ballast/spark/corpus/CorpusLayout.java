package ballast.spark.corpus;

import java.util.List;

/** The layout of the folder of a corpus. */
public final class CorpusLayout {

  public static final String BEADS = "aligned/parquet";
  public static final String LINES = "aligned/tsv";
  public static final String REJECTS = "rejects/parquet";
  public static final String REJECT_LINES = "rejects/tsv";

  public static final String DEDUPED = "deduped/parquet";

  /** The tables of an alignment: each has a file for each stretch. */
  static final List<String> TABLES = List.of(BEADS, LINES, REJECTS, REJECT_LINES);

  /** The folder for incomplete parts. */
  static final String WORK = "_work";

  /** The lock file of the running job. */
  static final String LOCK = "_lock";

  /** Possible contents of the folder of a corpus: the alignment, and the parts made from it. */
  static final List<String> PARTS =
      List.of("aligned", "rejects", "deduped", "findings", WORK, LOCK);

  private CorpusLayout() {}
}
