package ballast.workflow.translate;

/**
 * Bands of matches as translators bill them. Scores are in percent; 101 and 102 are exact matches
 * whose neighbour on one side or on both sides is the same, too.
 */
public enum MatchBand {
  /** A segment that has occurred before, whether or not the memory has it. */
  REPETITION("repetitions", 0),
  /** The same segment between the same neighbours. */
  BOTH_NEIGHBOURS("102", 102),
  /** The same segment, and one neighbour is the same. */
  ONE_NEIGHBOUR("101", 101),
  EXACT("100", 100),
  /** The highest band of fuzzy matches. */
  FROM_95("95-99", 95),
  FROM_85("85-94", 85),
  FROM_75("75-84", 75),
  FROM_50("50-74", 50),
  NONE("no match", 0);

  private final String label;
  private final int from;

  MatchBand(String label, int from) {
    this.label = label;
    this.from = from;
  }

  /** The name used in output: {@code 85-94}. */
  public String label() {
    return label;
  }

  /**
   * The band of a score.
   *
   * @param score 0 to 102; 0 when there is no match
   */
  public static MatchBand of(int score) {
    for (MatchBand band : values()) {
      if (band != REPETITION && score >= band.from) {
        return band;
      }
    }
    throw new IllegalArgumentException("score " + score + " is negative");
  }
}
