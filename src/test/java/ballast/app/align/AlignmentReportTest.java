package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.check.Samples;
import ballast.app.page.Form;
import ballast.app.page.Style;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlignmentReportTest {

  private final AlignedText text = Samples.everyKind().text();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "TSV", "JSON", "BEADS"})
  void everyArticleIsWrittenAtOnce(Form form) {
    AlignmentReport report = new AlignmentReport(form, Style.PLAIN, /* review= */ false, out);
    report.add(text, List.of());
    int one = out.size();
    assertThat(one).isPositive();
    report.add(text, List.of());
    assertThat(out.size()).isEqualTo(2 * one);
    assertThat(report.finish(RecordedUnits.NONE).content())
        .isEqualTo(2 * text.alignment().beads().size() + " beads");
    assertThat(out.size()).isEqualTo(2 * one);
  }

  @Test
  void aPageAndAReviewAreWrittenWhenAllArticlesAreKnown() {
    for (Form form : List.of(Form.HTML, Form.TEXT, Form.TSV)) {
      out.reset();
      AlignmentReport report = new AlignmentReport(form, Style.PLAIN, /* review= */ true, out);
      report.add(text, List.of());
      report.add(text, List.of());
      assertThat(out.size()).isZero();
      report.finish(RecordedUnits.NONE);
      assertThat(out.size()).isPositive();
    }
    assertThat(out.toString(UTF_8).lines()).hasSize(2 * text.alignment().beads().size());
  }

  @Test
  void withoutAnArticleNothingIsWritten() {
    new AlignmentReport(Form.HTML, Style.PLAIN, false, out).finish(RecordedUnits.NONE);
    assertThat(out.size()).isZero();
  }

  @Test
  void unitsAreNotWrittenHere() {
    assertThatThrownBy(() -> new AlignmentReport(Form.TMX, Style.PLAIN, false, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tmx");
  }
}
