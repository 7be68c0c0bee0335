package ballast.memory.contract;

import static ballast.memory.contract.ImportedUnits.NOW;
import static ballast.memory.contract.ImportedUnits.dated;
import static ballast.memory.contract.ImportedUnits.judged;
import static ballast.memory.contract.ImportedUnits.plain;
import static ballast.memory.contract.ImportedUnits.with;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is taken back like every other command. */
abstract class ImportUndoContract extends StoreContract {

  ImportUndoContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final Origin MEI = new Origin("mei", "");
  private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path directory;

  private Memory open() {
    return store(directory.resolve("memory.db")).openForWriting(WriteOptions.at(() -> NOW));
  }

  @AfterEach
  void memoryIsSound() {
    try (Memory memory = open()) {
      assertThat(memory.verify()).isEmpty();
    }
  }

  private static Extras note(String text) {
    return new Extras(
        List.of(new Property(Scope.UNIT, Kind.NOTE, "", text, "")), new Context("", ""));
  }

  private List<Unit> units() {
    try (Memory memory = open()) {
      return all(memory, UnitFilter.CURRENT.withRetired());
    }
  }

  private void take(OnDuplicate onDuplicate, ImportedUnit... units) {
    try (Memory memory = open()) {
      memory.importUnits(
          new ImportOptions(onDuplicate, "li", false),
          into -> {
            for (ImportedUnit unit : units) {
              into.take(unit);
            }
          });
    }
  }

  /** An import that adds, merges, judges and overwrites, some of it twice. */
  private void takeAll() {
    take(
        OnDuplicate.OVERWRITE,
        with(plain("甲。", "A."), note("more")),
        with(plain("乙。", "B."), note("first")),
        judged("乙。", "B.", Unit.Status.APPROVED),
        with(plain("丙。", "C, otherwise."), note("of the other")),
        plain("丙。", "C, a third time."),
        judged("丁。", "D.", Unit.Status.APPROVED),
        plain("丁。", "D, otherwise."),
        with(dated("戊。", "E.", EARLIER), note("new")),
        plain("戊。", "E, otherwise."));
  }

  @Test
  void anImportThatIsTakenBackLeavesTheMemoryAsItWasAndCanBeDoneAgain() {
    try (Memory memory = open()) {
      memory.addRevision(revision("doc", "甲。", "A.", "丁。", "D."));
    }
    take(OnDuplicate.ADD, plain("乙。", "B."), with(plain("丙。", "C."), note("old")));
    List<Unit> before = units();
    takeAll();
    List<Unit> after = units();
    assertThat(after).hasSize(before.size() + 1);
    for (Unit unit : before) {
      assertThat(after).doesNotContain(unit);
    }
    for (int i = 0; i < 2; i++) {
      try (Memory memory = open()) {
        assertThat(memory.care().undo(MEI)).isPresent();
      }
      assertThat(units()).isEqualTo(before);
      try (Memory memory = open()) {
        assertThat(memory.care().redo(MEI)).isPresent();
      }
      assertThat(units()).isEqualTo(after);
    }
  }

  @Test
  void aDeletedUnitIsNotADuplicate() {
    take(OnDuplicate.ADD, with(plain("甲。", "A."), note("old")));
    Unit old = units().get(0);
    try (Memory memory = open()) {
      delete(memory, old);
    }
    take(OnDuplicate.KEEP, plain("甲。", "A."), plain("甲。", "Another."));
    assertThat(units()).extracting(Unit::target).containsExactly("A.");
    assertThat(units()).doesNotContain(old);
  }

  @Test
  void aCompactionRemovesTheExtrasOfDeletedUnits() {
    take(
        OnDuplicate.ADD,
        with(plain("甲。", "A."), note("goes")),
        with(plain("乙。", "B."), note("stays")));
    take(OnDuplicate.ADD, with(plain("乙。", "B."), note("and more")));
    List<Unit> units = units();
    List<Unit> kept = units.stream().filter(unit -> unit.target().equals("B.")).toList();
    try (Memory memory = open()) {
      delete(memory, units.stream().filter(unit -> unit.target().equals("A.")).findFirst().get());
    }
    try (Memory memory = open()) {
      memory.care().compact(MEI);
    }
    assertThat(units()).isEqualTo(kept).hasSize(1);
    assertThat(kept.get(0).extras().properties()).hasSize(2);
  }

  private static void delete(Memory memory, Unit unit) {
    UnitFilter only = UnitFilter.CURRENT.named(Set.of(unit.id()));
    assertThat(memory.care().delete(only, MEI, edit -> {}).deleted()).isEqualTo(1);
  }
}
