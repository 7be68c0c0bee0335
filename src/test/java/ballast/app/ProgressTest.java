package ballast.app;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.units.UnitFileImport;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Edits;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressTest extends FolderTest {

  private final List<String> reports = new ArrayList<>();

  private final Notices notices =
      new SilentNotices() {
        @Override
        public void progress(Supplier<String> what, long done, long all) {
          reports.add(what.get() + "; " + done + " of " + all);
        }
      };

  private Memory memory(int units) throws IOException {
    StringBuilder table = new StringBuilder("zh\ten\n");
    for (int i = 0; i < units; i++) {
      table.append("第").append(i).append("句。\tSentence ").append(i).append(".\n");
    }
    write("units.tsv", table);
    MemoryStore store = Memories.at(folder.resolve("memory.db"));
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(store, "units.tsv"));
    return store.openForReading();
  }

  @Test
  void everyAdditionIsReported() {
    Progress progress = Progress.of(notices, "translating", 1000);
    progress.add(10);
    progress.add(320);
    assertThat(progress.share()).isEqualTo(33);
    assertThat(reports)
        .containsExactly(
            "translating; 0 of 1000",
            "translating: 1%; 10 of 1000",
            "translating: 33%; 330 of 1000");
  }

  @Test
  void moreThanAllIsAll() {
    Progress progress = Progress.of(notices, "translating", 10);
    progress.add(30);
    assertThat(reports).endsWith("translating: 100%; 10 of 10");
  }

  @Test
  void unitsAreReportedFromTimeToTime() throws IOException {
    try (Memory memory = memory(200)) {
      Progress progress = Progress.ofUnits(notices, "checking", memory, UnitFilter.OFFERED, 1);
      memory.forEachUnit(UnitFilter.OFFERED, progress.counting(unit -> {}));
    }
    assertThat(reports)
        .containsExactly(
            "checking; 0 of 200",
            "checking: 32%; 64 of 200",
            "checking: 64%; 128 of 200",
            "checking: 96%; 192 of 200");
  }

  @Test
  void howManyMeetAConditionIsNotKnownBeforehand() throws IOException {
    try (Memory memory = memory(100)) {
      UnitFilter some = UnitFilter.CURRENT.between(Set.of(new Lang("zh")), Set.of());
      Progress progress = Progress.ofUnits(notices, "checking", memory, some, 1);
      memory.forEachUnit(some, progress.counting(unit -> {}));
    }
    assertThat(reports).containsExactly("checking; 0 of 0", "checking: 64 units; 0 of 0");
  }

  @Test
  void retiredAndDeletedUnitsAreNotCounted() throws IOException {
    memory(3).close();
    try (Memory memory =
        Memories.at(folder.resolve("memory.db"))
            .openForWriting(WriteOptions.at(InstantSource.system()))) {
      List<String> ids = new ArrayList<>();
      memory.forEachUnit(UnitFilter.CURRENT, unit -> ids.add(unit.id()));
      memory
          .care()
          .delete(UnitFilter.CURRENT.named(Set.of(ids.get(0))), new Origin("", ""), edit -> {});
      assertThat(memory.unitCount()).isEqualTo(2);
      Edits.judge(memory, ids.get(1), Unit.Status.REJECTED, "");
      assertThat(memory.unitCount()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # It says how much of the file is read.
          4000 | 0 | 4000 | 1000 | importing b.tmx: 64 units, 25%; 1000 of 4000
          # The time is estimated from the bytes of all files.
          5000 | 1000 | 4000 | 3000 | importing b.tmx: 64 units, 75%; 4000 of 5000
          # A file that grows is never more than read.
          100 | 0 | 100 | 300 | importing b.tmx: 64 units, 100%; 100 of 100
          # Without the whole size no time can be told.
          0 | 0 | 400 | 100 | importing b.tmx: 64 units, 25%; 0 of 0
          """)
  void everySixtyFourthUnitIsReported(long all, long first, long second, long read, String report) {
    ReadingProgress progress = new ReadingProgress(notices, "importing", "unit", all);
    progress.start("a.tmx", first);
    progress.end();
    progress.start("b.tmx", second);
    progress.accept(read);
    reports.clear();
    for (int i = 0; i < 127; i++) {
      progress.unit();
    }
    assertThat(reports).containsExactly(report);
  }

  @Test
  void theBeginningOfAFileIsReportedAtOnce() {
    ReadingProgress progress = new ReadingProgress(notices, "checking", "pair", 5000);
    progress.start("a.zh.txt", 1000);
    progress.end();
    progress.start("b.zh.txt", 4000);
    assertThat(reports)
        .containsExactly("checking a.zh.txt; 0 of 5000", "checking b.zh.txt; 1000 of 5000");
  }
}
