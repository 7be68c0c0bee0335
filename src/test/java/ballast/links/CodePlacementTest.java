package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures how well codes are placed in translations that were marked by hand. */
final class CodePlacementTest {

  /** The sentences of more.tsv before the four hundred and twenty that were added last. */
  private static final int FIRST_MORE = 225;

  private static final Lexicon LEXICON = Lexicon.bundled();

  private final CodePlacer placer = new CodePlacer(LEXICON, LEXICON);

  /** Sentences that were used for nothing but this. */
  @Test
  void judgingIntoEnglish() {
    PlacementFigures figures = measured(half(1), false);
    assertThat(figures.wordF1()).as("%s", figures).isGreaterThan(0.96);
    assertThat(figures.exactF1()).as("%s", figures).isGreaterThan(0.84);
    assertThat(figures.exactMarks()).as("%s", figures).isGreaterThan(0.91);
    assertThat(figures.placedShare()).as("%s", figures).isGreaterThan(0.98);
    assertThat(figures.lost()).isZero();
  }

  @Test
  void judgingIntoChinese() {
    PlacementFigures figures = measured(half(1), true);
    assertThat(figures.wordF1()).as("%s", figures).isGreaterThan(0.955);
    assertThat(figures.exactF1()).as("%s", figures).isGreaterThan(0.85);
    assertThat(figures.exactMarks()).as("%s", figures).isGreaterThan(0.82);
    assertThat(figures.placedShare()).as("%s", figures).isGreaterThan(0.98);
    assertThat(figures.lost()).isZero();
  }

  /** Sentences whose errors were looked at. */
  @Test
  void developing() {
    for (boolean intoChinese : new boolean[] {false, true}) {
      PlacementFigures figures = measured(half(0), intoChinese);
      assertThat(figures.wordF1()).as("%s", figures).isGreaterThan(0.975);
      assertThat(figures.exactF1()).as("%s", figures).isGreaterThan(0.91);
      List<MarkedSentence.Pair> all = MarkedSentence.all("more.tsv");
      PlacementFigures more = measured(all.subList(0, FIRST_MORE), intoChinese);
      assertThat(more.wordF1()).as("%s", more).isGreaterThan(0.975);
      assertThat(more.exactF1()).as("%s", more).isGreaterThan(0.91);
      PlacementFigures rest = measured(all.subList(FIRST_MORE, all.size()), intoChinese);
      assertThat(rest.wordF1()).as("%s", rest).isGreaterThan(0.97);
      assertThat(rest.exactF1()).as("%s", rest).isGreaterThan(0.885);
      assertThat(figures.lost() + more.lost() + rest.lost()).isZero();
    }
  }

  /** In a translation of another sentence hardly anything is placed. */
  @Test
  void otherSentences() {
    List<MarkedSentence.Pair> pairs = MarkedSentence.all("marked.tsv");
    int placed = 0;
    for (int k = 0; k < pairs.size(); k++) {
      MarkedSentence.Pair other = pairs.get((k + 2) % pairs.size());
      MarkedSentence source = pairs.get(k).source();
      if (place(new MarkedSentence.Pair(source, other.target())).isPresent()) {
        placed++;
      }
    }
    assertThat((double) placed / pairs.size()).isLessThan(0.08);
  }

  private static List<MarkedSentence.Pair> half(int remainder) {
    List<MarkedSentence.Pair> all = MarkedSentence.all("marked.tsv");
    return IntStream.range(0, all.size())
        .filter(k -> k % 2 == remainder)
        .mapToObj(all::get)
        .toList();
  }

  private PlacementFigures measured(List<MarkedSentence.Pair> pairs, boolean reversed) {
    PlacementFigures figures = new PlacementFigures();
    for (MarkedSentence.Pair pair : pairs) {
      MarkedSentence.Pair turned = reversed ? pair.reversed() : pair;
      figures.add(turned, place(turned));
    }
    return figures;
  }

  private Optional<List<InlineCode>> place(MarkedSentence.Pair pair) {
    List<InlineCode> codes =
        pair.source().codes().stream()
            .map(
                code ->
                    new InlineCode(
                        Side.SOURCE,
                        code.offset(),
                        code.element(),
                        code.attributes(),
                        code.content()))
            .toList();
    return placer.place(
        pair.source().text(),
        pair.source().lang(),
        codes,
        pair.target().text(),
        pair.target().lang());
  }
}
