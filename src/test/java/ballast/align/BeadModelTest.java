package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeadModelTest {

  @Test
  void theFeaturesAndTheWeightsHaveTheSameNames() {
    assertThat(features("right")).isEqualTo(Set.copyOf(BeadFeatures.PAIRED));
    assertThat(features("unrelated")).isEqualTo(Set.copyOf(BeadFeatures.PAIRED));
    assertThat(features("alone")).isEqualTo(Set.copyOf(BeadFeatures.ALONE));
  }

  private static Set<String> features(String model) {
    return BeadModel.bundled(model).keySet();
  }

  @Test
  void thereAreAsManyFeaturesAsNames() {
    Sentence.Reader reader = new Sentence.Reader(Lexicon.bundled().words());
    List<List<String>> texts = Texts.invented(12, 4);
    TextSide left = TextSide.of(Texts.lines(Lang.ZH_CN, texts.get(0)), reader);
    TextSide right = TextSide.of(Texts.lines(Lang.EN_US, texts.get(1).subList(0, 9)), reader);
    BothTexts both = BothTexts.of(left, right, Lexicon.bundled(), AlignerParameters.DEFAULT);
    SearchOutcome outcome = new Search(both).run(CoarsePath.of(both).find());
    BeadFeatures features = new BeadFeatures(outcome, left, right);

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
}
