package ballast.align;

import ballast.bitext.Range;
import java.util.List;

/**
 * A bead that is certain: a user set it, or it was found before. The aligner keeps it and aligns
 * the rest around it.
 *
 * <p>Two-sided pins need not be in order. If some cross, the largest set in order keeps its place,
 * and the others become {@linkplain ballast.bitext.Bead#moved moved} beads.
 *
 * @param source positions in the source sentences; empty: the target sentences were added
 * @param target positions in the target sentences; empty: the source sentences are not translated.
 *     The position of an empty range has no meaning
 * @param confidence of the bead, in [0, 1]
 * @param reasons of the bead
 */
public record Pin(Range source, Range target, double confidence, List<String> reasons) {

  public Pin {
    reasons = List.copyOf(reasons);
    if (source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a pin needs a sentence on at least one side");
    }
  }

  /**
   * A bead set by a user.
   *
   * @param author empty if unknown
   */
  public Pin(Range source, Range target, String author) {
    this(source, target, 1, List.of("set by " + (author.isEmpty() ? "a person" : author)));
  }

  boolean isOneSided() {
    return source.isEmpty() || target.isEmpty();
  }

  /** Returns the reasons of its bead, without that of moved ones if it is in place. */
  List<String> reasons(boolean moved) {
    return reasons.stream().filter(r -> moved || !r.equals(MovedPassages.MOVED)).toList();
  }
}
