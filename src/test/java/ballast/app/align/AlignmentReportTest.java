package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.SilentNotices;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.Batch.BatchProgress;
import ballast.app.check.Samples;
import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.Revision.UnitTally;
import ballast.memory.contract.Revisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlignmentReportTest {

  private final AlignedText text = Samples.everyKind().text();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private static final Article ARTICLE = new Article("a.zh.txt", "a.en.txt", "a");

  /** Three sentences, four in the translation, three beads, of them one doubtful. */
  private static final AlignedText TEXT =
      new Samples()
          .source("甲。", "乙。", "丙。")
          .target("A.", "B.", "C.", "D.")
          .bead(0, 1, 0, 1, 0.9, false)
          .bead(1, 2, 1, 2, 0.3, false)
          .bead(2, 3, 2, 4, 0.9, false)
          .text();

  private final List<String> seen = new ArrayList<>();
  private final BatchProgress progress = new BatchProgress(new Eye(), 10, 1000);

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "TSV", "JSON", "BEADS"})
  void everyArticleIsWrittenAtOnce(Form form) {
    AlignmentReport report =
        new AlignmentReport(form, Style.PLAIN, /* review= */ false, Imprint.NONE, out);
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
      AlignmentReport report =
          new AlignmentReport(form, Style.PLAIN, /* review= */ true, Imprint.NONE, out);
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
    new AlignmentReport(Form.HTML, Style.PLAIN, false, Imprint.NONE, out)
        .finish(RecordedUnits.NONE);
    assertThat(out.size()).isZero();
  }

  @Test
  void unitsAreNotWrittenHere() {
    assertThatThrownBy(() -> new AlignmentReport(Form.TMX, Style.PLAIN, false, Imprint.NONE, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tmx");
  }

  @Test
  void onlyAPairIsDoubtful() {
    AlignedText text =
        new Samples()
            .source("甲。", "乙。", "丙。")
            .target("A.", "B.")
            .bead(0, 1, 0, 1, 0.9, false)
            .bead(1, 2, 1, 2, 0.3, false)
            .bead(2, 3, 2, 2, 0.2, false)
            .text();
    assertThat(AlignmentTotals.ofBeads(text.alignment()))
        .isEqualTo("3 beads: 2 1-1, 1 1-0; 1 doubtful (confidence below 50%)");
  }

  @Test
  void eachCountOfARevisionHasItsOwnWord() {
    List<String> drafts = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    assertThat(
            AlignmentTotals.ofRevision(
                Revisions.summary("doc", 2, 1, true, new UnitTally(3, 4, 5, 6, 7), 8, drafts)))
        .isEqualTo(
            "revision 2, units: 3 added, 4 changed, 6 moved, 7 came back, 8 retired, 5 unchanged"
                + "; 9 must be approved again: a b c d e ...");
  }

  private static Revision revision(int units) {
    AlignedFile file = AlignedFile.of("a.txt", new byte[0]);
    Revision.Counts counts = Revision.Counts.of(TEXT.alignment());
    return Revisions.recorded(
        "a",
        2,
        Instant.EPOCH,
        new Revision.Run("", new Revision.Files(file, file), counts, "1", ""),
        units);
  }

  private static BatchReport report() {
    BatchReport report = new BatchReport();
    report.begins(4);
    report.accepted(ARTICLE, TEXT, null);
    report.skipped(ARTICLE, revision(3));
    report.failed(new AlignEvents.Failure("b", "b.zh.txt", "b.en.txt", "b: it is empty", "", null));
    report.alone("c.zh.txt", "there is no c.en.txt");
    return report;
  }

  @Test
  void theTotalsCountEveryKindOfOutcome() {
    List<String> lines = new ArrayList<>();
    report().print(/* named= */ false, /* reviewed= */ false, lines::add);
    assertThat(lines)
        .containsExactly(
            "aligned  a: 3 + 4 sentences, 3 beads, 1 doubtful; 3 units",
            "done     a: already aligned, revision 2, 3 units",
            "failed   b: it is empty",
            "total    4 pairs: 1 aligned, 1 already aligned, 1 failed, 1 not done"
                + "; 1 text left out");
  }

  @Test
  void whatAnEarlierRunHasNamedIsShownByTheReview() {
    BatchReport report = new BatchReport();
    report.skipped(ARTICLE, revision(2));
    List<String> lines = new ArrayList<>();
    report.print(/* named= */ true, /* reviewed= */ false, lines::add);
    assertThat(lines).contains("         (--review shows the sentences without a partner)");
    lines.clear();
    report.print(/* named= */ false, /* reviewed= */ true, lines::add);
    assertThat(lines).hasSize(2);
  }

  @Test
  void everyRowOfTheTableHasAllCellsAndTheReasonInTheLast() throws IOException {
    StringWriter out = new StringWriter();
    report().write(out);
    List<String> rows = out.toString().lines().toList();
    assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.split("\t", -1)).hasSize(18));
    assertThat(rows.get(2))
        .startsWith("already aligned\ta\ta.zh.txt\ta.en.txt\t3\t4\t3\t\t\t2\t3\t");
    assertThat(rows.get(3)).startsWith("failed\tb\t").endsWith("\tb: it is empty");
    assertThat(rows.get(4)).startsWith("alone\t\tc.zh.txt\t").endsWith("\tthere is no c.en.txt");
  }

  @Test
  void eachCountOfARevisionHasItsOwnCell() throws IOException {
    BatchReport report = new BatchReport();
    report.accepted(
        ARTICLE,
        TEXT,
        Revisions.summary("a", 2, 1, true, new UnitTally(3, 4, 5, 6, 7), 8, List.of("u")));
    StringWriter out = new StringWriter();
    report.write(out);
    assertThat(out.toString().lines().toList().get(1)).contains("\t2\t25\t3\t4\t5\t6\t7\t8\t");
  }

  private final class Eye extends SilentNotices {
    @Override
    public void progress(Supplier<String> what, long done, long all) {
      seen.add(what.get() + " " + done + " of " + all);
    }
  }

  private void aligned(long bytes) {
    progress.add(bytes, /* isAligned= */ true, /* isFailed= */ false);
  }

  @Test
  void theRemainingTimeIsEstimatedFromBytesNotPairs() {
    aligned(250);
    assertThat(seen).containsExactly("aligning 1/10 pairs 250 of 1000");
  }

  @Test
  void pairsThatCostNothingSayNothingAboutTheTimeLeft() {
    progress.add(600, /* isAligned= */ false, /* isFailed= */ false);
    progress.add(200, /* isAligned= */ false, /* isFailed= */ true);
    aligned(100);
    assertThat(seen)
        .containsExactly(
            "aligning 1/10 pairs 0 of 400",
            "aligning 2/10 pairs, 1 failed 0 of 200",
            "aligning 3/10 pairs, 1 failed 100 of 200");
  }

  @Test
  void itCanBeShownWhileNothingHappens() {
    progress.show();
    assertThat(seen).containsExactly("aligning 0/10 pairs 0 of 1000");
  }
}
