package ballast.accuracy;

import ballast.accuracy.NoisySets.Noisy;
import ballast.align.Aligner;
import ballast.bitext.Bead;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Beads of documents with noise: strict F1 of all beads, F1 of those without partner, and how many
 * of the beads in exchanged passages are found.
 */
@Tag("accuracy")
class NoisyAccuracyTest {

  /** Enough documents of a large set to measure on. */
  private static final int MAX_DOCUMENTS = 6;

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  @Test
  void noiseCostsNoMoreThanRecorded() {
    AccuracyTable table = new AccuracyTable("alignment with noise");
    for (String set : List.of("literary", "news-resplit")) {
      List<BeadSets.Item> items = some(set);
      for (NoiseVariant variant : NoiseVariant.values()) {
        measure(set + " " + variant.label(), NoisySets.of(items, variant), table);
      }
    }
    table.printAndCheck();
    PageSection.accuracy("noise").publish(table.markdown());
  }

  /** All documents of a small set, every third of a large one. */
  private static List<BeadSets.Item> some(String set) {
    List<BeadSets.Item> all = BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set));
    if (all.size() <= MAX_DOCUMENTS) {
      return all;
    }
    List<BeadSets.Item> third = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 3) {
      third.add(all.get(i));
    }
    return third;
  }

  private void measure(String name, List<Noisy> documents, AccuracyTable table) {
    Counts beads = new Counts();
    Counts pairs = new Counts();
    Counts alone = new Counts();
    Counts crossing = new Counts();
    for (Noisy noisy : documents) {
      BeadSets.Item item = noisy.item();
      Set<String> gold = new HashSet<>(item.gold());
      beads.wanted += gold.size();
      int oneSided = (int) gold.stream().filter(bead -> bead.contains("[]")).count();
      alone.wanted += oneSided;
      pairs.wanted += gold.size() - oneSided;
      crossing.wanted += noisy.crossing().size();
      for (Bead bead : aligner.align(item.zh(), item.en()).beads()) {
        boolean right = gold.contains(bead.toIndexLists());
        beads.add(right);
        (bead.isOneSided() ? alone : pairs).add(right);
        if (noisy.crossing().contains(bead.toIndexLists())) {
          crossing.add(true);
        }
      }
    }
    table.row(name, "F1", beads.f1());
    table.note(name, "pairs F1", pairs.f1());
    if (alone.wanted > 0) {
      table.note(name, "one-sided P", alone.precision());
      table.note(name, "one-sided R", alone.recall());
      table.row(name, "one-sided F1", alone.f1());
    }
    if (crossing.wanted > 0) {
      table.row(name, "crossing found", crossing.recall());
    }
  }

  private static final class Counts {

    private int right;
    private int found;
    private int wanted;

    void add(boolean hit) {
      found++;
      right += hit ? 1 : 0;
    }

    double precision() {
      return 100.0 * right / Math.max(1, found);
    }

    double recall() {
      return 100.0 * right / Math.max(1, wanted);
    }

    double f1() {
      return 200.0 * right / Math.max(1, found + wanted);
    }
  }
}
