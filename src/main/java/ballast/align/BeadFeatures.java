package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of each bead of a finished path, as features: the input of {@link Confidence}.
 */
final class BeadFeatures {

  /** Names of the features of a two-sided bead, in the order of {@link #of}. */
  static final List<String> PAIRED =
      List.of(
          "constant",
          "odds",
          "left-coverage",
          "right-coverage",
          "mass",
          "tokens",
          "length",
          "lonely-numbers",
          "shared-numbers",
          "sentences",
          "merged",
          "coverage-around",
          "usual-coverage",
          "alone-share",
          "log-coverage",
          "below-usual",
          "below-around");

  /** Names of the features of a sentence without partner, in the order of {@link #of}. */
  static final List<String> ALONE =
      List.of("constant", "odds", "coverage-around", "usual-coverage", "size", "alone-share");

  private static final int NUMBERS = 3;

  private final SearchOutcome outcome;
  private final TextSide left;
  private final TextSide right;

  /** For each bead of the path; null where it is one-sided or a mark. */
  private final List<@Nullable Coverage> coverage = new ArrayList<>();

  private final double usualCoverage;
  private final double aloneShare;

  BeadFeatures(SearchOutcome outcome, TextSide left, TextSide right) {
    this.outcome = outcome;
    this.left = left;
    this.right = right;
    double sum = 0.3;
    int paired = 1;
    int marks = 0;
    for (int place = 0; place < outcome.path().size(); place++) {
      Link link = outcome.path().get(place);
      boolean mark = isMark(place);
      marks += mark ? 1 : 0;
      Coverage cover =
          mark || link.isOneSided() ? null : outcome.links().coverage(link.left(), link.right());
      coverage.add(cover);
      if (cover != null) {
        sum += cover.least();
        paired++;
      }
    }
    this.usualCoverage = sum / paired;
    int beads = coverage.size() - marks;
    this.aloneShare = (beads - paired + 1.0) / (beads + 1);
  }

  /** Whether a bead is a pair of the user's marks: it has no features and is not counted. */
  boolean isMark(int place) {
    Range range = outcome.path().get(place).left();
    return !range.isEmpty() && left.isMark(range.start());
  }

  /** The features of the bead at a place of the path; the first one is always 1. */
  double[] of(int place) {
    Link link = outcome.path().get(place);
    double odds = odds(link);
    Coverage cover = coverage.get(place);
    if (cover == null) {
      int size = outcome.scorer().size(link.left(), link.right());
      return new double[] {
        1, odds, around(place), usualCoverage, Math.log(1 + size), Math.log(0.02 + aloneShare)
      };
    }
    int sentences = link.left().size() + link.right().size();
    double tokens = outcome.scorer().tokens(link.left(), link.right()) / sentences;
    double length = outcome.lengths().score(left.length(link.left()), right.length(link.right()));
    double around = around(place);
    NumberEvidence numbers =
        NumberEvidence.of(left.numbers(link.left()), right.numbers(link.right()));
    return new double[] {
      1,
      odds,
      cover.left(),
      cover.right(),
      Math.log(1 + cover.mass()),
      Math.max(-3, Math.min(3, tokens / 5)),
      Math.max(-6, length),
      Math.min(NUMBERS, numbers.onlyLeft() + numbers.onlyRight()),
      Math.min(NUMBERS, numbers.shared()),
      sentences - 2,
      link.left().size() > 1 && link.right().size() > 1 ? 1 : 0,
      around,
      usualCoverage,
      Math.log(0.02 + aloneShare),
      Math.log(0.03 + cover.least()),
      Math.max(0, usualCoverage - cover.least()),
      Math.max(0, around - cover.least())
    };
  }

  private double odds(Link link) {
    double probability = outcome.posteriors().probability(link.left(), link.right());
    double bounded = Math.max(1e-3, Math.min(1 - 1e-4, probability));
    return Math.log(bounded / (1 - bounded));
  }

  /** Coverage of the beads before and after, the nearer ones twice; 0 for one-sided ones. */
  private double around(int place) {
    double sum = 0;
    int weights = 0;
    for (int d = -2; d <= 2; d++) {
      int at = place + d;
      if (d != 0 && at >= 0 && at < coverage.size() && !isMark(at)) {
        int weight = 3 - Math.abs(d);
        Coverage cover = coverage.get(at);
        sum += weight * (cover == null ? 0 : cover.least());
        weights += weight;
      }
    }
    return weights == 0 ? usualCoverage : sum / weights;
  }
}
