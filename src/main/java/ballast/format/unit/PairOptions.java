package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Status;
import java.time.Instant;

/**
 * Which pairs are wanted from a file of an exchange format.
 *
 * @param from language of the source texts
 * @param to language of the target texts
 * @param acceptVariant whether traditional Chinese may stand for simplified Chinese and the other
 *     way round
 * @param status status of units for which the file gives none
 * @param now date of units of which the file says none, whole seconds
 * @param trusting whether a text is taken as of its language even if its characters prove it wrong:
 *     for looking at it, not for keeping it
 */
public record PairOptions(
    Lang from, Lang to, boolean acceptVariant, Status status, Instant now, boolean trusting) {

  /** Options for pairs that are to be kept. */
  public PairOptions(Lang from, Lang to, boolean acceptVariant, Status status, Instant now) {
    this(from, to, acceptVariant, status, now, /* trusting= */ false);
  }

  /** The language of the texts on one side. */
  public Lang lang(Side side) {
    return side == Side.SOURCE ? from : to;
  }
}
