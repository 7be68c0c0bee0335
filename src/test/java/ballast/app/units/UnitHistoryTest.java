package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class UnitHistoryTest extends CommandTest {

  @Test
  void additionsAreHiddenOfADocumentAndShownOfAUnit() throws IOException {
    write("a.zh.txt", "船到了。没有人下来。\n");
    write("a.en.txt", "The ship came. Nobody got off.\n");
    run(0, "align a.zh.txt a.en.txt --tm a.db");
    try (Memory memory = Memories.at(folder.resolve("a.db")).openForReading()) {
      String document = memory.documents().get(0).name();
      UnitHistory history = new UnitHistory(memory);
      UnitHistory.Result brief = history.read(new UnitHistory.Request(document, false));
      assertThat(brief.entries()).isEmpty();
      assertThat(brief.hidden()).isEqualTo(2);
      assertThat(brief.revisions()).hasSize(1);
      UnitHistory.Result whole = history.read(new UnitHistory.Request(document, true));
      assertThat(whole.entries())
          .extracting(HistoryEntry::what)
          .containsExactly(HistoryEntry.What.ADDED, HistoryEntry.What.ADDED);
      assertThat(whole.hidden()).isZero();
      String unit = memory.unitsAt(document, 1).get(0).id();
      UnitHistory.Result ofUnit = history.read(new UnitHistory.Request(unit, false));
      assertThat(ofUnit.entries()).hasSize(1);
      assertThat(ofUnit.hidden()).isZero();
      assertThat(ofUnit.revisions()).isEmpty();
    }
  }
}
