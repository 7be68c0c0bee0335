package ballast.align;

import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The paths through one document that a {@link Rescorer} chooses from, as features, and which of
 * them are as in the gold: the training material of a log-linear model of paths. Immutable once
 * built.
 *
 * <p>A gold bead that is not among the choices (moved passages, beads too improbable to be scored
 * again) is ignored: any path through its sentences counts as right.
 *
 * @param into for each cell the two-sided beads that end there
 */
record GoldPaths(Band band, List<List<Choice>> into, List<Choice> left, List<Choice> right) {

  /**
   * A bead that can be chosen, its features, and whether a right path may contain it.
   *
   * @param from the cell where it begins; {@link #ANY} for a sentence left alone
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Choice(int from, double[] features, boolean right) {}

  private static final int ANY = -1;

  static BothTexts texts(Labelled document, Lexicon lexicon) {
    return Texts.both(document.zh(), document.en(), lexicon);
  }

  /** Aligns a document up to the rescoring. */
  static GoldPaths of(Labelled document, Lexicon lexicon) {
    BothTexts texts = texts(document, lexicon);
    Search.Round round = new Search(texts).lastRound(CoarsePath.of(texts).find());
    List<Link> path = Search.path(texts, round.lattice(), round.posteriors());
    return new Builder(round, round.features(texts, path), document.gold()).build();
  }

  /** Gathers the choices of a round. */
  private static final class Builder {

    private final Search.Round round;
    private final RescoringFeatures features;
    private final Set<String> gold;
    private final Band band;
    private final boolean[] leftKnown;
    private final boolean[] rightKnown;

    Builder(Search.Round round, RescoringFeatures features, Set<String> gold) {
      this.round = round;
      this.features = features;
      this.gold = gold;
      this.band = round.lattice().band();
      this.leftKnown = new boolean[band.rows()];
      this.rightKnown = new boolean[band.columns()];
    }

    GoldPaths build() {
      List<Link> possible = new ArrayList<>();
      round
          .posteriors()
          .forEach(Rescorer.MIN_PROBABILITY, (l, r, p) -> possible.add(new Link(l, r)));
      for (Link link : possible) {
        if (isGold(link.left(), link.right())) {
          Arrays.fill(leftKnown, link.left().start(), link.left().end(), true);
          Arrays.fill(rightKnown, link.right().start(), link.right().end(), true);
        }
      }
      for (int i = 0; i < leftKnown.length; i++) {
        leftKnown[i] |= isGold(new Range(i, i + 1), new Range(0, 0));
      }
      for (int j = 0; j < rightKnown.length; j++) {
        rightKnown[j] |= isGold(new Range(0, 0), new Range(j, j + 1));
      }
      List<List<Choice>> into = new ArrayList<>();
      for (long cell = 0; cell < band.cells(); cell++) {
        into.add(new ArrayList<>(0));
      }
      for (Link link : possible) {
        int from = band.cell(link.left().start(), link.right().start());
        int to = band.cell(link.left().end(), link.right().end());
        double tokens = round.scorer().tokens(link.left(), link.right());
        double[] values = features.paired(link.left(), link.right(), tokens);
        into.get(to).add(new Choice(from, values, isRight(link)));
      }
      return new GoldPaths(band, into, alone(true), alone(false));
    }

    private List<Choice> alone(boolean onLeft) {
      List<Choice> all = new ArrayList<>();
      boolean[] known = onLeft ? leftKnown : rightKnown;
      for (int i = 0; i < known.length; i++) {
        Range here = new Range(i, i + 1);
        Range none = new Range(0, 0);
        Range source = onLeft ? here : none;
        Range target = onLeft ? none : here;
        double[] values = features.alone(onLeft, i, round.scorer().score(source, target));
        all.add(new Choice(ANY, values, !known[i] || isGold(source, target)));
      }
      return all;
    }

    private boolean isRight(Link link) {
      boolean unknown = true;
      for (int i = link.left().start(); i < link.left().end(); i++) {
        unknown &= !leftKnown[i];
      }
      for (int j = link.right().start(); j < link.right().end(); j++) {
        unknown &= !rightKnown[j];
      }
      return unknown || isGold(link.left(), link.right());
    }

    private boolean isGold(Range source, Range target) {
      return gold.contains(source.toIndexList() + ":" + target.toIndexList());
    }
  }
}
