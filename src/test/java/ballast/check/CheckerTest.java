package ballast.check;

import static ballast.check.Checks.checker;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CheckerTest {

  private static Concept concept(String zh, Conditions conditions, String... en) {
    Concept plain = Checks.concept(zh, en);
    return new Concept(zh, plain.zh(), plain.en(), Concept.Scope.ALL, conditions, Remarks.NONE);
  }

  private static List<LocatedFinding> check(
      List<Concept> glossary, List<CheckedPair<Passage>> passages) {
    Checker checker = checker(glossary.toArray(Concept[]::new));
    passages.forEach(checker::check);
    return checker.findings();
  }

  private static List<String> found(List<Concept> glossary, String zh, String en) {
    return check(glossary, List.of(pair(1, zh, en))).stream()
        .map(checked -> checked.finding().rule() + " " + checked.finding().term())
        .toList();
  }

  @Test
  void aProposedTermIsNeitherDemandedNorForbidden() {
    Term proposed = new Term("harbour", TermStatus.PROPOSED);
    Term preferred = new Term("port", TermStatus.PREFERRED);
    List<Concept> open = List.of(new Concept("a", List.of("港口"), List.of(proposed)));
    assertThat(found(open, "港口很忙。", "The pier is busy.")).isEmpty();
    assertThat(found(open, "港口很忙。", "The harbour is busy.")).isEmpty();

    List<Concept> both = List.of(new Concept("a", List.of("港口"), List.of(preferred, proposed)));
    assertThat(found(both, "港口很忙。", "The harbour is busy.")).containsExactly("term-missing a");
  }

  @Test
  void aRenderingInsideAnotherIsNotGivenTwice() {
    List<Concept> glossary =
        List.of(
            Checks.concept("发展", "development"), Checks.concept("和平发展", "peaceful development"));
    assertThat(found(glossary, "和平发展，发展。", "Peaceful development."))
        .containsExactly("term-missing 发展");
    assertThat(found(glossary, "和平发展，发展。", "Peaceful development, the development.")).isEmpty();
    assertThat(found(glossary, "和平发展。", "Peaceful development.")).isEmpty();
  }

  @Test
  void renderingsThatShareAHeadMayBothStand() {
    List<Concept> glossary =
        List.of(
            Checks.concept("经济合作", "economic cooperation"),
            Checks.concept("贸易合作", "trade cooperation"));
    assertThat(found(glossary, "经济合作，贸易合作。", "Economic and trade cooperation.")).isEmpty();
  }

  @Test
  void anAllowedRenderingReadOutOfAForbiddenOneDoesNotCount() {
    List<Concept> glossary =
        List.of(Checks.concept("一带一路", "Belt and Road", "-One Belt, One Road"));
    assertThat(found(glossary, "一带一路。", "The One Belt, One Road."))
        .containsExactly("term-forbidden 一带一路");
    assertThat(found(glossary, "一带一路。", "The Belt and Road.")).isEmpty();
  }

  @Test
  void conditionsLookAtBothTexts() {
    List<Concept> glossary =
        List.of(
            concept("公社", new Conditions(List.of(), List.of("巴黎", "Paris"), List.of()), "Commune"),
            concept("主席", new Conditions(List.of(), List.of(), List.of("rostrum")), "president"));
    assertThat(found(glossary, "公社。", "The village.")).isEmpty();
    assertThat(found(glossary, "公社。", "The village of Paris.")).containsExactly("term-missing 公社");
    assertThat(found(glossary, "巴黎的公社。", "The village.")).containsExactly("term-missing 公社");
    assertThat(found(glossary, "主席。", "The rostrum.")).isEmpty();
    assertThat(found(glossary, "主席。", "The platform.")).containsExactly("term-missing 主席");
  }

  @Test
  void pairsInOtherLanguagesAreCountedOnly() {
    Checker checker = checker();
    checker.check(
        CheckedPair.at(
            new Passage("", "", Lang.ZH_CN, new Lang("fr"), "来了来了", "来了来了"),
            new Location("x", 1, 1)));
    assertThat(checker.findings()).isEmpty();
    assertThat(checker.skipped()).isEqualTo(1);
    assertThat(checker.passages()).isZero();
  }

  /** Noise is checked without harm; spans lie in their texts; order does not depend on chance. */
  @Test
  void anyTextsCanBeChecked() {
    String[] pieces = {
      "船", "帆船", "一带一路", "第二", "三分之", "1.8万", "千", "成", "“", "(", "ship",
      " ", "the the", "。", "\n", "１２", "%", "-", "½", "1/2", "𠮷", "\uD800",
      "99999999999999999999999999999999999999999999999999", "百分之", "多万", "a)", "'s", "U.S."
    };
    List<Concept> glossary =
        List.of(Checks.concept("船", "ship"), Checks.concept("帆船", "sailing ship", "-sail boat"));
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<CheckedPair<Passage>> passages = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        passages.add(pair(i, noise(random, pieces), noise(random, pieces)));
      }
      List<LocatedFinding> findings = check(glossary, passages);
      for (LocatedFinding checked : findings) {
        checked
            .finding()
            .checkedAgainst(checked.place().value().source(), checked.place().value().target());
      }
      List<LocatedFinding> shuffled = new ArrayList<>(findings);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.sort(LocatedFinding.ORDER);
      assertThat(shuffled.stream().map(c -> c.location() + c.finding().message()).toList())
          .as("seed " + seed)
          .isEqualTo(findings.stream().map(c -> c.location() + c.finding().message()).toList());
    }
  }

  private static String noise(SplittableRandom random, String[] pieces) {
    StringBuilder text = new StringBuilder("x");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

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
    List<Object> found = new ArrayList<>();
    index.find(text, true, found::add, matcher::pattern);
    return found.size();
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
