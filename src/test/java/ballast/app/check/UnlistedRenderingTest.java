package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.check.GlossaryAdvice.UnlistedRendering;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnlistedRenderingTest {

  private static LocatedFinding missing(String words, String rule, Severity severity) {
    Finding.Spans spans =
        new Finding.Spans(List.of(new Span(1, 3)), List.of(new Span(0, words.length())));
    Finding finding = new Finding(rule, severity, spans, "missing", List.of(), "export");
    Passage passage = new Passage("", "", Lang.ZH_CN, Lang.EN_US, "这出口。", words + ".");
    return new LocatedFinding(finding, CheckedPair.at(passage, new Location("x", 1, 1)));
  }

  private static List<LocatedFinding> missing(int times, String words) {
    return Collections.nCopies(times, missing(words, "term-missing", Severity.ERROR));
  }

  @Test
  void wordsThatComeAgainAndAgainAreNamedInAnyForm() {
    List<LocatedFinding> findings = new ArrayList<>(missing(2, "outlet"));
    findings.addAll(missing(3, "exit"));
    findings.addAll(missing(2, "Outlets"));
    findings.addAll(missing(5, "way out"));
    assertThat(UnlistedRendering.of(findings))
        .containsExactly(
            new UnlistedRendering("export", "出口", "way out", 5),
            new UnlistedRendering("export", "出口", "outlet", 4));
  }

  @Test
  void hintsAndOtherRulesDoNotCount() {
    List<LocatedFinding> findings = new ArrayList<>(missing(3, "outlet"));
    findings.add(missing("outlet", "term-missing", Severity.INFO));
    findings.add(missing("outlet", "term-forbidden", Severity.ERROR));
    assertThat(UnlistedRendering.of(findings)).isEmpty();
    findings.add(missing("outlet", "term-missing", Severity.WARNING));
    assertThat(UnlistedRendering.of(findings)).hasSize(1);
  }

  @Test
  void theChineseMayBeTheTranslation() {
    Finding.Spans spans = new Finding.Spans(List.of(new Span(4, 10)), List.of(new Span(0, 2)));
    Finding finding =
        new Finding("term-missing", Severity.ERROR, spans, "missing", List.of(), "export");
    Passage passage = new Passage("", "", Lang.EN_US, Lang.ZH_CN, "The outlet.", "出口。");
    LocatedFinding one =
        new LocatedFinding(finding, CheckedPair.at(passage, new Location("x", 1, 1)));
    assertThat(UnlistedRendering.of(Collections.nCopies(4, one)))
        .containsExactly(new UnlistedRendering("export", "出口", "outlet", 4));
  }
}
