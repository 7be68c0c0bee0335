package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.align.RescoringFeatures.FeatureNames;
import ballast.align.RescoringFeatures.ShapeClass;
import ballast.align.Shapes.BeadShape;
import ballast.bitext.Alignment;
import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RescorerTest {

  @Test
  void theFeaturesAndTheWeightsHaveTheSameNames() {
    WeightTable table = WeightTable.bundled("rescoring.tsv");

    assertThat(table.model("paired")).containsOnlyKeys(FeatureNames.PAIRED);
    assertThat(table.model("alone")).containsOnlyKeys(FeatureNames.ALONE);
    assertThat(table.model("path")).containsOnlyKeys("continuation");
  }

  @Test
  void aFeatureWithoutAWeightHasTheWeightZero() {
    WeightTable table = WeightTable.parse("# head\nm\tone\t2.5\n");

    assertThat(table.weights("m", List.of("one", "new"))).containsExactly(2.5, 0);
    assertThat(table.model("other")).isEmpty();
  }

  @Test
  void featuresAreFiniteForEveryBead() {
    List<List<String>> lines = Texts.invented(12, 4);
    BothTexts texts = Texts.both(lines.get(0), lines.get(1).subList(0, 9));
    Search.Round round = new Search(texts).lastRound(CoarsePath.of(texts).find());
    RescoringFeatures features =
        round.features(texts, Search.path(texts, round.lattice(), round.posteriors()));
    int[] count = new int[1];
    round
        .posteriors()
        .forEach(
            Rescorer.MIN_PROBABILITY,
            (source, target, probability) -> {
              double[] paired = features.paired(source, target, -3);
              assertThat(paired).hasSize(FeatureNames.PAIRED.size());
              assertThat(Arrays.stream(paired).allMatch(Double::isFinite)).isTrue();
              count[0]++;
            });
    assertThat(count[0]).isGreaterThanOrEqualTo(9 - 2);
    for (int i = 0; i < texts.left().size(); i++) {
      double[] alone = features.alone(true, i, -7);
      assertThat(alone).hasSize(FeatureNames.ALONE.size());
      assertThat(Arrays.stream(alone).allMatch(Double::isFinite)).isTrue();
    }
  }

  /** Only the quotation marks show that the attribution belongs to its quotation. */
  @Test
  void anAttributionStaysWithItsQuotation() {
    List<String> zh = List.of("“药很苦。”", "她对记者说。", "她算了一笔账：药价涨了百分之三。");
    List<String> en =
        List.of(
            "\"The medicine is bitter,\" she told this reporter.",
            "She did the sum: the medicine costs 3 percent more.");

    Alignment alignment =
        new Aligner(Lexicon.bundled())
            .align(Texts.lines(Lang.ZH_CN, zh), Texts.lines(Lang.EN_US, en));
    assertThat(Texts.beads(alignment)).containsExactly("[0, 1]:[0]", "[2]:[1]");
  }

  @Test
  void theFeaturesAndTheWeightsOfBeadsHaveTheSameNames() {
    assertThat(features("right")).isEqualTo(Set.copyOf(BeadFeatures.PAIRED));
    assertThat(features("unrelated")).isEqualTo(Set.copyOf(BeadFeatures.PAIRED));
    assertThat(features("alone")).isEqualTo(Set.copyOf(BeadFeatures.ALONE));
  }

  private static Set<String> features(String model) {
    return BeadModel.bundled(model).keySet();
  }

  @Test
  void thereAreAsManyFeaturesAsNames() {
    List<List<String>> texts = Texts.invented(12, 4);
    BothTexts both = Texts.both(texts.get(0), texts.get(1).subList(0, 9));
    SearchOutcome outcome = new Search(both).run(CoarsePath.of(both).find());
    BeadFeatures features = new BeadFeatures(outcome, both.left(), both.right());

    assertThat(outcome.path()).anyMatch(Link::isOneSided).anyMatch(link -> !link.isOneSided());
    for (int k = 0; k < outcome.path().size(); k++) {
      boolean alone = outcome.path().get(k).isOneSided();
      assertThat(features.of(k)).hasSize((alone ? BeadFeatures.ALONE : BeadFeatures.PAIRED).size());
      assertThat(features.of(k)[0]).isEqualTo(1);
    }
  }

  @Test
  void theProbabilityIsTheLogisticOfTheWeightedSum() {
    BeadModel model = new BeadModel(0.5, -2);

    assertThat(model.probability(new double[] {1, 0.25})).isEqualTo(0.5);
    assertThat(model.probability(new double[] {1, 0})).isCloseTo(0.6225, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1-1", "1, 2, 1-2", "1, 3, 1-3", "1, 4, 1-many", "1, 10, 1-many", "2, 1, 2-1",
    "3, 1, many-1", "6, 1, many-1", "2, 2, 2-2", "2, 3, 2-3", "3, 2, 3-2", "3, 3, many-many",
    "2, 4, many-many", "4, 3, many-many"
  })
  void aShapeHasTheLabelOfItsClass(int left, int right, String label) {
    assertThat(ShapeClass.LABELS.get(ShapeClass.of(left, right))).isEqualTo(label);
  }

  @Test
  void everyDefaultShapeHasALabel() {
    for (BeadShape shape : Shapes.DEFAULT.list()) {
      assertThat(ShapeClass.of(shape.left(), shape.right()))
          .isBetween(0, ShapeClass.LABELS.size() - 1);
    }
  }
}
