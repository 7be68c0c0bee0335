package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
}
