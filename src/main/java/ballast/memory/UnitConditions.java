package ballast.memory;

import ballast.bitext.Provenance;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Conditions on a unit's text and origin; a unit must meet all of them.
 *
 * @param minConfidence least confidence, compared in hundredths; 0 admits all
 * @param maxConfidence highest confidence, compared in hundredths; 1 admits all
 * @param changedSince texts or status last changed at this time or later; {@link Instant#MIN}
 *     admits all
 * @param authors authors of the last change; empty means anybody
 * @param text a text to be contained, ignoring white space, width and case; empty means anything
 * @param sides which texts may contain it; empty means either
 */
public record UnitConditions(
    double minConfidence,
    double maxConfidence,
    Instant changedSince,
    Set<String> authors,
    String text,
    Set<Side> sides) {

  private static final double HUNDRED = 100;

  /** No conditions: every unit meets them. */
  public static final UnitConditions NONE =
      new UnitConditions(0, 1, Instant.MIN, Set.of(), "", Set.of());

  public UnitConditions {
    authors = Set.copyOf(authors);
    sides = Set.copyOf(sides);
    text = fold(text);
    requireShare(minConfidence);
    requireShare(maxConfidence);
  }

  /** Whether a unit meets all conditions. */
  boolean admit(Unit unit) {
    Provenance provenance = unit.provenance();
    int confidence = hundredths(provenance.confidence());
    return confidence >= hundredths(minConfidence)
        && confidence <= hundredths(maxConfidence)
        && !provenance.changed().isBefore(changedSince)
        && (authors.isEmpty() || authors.contains(provenance.author()))
        && (text.isEmpty()
            || contains(Side.SOURCE, unit.source())
            || contains(Side.TARGET, unit.target()));
  }

  /** A confidence in the hundredths in which a memory stores it. */
  public static int hundredths(double confidence) {
    return (int) Math.round(confidence * HUNDRED);
  }

  private boolean contains(Side side, String unitText) {
    return (sides.isEmpty() || sides.contains(side)) && fold(unitText).contains(text);
  }

  private static String fold(String text) {
    return TextKey.of(text).toLowerCase(Locale.ROOT);
  }

  private static void requireShare(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
    }
  }
}
