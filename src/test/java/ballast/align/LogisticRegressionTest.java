package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.align.LogisticRegression.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

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
}
