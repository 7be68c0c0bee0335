package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.check.Samples;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.Revision.UnitTally;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchReportTest {

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

  private static Revision revision(int units) {
    AlignedFile file = AlignedFile.of("a.txt", new byte[0]);
    Revision.Counts counts = Revision.Counts.of(TEXT.alignment());
    return new Revision(
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
        new Revision.Summary("a", 2, 1, new UnitTally(3, 4, 5, 6, 7), 8, List.of("u")));
    StringWriter out = new StringWriter();
    report.write(out);
    assertThat(out.toString().lines().toList().get(1)).contains("\t2\t25\t3\t4\t5\t6\t7\t8\t");
  }
}
