package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.bitext.Bead;
import ballast.lexicon.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strict precision, recall and F1 of beads, as in the sets' own {@code score.py}. */
@Tag("accuracy")
class AlignmentAccuracyTest {

  private static final int BANDS = 10;
  private static final double[] THRESHOLDS = {0.5, 0.8, 0.9, 0.95};

  /** The most by which confidence may miss the share of right beads, percent points. */
  private static final double WORST_CALIBRATION = 3;

  private final Aligner aligner = new Aligner(Lexicon.bundled());
  private final int[] beads = new int[BANDS];
  private final int[] hits = new int[BANDS];
  private final double[] promised = new double[BANDS];
  private final int[] beadsAbove = new int[THRESHOLDS.length];
  private final int[] hitsAbove = new int[THRESHOLDS.length];

  @Test
  void beadsAreAsGoodAsRecorded() {
    AccuracyTable table = new AccuracyTable("alignment");
    AccuracyTable lost = new AccuracyTable("beads lost");
    for (String set : BeadSets.NAMES) {
      measure(set, table, lost);
    }
    AccuracyTable confidence = new AccuracyTable("confidence");
    for (int band = 0; band < BANDS; band++) {
      String name = String.format(Locale.ROOT, "%.1f to %.1f", band / 10.0, (band + 1) / 10.0);
      confidence.count(name, "beads", beads[band]);
      confidence.note(name, "precision", 100.0 * hits[band] / Math.max(1, beads[band]));
    }
    for (int t = 0; t < THRESHOLDS.length; t++) {
      String name = String.format(Locale.ROOT, "at least %.2f", THRESHOLDS[t]);
      confidence.count(name, "beads", beadsAbove[t]);
      confidence.note(name, "precision", 100.0 * hitsAbove[t] / Math.max(1, beadsAbove[t]));
    }
    confidence.printAndCheck();
    assertThat(calibrationError()).as("calibration error").isLessThan(WORST_CALIBRATION);
    table.printAndCheck();
    PageSection.accuracy("alignment").publish(table.markdown());
    PageSection.accuracy("lost").publish(lost.markdown());
    PageSection.accuracy("confidence").publish(confidence.markdown());
  }

  /** Expected calibration error over the bands, percent points. */
  private double calibrationError() {
    double error = 0;
    int all = 0;
    for (int band = 0; band < BANDS; band++) {
      error += Math.abs(promised[band] - hits[band]);
      all += beads[band];
    }
    return 100 * error / Math.max(1, all);
  }

  private void measure(String set, AccuracyTable table, AccuracyTable lost) {
    BeadScore score = new BeadScore();
    LostBeads reasons = new LostBeads();
    for (BeadSets.Item item : BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set))) {
      Set<String> gold = new HashSet<>(item.gold());
      List<Bead> found = aligner.align(item.zh(), item.en()).beads();
      List<String> lists = found.stream().map(Bead::toIndexLists).toList();
      score.add(item.gold(), lists);
      reasons.add(item.gold(), lists);
      for (Bead bead : found) {
        int band = Math.min(BANDS - 1, (int) (bead.confidence() * BANDS));
        int hit = gold.contains(bead.toIndexLists()) ? 1 : 0;
        beads[band]++;
        hits[band] += hit;
        promised[band] += bead.confidence();
        for (int t = 0; t < THRESHOLDS.length; t++) {
          boolean above = bead.confidence() >= THRESHOLDS[t];
          beadsAbove[t] += above ? 1 : 0;
          hitsAbove[t] += above ? hit : 0;
        }
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
}
