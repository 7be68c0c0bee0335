package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.AlignmentReport.AlignmentJson;
import ballast.app.align.AlignmentReport.AlignmentLines;
import ballast.app.align.AlignmentReport.PairsText;
import ballast.app.align.AlignmentReport.ReviewText;
import ballast.app.check.Samples;
import ballast.app.page.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The beads that need a look, and their order. */
final class ReviewTest {

  private final AlignedText text = Samples.everyKind().text();

  @Test
  void doubtfulBeadsComeFirstThenOneSidedOnesThenMovedOnes() {
    assertThat(Attention.inReviewOrder(text)).containsExactly(2, 5, 3, 4);
    assertThat(Attention.inOrder(text)).containsExactly(2, 3, 4, 5);
    assertThat(Attention.theRest(text)).containsExactly(0, 1, 6);
  }

  @Test
  void theLeastSureOfTwoDoubtfulBeadsComesFirst() {
    AlignedText two =
        new Samples()
            .source("甲。", "乙。")
            .target("A.", "B.")
            .bead(0, 1, 0, 1, 0.4, false)
            .bead(1, 2, 1, 2, 0.2, false)
            .text();
    assertThat(Attention.inReviewOrder(two)).containsExactly(1, 0);
  }

  @Test
  void aMovedBeadStandsAfterTheLastOneThatHasNotMoved() {
    MovedBeads moved = new MovedBeads(text.alignment());
    assertThat(moved.place(4)).isEqualTo(2);
    assertThat(moved.placeInWords(4)).isEqualTo("after no. 2 in the translation");
    assertThat(moved.arrivals(2)).containsExactly(5);
    assertThat(moved.arrivals(3)).isEmpty();
  }

  @Test
  void aPassageThatMovedToTheBeginningHasNothingBeforeIt() {
    AlignedText passage =
        new Samples()
            .source("甲。", "乙。", "丙。")
            .target("B.", "C.", "A.")
            .bead(0, 1, 2, 3, 0.9, false)
            .bead(1, 2, 0, 1, 0.9, true)
            .bead(2, 3, 1, 2, 0.9, true)
            .text();
    MovedBeads moved = new MovedBeads(passage.alignment());
    assertThat(moved.place(1)).isZero();
    assertThat(moved.place(2)).isZero();
    assertThat(moved.placeInWords(2)).isEqualTo("at the beginning of the translation");
  }

  @Test
  void eachSentenceHasItsPlaceAndAnOmissionItsNeighbours() {
    StringWriter out = new StringWriter();
    new ReviewText(new PrintWriter(out), Style.PLAIN).write(List.of(text));
    assertThat(out.toString())
        .startsWith("tm/sample: needs a look first: 1 doubtful, 2 one-sided, 1 moved\n")
        .containsSubsequence(
            "   3  0.31 1-1  doubtful\n",
            "tm/sample.zh.txt:3: 乙。\n",
            "tm/sample.en.txt:5: B.\n",
            "   6  0.42 0-1  added in the translation\n",
            "   4  0.88 1-0  not translated\n",
            "before, no. 3:\n",
            "tm/sample.zh.txt:3: 乙。\n",
            "      tm/sample.zh.txt:4: 丙。\n",
            "after, no. 5:\n",
            "   5  0.91 1-1  moved\n",
            "stands after no. 2 in the translation\n",
            "tm/sample: the rest, in order\n",
            "   1  0.95 ",
            "   2  0.98 1-2",
            "   7  0.95 ");
  }

  @Test
  void doubtIsAWordInTheOrdinaryListingToo() {
    StringWriter out = new StringWriter();
    new PairsText(new PrintWriter(out), Style.PLAIN).write(text);
    assertThat(out.toString()).contains("[doubtful] 乙。", "[moved] 丁。", "(not translated)");
    assertThat(out.toString()).containsOnlyOnce("[doubtful]");
  }

  @Test
  void jsonSaysWhichBeadsHaveMoved() throws IOException {
    StringWriter out = new StringWriter();
    AlignmentJson.write(out, text);
    assertThat(out.toString()).containsOnlyOnce("\"moved\"").contains("\"moved\" : true");
  }

  @Test
  void movedBeadsAreListedAmongTheOthers() throws IOException {
    StringWriter out = new StringWriter();
    AlignmentLines.writeBeads(out, text);
    assertThat(out.toString()).contains("[3]:[]\n[4]:[3]\n[]:[5]\n");
  }
}
