package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The features of each bead of a finished path: the input of {@link BeadModel}. */
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

  /** Names of the features of a one-sided bead, in the order of {@link #of}. */
  static final List<String> ALONE =
      List.of("constant", "odds", "coverage-around", "usual-coverage", "size", "alone-share");

  private static final int MAX_NUMBERS = 3;

  private final SearchOutcome outcome;
  private final TextSide left;
  private final TextSide right;

  /** For each bead of the path, its coverage; null if it is one-sided or a mark. */
  private final List<@Nullable Coverage> coverage = new ArrayList<>();

  private final double meanCoverage;
  private final double aloneShare;

  BeadFeatures(SearchOutcome outcome, TextSide left, TextSide right) {
    this.outcome = outcome;
    this.left = left;
    this.right = right;
    double sum = 0.3;
    int paired = 1;
    int marks = 0;
    for (int index = 0; index < outcome.path().size(); index++) {
      Link link = outcome.path().get(index);
      boolean mark = isMark(index);
      marks += mark ? 1 : 0;
      Coverage cover = mark || link.isOneSided() ? null : outcome.links().ofPath(link);
      coverage.add(cover);
      if (cover != null) {
        sum += cover.min();
        paired++;
      }
    }
    this.meanCoverage = sum / paired;
    int beads = coverage.size() - marks;
    this.aloneShare = (beads - paired + 1.0) / (beads + 1);
  }

  /** Whether a bead is a pair of the user's marks. Marks have no features and are not counted. */
  boolean isMark(int index) {
    Range range = outcome.path().get(index).left();
    return !range.isEmpty() && left.isMark(range.start());
  }

  Coverage coverage(int index) {
    return Objects.requireNonNull(coverage.get(index));
  }

  /** The features of the bead at an index of the path; the first feature is always 1. */
  double[] of(int index) {
    Link link = outcome.path().get(index);
    double odds = odds(link);
    Coverage cover = coverage.get(index);
    if (cover == null) {
      int size = outcome.scorer().size(link.left(), link.right());
      return new double[] {
        1, odds, around(index), meanCoverage, Math.log(1 + size), Math.log(0.02 + aloneShare)
      };
    }
    int sentences = link.left().size() + link.right().size();
    double tokens = outcome.scorer().tokens(link.left(), link.right()) / sentences;
    double length = outcome.lengths().score(left.length(link.left()), right.length(link.right()));
    double around = around(index);
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
      Math.min(MAX_NUMBERS, numbers.onlyLeft() + numbers.onlyRight()),
      Math.min(MAX_NUMBERS, numbers.shared()),
      sentences - 2,
      link.left().size() > 1 && link.right().size() > 1 ? 1 : 0,
      around,
      meanCoverage,
      Math.log(0.02 + aloneShare),
      Math.log(0.03 + cover.min()),
      Math.max(0, meanCoverage - cover.min()),
      Math.max(0, around - cover.min())
    };
  }

  private double odds(Link link) {
    double probability = outcome.posteriors().probability(link.left(), link.right());
    double bounded = Math.max(1e-3, Math.min(1 - 1e-4, probability));
    return Math.log(bounded / (1 - bounded));
  }

  /** Mean coverage of two beads before and after; nearer ones count twice, one-sided ones as 0. */
  private double around(int index) {
    double sum = 0;
    int weights = 0;
    for (int d = -2; d <= 2; d++) {
      int at = index + d;
      if (d != 0 && at >= 0 && at < coverage.size() && !isMark(at)) {
        int weight = 3 - Math.abs(d);
        Coverage cover = coverage.get(at);
        sum += weight * (cover == null ? 0 : cover.min());
        weights += weight;
      }
    }
    return weights == 0 ? meanCoverage : sum / weights;
  }
}
