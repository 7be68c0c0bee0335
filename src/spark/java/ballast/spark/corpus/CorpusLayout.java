package ballast.spark.corpus;

import java.util.List;

/** What stands where in the folder of a corpus. */
public final class CorpusLayout {

  public static final String BEADS = "aligned/parquet";
  public static final String LINES = "aligned/tsv";
  public static final String REJECTS = "rejects/parquet";
  public static final String REJECT_LINES = "rejects/tsv";

  /** The units that are left when duplicates are taken away. */
  public static final String DEDUPED = "deduped/parquet";

  /** The tables that a list is aligned into: a file in each for each stretch. */
  static final List<String> TABLES = List.of(BEADS, LINES, REJECTS, REJECT_LINES);

  /** Where parts are made. */
  static final String WORK = "_work";

  /** Whose job it is. */
  static final String LOCK = "_lock";

  /** What a folder of a corpus may hold: what was aligned, and what has been made of it. */
  static final List<String> PARTS =
      List.of("aligned", "rejects", "deduped", "findings", WORK, LOCK);

  private CorpusLayout() {}
}
