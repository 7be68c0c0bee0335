package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CounterpartsTest {

  /** As many sure pairs, doubtful pairs, and sentences on each side that stand alone. */
  private static Counterparts counted(
      int sure, int doubtful, int aloneInSource, int aloneInTarget) {
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < sure + doubtful; i++) {
      double confidence = i < sure ? 0.5 : 0.49;
      beads.add(new Bead(new Range(i, i + 1), new Range(i, i + 1), confidence, List.of()));
    }
    int pairs = sure + doubtful;
    int source = pairs + aloneInSource;
    int target = pairs + aloneInTarget;
    for (int i = pairs; i < source; i++) {
      beads.add(new Bead(new Range(i, i + 1), new Range(pairs, pairs), 0.9, List.of()));
    }
    for (int i = pairs; i < target; i++) {
      beads.add(new Bead(new Range(source, source), new Range(i, i + 1), 0.9, List.of()));
    }
    return Counterparts.of(
        new Alignment(sentences(Lang.ZH_CN, source), sentences(Lang.EN_US, target), beads));
  }

  private static List<Segment> sentences(Lang lang, int count) {
    return Texts.lines(lang, IntStream.range(0, count).mapToObj(i -> "S" + i + ".").toList());
  }

  @Test
  void onlySurePairsCount() {
    Counterparts counterparts = counted(2, 3, 4, 1);
    assertThat(counterparts.source()).isEqualTo(new Counterparts.Side(9, 2));
    assertThat(counterparts.target()).isEqualTo(new Counterparts.Side(6, 2));
    assertThat(counterparts)
        .hasToString("only 2 of 9 and 2 of 6 sentences have a sure counterpart");
  }

  @Test
  void textsWithHardlyAnyPairAreNotTranslations() {
    assertThat(counted(1, 5, 30, 40).areTooFew()).isTrue();
    assertThat(counted(0, 0, 20, 20).areTooFew()).isTrue();
    assertThat(counted(12, 5, 20, 20).areTooFew()).isFalse();
  }

  @Test
  void aTitleAndOnePairDoNotMakeATranslationOfAShortText() {
    assertThat(counted(2, 0, 7, 5).areTooFew()).isTrue();
    assertThat(counted(3, 0, 6, 5).areTooFew()).isFalse();
  }

  @Test
  void anExcerptIsATranslationOfItsPart() {
    assertThat(counted(5, 1, 400, 0).areTooFew()).isFalse();
    assertThat(counted(5, 1, 0, 400).areTooFew()).isFalse();
  }

  @Test
  void ofAFewSentencesThisIsSaidOnlyIfNothingWasPaired() {
    assertThat(counted(0, 4, 1, 0).areTooFew()).isFalse();
    assertThat(counted(0, 1, 3, 3).areTooFew()).isFalse();
    assertThat(counted(0, 0, 3, 2).areTooFew()).as("nothing was paired").isTrue();
    assertThat(counted(0, 5, 0, 0).areTooFew()).isTrue();
    assertThat(counted(0, 0, 20, 0).areTooFew()).isFalse(); // no text at all on the other side
  }
}
