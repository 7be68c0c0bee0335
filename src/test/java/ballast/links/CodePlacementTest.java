package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.lexicon.Lexicon;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures how well codes are placed in translations that were marked by hand. */
final class CodePlacementTest {

  /** The sentences of more.tsv before the four hundred and twenty that were added last. */
  private static final int FIRST_MORE = 225;

  private static final Lexicon LEXICON = Lexicon.bundled();

  private final CodePlacer placer = new CodePlacer(LEXICON, LEXICON);

  /** Sentences that were used for nothing but this. */
  @ParameterizedTest(name = "into Chinese: {0}")
  @CsvSource({"false, 0.96, 0.84, 0.91", "true, 0.955, 0.85, 0.82"})
  void judging(boolean intoChinese, double wordF1, double exactF1, double exactMarks) {
    PlacementFigures figures = measured(MarkedSentence.half(1), intoChinese);
    assertPlaced(figures, wordF1, exactF1);
    assertThat(figures.exactMarks()).as("%s", figures).isGreaterThan(exactMarks);
    assertThat(figures.placedShare()).as("%s", figures).isGreaterThan(0.98);
  }

  private static void assertPlaced(PlacementFigures figures, double wordF1, double exactF1) {
    assertThat(figures.wordF1()).as("%s", figures).isGreaterThan(wordF1);
    assertThat(figures.exactF1()).as("%s", figures).isGreaterThan(exactF1);
    assertThat(figures.lost).as("placed without the same codes").isZero();
  }

  /** Sentences whose errors were looked at. */
  @ParameterizedTest(name = "into Chinese: {0}")
  @ValueSource(booleans = {false, true})
  void developing(boolean intoChinese) {
    List<MarkedSentence.Pair> all = MarkedSentence.all("more.tsv");
    assertPlaced(measured(MarkedSentence.half(0), intoChinese), 0.975, 0.91);
    assertPlaced(measured(all.subList(0, FIRST_MORE), intoChinese), 0.975, 0.91);
    assertPlaced(measured(all.subList(FIRST_MORE, all.size()), intoChinese), 0.97, 0.885);
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

  /** Counts how well codes are placed. What is not placed counts as missed. */
  private static final class PlacementFigures {

    private static final Pattern WORD =
        Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}'’&&[^\\p{IsHan}]]+");

    private int sentences;
    private int placed;
    private int spans;
    private int placedSpans;
    private int exact;
    private int words;
    private int placedWords;
    private int commonWords;
    private int marks;
    private int exactMarks;
    private int lost;

    void add(MarkedSentence.Pair pair, Optional<List<InlineCode>> codes) {
      sentences++;
      Map<String, Span> wanted = spans(pair.target().codes());
      Map<String, Span> found = codes.map(PlacementFigures::spans).orElse(Map.of());
      if (codes.isPresent()) {
        placed++;
        lost += wanted.keySet().equals(found.keySet()) ? 0 : 1;
      }
      for (String id : wanted.keySet()) {
        Span place = found.get(id);
        boolean same = wanted.get(id).equals(place);
        if (id.startsWith("n")) {
          marks++;
          exactMarks += same ? 1 : 0;
          continue;
        }
        spans++;
        placedSpans += place == null ? 0 : 1;
        exact += same ? 1 : 0;
        Set<Integer> there = words(pair.target().text(), wanted.get(id));
        Set<Integer> here = place == null ? Set.of() : words(pair.target().text(), place);
        words += there.size();
        placedWords += here.size();
        there.retainAll(here);
        commonWords += there.size();
      }
    }

    double placedShare() {
      return (double) placed / sentences;
    }

    double exactF1() {
      return 2.0 * exact / (spans + placedSpans);
    }

    double wordF1() {
      return 2.0 * commonWords / (words + placedWords);
    }

    double exactMarks() {
      return (double) exactMarks / marks;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d sentences, placed %.3f; %d spans: exact F1 %.3f (precision %.3f), words F1 %.3f;"
              + " %d marks: exact %.3f; lost %d",
          sentences,
          placedShare(),
          spans,
          exactF1(),
          (double) exact / placedSpans,
          wordF1(),
          marks,
          exactMarks(),
          lost);
    }

    private static Map<String, Span> spans(List<InlineCode> codes) {
      Map<String, Span> spans = new HashMap<>();
      for (InlineCode code : codes) {
        String id = code.attributes().replaceAll("id=\"(.*)\"", "$1");
        Span open = spans.get(id);
        spans.put(id, new Span(open == null ? code.offset() : open.start(), code.offset()));
      }
      return spans;
    }

    private static Set<Integer> words(String text, Span span) {
      Set<Integer> words = new HashSet<>();
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        if (word.start() >= span.start() && word.end() <= span.end()) {
          words.add(word.start());
        }
      }
      return words;
    }
  }
}
