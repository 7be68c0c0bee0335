package ballast.bitext;

import java.util.List;

/**
 * Sentences that translate each other: the bead of Gale and Church (1993).
 *
 * @param source positions in the source sentences; empty if the target sentences were added
 * @param target positions in the target sentences; empty if the source sentences were omitted
 * @param confidence the aligner's probability that this bead is right, in [0, 1]
 * @param reasons reasons for or against the bead, in words, the strongest first; may be empty
 * @param moved whether its target is out of the order of the source; never true of a one-sided bead
 */
public record Bead(
    Range source, Range target, double confidence, List<String> reasons, boolean moved) {

  /** Minimum confidence of a bead that needs no check. */
  static final double DOUBTFUL = 0.5;

  public Bead {
    reasons = List.copyOf(reasons);
    if (source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a bead needs a sentence on at least one side");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
    }
    if (moved && (source.isEmpty() || target.isEmpty())) {
      throw new IllegalArgumentException("a one-sided bead cannot have moved");
    }
  }

  public Bead(Range source, Range target, double confidence, List<String> reasons) {
    this(source, target, confidence, reasons, false);
  }

  public boolean isOneSided() {
    return source.isEmpty() || target.isEmpty();
  }

  /** The aligner thinks it more likely wrong than right. */
  public boolean isDoubtful() {
    return confidence < DOUBTFUL;
  }

  /** The confidence as people read it: in whole percent. */
  public long percent() {
    return Math.round(100 * confidence);
  }

  /** The shape in the usual notation: {@code 1-2} is one source and two target sentences. */
  public String shape() {
    return source.size() + "-" + target.size();
  }

  /** Returns 0-based positions in the notation of the literature: {@code [0]:[0, 1]}. */
  public String toIndexLists() {
    return source.toIndexList() + ":" + target.toIndexList();
  }
}
