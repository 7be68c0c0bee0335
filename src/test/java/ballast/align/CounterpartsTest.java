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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
  @CsvSource({
    "hardly any pair, 1, 5, 30, 40, true",
    "no pair, 0, 0, 20, 20, true",
    "pairs enough, 12, 5, 20, 20, false",
    "a title and one pair of a short text, 2, 0, 7, 5, true",
    "a title and two pairs of a short text, 3, 0, 6, 5, false",
    "an excerpt of the source, 5, 1, 400, 0, false",
    "an excerpt of the target, 5, 1, 0, 400, false",
    "few sentences and doubtful pairs, 0, 4, 1, 0, false",
    "few sentences and a doubtful pair, 0, 1, 3, 3, false",
    "few sentences and nothing paired, 0, 0, 3, 2, true",
    "only doubtful pairs, 0, 5, 0, 0, true",
    "no text at all on the other side, 0, 0, 20, 0, false"
  })
  void textsWithTooFewSurePairsAreNotTranslations(
      String texts, int sure, int doubtful, int inSource, int inTarget, boolean tooFew) {
    assertThat(counted(sure, doubtful, inSource, inTarget).areTooFew()).as(texts).isEqualTo(tooFew);
  }
}
