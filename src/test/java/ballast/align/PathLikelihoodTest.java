package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.accuracy.DevelopmentDocuments.Labelled;
import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PathLikelihoodTest {

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
    double value = new PathLikelihood(List.of(paths()), weights, 0).at(weights, weights.clone());

    assertThat(value).isNegative();
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
