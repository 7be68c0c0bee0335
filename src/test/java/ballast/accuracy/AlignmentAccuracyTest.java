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
    for (String set : List.of("literary", "literary-omissions", "news-resplit")) {
      measure(set, table);
    }
    for (int band = 0; band < BANDS; band++) {
      String name =
          String.format(Locale.ROOT, "confidence %.1f-%.1f", band / 5.0, (band + 1) / 5.0);
      table.note(name, "beads", beads[band]);
      table.note(name, "precision", 100.0 * hits[band] / Math.max(1, beads[band]));
    }
    table.printAndCheck();
  }

  private void measure(String set, AccuracyTable table) {
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (BeadSets.Item item : BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set))) {
      Set<String> gold = new HashSet<>(item.gold());
      wanted += item.gold().size();
      for (Bead bead : aligner.align(item.zh(), item.en()).beads()) {
        boolean hit = gold.contains(bead.toIndexLists());
        int band = Math.min(BANDS - 1, (int) (bead.confidence() * BANDS));
        found++;
        beads[band]++;
        right += hit ? 1 : 0;
        hits[band] += hit ? 1 : 0;
      }
    }
    table.note(set, "precision", 100.0 * right / found);
    table.note(set, "recall", 100.0 * right / wanted);
    table.row(set, "F1", 200.0 * right / (found + wanted));
  }
}
