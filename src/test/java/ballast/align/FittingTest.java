package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.align.LogisticRegression.Sample;
import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fitting of weights and the measures of a fit. */
final class FittingTest {

  private static final double[] TRUE = {-0.7, 2.0, -1.5, 0.0};

  /** Drawn from a model with these weights. */
  private static List<Sample> samples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BeadModel model = new BeadModel(TRUE);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] features = {
        1, random.nextDouble(-2, 2), random.nextDouble(0, 3), random.nextDouble()
      };
      samples.add(new Sample(features, i % 4, random.nextDouble() < model.probability(features)));
    }
    return samples;
  }

  @Test
  void findsTheWeightsThatTheSamplesWereDrawnFrom() {
    double[] weights = new LogisticRegression(0.1).fit(samples(40_000, 3), TRUE.length);

    for (int k = 0; k < TRUE.length; k++) {
      assertThat(weights[k]).as("weight %d", k).isCloseTo(TRUE[k], within(0.12));
    }
  }

  /** Without the ridge the best weight would be infinite. */
  @Test
  void separableSamplesGiveFiniteWeightsOfTheRightSign() {
    List<Sample> samples =
        List.of(
            new Sample(new double[] {1, -2, 5}, 0, false),
            new Sample(new double[] {1, -1, 5}, 0, false),
            new Sample(new double[] {1, 1, 5}, 0, true),
            new Sample(new double[] {1, 2, 5}, 0, true));

    double[] weights = new LogisticRegression(0.01).fit(samples, 3);

    assertThat(weights[1]).isBetween(1.0, 50.0);
    BeadModel model = new BeadModel(weights);
    assertThat(model.probability(new double[] {1, 1, 5})).isGreaterThan(0.9);
    assertThat(model.probability(new double[] {1, -1, 5})).isLessThan(0.1);
  }

  @Test
  void samplesOfOneOutcomeAndNoSamplesGiveFiniteWeights() {
    List<Sample> hits =
        samples(50, 5).stream().map(s -> new Sample(s.features(), 0, true)).toList();

    double[] weights = new LogisticRegression(0.1).fit(hits, TRUE.length);

    assertThat(new BeadModel(weights).probability(hits.get(0).features())).isGreaterThan(0.9);
    assertThat(new LogisticRegression(0.1).fit(List.of(), 2)).containsExactly(0, 0);
  }

  @Test
  void calibrationComparesProbabilitiesWithOutcomes() {
    Calibration calibration = new Calibration();
    for (int i = 0; i < 10; i++) {
      calibration.add(0.95, i < 9);
      calibration.add(0.25, i < 5);
    }

    // Half of them off by 0.05, half by 0.25.
    assertThat(calibration.error()).isCloseTo(0.15, within(1e-9));
    assertThat(calibration.surprise())
        .isCloseTo(
            -(9 * Math.log(0.95) + Math.log(0.05) + 5 * Math.log(0.1875)) / 20, within(1e-9));
    assertThat(calibration.precisionFrom(0.9)).isCloseTo(0.9, within(1e-9));
    assertThat(calibration.shareFrom(0.9)).isCloseTo(0.5, within(1e-9));
    assertThat(calibration.precisionFrom(0.2)).isCloseTo(0.7, within(1e-9));
    assertThat(calibration.precisionFrom(0.99)).isNaN();
  }

  @Test
  void theMaximumOfAConcaveFunctionIsFound() {
    double[] top =
        Ascent.climb(
            (point, gradient) -> {
              gradient[0] = -2 * (point[0] - 3);
              gradient[1] = -20 * (point[1] + 1);
              return -Math.pow(point[0] - 3, 2) - 10 * Math.pow(point[1] + 1, 2);
            },
            new double[2],
            100,
            1e-12);

    assertThat(top[0]).isCloseTo(3, within(1e-4));
    assertThat(top[1]).isCloseTo(-1, within(1e-4));
  }

  @Test
  void theGradientEqualsTheSlope() {
    PathLikelihood likelihood =
        new PathLikelihood(List.of(paths()), new double[PathLikelihood.SIZE], 0.3);
    SplittableRandom random = new SplittableRandom(7);
    double[] weights = random.doubles(PathLikelihood.SIZE, -1, 1).toArray();
    double[] gradient = new double[PathLikelihood.SIZE];
    likelihood.at(weights, gradient);

    for (int k = 0; k < PathLikelihood.SIZE; k++) {
      double[] more = weights.clone();
      double[] less = weights.clone();
      more[k] += 1e-5;
      less[k] -= 1e-5;
      double[] ignored = new double[PathLikelihood.SIZE];
      double slope = (likelihood.at(more, ignored) - likelihood.at(less, ignored)) / 2e-5;
      assertThat(gradient[k]).as("weight %d", k).isCloseTo(slope, within(1e-3));
    }
  }

  @Test
  void rightPathsAreLessProbableThanAllPaths() {
    double[] weights = new double[PathLikelihood.SIZE];
    assertThat(new PathLikelihood(List.of(paths()), weights, 0).at(weights, weights.clone()))
        .isNegative();
    assertThat(Arrays.stream(weights).allMatch(weight -> weight == 0)).isTrue();
  }

  private static GoldPaths paths() {
    List<List<String>> lines = Texts.invented(8, 5);
    Set<String> gold = Set.of("[0]:[0]", "[1]:[1]", "[2, 3]:[2]", "[4]:[3]");
    Labelled document =
        new Labelled(
            "invented",
            0,
            Texts.lines(Lang.ZH_CN, lines.get(0)),
            Texts.lines(Lang.EN_US, lines.get(1).subList(0, 7)),
            gold);
    return GoldPaths.of(document, Lexicon.bundled());
  }
}
