package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.lexicon.Lexicon;
import ballast.links.SpanFinder.Found;
import ballast.links.SpanSearch.Edges;
import ballast.links.SpanSearch.SpanWeights;
import ballast.links.Stretches.StretchFinder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words that are linked, and the stretches that translate marked ones. */
final class WordLinksTest {

  private static final Lexicon LEXICON = Lexicon.bundled();

  /** Of 政府 / 将 / 保护 / 环境, the last two. */
  private static final Range MARKED = new Range(2, 4);

  private final WordLinks links =
      new WordLinker(LEXICON, LEXICON)
          .link("政府将保护环境。", Set.of(), "The government will protect the environment.")
          .orElseThrow();

  @Test
  void wordsThatTranslateTheMarkedOnes() {
    Found found = find(SpanWeights.BUNDLED, new Range(0, 6), Edges.NONE);
    assertThat(found.tokens()).isEqualTo(new Range(3, 6));
    assertThat(found.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void givenEdges() {
    assertThat(find(SpanWeights.BUNDLED, new Range(0, 7), Edges.END).tokens())
        .isEqualTo(new Range(3, 7));
    assertThat(find(SpanWeights.BUNDLED, new Range(3, 7), Edges.START).tokens())
        .isEqualTo(new Range(3, 6));
  }

  @Test
  void weightsDecide() {
    SpanWeights other = new SpanWeights(Map.of("covers other content", 1.0, "last: mark", 1.0));
    assertThat(find(other, new Range(0, 6), Edges.NONE).tokens().start()).isLessThan(2);
  }

  @Test
  void withoutWeightsAllStretchesAreAlike() {
    Found found = find(new SpanWeights(Map.of()), new Range(3, 6), Edges.NONE);
    assertThat(found.confidence()).isBetween(0.1, 1.0 / 6);
  }

  @Test
  void onlyMarks() {
    Found found = find(SpanWeights.BUNDLED, new Range(6, 7), Edges.NONE);
    assertThat(found.confidence()).isZero();
    assertThat(found.tokens()).isEqualTo(new Range(6, 7));
  }

  private Found find(SpanWeights weights, Range within, Edges edges) {
    return new SpanFinder(links, weights).find(MARKED, within, edges);
  }

  private static final String SOURCE = "港口要靠乡村振兴。";
  private static final Span TERM = new Span(4, 8);

  private static Stretches stretches(String target) {
    return new StretchFinder(LEXICON, LEXICON).in(SOURCE, Set.of(4, 8), target);
  }

  @Test
  void theWordsThatTranslateAPlace() {
    String target = "The harbour depends on the revival of the countryside.";
    Stretches stretches = stretches(target);
    Stretches.Found found = stretches.find(TERM).orElseThrow();
    assertThat(found.span().of(target)).isEqualTo("revival of the countryside");
    assertThat(found.confidence()).isBetween(0.3, 1.0);
    assertThat(found.share()).isBetween(0.5, 1.0);
    assertThat(stretches.share()).isBetween(0.5, 1.0);
  }

  @Test
  void wordsThatNothingTranslatesHaveNoShare() {
    Stretches stretches = stretches("The harbour is open.");
    assertThat(stretches.find(TERM).orElseThrow().share()).isLessThan(0.1);
    assertThat(stretches.share()).isLessThan(0.75);
  }

  @Test
  void aPlaceWithoutWordsOrATextWithoutWordsHasNone() {
    assertThat(stretches("").find(TERM)).isEmpty();
    assertThat(stretches("The harbour.").find(new Span(4, 4))).isEmpty();
    String long1 = "港".repeat(3_000);
    Stretches tooLong =
        new StretchFinder(LEXICON, LEXICON).in(long1, Set.of(), "a ship ".repeat(2_000));
    assertThat(tooLong.find(new Span(0, 1))).isEmpty();
    assertThat(tooLong.share()).isZero();
  }

  private final WordLinker linker = new WordLinker(LEXICON, LEXICON);

  @Test
  void oneWordByAnother() {
    double[] environment = links.shares(new Range(3, 4));
    assertThat(environment[5]).isGreaterThan(0.9);
    assertThat(environment[1]).isLessThan(0.1);
    assertThat(links.said(new Range(3, 4), new Range(5, 6))).isEqualTo(1);
    assertThat(links.said(new Range(3, 4), new Range(0, 2))).isLessThan(0.1);
  }

  @Test
  void placeDecidesBetweenEqualWords() {
    WordLinks links = linker.link("合同甲，合同乙", Set.of(), "contract A, contract B").orElseThrow();
    double[] first = links.shares(new Range(0, 1));
    assertThat(first[0]).isGreaterThan(first[3]);
  }

  @Test
  void names() {
    WordLinks links = linker.link("王建国说", Set.of(), "Wang Jianguo said").orElseThrow();
    int last = links.source().size() - 1;
    double[] name = links.shares(new Range(0, last));
    assertThat(name[0]).isGreaterThan(0.8);
    assertThat(name[1]).isGreaterThan(0.8);
    assertThat(links.shares(new Range(last, last + 1))[2]).isGreaterThan(0.8);
  }

  @Test
  void numbersByValue() {
    WordLinks links = linker.link("1.5亿元", Set.of(), "150 million yuan").orElseThrow();
    assertThat(links.shares(new Range(0, 1))[0]).isGreaterThan(0.9);
  }

  @Test
  void nothingAtAll() {
    assertThat(linker.link("", Set.of(), "").orElseThrow().target()).isEmpty();
  }
}
