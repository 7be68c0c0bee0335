package ballast.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Location;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.language.CharacterWords;
import ballast.language.ChineseWords;
import java.util.ArrayList;
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

  private static final ChineseWords COMMON =
      new CharacterWords() {
        @Override
        public double share(String word) {
          return word.equals("问题") ? 0.001 : 1e-6;
        }
      };

  private final List<Concept> rows = new ArrayList<>();

  /** A row; its line is its number. */
  private GlossaryTest row(String id, String zh, String en, TermStatus status, String domain) {
    Location where = new Location("t.csv", rows.size() + 1, 1);
    List<Term> chinese = new ArrayList<>();
    for (String form : zh.split("\\|")) {
      chinese.add(new Term(form, TermStatus.PREFERRED, TermUse.DEFAULT, Remarks.NONE, where));
    }
    rows.add(
        new Concept(
            id,
            chinese,
            List.of(new Term(en, status, TermUse.DEFAULT, Remarks.NONE, where)),
            new Concept.Scope(domain.isEmpty() ? List.of() : List.of(domain), List.of()),
            Conditions.NONE,
            Remarks.NONE));
    return this;
  }

  private GlossaryTest row(String id, String zh, String en, TermStatus status) {
    return row(id, zh, en, status, "");
  }

  private GlossaryTest row(String id, String zh, String en) {
    return row(id, zh, en, TermStatus.PREFERRED);
  }

  /** The rules of the findings with the lines that they name. */
  private List<String> found() {
    return new GlossaryLint(COMMON)
        .check(rows).stream()
            .map(finding -> finding.rule() + finding.where().stream().map(Location::line).toList())
            .toList();
  }

  @Test
  void aSoundGlossaryHasNoFindings() {
    row("1", "渡船", "ferry").row("1", "渡船", "ferryboat", TermStatus.ADMITTED);
    row("1", "渡船", "shuttle", TermStatus.FORBIDDEN).row("2", "码头", "pier");
    assertThat(found()).isEmpty();
  }

  @Test
  void aRenderingAllowedInOneRowAndForbiddenInAnotherIsAContradiction() {
    row("1", "渡船", "Shuttle", TermStatus.ADMITTED).row("2", "渡船", "shuttle", TermStatus.FORBIDDEN);
    assertThat(found()).containsExactly("contradiction[1, 2]");
  }

  @Test
  void inOtherTextsItIsNone() {
    row("1", "银行", "bank", TermStatus.PREFERRED, "finance");
    row("2", "银行", "bank", TermStatus.FORBIDDEN, "rivers");
    row("3", "银行", "riverside", TermStatus.PREFERRED, "rivers");
    assertThat(found()).isEmpty();
  }

  @Test
  void twoRowsThatSayTheSameAreDuplicates() {
    row("1", "渡船|轮渡", "ferry").row("2", "轮渡", "Ferry");
    assertThat(found()).containsExactly("duplicate[1, 2]");
  }

  @Test
  void severalPreferredRenderingsAreOneTooMany() {
    row("1", "码头", "dock").row("2", "码头", "pier").row("3", "码头", "quay", TermStatus.ADMITTED);
    assertThat(found()).containsExactly("several-preferred[1, 2]");
  }

  @Test
  void aRenderingForbiddenForAnotherTermIsNamed() {
    row("1", "出租车", "taxi").row("2", "班车", "taxi", TermStatus.FORBIDDEN);
    row("2", "班车", "bus");
    assertThat(found()).containsExactly("forbidden-elsewhere[1, 2]");
  }

  @Test
  void singleCharactersAndCommonWordsAreNamed() {
    row("1", "船", "ship").row("2", "问题", "issue").row("3", "难题", "hard problem");
    assertThat(found()).containsExactly("one-character[1]", "generic[2]");
  }

  @Test
  void formsThatDifferInWidthOnlyAreOne() {
    row("1", "ＷＴＯ规则|WTO规则", "WTO rules").row("2", "世贸规则|世贸组织规则", "rules of the WTO");
    assertThat(found()).containsExactly("variant-characters[1]");
  }

  @Test
  void termsInsideOthersAndSharedEnglishAreHints() {
    row("1", "渡船公司", "ferry company").row("2", "渡船", "ferry");
    row("3", "轮渡", "ferry").row("3", "轮渡班次", "ferry service");
    assertThat(found()).containsExactly("nested[1, 2]", "shared-english[2, 3]");
  }

  @Test
  void aSlashBetweenTwoWordsIsAskedAbout() {
    row("1", "导火索", "booster/fuse").row("2", "和/或", "either/neither").row("3", "时速", "km/h");
    row("4", "协议", "TCP/IP").row("5", "或者", "and/or").row("6", "分组测试", "A/B testing");
    assertThat(found()).containsExactly("slash[1]");
  }

  @Test
  void wordsWithCommasAreAskedAbout() {
    row("1", "巡逻", "guard, watch,patrol").row("2", "公司", "Company, Limited");
    row("3", "先到先得", "first come, first served").row("4", "船、帆", "ship, sail");
    assertThat(found()).containsExactly("comma[1]");
  }
}
