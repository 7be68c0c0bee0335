package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnitHistoryTest {

  @TempDir Path folder;

  @Test
  void additionsAreHiddenOfADocumentAndShownOfAUnit() throws IOException {
    Files.writeString(folder.resolve("a.zh.txt"), "船到了。没有人下来。\n");
    Files.writeString(folder.resolve("a.en.txt"), "The ship came. Nobody got off.\n");
    CommandRunner runner = new CommandRunner(folder);
    assertThat(runner.run("align", "a.zh.txt", "a.en.txt", "--tm", "a.db").status()).isZero();
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
