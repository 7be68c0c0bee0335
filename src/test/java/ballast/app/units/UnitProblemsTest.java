package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.units.ImportReport.Problem;
import ballast.cli.CommandTest;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitProblemsTest extends CommandTest {

  @Test
  void listsProblemsByLineWhateverTheirReason() {
    UnitProblems problems = new UnitProblems();
    problems.refused(9, "blank");
    problems.corrected(4, "a space too many");
    problems.refused(2, "blank");
    assertThat(problems.listed())
        .isEqualTo(
            List.of(
                new Problem(2, true, "blank"),
                new Problem(4, false, "a space too many"),
                new Problem(9, true, "blank")));
    assertThat(problems.skipped()).isEqualTo(2);
    assertThat(problems.more()).isZero();
  }

  @Test
  void countsWhatItDoesNotList() {
    UnitProblems problems = new UnitProblems();
    for (int line = 1; line <= 1_003; line++) {
      problems.refused(line, "blank");
    }
    for (int reason = 1; reason <= 21; reason++) {
      problems.refused(2_000, "reason " + reason);
    }
    assertThat(problems.listed()).hasSize(1_000 + 19);
    assertThat(problems.more()).isEqualTo(3 + 2);
    assertThat(problems.skipped()).isEqualTo(1_003 + 21);
  }

  @Test
  void additionsAreHiddenOfADocumentAndShownOfAUnit() throws IOException {
    write("a.zh.txt", "船到了。没有人下来。\n");
    write("a.en.txt", "The ship came. Nobody got off.\n");
    run(0, "align a.zh.txt a.en.txt --tm a.db");
    try (Memory memory = Memories.at(folder.resolve("a.db")).openForReading()) {
      String document = memory.documents().get(0).name();
      MemoryQueries queries = new MemoryQueries(memory);
      MemoryQueries.History brief = queries.history(document, false);
      assertThat(brief.entries()).isEmpty();
      assertThat(brief.hidden()).isEqualTo(2);
      assertThat(brief.revisions()).hasSize(1);
      MemoryQueries.History whole = queries.history(document, true);
      assertThat(whole.entries())
          .extracting(HistoryEntry::what)
          .containsExactly(HistoryEntry.What.ADDED, HistoryEntry.What.ADDED);
      assertThat(whole.hidden()).isZero();
      String unit = memory.unitsAt(document, 1).get(0).id();
      MemoryQueries.History ofUnit = queries.history(unit, false);
      assertThat(ofUnit.entries()).hasSize(1);
      assertThat(ofUnit.hidden()).isZero();
      assertThat(ofUnit.revisions()).isEmpty();
    }
  }
}
