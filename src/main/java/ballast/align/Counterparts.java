package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.List;

/**
 * How many sentences of two texts have a counterpart of which the aligner is sure: they are in a
 * bead that is not doubtful. Furniture and marks do not count.
 *
 * @param source the source
 * @param target the translation
 * @param pairs beads with two sides, doubtful ones included
 */
public record Counterparts(Side source, Side target, int pairs) {

  /**
   * In translations, also where half of either text is missing in the other, at least .37 of the
   * sentences of one text have a counterpart; in texts that have nothing to do with each other at
   * most .12, and .20 in passages of forty sentences. In passages of five to twelve sentences a
   * title and one more pair make .28, of whatever texts; none of 960 such and longer passages and
   * their translations is below .35.
   */
  static final double MIN_SHARE = 0.3;

  /** With fewer sentences in both texts together, a few odd ones would decide. */
  static final int MIN_SENTENCES = 10;

  /**
   * One of the texts.
   *
   * @param sentences how many it has
   * @param paired how many of them have a counterpart
   */
  public record Side(int sentences, int paired) {

    double share() {
      return sentences == 0 ? 0 : (double) paired / sentences;
    }
  }

  /** The share of the sentences with a counterpart, of the text that has the higher one. */
  public double share() {
    return Math.max(source.share(), target.share());
  }

  /** Counts those of an alignment. */
  public static Counterparts of(Alignment alignment) {
    int source = 0;
    int target = 0;
    int pairs = 0;
    for (Bead bead : alignment.beads()) {
      pairs += bead.isOneSided() ? 0 : 1;
      if (!bead.isOneSided() && !bead.isDoubtful()) {
        source += content(bead.source(), alignment.source());
        target += content(bead.target(), alignment.target());
      }
    }
    return new Counterparts(
        side(alignment.source(), source), side(alignment.target(), target), pairs);
  }

  private static Side side(List<Segment> sentences, int paired) {
    return new Side(content(new Range(0, sentences.size()), sentences), paired);
  }

  private static int content(Range range, List<Segment> sentences) {
    return (int) range.of(sentences).stream().filter(one -> one.type().isContent()).count();
  }

  /**
   * Whether the texts do not look like translations of each other. One of them may be much longer,
   * if the other has its counterpart in it. Of very short texts this is said only if nothing was
   * paired: of 1,120 translations of up to nine sentences, both sides together, it was wrong of 12,
   * and it finds nine in ten of what has nothing to do with each other.
   */
  public boolean areTooFew() {
    if (source.sentences == 0 || target.sentences == 0) {
      return false;
    }
    return source.sentences + target.sentences < MIN_SENTENCES ? pairs == 0 : share() < MIN_SHARE;
  }

  /** For example {@code only 12 of 454 and 8 of 122 sentences have a sure counterpart}. */
  @Override
  public String toString() {
    return "only "
        + source.paired
        + " of "
        + source.sentences
        + " and "
        + target.paired
        + " of "
        + target.sentences
        + " sentences have a sure counterpart";
  }
}
