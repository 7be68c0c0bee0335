package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchReportTest {

  private static final Article ARTICLE = new Article("a.zh.txt", "a.en.txt", "a");
  private static final Revision.Counts COUNTS = new Revision.Counts(3, 4, 3, 0);

  private static BatchReport report() {
    BatchReport report = new BatchReport(4);
    report.add(new Outcome.Aligned(ARTICLE, new Outcome.Statistics(COUNTS, 1, 0, 3)));
    report.add(new Outcome.Finished(ARTICLE, COUNTS, 2, 3, AbsentUnits.NONE));
    report.add(new Outcome.Failed("b", "b.zh.txt", "b.en.txt", "b: it is empty", "", null));
    report.add(new Outcome.Alone("c.zh.txt", "there is no c.en.txt"));
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
    BatchReport report = new BatchReport(1);
    report.add(new Outcome.Finished(ARTICLE, COUNTS, 2, 2, AbsentUnits.NONE));
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
    BatchReport report = new BatchReport(1);
    report.add(
        new Outcome.Recorded(
            ARTICLE,
            new Outcome.Statistics(COUNTS, 1, 0, 3),
            new Revision.Summary("a", 2, 1, new UnitTally(3, 4, 5, 6, 7), 8, List.of("u"))));
    StringWriter out = new StringWriter();
    report.write(out);
    assertThat(out.toString().lines().toList().get(1)).contains("\t2\t25\t3\t4\t5\t6\t7\t8\t");
  }

  @Test
  void outcomesAreFoundByTheirKind() {
    assertThat(report().all(Outcome.Failed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.name()).isEqualTo("b"));
    assertThat(report().all(Outcome.Recorded.class)).isEmpty();
  }
}
