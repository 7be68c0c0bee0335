package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class OpeningContract extends OpenMemoryContract {

  OpeningContract(StoreUnderTest stores) {
    super(stores);
  }

  @Test
  void onlyOpeningForWritingMakesAMemory() {
    MemoryStore store = store(folder.resolve("new.db"));
    assertRefused(store::openForReading);
    assertRefused(() -> store.openExisting(Revisions.options()));
    assertRefused(store::verify);
    assertRefused(store::openForReading);
    store.openForWriting(Revisions.options()).close();
    try (Memory memory = store.openForReading()) {
      assertThat(memory.documents()).isEmpty();
      assertThat(memory.statistics().units().total()).isZero();
      assertThat(memory.care().commands(9)).isEmpty();
    }
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void anExistingMemoryIsWrittenTo() {
    MemoryStore store = store(folder.resolve("memory.db"));
    store.openForWriting(Revisions.options()).close();
    try (Memory memory = store.openExisting(Revisions.options())) {
      memory.addRevision(revision("doc", "甲。", "A."));
    }
    try (Memory memory = store.openForReading()) {
      assertThat(all(memory, UnitFilter.CURRENT)).hasSize(1);
    }
  }

  @Test
  void aMemoryOpenedForReadingTakesNothing() {
    memory.addRevision(revision("doc", "甲。", "A."));
    reopenForReading();
    String id = all(memory, UnitFilter.CURRENT).get(0).id();
    assertThatThrownBy(() -> memory.addRevision(revision("doc", "乙。", "B.")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> memory.setStatus(id, Unit.Status.APPROVED, "li"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                memory.importUnits(
                    new ImportOptions(OnDuplicate.ADD, "mei", false),
                    units -> units.take(ImportedUnits.plain("乙。", "B."))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(memory::rebuildIndex).isInstanceOf(IllegalStateException.class);
    assertThat(Revisions.texts(all(memory, UnitFilter.CURRENT))).isEqualTo(List.of("甲。|A."));
  }

  @Test
  void aReaderSeesOneStateWhileAWriterGoesOn() {
    try (Memory writer = open(folder)) {
      writer.addRevision(revision("doc", "甲", "a", "乙", "b"));
      try (Memory reader = read(folder)) {
        reader.forEachUnit(
            UnitFilter.CURRENT,
            unit -> {
              writer.addRevision(revision(unit.source(), "丙", "c"));
              assertThat(reader.documents()).hasSize(1);
            });
        assertThat(reader.documents()).hasSize(3);
      }
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
    assertThat(all(memory, UnitFilter.CURRENT)).hasSize(1);
  }
}
