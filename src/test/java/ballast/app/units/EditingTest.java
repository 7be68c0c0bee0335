package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.UnitEditing.UnitAction;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditingTest {

  @TempDir Path folder;
  private Workplace workplace = Workplace.here();
  private Path file = Path.of("");
  private EditScope all = EditScope.of(Memories.at(file));

  @BeforeEach
  void prepare() throws IOException {
    workplace = Workplace.in(folder);
    file = folder.resolve("a.db");
    all = EditScope.of(Memories.at(file)).by(new Origin("mei", "a test"));
    Files.writeString(
        folder.resolve("units.tsv"),
        "港口有雾。\tFog lies on the port.\n港口有雾。\tfog lies on the port.\n船在等。\tports\n",
        UTF_8);
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
    TextReplacement.Result empty =
        new TextReplacement(workplace).run(new TextReplacement.Request(all, how, false));
    assertThat(empty.places()).isZero();
    assertThat(empty.leftAlone()).hasSize(1);
    assertThat(empty.leftAlone().get(0).wouldBeEmpty()).isTrue();
    assertThat(empty.summary().changed()).isZero();
    List<String> seen = new ArrayList<>();
    TextReplacement.Result done =
        new TextReplacement(workplace)
            .run(
                new TextReplacement.Request(
                    all, Replacement.ofText("port", "harbour", false, Side.TARGET), false),
                (unit, replaced) -> seen.add(unit.after().target()));
    assertThat(done.places()).isEqualTo(3);
    assertThat(done.leftAlone()).isEmpty();
    assertThat(seen).hasSize(3).allMatch(target -> target.contains("harbour"));
  }

  @Test
  void aTrialWritesNothing() {
    List<String> before = targets();
    Replacement how = Replacement.ofText("port", "harbour", false, Side.TARGET);
    assertThat(
            new TextReplacement(workplace)
                .run(new TextReplacement.Request(all.tried(), how, false))
                .summary()
                .changed())
        .isEqualTo(3);
    assertThat(targets()).isEqualTo(before);
  }

  @Test
  void unitsAreApprovedRejectedDeletedAndRestored() {
    UnitEditing editing = new UnitEditing(workplace);
    editing.run(new UnitEditing.Request(all, UnitAction.APPROVE), edit -> {});
    assertThat(units())
        .extracting(unit -> unit.provenance().status())
        .containsOnly(Unit.Status.APPROVED);
    editing.run(new UnitEditing.Request(all, UnitAction.REJECT), edit -> {});
    assertThat(units())
        .extracting(unit -> unit.provenance().status())
        .containsOnly(Unit.Status.REJECTED);
    List<String> seen = new ArrayList<>();
    editing.run(
        new UnitEditing.Request(all, UnitAction.DELETE), edit -> seen.add(edit.before().id()));
    assertThat(seen).hasSize(3);
    assertThat(units()).isEmpty();
    editing.run(new UnitEditing.Request(all, UnitAction.RESTORE), edit -> {});
    assertThat(units()).hasSize(3);
  }

  @Test
  void duplicatesAreRemovedAndTheCommandIsTakenBackAndDoneAgain() {
    DuplicateRemoval.Result result =
        new DuplicateRemoval(workplace)
            .run(new DuplicateRemoval.Request(all, Set.of(Ignored.CASE)));
    assertThat(result.kept()).isEqualTo(1);
    assertThat(result.summary().deleted()).isEqualTo(1);
    assertThat(units()).hasSize(2);
    CommandReversal reversal = new CommandReversal(workplace);
    assertThat(reversal.run(CommandReversal.Request.redo(Memories.at(file)))).isEmpty();
    CommandReversal.Request trial =
        new CommandReversal.Request(
            Memories.at(file), false, new Origin("", ""), /* dryRun= */ true);
    assertThat(reversal.run(trial)).isPresent();
    assertThat(units()).hasSize(2);
    assertThat(
            reversal
                .run(CommandReversal.Request.undo(Memories.at(file)))
                .orElseThrow()
                .origin()
                .author())
        .isEqualTo("mei");
    assertThat(units()).hasSize(3);
    assertThat(reversal.run(CommandReversal.Request.redo(Memories.at(file)))).isPresent();
    assertThat(units()).hasSize(2);
    assertThat(new CommandHistory().list(new CommandHistory.Request(Memories.at(file), 2)))
        .hasSize(2);
  }

  @Test
  void aListenerThatThrowsStopsTheCompaction() {
    new UnitEditing(workplace).run(new UnitEditing.Request(all, UnitAction.DELETE), edit -> {});
    MemoryCompaction compaction = new MemoryCompaction(workplace);
    assertRefused(
        () ->
            compaction.run(
                MemoryCompaction.Request.of(Memories.at(file)),
                plan -> {
                  throw new InputException("no", "");
                }));
    List<Compaction> plans = new ArrayList<>();
    compaction.run(
        new MemoryCompaction.Request(Memories.at(file), new Origin("", ""), true), plans::add);
    assertThat(plans.get(0).units().deleted()).isEqualTo(3);
    compaction.run(MemoryCompaction.Request.of(Memories.at(file)), plans::add);
    assertThat(plans.get(1).units().deleted()).isEqualTo(3);
    compaction.run(MemoryCompaction.Request.of(Memories.at(file)), plans::add);
    assertThat(plans.get(2).isEmpty()).isTrue();
  }

  @Test
  void editsMakeNoMemory() {
    Path none = folder.resolve("none.db");
    UnitEditing.Request request =
        new UnitEditing.Request(EditScope.of(Memories.at(none)), UnitAction.APPROVE);
    assertRefused(() -> new UnitEditing(workplace).run(request, edit -> {}));
    assertThat(none).doesNotExist();
  }
}
