package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.align.Aligner;
import ballast.align.AlignerParameters;
import ballast.align.Calibration;
import ballast.bitext.Bead;
import ballast.lexicon.Lexicon;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strict precision, recall and F1 of beads, as in the sets' own {@code score.py}. */
@Tag("accuracy")
class AlignmentAccuracyTest {

  private static final double[] THRESHOLDS = {0.5, 0.8, 0.9, 0.95};

  /** The most by which confidence may miss the share of right beads, percent points. */
  private static final double WORST_CALIBRATION = 3;

  private final Aligner aligner = new Aligner(Lexicon.bundled());
  private final Calibration calibration = new Calibration();

  /** By how many percent points the mean of the sets may be better without a part. */
  private static final double TOLERANCE = 0.5;

  private static final String WHOLE = "all parts";
  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("nothing learnt from the document", Map.of("/learning/share", 0)),
          new Variant("one round of search", Map.of("/search/rounds", 1)),
          new Variant("three rounds", Map.of("/search/rounds", 3)),
          new Variant("lexicon's probabilities as they are", Map.of("/pairs/flattening", 1)),
          new Variant("rare entries of the lexicon trusted", Map.of("/pairs/linkDiscount", 0)),
          new Variant("no cognates", Map.of("/tokens/cognateWeight", 0, "/pairs/identity", 0)),
          new Variant(
              "no competition between sentences",
              Map.of("/tokens/competition/left", 0, "/tokens/competition/right", 0)),
          new Variant("places of words in a bead ignored", Map.of("/pairs/steepness", 0)),
          new Variant("beads not scored once more", Map.of("/search/rescored", false)),
          new Variant("Chinese explained by English only", Map.of("/tokens/rightWeight", 1e-6)),
          new Variant("English explained by Chinese only", Map.of("/tokens/leftWeight", 1e-6)),
          new Variant("no length model", Map.of("/lengths/weight", 0)),
          new Variant("share of lonely sentences not learnt", Map.of("/alone/share/strength", 0)),
          new Variant("neighbours of lonely sentences ignored", Map.of("/alone/loneliness", 0)),
          new Variant("one-sided runs cost like single ones", Map.of("/shapes/continuation", 0)),
          new Variant("unrelated sides stay together", Map.of("/search/separation", 1000)));
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void beadsAreAsGoodAsRecorded() {
    AccuracyTable table = new AccuracyTable("alignment");
    AccuracyTable lost = new AccuracyTable("beads lost");
    for (String set : BeadSets.NAMES) {
      measure(set, table, lost);
    }
    AccuracyTable confidence = new AccuracyTable("confidence");
    for (int band = 0; band < Calibration.BANDS; band++) {
      String name = String.format(Locale.ROOT, "%.1f to %.1f", band / 10.0, (band + 1) / 10.0);
      addPrecision(name, calibration.inBand(band), confidence);
    }
    for (double threshold : THRESHOLDS) {
      String name = String.format(Locale.ROOT, "at least %.2f", threshold);
      addPrecision(name, calibration.from(threshold), confidence);
    }
    confidence.printAndCheck();
    assertThat(100 * calibration.error()).as("calibration error").isLessThan(WORST_CALIBRATION);
    table.printAndCheck();
    PageSection.accuracy("alignment").publish(table.markdown());
    PageSection.accuracy("lost").publish(lost.markdown());
    PageSection.accuracy("confidence").publish(confidence.markdown());
  }

  private static void addPrecision(String name, Calibration some, AccuracyTable table) {
    table.count(name, "beads", some.size());
    table.note(name, "precision", 100 * some.precisionFrom(0));
  }

  private void measure(String set, AccuracyTable table, AccuracyTable lost) {
    BeadScore score = new BeadScore();
    LostBeads reasons = new LostBeads();
    for (BeadSets.Item item : BeadSets.read(set)) {
      Set<String> gold = new HashSet<>(item.gold());
      List<Bead> found = aligner.align(item.zh(), item.en()).beads();
      List<String> lists = found.stream().map(Bead::toIndexLists).toList();
      score.add(item.gold(), lists);
      reasons.add(item.gold(), lists);
      for (Bead bead : found) {
        calibration.add(bead.confidence(), gold.contains(bead.toIndexLists()));
      }
    }
    for (LostBeads.Reason reason : LostBeads.Reason.values()) {
      lost.count(reason.text(), set, reasons.count(reason));
    }
    table.count(set, "gold beads", score.wanted());
    table.note(set, "precision", score.precision());
    table.note(set, "recall", score.recall());
    table.row(set, "F1", score.f1());
  }

  /**
   * @param name the row, as printed
   * @param changes to the usual parameters, by the JSON pointer of the component
   */
  private record Variant(String name, Map<String, Object> changes) {}

  @Test
  void everyPartEarnsItsKeep() throws JsonProcessingException {
    // Seventeen times over all sets: for the page, not for every build.
    assumeThat(System.getProperty("accuracy.update")).isEqualTo("true");
    List<String> table = new ArrayList<>();
    table.add("| aligner with | " + String.join(" | ", BeadSets.NAMES) + " |");
    table.add("|---" + "|---".repeat(BeadSets.NAMES.size()) + "|");
    DocumentHits whole = hits(new Aligner(Lexicon.bundled()));
    table.add(row(WHOLE, whole.differences(whole), false));
    for (Variant variant : VARIANTS) {
      Aligner aligner = new Aligner(Lexicon.bundled(), parameters(variant));
      Map<String, DocumentHits.Difference> without = hits(aligner).differences(whole);
      table.add(row(variant.name(), without, true));
      assertThat(without.values())
          .as("%s: changes nothing", variant.name())
          .anyMatch(set -> set.now() != set.before());
      assertThat(gain(without)).as(variant.name()).isLessThan(TOLERANCE);
    }
    table.forEach(System.out::println);
    PageSection.accuracy("ablation").publish(table);
  }

  private static String row(
      String name, Map<String, DocumentHits.Difference> sets, boolean compared) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (String set : BeadSets.NAMES) {
      DocumentHits.Difference one = Objects.requireNonNull(sets.get(set));
      row.append(String.format(Locale.ROOT, " %.1f", one.now()));
      if (compared) {
        row.append(String.format(Locale.ROOT, " [%+.1f, %+.1f]", one.low(), one.high()));
      }
      row.append(" |");
    }
    return row.toString();
  }

  /** By how many percent points the mean of the sets is better without a part. */
  private static double gain(Map<String, DocumentHits.Difference> sets) {
    return sets.values().stream()
        .mapToDouble(set -> set.now() - set.before())
        .average()
        .orElseThrow();
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

  private static DocumentHits hits(Aligner aligner) {
    DocumentHits hits = new DocumentHits();
    for (String set : BeadSets.NAMES) {
      List<BeadSets.Item> items = BeadSets.read(set);
      for (int number = 0; number < items.size(); number++) {
        BeadSets.Item item = items.get(number);
        List<String> beads = Contender.beads(aligner, item.zh(), item.en());
        int right = (int) beads.stream().filter(Set.copyOf(item.gold())::contains).count();
        hits.add(
            new DocumentHits.Hits(
                set, number, set + " " + number, right, beads.size() + item.gold().size()));
      }
    }
    return hits;
  }
}
