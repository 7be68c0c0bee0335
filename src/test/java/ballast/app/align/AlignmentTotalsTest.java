package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.check.Samples;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of an article in one line. */
final class AlignmentTotalsTest {

  @Test
  void onlyAPairIsDoubtful() {
    AlignedText text =
        new Samples()
            .source("甲。", "乙。", "丙。")
            .target("A.", "B.")
            .bead(0, 1, 0, 1, 0.9, false)
            .bead(1, 2, 1, 2, 0.3, false)
            .bead(2, 3, 2, 2, 0.2, false)
            .text();
    assertThat(AlignmentTotals.ofBeads(text.alignment()))
        .isEqualTo("3 beads: 2 1-1, 1 1-0; 1 doubtful (confidence below 0.50)");
  }

  @Test
  void eachCountOfARevisionHasItsOwnWord() {
    List<String> drafts = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    assertThat(
            AlignmentTotals.ofRevision(
                new Revision.Summary("doc", 2, 1, new UnitTally(3, 4, 5, 6, 7), 8, drafts)))
        .isEqualTo(
            "revision 2, units: 3 added, 4 changed, 6 moved, 7 came back, 8 retired, 5 unchanged"
                + "; 9 must be approved again: a b c d e ...");
  }
}
