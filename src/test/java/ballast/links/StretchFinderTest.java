package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import ballast.lexicon.Lexicon;
import ballast.links.Stretches.StretchFinder;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StretchFinderTest {

  private static final Lexicon LEXICON = Lexicon.bundled();
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
}
