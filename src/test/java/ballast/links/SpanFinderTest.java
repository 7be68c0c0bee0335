package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import ballast.links.SpanFinder.Found;
import ballast.links.SpanSearch.Edges;
import ballast.links.SpanSearch.SpanWeights;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SpanFinderTest {

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
}
