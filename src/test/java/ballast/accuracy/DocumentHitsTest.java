package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.LostBeads.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a sentence in a bead was glued | [0]:[0] [1]:[] [2]:[1] | [0,1]:[0] [2]:[1] | GLUED 2",
        "a sentence alone was left out | [0,1]:[0] | [0]:[0] [1]:[] | LEFT_OUT 1",
        "a bead was taken apart and two put together"
            + " | [0,1]:[0,1] [2]:[2] [3]:[3] | [0]:[0] [1]:[1] [2,3]:[2,3]"
            + " | TAKEN_APART 1, PUT_TOGETHER 2",
        "a boundary may be elsewhere | [0]:[0] [1]:[1,2] | [0]:[0,1] [1]:[2] | SHIFTED 2",
        "a correct alignment loses nothing | [0]:[0] [1]:[] | [0]:[0] [1]:[] | ''"
      })
  void beadsAreLostForAReason(String what, String gold, String found, String expected) {
    LostBeads lost = new LostBeads();
    lost.add(List.of(gold.split(" ")), List.of(found.split(" ")));
    assertThat(
            Stream.of(Reason.values())
                .filter(reason -> lost.count(reason) > 0)
                .map(reason -> reason + " " + lost.count(reason))
                .collect(Collectors.joining(", ")))
        .as(what)
        .isEqualTo(expected);
  }
}
