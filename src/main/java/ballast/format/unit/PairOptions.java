package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The pairs to read from a file of an exchange format.
 *
 * @param acceptVariant whether to accept a Chinese text in the other script than requested, or than
 *     its code indicates
 * @param status status of units for which the file gives none
 * @param now date of units for which the file gives none, whole seconds
 * @param trusting whether to accept a text even if its characters prove its language wrong: for
 *     looking at it, not for keeping it
 * @param everyVariant sides without a requested language: all variants of a unit's text (en-US,
 *     en-GB; zh-CN, zh-TW) are read, the nearest first; on the other sides only the nearest is read
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

  /** Options for pairs to keep, in exactly these languages or the nearest to them. */
  public PairOptions(Lang from, Lang to, boolean acceptVariant, Unit.Status status, Instant now) {
    this(from, to, acceptVariant, status, now, /* trusting= */ false, Set.of());
  }

  /** Options for pairs that are only looked at. */
  public static PairOptions toLookAt(Lang from, Lang to) {
    return new PairOptions(from, to, /* acceptVariant= */ true, Unit.Status.DRAFT, Instant.EPOCH)
        .trusted();
  }

  /** Same options, for pairs that are only looked at. */
  public PairOptions trusted() {
    return new PairOptions(
        from, to, acceptVariant, status, now, /* trusting= */ true, everyVariant);
  }

  /** Same options, with the sides for which the user requested a language. */
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

  public Lang lang(Side side) {
    return side == Side.SOURCE ? from : to;
  }
}
