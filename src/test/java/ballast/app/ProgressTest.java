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
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

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
            "translating: 1 %; 10 of 1000",
            "translating: 33 %; 330 of 1000");
  }

  @Test
  void moreThanAllIsAll() {
    Progress progress = Progress.of(notices, "translating", 10);
    progress.add(30);
    assertThat(reports).endsWith("translating: 100 %; 10 of 10");
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
            "checking: 32 %; 64 of 200",
            "checking: 64 %; 128 of 200",
            "checking: 96 %; 192 of 200");
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
      memory.setStatus(ids.get(1), Unit.Status.REJECTED, "");
      assertThat(memory.unitCount()).isEqualTo(2);
    }
  }

  private ReadingProgress importing(long size) {
    return new ReadingProgress(notices, "importing", "unit", size);
  }

  /** Only the last report is looked at. */
  private void take(ReadingProgress progress, int units) {
    reports.clear();
    for (int i = 0; i < units; i++) {
      progress.unit();
    }
  }

  @Test
  void itSaysHowMuchOfTheFileIsRead() {
    ReadingProgress progress = importing(4000);
    progress.start("a.tmx", 4000);
    progress.accept(1000);
    take(progress, 127);
    assertThat(reports).containsExactly("importing a.tmx: 64 units, 25 %; 1000 of 4000");
  }

  @Test
  void theTimeIsEstimatedFromTheBytesOfAllFiles() {
    ReadingProgress progress = importing(5000);
    progress.start("a.tmx", 1000);
    progress.end();
    progress.start("b.tmx", 4000);
    progress.accept(3000);
    take(progress, 64);
    assertThat(reports).containsExactly("importing b.tmx: 64 units, 75 %; 4000 of 5000");
  }

  @Test
  void aFileThatGrowsIsNeverMoreThanRead() {
    ReadingProgress progress = importing(100);
    progress.start("a.tmx", 100);
    progress.accept(300);
    take(progress, 64);
    assertThat(reports).containsExactly("importing a.tmx: 64 units, 100 %; 100 of 100");
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

  @Test
  void withoutTheWholeSizeNoTimeCanBeTold() {
    ReadingProgress progress = importing(0);
    progress.start("a.tmx", 400);
    progress.accept(100);
    take(progress, 64);
    assertThat(reports).containsExactly("importing a.tmx: 64 units, 25 %; 0 of 0");
  }
}
