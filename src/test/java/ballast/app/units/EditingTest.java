package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.MemoryStore;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EditingTest extends FolderTest {

  private Workplace workplace = Workplace.here();
  private MemoryEdits edits = new MemoryEdits(workplace);
  private Path file = Path.of("");
  private EditScope all = EditScope.of(Memories.at(file));

  @BeforeEach
  void prepare() throws IOException {
    workplace = Workplace.in(folder);
    edits = new MemoryEdits(workplace);
    file = folder.resolve("a.db");
    all = EditScope.of(Memories.at(file)).by(new Origin("mei", "a test"));
    write("units.tsv", "港口有雾。\tFog lies on the port.\n港口有雾。\tfog lies on the port.\n船在等。\tports\n");
    new UnitFileImport(workplace, Notices.NONE)
        .run(UnitFileImport.Request.of(Memories.at(file), "units.tsv"));
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(file).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  private List<String> targets() {
    return units().stream().map(Unit::target).sorted().toList();
  }

  @Test
  void replacementsAreCountedAndTextsThatWouldBeEmptyAreLeftAlone() {
    Replacement how = Replacement.ofText("ports", "", false, Side.TARGET);
    MemoryEdits.Replaced empty = edits.replace(all, how, false, (edit, text) -> {});
    assertThat(empty.places()).isZero();
    assertThat(empty.leftAlone()).hasSize(1);
    assertThat(empty.leftAlone().get(0).wouldBeEmpty()).isTrue();
    assertThat(empty.summary().changed()).isZero();
    List<String> seen = new ArrayList<>();
    Replacement harbour = Replacement.ofText("port", "harbour", false, Side.TARGET);
    MemoryEdits.Replaced done =
        edits.replace(all, harbour, false, (unit, text) -> seen.add(unit.after().target()));
    assertThat(done.places()).isEqualTo(3);
    assertThat(done.leftAlone()).isEmpty();
    assertThat(seen).hasSize(3).allMatch(target -> target.contains("harbour"));
  }

  @Test
  void aTrialWritesNothing() {
    List<String> before = targets();
    Replacement how = Replacement.ofText("port", "harbour", false, Side.TARGET);
    assertThat(edits.replace(all.tried(), how, false, (edit, text) -> {}).summary().changed())
        .isEqualTo(3);
    assertThat(targets()).isEqualTo(before);
  }

  @Test
  void unitsAreApprovedRejectedDeletedAndRestored() {
    edits.edit(all, UnitAction.APPROVE, edit -> {});
    assertThat(units())
        .extracting(unit -> unit.provenance().status())
        .containsOnly(Unit.Status.APPROVED);
    edits.edit(all, UnitAction.REJECT, edit -> {});
    assertThat(units())
        .extracting(unit -> unit.provenance().status())
        .containsOnly(Unit.Status.REJECTED);
    List<String> seen = new ArrayList<>();
    edits.edit(all, UnitAction.DELETE, edit -> seen.add(edit.before().id()));
    assertThat(seen).hasSize(3);
    assertThat(units()).isEmpty();
    edits.edit(all, UnitAction.RESTORE, edit -> {});
    assertThat(units()).hasSize(3);
  }

  @Test
  void duplicatesAreRemovedAndTheCommandIsTakenBackAndDoneAgain() {
    MemoryEdits.Deduped result = edits.dedupe(all, Set.of(Ignored.CASE), group -> {});
    assertThat(result.kept()).isEqualTo(1);
    assertThat(result.summary().deleted()).isEqualTo(1);
    assertThat(units()).hasSize(2);
    EditScope anyone = EditScope.of(Memories.at(file));
    assertThat(edits.reverse(anyone, /* redo= */ true, Choice.LAST)).isEmpty();
    assertThat(edits.reverse(anyone.tried(), /* redo= */ false, Choice.LAST)).isPresent();
    assertThat(units()).hasSize(2);
    assertThat(
            edits.reverse(anyone, /* redo= */ false, Choice.LAST).orElseThrow().origin().author())
        .isEqualTo("mei");
    assertThat(units()).hasSize(3);
    assertThat(edits.reverse(anyone, /* redo= */ true, Choice.LAST)).isPresent();
    assertThat(units()).hasSize(2);
    try (Memory memory = Memories.at(file).openForReading()) {
      assertThat(memory.care().commands(2)).hasSize(2);
    }
  }

  @Test
  void aListenerThatThrowsStopsTheCompaction() {
    edits.edit(all, UnitAction.DELETE, edit -> {});
    MemoryUpkeep upkeep = new MemoryUpkeep(workplace, Notices.NONE);
    MemoryStore memory = Memories.at(file);
    Origin nobody = new Origin("", "");
    assertRefused(
        () ->
            upkeep.compact(
                memory,
                nobody,
                /* dryRun= */ false,
                plan -> {
                  throw new InputException("no", "");
                }));
    List<Compaction> plans = new ArrayList<>();
    upkeep.compact(memory, nobody, /* dryRun= */ true, plans::add);
    assertThat(plans.get(0).units().deleted()).isEqualTo(3);
    upkeep.compact(memory, nobody, /* dryRun= */ false, plans::add);
    assertThat(plans.get(1).units().deleted()).isEqualTo(3);
    upkeep.compact(memory, nobody, /* dryRun= */ false, plans::add);
    assertThat(plans.get(2).isEmpty()).isTrue();
  }

  @Test
  void editsMakeNoMemory() {
    Path none = folder.resolve("none.db");
    EditScope scope = EditScope.of(Memories.at(none));
    assertRefused(() -> edits.edit(scope, UnitAction.APPROVE, edit -> {}));
    assertThat(none).doesNotExist();
  }
}
