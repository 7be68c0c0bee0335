package ballast.align;

import ballast.bitext.Range;

/**
 * A bead set by a user. The aligner keeps it and aligns the rest around it.
 *
 * <p>Two-sided pins need not be in order. If some cross, the largest set in order keeps its place,
 * and the others become {@linkplain ballast.bitext.Bead#moved moved} beads.
 *
 * @param source positions in the source sentences; empty: the target sentences were added
 * @param target positions in the target sentences; empty: the source sentences are not translated.
 *     The position of an empty range has no meaning
 * @param author empty if unknown
 */
public record Pin(Range source, Range target, String author) {

  public Pin {
    if (source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a pin needs a sentence on at least one side");
    }
  }

  boolean isOneSided() {
    return source.isEmpty() || target.isEmpty();
  }

  String reason() {
    return "set by " + (author.isEmpty() ? "a person" : author);
  }
}
