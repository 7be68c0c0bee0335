package ballast.app.units;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.PairOptions;
import java.time.Instant;

/**
 * The languages of the pairs that are wanted from files of units.
 *
 * @param from language of the source texts
 * @param to language of the target texts, another one
 * @param acceptVariant whether a Chinese text may be in the other script than was asked for, or
 *     than its code says
 * @param askedFrom whether the user has named the source language; otherwise the texts of all its
 *     variants are taken
 * @param askedTo the same of the target language
 */
public record PairChoice(
    Lang from, Lang to, boolean acceptVariant, boolean askedFrom, boolean askedTo) {

  /** Simplified Chinese into American English. */
  public static final PairChoice DEFAULT =
      new PairChoice(Lang.ZH_CN, Lang.EN_US, false, false, false);

  /** Languages that the user has named. */
  public PairChoice(Lang from, Lang to, boolean acceptVariant) {
    this(from, to, acceptVariant, /* askedFrom= */ true, /* askedTo= */ true);
  }

  /** Pairs that are to be kept. */
  PairOptions kept(Unit.Status status, Instant now) {
    return new PairOptions(from, to, acceptVariant, status, now).asked(askedFrom, askedTo);
  }

  /** The options for pairs that are only converted and not checked. */
  PairOptions passedOn(Instant now) {
    return kept(Unit.Status.DRAFT, now).trusted();
  }
}
