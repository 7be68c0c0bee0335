package ballast.app.units;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.PairOptions;
import java.time.Instant;

/**
 * The languages of the pairs wanted from files of units.
 *
 * @param to another language than {@code from}
 * @param acceptVariant whether a Chinese text may be in another script than requested, or than its
 *     code implies
 * @param askedFrom whether the user named the source language; otherwise texts of all its variants
 *     are accepted
 * @param askedTo the same for the target language
 */
public record PairChoice(
    Lang from, Lang to, boolean acceptVariant, boolean askedFrom, boolean askedTo) {

  /** Simplified Chinese into American English. */
  public static final PairChoice DEFAULT =
      new PairChoice(Lang.ZH_CN, Lang.EN_US, false, false, false);

  PairOptions kept(Unit.Status status, Instant now) {
    return new PairOptions(from, to, acceptVariant, status, now).asked(askedFrom, askedTo);
  }

  PairOptions passedOn(Instant now) {
    return kept(Unit.Status.DRAFT, now).trusted();
  }
}
