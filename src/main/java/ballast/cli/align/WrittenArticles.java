package ballast.cli.align;

import ballast.bitext.CountedNoun;
import ballast.report.alignment.AlignmentReport;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.UnitFileSink;

/**
 * What {@code ballast align} has written.
 *
 * @param file its name, as the user gave it; empty if there is none
 * @param contents what has written it
 * @param shown what has written to standard output in addition
 */
record WrittenArticles(String file, AlignmentSink contents, AlignmentSink shown) {

  /** The contents of the file, for example {@code 146 units}. */
  String content() {
    if (contents instanceof UnitFileSink units) {
      return CountedNoun.of(units.written(), "unit");
    }
    return contents instanceof AlignmentReport report ? report.beads() + " beads" : "";
  }

  /** How many doubtful units were left out of the written data. */
  int leftOut() {
    return leftOut(contents) + leftOut(shown);
  }

  private static int leftOut(AlignmentSink sink) {
    return sink instanceof UnitFileSink units ? units.doubtful() : 0;
  }
}
