package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.align.Aligner;
import ballast.align.AlignerParameters;
import ballast.lexicon.Lexicon;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each part of the aligner adds: F1 with that part switched off and nothing else changed. The
 * weights are not set again without it, so this bounds a part's worth from above.
 */
@Tag("accuracy")
class AlignmentAblationTest {

  /** By how many percent points the mean of the sets may be better without a part. */
  private static final double TOLERANCE = 0.5;

  private static final String WHOLE = "all parts";

  /**
   * @param name the row, as printed
   * @param changes to the usual parameters, by the JSON pointer of the component
   */
  private record Variant(String name, Map<String, Object> changes) {}

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant(WHOLE, Map.of()),
          new Variant("nothing learnt from the document", Map.of("/learning/share", 0)),
          new Variant("one round of search", Map.of("/search/rounds", 1)),
          new Variant("two rounds", Map.of("/search/rounds", 2)),
          new Variant("lexicon's probabilities as they are", Map.of("/pairs/flattening", 1)),
          new Variant("rare entries of the lexicon trusted", Map.of("/pairs/linkDiscount", 0)),
          new Variant("no cognates", Map.of("/tokens/cognateWeight", 0, "/pairs/identity", 0)),
          new Variant(
              "no competition between sentences",
              Map.of("/tokens/competition/left", 0, "/tokens/competition/right", 0)),
          new Variant("beads not scored once more", Map.of("/search/rescored", false)),
          new Variant("Chinese explained by English only", Map.of("/tokens/rightWeight", 1e-6)),
          new Variant("English explained by Chinese only", Map.of("/tokens/leftWeight", 1e-6)),
          new Variant("no length model", Map.of("/lengths/weight", 0)),
          new Variant("share of lonely sentences not learnt", Map.of("/alone/share/strength", 0)),
          new Variant("neighbours of lonely sentences ignored", Map.of("/alone/loneliness", 0)),
          new Variant("one-sided runs cost like single ones", Map.of("/shapes/continuation", 0)),
          new Variant("unrelated sides stay together", Map.of("/search/separation", 1)));

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyPartEarnsItsKeep() throws JsonProcessingException {
    // Sixteen times over all sets: for the page, not for every build.
    assumeThat(System.getProperty("accuracy.update")).isEqualTo("true");
    AccuracyTable table = new AccuracyTable("aligner with");
    Map<String, List<Double>> metrics = new TreeMap<>();
    for (Variant variant : VARIANTS) {
      Aligner aligner = new Aligner(Lexicon.bundled(), parameters(variant));
      for (String set : BeadSets.NAMES) {
        double f1 = f1(aligner, set);
        table.note(variant.name(), set, f1);
        metrics.computeIfAbsent(variant.name(), name -> new ArrayList<>()).add(f1);
      }
    }
    table.printAndCheck();
    List<Double> whole = metrics.getOrDefault(WHOLE, List.of());
    metrics.remove(WHOLE);
    metrics.forEach(
        (name, without) -> {
          assertThat(without).as("%s: changes nothing", name).isNotEqualTo(whole);
          assertThat(mean(without)).as(name).isLessThan(mean(whole) + TOLERANCE);
        });
    PageSection.accuracy("ablation").publish(table.markdown());
  }

  /** Jackson fails on a name that is not a component, so a row cannot outlive its part. */
  private AlignerParameters parameters(Variant variant) throws JsonProcessingException {
    ObjectNode values = json.valueToTree(AlignerParameters.DEFAULT);
    variant
        .changes()
        .forEach(
            (pointer, value) -> {
              int last = pointer.lastIndexOf('/');
              ((ObjectNode) values.at(pointer.substring(0, last)))
                  .set(pointer.substring(last + 1), json.valueToTree(value));
            });
    return json.treeToValue(values, AlignerParameters.class);
  }

  private static double f1(Aligner aligner, String set) {
    BeadScore score = new BeadScore();
    for (BeadSets.Item item : BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set))) {
      score.add(item.gold(), Contender.beads(aligner, item.zh(), item.en()));
    }
    return score.f1();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
