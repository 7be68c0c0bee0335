package ballast.accuracy;

import ballast.align.Aligner;
import ballast.bitext.Bead;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strict precision, recall and F1 of beads, as in the sets' own {@code score.py}. */
@Tag("accuracy")
class AlignmentAccuracyTest {

  private static final int BANDS = 5;

  private final Aligner aligner = new Aligner();
  private final int[] beads = new int[BANDS];
  private final int[] hits = new int[BANDS];

  @Test
  void beadsAreAsGoodAsRecorded() {
    AccuracyTable table = new AccuracyTable("alignment");
    for (String set : BeadSets.NAMES) {
      measure(set, table);
    }
    AccuracyTable confidence = new AccuracyTable("confidence");
    for (int band = 0; band < BANDS; band++) {
      String name = String.format(Locale.ROOT, "%.1f to %.1f", band / 5.0, (band + 1) / 5.0);
      confidence.count(name, "beads", beads[band]);
      confidence.note(name, "precision", 100.0 * hits[band] / Math.max(1, beads[band]));
    }
    confidence.printAndCheck();
    table.printAndCheck();
    PageSection.accuracy("alignment").publish(table.markdown());
    PageSection.accuracy("confidence").publish(confidence.markdown());
  }

  private void measure(String set, AccuracyTable table) {
    BeadScore score = new BeadScore();
    for (BeadSets.Item item : BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set))) {
      Set<String> gold = new HashSet<>(item.gold());
      List<Bead> found = aligner.align(item.zh(), item.en()).beads();
      score.add(item.gold(), found.stream().map(Bead::toIndexLists).toList());
      for (Bead bead : found) {
        int band = Math.min(BANDS - 1, (int) (bead.confidence() * BANDS));
        beads[band]++;
        hits[band] += gold.contains(bead.toIndexLists()) ? 1 : 0;
      }
    }
    table.count(set, "gold beads", score.wanted());
    table.note(set, "precision", score.precision());
    table.note(set, "recall", score.recall());
    table.row(set, "F1", score.f1());
  }
}
