package ballast.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Location;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlossaryTest {

  /** A row of a file; an English term has the status, or is forbidden if it begins with a minus. */
  private static Concept row(String file, int line, String id, String zh, String... en) {
    Location where = new Location(file, line, 1);
    List<Term> terms =
        Arrays.stream(en)
            .map(
                text ->
                    new Term(
                        text.replaceFirst("^-", ""),
                        text.startsWith("-") ? TermStatus.FORBIDDEN : TermStatus.PREFERRED,
                        TermUse.DEFAULT,
                        Remarks.NONE,
                        where))
            .toList();
    List<Term> chinese =
        zh.isEmpty()
            ? List.of()
            : Arrays.stream(zh.split("\\|"))
                .map(
                    form ->
                        new Term(form, TermStatus.PREFERRED, TermUse.DEFAULT, Remarks.NONE, where))
                .toList();
    return new Concept(id, chinese, terms, Concept.Scope.ALL, Conditions.NONE, Remarks.NONE);
  }

  private static List<String> ids(List<Concept> concepts) {
    return concepts.stream().map(Concept::id).toList();
  }

  @Test
  void rowsWithTheSameIdAreOneConceptThatKnowsItsRows() {
    Glossary glossary =
        Glossary.of(
            List.of(
                row("a.csv", 2, "quay", "码头", "-jetty"),
                row("a.csv", 3, "ship", "船", "ship"),
                row("a.csv", 4, "quay", "埠头", "quay"),
                row("b.csv", 9, "quay", "码头", "wharf")));
    assertThat(ids(glossary.concepts())).containsExactly("quay", "ship");
    Concept quay = glossary.concepts().get(0);
    assertThat(quay.zhForms()).containsExactly("码头", "埠头");
    assertThat(quay.allowed()).extracting(Term::text).containsExactly("quay", "wharf");
    assertThat(quay.forbidden()).extracting(Term::text).containsExactly("jetty");
    assertThat(quay.rows())
        .containsExactly(
            new Location("a.csv", 2, 1), new Location("a.csv", 4, 1), new Location("b.csv", 9, 1));
  }

  @Test
  void theSameIdForSomethingElseInAnotherFileIsAnotherConcept() {
    Glossary glossary =
        Glossary.of(List.of(row("a.csv", 2, "1", "船", "ship"), row("b.csv", 2, "1", "帆", "sail")));
    assertThat(glossary.concepts()).hasSize(2);
    assertThat(glossary.judgedTogether("船"))
        .extracting(c -> c.en().get(0).text())
        .containsExactly("ship");
  }

  @Test
  void aRowThatOnlyForbidsCountsForAllTermsOfItsConcept() {
    Glossary glossary =
        Glossary.of(
            List.of(
                row("a.csv", 2, "lean", "一边倒|倒向一边", "leaning to one side"),
                row("a.csv", 3, "lean-x1", "一边倒", "-one-sided policy"),
                row("a.csv", 4, "other", "另一边", "the other side")));
    assertThat(ids(glossary.judgedTogether("倒向一边"))).containsExactly("lean", "lean-x1");
    assertThat(ids(glossary.judgedTogether("一边倒"))).containsExactly("lean", "lean-x1");
    assertThat(ids(glossary.judgedTogether("另一边"))).containsExactly("other");
    assertThat(glossary.judgedTogether("没有")).isEmpty();
  }

  @Test
  void sensesOfOneWordAreJudgedTogether() {
    Glossary glossary =
        Glossary.of(
            List.of(
                row("a.csv", 2, "propeller", "推进器", "propeller"),
                row("a.csv", 3, "booster", "推进器|助推器", "booster")));
    assertThat(ids(glossary.judgedTogether("推进器"))).containsExactly("propeller", "booster");
    assertThat(ids(glossary.judgedTogether("助推器"))).containsExactly("booster");
  }
}
