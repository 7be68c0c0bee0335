package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermMatcher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RenderingIndexTest {

  private static final List<String> WORDS =
      List.of("harbour", "vessel", "cargo", "growth", "road", "tide", "stone", "quiet", "heavy");

  private static Concept concept(int number, String en) {
    return new Concept("c" + number, List.of("港"), List.of(new Term(en, TermStatus.PREFERRED)));
  }

  /** Each word beside each other one. */
  private static List<Concept> pairsOfWords() {
    List<Concept> concepts = new ArrayList<>();
    for (String one : WORDS) {
      for (String other : WORDS) {
        concepts.add(concept(concepts.size(), one + " " + other));
      }
    }
    return concepts;
  }

  /** How many renderings are considered in a text that has all words. */
  private static int candidates(List<Concept> concepts) {
    TermMatcher matcher = new TermMatcher();
    RenderingIndex index = new RenderingIndex(Glossary.of(concepts), matcher);
    EnglishText text = matcher.read(String.join(" ", WORDS) + ".");
    int[] count = {0};
    index.find(
        text,
        true,
        having -> {
          count[0]++;
          return true;
        },
        matcher::pattern);
    return count[0];
  }

  /** All 4,000 renderings have the word "cargo": they are looked up by the other one. */
  @Test
  void aWordThatManyRenderingsShareBringsNoneOfThemUp() {
    List<Concept> concepts = pairsOfWords();
    int few = candidates(concepts);
    for (int i = 0; i < 4_000; i++) {
      concepts.add(concept(concepts.size(), "zq" + Integer.toString(i, 26) + " cargo"));
    }
    assertThat(candidates(concepts)).isBetween(1, few);
  }
}
