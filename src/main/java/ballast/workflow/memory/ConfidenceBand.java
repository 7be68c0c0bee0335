package ballast.workflow.memory;

/** Ranges of the aligner's confidence, from the ones to look at to the sure ones. */
public enum ConfidenceBand {
  DOUBTFUL(0, 0.5),
  FAIR(0.5, 0.7),
  GOOD(0.7, 0.9),
  SURE(0.9, 1);

  private final double min;
  private final double end;

  ConfidenceBand(double min, double end) {
    this.min = min;
    this.end = end;
  }

  /** The lowest confidence in it, 0 to 1. */
  public double min() {
    return min;
  }

  /** The lowest confidence above it; 1 is in the highest. */
  public double end() {
    return end;
  }

  /** The range of a confidence, 0 to 1. */
  public static ConfidenceBand of(double confidence) {
    for (ConfidenceBand band : values()) {
      if (confidence < band.end) {
        return band;
      }
    }
    return SURE;
  }
}
