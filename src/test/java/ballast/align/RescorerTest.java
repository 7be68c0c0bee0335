package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.RescoringFeatures.FeatureNames;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RescorerTest {

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
    Sentence.Reader reader = new Sentence.Reader(Lexicon.bundled().words());
    TextSide left = TextSide.of(Texts.lines(Lang.ZH_CN, lines.get(0)), reader);
    TextSide right = TextSide.of(Texts.lines(Lang.EN_US, lines.get(1).subList(0, 9)), reader);
    BothTexts texts = BothTexts.of(left, right, Lexicon.bundled(), AlignerParameters.DEFAULT);
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
    assertThat(count[0]).isGreaterThanOrEqualTo(right.size() - 2);
    for (int i = 0; i < left.size(); i++) {
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

    List<String> beads =
        new Aligner(Lexicon.bundled())
            .align(Texts.lines(Lang.ZH_CN, zh), Texts.lines(Lang.EN_US, en)).beads().stream()
                .map(bead -> bead.source() + ":" + bead.target())
                .toList();

    assertThat(beads)
        .containsExactly(
            new Range(0, 2) + ":" + new Range(0, 1), new Range(2, 3) + ":" + new Range(1, 2));
  }
}
