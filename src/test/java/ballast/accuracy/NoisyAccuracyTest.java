package ballast.accuracy;

import ballast.accuracy.NoisySets.Noisy;
import ballast.align.Aligner;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Beads of documents with noise: strict F1 of all beads, F1 of those without partner, and how many
 * of the beads in exchanged passages are found.
 */
@Tag("accuracy")
class NoisyAccuracyTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  @Test
  void noiseCostsNoMoreThanRecorded() {
    AccuracyTable table = new AccuracyTable("alignment with noise");
    for (String set : List.of("literary", "news-resplit")) {
      List<BeadSets.Item> items = BeadSets.some(BeadSets.read(set));
      for (NoiseVariant variant : NoiseVariant.values()) {
        measure(set + " " + variant.label(), NoisySets.of(items, variant), table);
      }
    }
    table.printAndCheck();
    PageSection.accuracy("noise").publish(table.markdown());
  }

  private void measure(String name, List<Noisy> documents, AccuracyTable table) {
    BeadScore beads = new BeadScore();
    BeadScore pairs = new BeadScore();
    BeadScore alone = new BeadScore();
    BeadScore crossing = new BeadScore();
    for (Noisy noisy : documents) {
      List<String> gold = noisy.item().gold();
      List<String> found = Contender.beads(aligner, noisy.item().zh(), noisy.item().en());
      beads.add(gold, found);
      pairs.add(beads(gold, false), beads(found, false));
      alone.add(beads(gold, true), beads(found, true));
      crossing.add(noisy.crossing(), found);
    }
    table.row(name, "F1", beads.f1());
    table.note(name, "pairs F1", pairs.f1());
    if (alone.wanted() > 0) {
      table.note(name, "one-sided P", alone.precision());
      table.note(name, "one-sided R", alone.recall());
      table.row(name, "one-sided F1", alone.f1());
    }
    if (crossing.wanted() > 0) {
      table.row(name, "crossing found", crossing.recall());
    }
  }

  private static List<String> beads(List<String> all, boolean oneSided) {
    return all.stream().filter(bead -> bead.contains("[]") == oneSided).toList();
  }
}
