package ballast.workflow.exchange;

import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.format.unit.PairOptions;
import java.time.Instant;

/**
 * The languages of the pairs that are wanted from files of units.
 *
 * @param from language of the source texts
 * @param to language of the target texts, another one
 * @param acceptVariant whether traditional Chinese may stand for simplified Chinese and the other
 *     way round
 */
public record PairChoice(Lang from, Lang to, boolean acceptVariant) {

  /** Simplified Chinese into American English. */
  public static final PairChoice DEFAULT = new PairChoice(Lang.ZH_CN, Lang.EN_US, false);

  /** Pairs that are to be kept. */
  PairOptions kept(Status status, Instant now) {
    return new PairOptions(from, to, acceptVariant, status, now, /* trusting= */ false);
  }

  /** The options for pairs that are only converted and not checked. */
  PairOptions passedOn(Instant now) {
    return new PairOptions(from, to, acceptVariant, Status.DRAFT, now, /* trusting= */ true);
  }
}
