package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which pairs are wanted from a file of an exchange format.
 *
 * @param from language of the source texts
 * @param to language of the target texts
 * @param acceptVariant whether a Chinese text may be in the other script than was asked for, or
 *     than its code says
 * @param status status of units for which the file gives none
 * @param now date of units of which the file says none, whole seconds
 * @param trusting whether a text is taken as of its language even if its characters prove it wrong:
 *     for looking at it, not for keeping it
 * @param everyVariant sides on which no language was asked for: a unit's texts in several variants
 *     (en-US, en-GB; zh-CN, zh-TW) are all taken, the nearest first; on the others only the nearest
 */
public record PairOptions(
    Lang from,
    Lang to,
    boolean acceptVariant,
    Unit.Status status,
    Instant now,
    boolean trusting,
    Set<Side> everyVariant) {

  public PairOptions {
    everyVariant = Set.copyOf(everyVariant);
  }

  /** Options for pairs that are to be kept, in exactly these languages or the nearest to them. */
  public PairOptions(Lang from, Lang to, boolean acceptVariant, Unit.Status status, Instant now) {
    this(from, to, acceptVariant, status, now, /* trusting= */ false, Set.of());
  }

  /** The same for pairs that are only looked at. */
  public PairOptions trusted() {
    return new PairOptions(
        from, to, acceptVariant, status, now, /* trusting= */ true, everyVariant);
  }

  /**
   * The same, where languages were asked for or not.
   *
   * @param source whether a source language was
   * @param target whether a target language was
   */
  public PairOptions asked(boolean source, boolean target) {
    Set<Side> open = EnumSet.noneOf(Side.class);
    if (!source) {
      open.add(Side.SOURCE);
    }
    if (!target) {
      open.add(Side.TARGET);
    }
    return new PairOptions(from, to, acceptVariant, status, now, trusting, open);
  }

  /** The language of the texts on one side. */
  public Lang lang(Side side) {
    return side == Side.SOURCE ? from : to;
  }
}
