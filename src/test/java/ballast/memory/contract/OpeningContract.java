package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class OpeningContract extends OpenMemoryContract {

  @Test
  void onlyOpeningForWritingMakesAMemory() {
    Path path = folder.resolve("new.db");
    MemoryStore store = stores.at(path);
    assertRefused(store::openForReading);
    assertRefused(() -> store.openExisting(Revisions.options()));
    assertRefused(store::verify);
    assertRefused(store::openForReading);
    stores.open(path, options()).close();
    try (Memory memory = store.openForReading()) {
      assertThat(memory.documents()).isEmpty();
      assertThat(memory.statistics().units().total()).isZero();
      assertThat(memory.care().commands(9)).isEmpty();
    }
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void anExistingMemoryIsWrittenTo() {
    try (Memory existing = store().openExisting(options())) {
      existing.addRevision(revision("doc", "甲。", "A."));
    }
    reopenForReading();
    assertThat(current(memory)).hasSize(1);
  }

  @Test
  void aMemoryOpenedForReadingTakesNothing() {
    memory.addRevision(revision("doc", "甲。", "A."));
    reopenForReading();
    assertThatThrownBy(() -> memory.addRevision(revision("doc", "乙。", "B.")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ImportedUnits.take(memory, ImportedUnits.plain("乙。", "B.")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(memory::rebuildIndex).isInstanceOf(IllegalStateException.class);
    assertThat(Revisions.texts(current(memory))).isEqualTo(List.of("甲。|A."));
  }

  @Test
  void aReaderSeesOneStateWhileAWriterGoesOn() {
    memory.addRevision(revision("doc", "甲", "a", "乙", "b"));
    try (Memory reader = read()) {
      reader.forEachUnit(
          UnitFilter.CURRENT,
          unit -> {
            memory.addRevision(revision(unit.source(), "丙", "c"));
            assertThat(reader.documents()).hasSize(1);
          });
      assertThat(reader.documents()).hasSize(3);
    }
  }

  @Test
  void writingWhileReadingTheSameMemoryIsAMistake() {
    memory.addRevision(revision("doc", "甲", "a"));
    assertThatThrownBy(
            () ->
                memory.forEachUnit(
                    UnitFilter.CURRENT, unit -> memory.addRevision(revision("doc", "乙", "b"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(current(memory)).hasSize(1);
  }
}
