package ballast.check;

import static ballast.check.Checks.judge;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermStatisticsTest {

  private static final Concept FERRY =
      new Concept(
          "ferry",
          List.of("渡船"),
          List.of(
              new Term("ferry", TermStatus.PREFERRED),
              new Term("ferryboat", TermStatus.ADMITTED),
              new Term("shuttle", TermStatus.FORBIDDEN)));

  private final TermStatistics statistics = new TermStatistics(judge(FERRY));

  private void see(String zh, String en) {
    statistics.see(new Passage("", "", Lang.ZH_CN, Lang.EN_US, zh, en));
  }

  @Test
  void everyPairWithATermIsRightMissingOrForbidden() {
    see("渡船来了，渡船走了。", "The ferry came and left.");
    see("渡船都坏了。", "All ferries are broken.");
    see("渡船很旧。", "The ferryboat is old.");
    see("渡船很慢。", "The shuttle is slow.");
    see("渡船很小。", "It is small.");
    see("没有船。", "There is none.");
    see("渡船还在。", " ");
    statistics.see(new Passage("", "", Lang.ZH_CN, new Lang("fr"), "渡船", "le bac"));
    assertThat(statistics.passages()).isEqualTo(6);
    assertThat(statistics.counts()).hasSize(1);
    TermCounts ferry = statistics.counts().get(0);
    assertThat(ferry.occurrences()).isEqualTo(6);
    assertThat(ferry.pairs()).isEqualTo(new TermCounts.Pairs(5, 2, 1, 1));
    assertThat(ferry.pairs().missing()).isEqualTo(1);
    assertThat(ferry.renderings().pairs().keySet())
        .containsExactly("ferry", "ferryboat", "shuttle");
    assertThat(ferry.renderings().commonest()).isEqualTo(2);
    assertThat(ferry.pairs().rendered()).isEqualTo(4);
  }
}
