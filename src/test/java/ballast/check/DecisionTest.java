package ballast.check;

import static ballast.check.Checks.concept;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Decision.Agreed;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DecisionTest {

  private static final Map<String, Agreed> AGREED =
      Map.of("t", new Agreed("出口", List.of("export"), new TermCounts.Pairs(9, 4, 1, 0)));

  /** A finding about 出口, for which the English has the words in brackets. */
  private static LocatedFinding finding(String rule, String chinese, String english, String file) {
    int zh = chinese.indexOf("出口");
    int from = english.indexOf('[');
    String text = english.replaceAll("[\\[\\]]", "");
    List<Span> target = from < 0 ? List.of() : List.of(new Span(from, english.indexOf(']') - 1));
    Finding finding =
        new Finding(
            rule,
            from < 0 ? Severity.INFO : Severity.ERROR,
            new Finding.Spans(List.of(new Span(zh, zh + 2)), target),
            "missing",
            List.of(),
            "t");
    Passage passage = new Passage("", "", Lang.ZH_CN, Lang.EN_US, chinese, text);
    return new LocatedFinding(finding, CheckedPair.at(passage, new Location(file, 1, 1)));
  }

  private static LocatedFinding missing(String english) {
    return finding("term-missing", "这个出口。", english, "a.txt");
  }

  private static List<Decision> of(LocatedFinding... findings) {
    return Decision.of(List.of(findings), AGREED);
  }

  @Test
  void wordsOfOneFamilyAreOneQuestion() {
    List<Decision> decisions =
        of(
            missing("[The announcement] came."),
            missing("It [announced] it."),
            missing("They heard [its announcements]."),
            missing("A [way out]."));
    assertThat(decisions).hasSize(2);
    Decision first = decisions.get(0);
    assertThat(first.findings()).hasSize(3);
    assertThat(first.words())
        .containsExactlyInAnyOrder("announcement", "announced", "announcements");
    assertThat(first.admissible()).containsExactlyInAnyOrder("announced", "announcement");
    assertThat(first.agreed().renderings()).containsExactly("export");
    assertThat(first.key()).matches("[0-9a-f]{6}");
    assertThat(first.key()).isNotEqualTo(decisions.get(1).key());
  }

  @Test
  void theHeadNamesTheFamily() {
    assertThat(of(missing("The [new outlet]."), missing("An [outlet of steel]."))).hasSize(1);
  }

  @Test
  void aCapitalAtTheBeginningOfASentenceIsNoName() {
    assertThat(of(missing("[Outlets] matter."), missing("The [Outlet Mall].")).get(0).words())
        .contains("outlets");
    assertThat(of(missing("The [Outlet Mall].")).get(0).words()).containsExactly("Outlet Mall");
  }

  @Test
  void theBiggestComesFirstAndWhatHasNoCounterpartLast() {
    List<Decision> decisions =
        of(
            missing("Nothing."),
            missing("Nothing else."),
            missing("A [hatch]."),
            missing("An [outlet]."),
            missing("Two [outlets]."));
    assertThat(decisions)
        .extracting(one -> one.words().isEmpty() ? "" : one.words().get(0))
        .containsExactly("outlet", "hatch", "");
    assertThat(decisions.get(2).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void examplesComeFromSeveralArticles() {
    List<LocatedFinding> findings = new ArrayList<>();
    for (String file : List.of("a.txt", "a.txt", "a.txt", "b.txt")) {
      findings.add(finding("term-missing", "出口" + findings.size() + "。", "An [outlet].", file));
    }
    Decision decision = Decision.of(findings, AGREED).get(0);
    assertThat(decision.articles()).isEqualTo(2);
    assertThat(decision.examples(3))
        .extracting(one -> one.location().file())
        .containsExactly("a.txt", "b.txt", "a.txt");
  }

  @Test
  void theLongerWordOfAllPlacesIsProposed() {
    List<Decision> decisions =
        of(
            finding("term-missing", "在安全出口处。", "At the [door].", "a.txt"),
            finding("term-missing", "走安全出口。", "Take the [door].", "a.txt"));
    assertThat(decisions.get(0).longerWord()).isEqualTo("安全出口");
    assertThat(of(missing("A [door].")).get(0).longerWord()).isEmpty();
  }

  @Test
  void onlyRulesAboutTheRenderingOfATermAskQuestions() {
    assertThat(of(finding("term-count", "出口。", "An [outlet].", "a.txt"))).isEmpty();
    assertThat(of(finding("term-forbidden", "出口。", "An [outlet].", "a.txt")).get(0).isForbidden())
        .isTrue();
  }

  @Test
  void theChineseMayBeTheTranslation() {
    Finding.Spans spans = new Finding.Spans(List.of(new Span(4, 10)), List.of(new Span(0, 2)));
    Finding finding = new Finding("term-missing", Severity.ERROR, spans, "missing", List.of(), "t");
    Passage passage = new Passage("", "", Lang.EN_US, Lang.ZH_CN, "The outlet.", "出口。");
    LocatedFinding located =
        new LocatedFinding(finding, CheckedPair.at(passage, new Location("x", 1, 1)));
    assertThat(of(located).get(0).words()).containsExactly("outlet");
    assertThat(of(located).get(0).forms()).containsExactly("出口");
  }

  @Test
  void agreedTermsComeFromTheGlossary() {
    Glossary glossary = Glossary.of(List.of(concept("出口", "export", "exports")));
    String id = glossary.concepts().get(0).id();
    Finding finding = missing("An [outlet].").finding();
    LocatedFinding located =
        new LocatedFinding(
            new Finding(
                finding.rule(), finding.severity(), finding.spans(), "missing", List.of(), id),
            missing("An [outlet].").place());
    assertThat(Agreed.of(List.of(located), glossary, List.of()))
        .containsExactly(
            Map.entry(id, new Agreed("出口", List.of("export", "exports"), TermCounts.Pairs.NONE)));
  }
}
