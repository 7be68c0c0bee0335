package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.LostBeads.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentHitsTest {

  @TempDir Path folder;

  private static DocumentHits hits(int... right) {
    DocumentHits hits = new DocumentHits();
    for (int k = 0; k < right.length; k++) {
      hits.add(new DocumentHits.Hits("novels", k, "novels " + k, right[k], 200));
    }
    return hits;
  }

  @Test
  void countsAllDocumentsOfASet() {
    assertThat(hits(50, 100).f1()).isEqualTo(75);
    assertThat(hits(50, 100).table()).contains("novels").contains("75.00");
  }

  @Test
  void theSameGainEverywhereIsCertain() {
    assertThat(hits(60, 70, 80).against(hits(50, 60, 70)))
        .contains("60.00 ->  70.00  +10.00 [+10.00, +10.00]");
  }

  @Test
  void anIntervalOfDifferentGainsHoldsZero() {
    assertThat(hits(50, 90, 60, 70).against(hits(60, 60, 70, 70)))
        .containsPattern("\\+2\\.50 \\[-[0-9.]+, \\+[0-9.]+]");
  }

  @Test
  void documentsOfOneTimeAreLeftOut() {
    assertThat(hits(60, 10).against(hits(50))).contains("50.00 ->  60.00");
    assertThat(hits(60).against(new DocumentHits())).isEmpty();
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("new/hits.tsv");
    hits(50, 100).write(file);
    assertThat(DocumentHits.read(file).table()).isEqualTo(hits(50, 100).table());
  }

  private static LostBeads of(List<String> gold, List<String> found) {
    LostBeads lost = new LostBeads();
    lost.add(gold, found);
    return lost;
  }

  @Test
  void aSentenceInABeadWasGlued() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[]", "[2]:[1]"), List.of("[0, 1]:[0]", "[2]:[1]"));
    assertThat(lost.count(Reason.GLUED)).isEqualTo(2);
    assertThat(lost.count(Reason.PUT_TOGETHER)).isZero();
  }

  @Test
  void aSentenceAloneWasLeftOut() {
    LostBeads lost = of(List.of("[0, 1]:[0]"), List.of("[0]:[0]", "[1]:[]"));
    assertThat(lost.count(Reason.LEFT_OUT)).isEqualTo(1);
  }

  @Test
  void aBeadWasTakenApartOrTwoPutTogether() {
    LostBeads lost =
        of(
            List.of("[0, 1]:[0, 1]", "[2]:[2]", "[3]:[3]"),
            List.of("[0]:[0]", "[1]:[1]", "[2, 3]:[2, 3]"));
    assertThat(lost.count(Reason.TAKEN_APART)).isEqualTo(1);
    assertThat(lost.count(Reason.PUT_TOGETHER)).isEqualTo(2);
  }

  @Test
  void aBoundaryMayBeElsewhere() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[1, 2]"), List.of("[0]:[0, 1]", "[1]:[2]"));
    assertThat(lost.count(Reason.SHIFTED)).isEqualTo(2);
  }

  @Test
  void whatIsRightIsNotLost() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[]"), List.of("[0]:[0]", "[1]:[]"));
    for (Reason reason : Reason.values()) {
      assertThat(lost.count(reason)).as(reason.text()).isZero();
    }
  }
}
