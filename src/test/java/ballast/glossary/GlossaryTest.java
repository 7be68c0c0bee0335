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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlossaryTest {

  /** A row of a file; an English term is preferred, or + admits it and - forbids it. */
  private static Concept row(String file, int line, String id, String zh, String... en) {
    return row(new Location(file, line, 1), Concept.Scope.ALL, id, zh, en);
  }

  private static Concept row(
      Location where, Concept.Scope scope, String id, String zh, String... en) {
    List<Term> chinese = Arrays.stream(zh.split("\\|")).map(form -> term(form, where)).toList();
    List<Term> english = Arrays.stream(en).map(text -> term(text, where)).toList();
    return new Concept(id, chinese, english, scope, Conditions.NONE, Remarks.NONE);
  }

  private static Term term(String text, Location where) {
    TermStatus status =
        switch (text.charAt(0)) {
          case '-' -> TermStatus.FORBIDDEN;
          case '+' -> TermStatus.ADMITTED;
          default -> TermStatus.PREFERRED;
        };
    String plain = text.replaceFirst("^[-+]", "");
    return new Term(plain, status, TermUse.DEFAULT, Remarks.NONE, where);
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

  /** Each row is its id, its Chinese and its English term, and perhaps {@code @} and a domain. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a sound glossary has no findings; \
          1 渡船 ferry / 1 渡船 +ferryboat / 1 渡船 -shuttle / 2 码头 pier; ''
          a rendering allowed in one row and forbidden in another is a contradiction; \
          1 渡船 +Shuttle / 2 渡船 -shuttle; contradiction[1, 2]
          in other texts it is none; \
          1 银行 bank @finance / 2 银行 -bank @rivers / 3 银行 riverside @rivers; ''
          two rows that say the same are duplicates; \
          1 渡船|轮渡 ferry / 2 轮渡 Ferry; duplicate[1, 2]
          several preferred renderings are one too many; \
          1 码头 dock / 2 码头 pier / 3 码头 +quay; several-preferred[1, 2]
          a rendering forbidden for another term is named; \
          1 出租车 taxi / 2 班车 -taxi / 2 班车 bus; forbidden-elsewhere[1, 2]
          single characters and common words are named; \
          1 船 ship / 2 问题 issue / 3 难题 hard problem; one-character[1], generic[2]
          forms that differ in width only are one; \
          1 ＷＴＯ规则|WTO规则 WTO rules / 2 世贸规则|世贸组织规则 rules of the WTO; \
          variant-characters[1]
          terms inside others and shared English are hints; \
          1 渡船公司 ferry company / 2 渡船 ferry / 3 轮渡 ferry / 3 轮渡班次 ferry service; \
          nested[1, 2], shared-english[2, 3]
          a slash between two words is asked about; \
          1 导火索 booster/fuse / 2 和/或 either/neither / 3 时速 km/h / 4 协议 TCP/IP / \
          5 或者 and/or / 6 分组测试 A/B testing; slash[1]
          words with commas are asked about; \
          1 巡逻 guard, watch,patrol / 2 公司 Company, Limited / \
          3 先到先得 first come, first served / \
          4 船、帆 ship, sail; comma[1]
          """)
  void findingsNameTheirRows(String what, String table, String findings) {
    List<Concept> rows = new ArrayList<>();
    for (String row : table.split(" / ")) {
      String[] cells = row.split(" ", 3);
      String[] english = cells[2].split(" @");
      List<String> domains = List.of(english).subList(1, english.length);
      Concept.Scope scope = new Concept.Scope(domains, List.of());
      Location where = new Location("t.csv", rows.size() + 1, 1);
      rows.add(row(where, scope, cells[0], cells[1], english[0]));
    }
    assertThat(new GlossaryLint(COMMON).check(rows))
        .as(what)
        .extracting(found -> found.rule() + found.where().stream().map(Location::line).toList())
        .containsExactly(findings.isEmpty() ? new String[0] : findings.split(", (?=[a-z])"));
  }
}
