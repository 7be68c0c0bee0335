package ballast.workflow.translate;

/** Finds the score of a segment in a memory. */
@FunctionalInterface
interface SegmentLookup {

  /**
   * The best score of any unit.
   *
   * @param before the segment before; empty at the beginning of the document
   * @param after the segment after; empty at the end
   * @return percent; 101 or 102 where neighbours are the same, too; 0 when there is no match
   */
  int score(String before, String segment, String after);
}
