package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.List;

/**
 * Numbers of sentences with a sure counterpart in two texts: they are in a bead that is not
 * doubtful. Furniture and marks do not count.
 *
 * @param pairs two-sided beads, including doubtful ones
 */
public record Counterparts(Side source, Side target, int pairs) {

  /**
   * Minimum share of sentences with a counterpart, in the text with the higher share.
   *
   * <p>In translations it is at least .37, even if half of either text is missing in the other. In
   * unrelated texts it is at most .12, and .20 in passages of forty sentences. In passages of five
   * to twelve sentences of any texts, a title and one more pair make .28. None of 960 translations
   * of such and longer passages is below .35.
   */
  static final double MIN_SHARE = 0.3;

  /** Minimum sentences in both texts together; with fewer, a few odd ones would decide. */
  static final int MIN_SENTENCES = 10;

  public record Side(int sentences, int paired) {

    double share() {
      return sentences == 0 ? 0 : (double) paired / sentences;
    }
  }

  public double share() {
    return Math.max(source.share(), target.share());
  }

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
   * Whether the texts do not look like translations of each other. One may be much longer if it
   * contains the counterpart of the other.
   *
   * <p>Very short texts are reported only if no sentences were paired. Of 1,120 translations of up
   * to nine sentences, both sides together, 12 were reported wrongly; nine in ten unrelated texts
   * are found.
   */
  public boolean areTooFew() {
    if (source.sentences == 0 || target.sentences == 0) {
      return false;
    }
    return source.sentences + target.sentences < MIN_SENTENCES ? pairs == 0 : share() < MIN_SHARE;
  }

  @Override
  public String toString() {
    return "only %s of %s and %s of %s sentences have a sure counterpart"
        .formatted(source.paired, source.sentences, target.paired, target.sentences);
  }
}
