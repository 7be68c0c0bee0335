package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Edits.dedupe;
import static ballast.memory.contract.Edits.delete;
import static ballast.memory.contract.Edits.judge;
import static ballast.memory.contract.Edits.replace;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentChange;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.Replacement;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Edits, commands that are undone, and compaction. */
abstract class CareContract extends OpenMemoryContract {

  private static UnitFilter target(String text) {
    return UnitFilter.CURRENT.where(
        new UnitConditions(0, 1, Instant.MIN, Set.of(), text, Set.of(Side.TARGET)));
  }

  @Test
  void aDeletedUnitIsShownNowhere() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B."));
    current(memory).forEach(unit -> Edits.judge(memory, unit.id(), Unit.Status.APPROVED, "li"));
    assertThat(delete(memory, target("B.")).deleted()).isEqualTo(1);
    List<Unit> examples = new ArrayList<>();
    memory.forEachExample(10, examples::add);
    assertThat(texts(examples)).containsExactly("甲。|A.");
    assertThat(texts(all(memory, UnitFilter.CURRENT.withRetired()))).containsExactly("甲。|A.");
    assertThat(memory.exact("乙。", Side.SOURCE, UnitFilter.CURRENT.withRetired())).isEmpty();
    assertThat(memory.statistics().units().total()).isEqualTo(1);
    assertThat(memory.documents().get(0).units()).isEqualTo(1);
    assertThat(texts(all(memory, UnitFilter.CURRENT.onlyDeleted()))).containsExactly("乙。|B.");
  }

  @Test
  void aDocumentIsAsNewAsItsLastChangeWhichMayBeAnUndo() {
    List<Consumer<Memory>> commands =
        List.of(
            memory -> memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.")),
            memory -> delete(memory, target("B.")),
            memory -> memory.care().undo(MEI),
            memory -> memory.care().redo(MEI));
    for (int hour = 0; hour < commands.size(); hour++) {
      Instant now = Revisions.NOON.plusSeconds(3600L * hour);
      try (Memory memory = writeAt(now)) {
        commands.get(hour).accept(memory);
        assertThat(memory.documents())
            .extracting(DocumentSummary::lastChange)
            .as("command %d", hour)
            .containsExactly(now);
      }
    }
  }

  @Test
  void commandsAreNumberedOneByOne() {
    memory.addRevision(revision("one", "甲。", "A."));
    memory.addRevision(revision("two", "乙。", "B."));
    memory.addRevision(revision("three", "丙。", "C."));
    run(memory -> delete(memory, target("B.")));
    run(memory -> memory.care().undo(MEI));
    List<CommandInfo> commands = memory.care().commands(10);
    assertThat(commands).extracting(CommandInfo::number).containsExactly(3L, 2L, 1L);
    assertThat(commands).extracting(CommandInfo::undoes).containsExactly(2L, 0L, 0L);
  }

  @Test
  void aUnitIsAsNewAsItsTextsAndItsStatus() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    Instant later = Revisions.NOON.plusSeconds(60);
    try (Memory memory = writeAt(later)) {
      judge(memory, target("B."), Unit.Status.APPROVED);
      replace(memory, target("C."), "C.", "D.");
      assertThat(current(memory))
          .extracting(unit -> unit.provenance().author() + " " + unit.provenance().changed())
          .containsExactly(
              author("ming") + " " + Revisions.NOON,
              author("mei") + " " + later,
              author("mei") + " " + later);
    }
  }

  @Test
  void aUnitStaysDeletedAsLongAsItsTextsStayTheSame() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙乙。", "B b."));
    delete(memory, target("B b."));
    memory.addRevision(revision("doc", "甲。", "A.", "乙乙。", "B b.", "丙。", "C."));
    assertThat(texts(current(memory))).containsExactly("甲。|A.", "丙。|C.");
    memory.addRevision(revision("doc", "甲。", "A.", "乙乙。", "B c.", "丙。", "C."));
    assertThat(texts(current(memory))).containsExactly("甲。|A.", "乙乙。|B c.", "丙。|C.");
  }

  @Test
  void aJudgementAppliesToItsTextsUnlessItIsToBeKept() {
    memory.addRevision(revision("doc", "甲。", "One port.", "乙。", "Two ports."));
    judge(memory, UnitFilter.CURRENT, Unit.Status.APPROVED);
    Replacement replacement = Replacement.ofText("port", "harbour", false, Side.TARGET);
    reopen();
    assertThat(replace(memory, target("one"), replacement).backToDraft()).isEqualTo(1);
    reopen();
    MemoryCare care = memory.care();
    assertThat(
            care.replace(target("two"), replacement, /* keepStatus= */ true, MEI, (edit, r) -> {})
                .backToDraft())
        .isZero();
    assertThat(current(memory))
        .extracting(unit -> unit.target() + " " + unit.provenance().status().label())
        .containsExactly("One harbour. draft", "Two harbours. approved");
    assertThat(memory.exact("Two harbours.", Side.TARGET, UnitFilter.CURRENT)).hasSize(1);
    assertThat(memory.history("doc"))
        .extracting(entry -> entry.occasion().author())
        .contains(author("mei"));
  }

  @Test
  void onAMemoryOpenedForReadingNothingHappens() {
    memory.addRevision(revision("doc", "甲。", "A.", "甲。", "A."));
    reopenForReading();
    List<Unit> before = current(memory);
    assertThat(delete(memory, UnitFilter.CURRENT).changed()).isEqualTo(2);
    assertThat(dedupe(memory, UnitFilter.CURRENT).deleted()).isEqualTo(1);
    assertThat(memory.care().undo(MEI)).isPresent();
    assertThat(current(memory)).isEqualTo(before);
    assertThat(memory.care().commands(10)).extracting(CommandInfo::kind).containsExactly("aligned");
  }

  @Test
  void missingUnitsAndDocumentsAreNamed() {
    memory.addRevision(revision("doc", "甲。", "A."));
    UnitFilter feed = UnitFilter.CURRENT.named(Set.of("feed"));
    assertRefused(() -> delete(memory, feed), "\"feed\"");
    UnitFilter dog = UnitFilter.CURRENT.inDocuments(Set.of("dog"));
    assertRefused(() -> dedupe(memory, dog), "\"dog\"");
  }

  @Test
  void aCommandThatFailsLeavesNothingBehind() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    reopen();
    List<Unit> before = current(memory);
    Replacement endless = Replacement.ofRegex("A|(a+)+\\1b", "x", false, Side.TARGET);
    assertRefused(() -> replace(memory, UnitFilter.CURRENT, endless));
    assertThat(current(memory)).isEqualTo(before);
    assertThat(memory.care().commands(9)).hasSize(1);
  }

  @Test
  void oneOpenMemoryIsOneCommand() {
    memory.addRevision(revision("a", "甲。", "A."));
    reopen();
    memory.addRevision(revision("b", "乙。", "B."));
    memory.addRevision(revision("c", "丙。", "C."));
    reopen();
    assertThat(memory.care().undo(MEI).orElseThrow().effect().documents())
        .containsExactly("b", "c");
    assertThat(texts(current(memory))).containsExactly("甲。|A.");
    assertThat(memory.documents()).extracting(DocumentSummary::name).containsExactly("a");
  }

  @Test
  void anArticleAlignedTheWrongWayRoundCanBeAlignedTheRightWay() {
    memory.addRevision(revision("doc", "甲。", "A."));
    DocumentChange right = revision("doc", "甲。", "A.");
    Revision.Files files = right.run().files();
    Revision.Run run =
        new Revision.Run(
            "ming",
            new Revision.Files(files.target(), files.source()),
            right.run().counts(),
            "0.1.0",
            "usual");
    DocumentChange turned =
        Revisions.revision("doc", right.targetLang(), right.sourceLang(), run, List.of());
    reopen();
    assertRefused(() -> memory.addRevision(turned));
    memory.care().undo(MEI);
    reopen();
    memory.addRevision(turned);
    assertThat(memory.documents().get(0).sourceLang()).isEqualTo(right.targetLang());
    reopen();
    memory.care().undo(MEI);
    assertThat(memory.documents()).isEmpty();
  }

  private void fill() {
    memory.close();
    Edits.fill(() -> write(options()));
    reopenForReading();
  }

  @Test
  void visibleUnitsStayAndAllOthersAreRemoved() {
    fill();
    List<Unit> before = current(memory);
    Compaction plan = memory.care().compact(MEI);
    assertThat(plan.units().deleted()).isEqualTo(2);
    assertThat(plan.revisions()).isEqualTo(2);
    assertThat(plan.documents()).isEqualTo(1);
    reopen();
    Compaction done = memory.care().compact(MEI);
    assertThat(done.bytesAfter()).isLessThan(done.bytesBefore());
    reopen();
    assertThat(current(memory)).isEqualTo(before);
    assertThat(all(memory, UnitFilter.CURRENT.withRetired())).isEqualTo(before);
    assertThat(all(memory, UnitFilter.CURRENT.onlyDeleted())).isEmpty();
    assertThat(memory.documents())
        .extracting(DocumentSummary::name)
        .containsExactly("long", "short");
    assertThat(memory.revisions("short")).extracting(Revision::number).containsExactly(2);
    assertThat(memory.verify()).isEmpty();
    assertThat(memory.care().undo(MEI)).isEmpty();
    assertThat(memory.care().redo(MEI)).isEmpty();
    assertThat(memory.care().compact(MEI).isEmpty()).isTrue();
  }

  @Test
  void theRestOfADocumentKeepsItsOrder() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    memory.addRevision(revision("doc", "丁。", "D.", "甲。", "A.", "戊。", "E.", "乙。", "B.", "丙。", "C."));
    String second = memory.exact("甲。", Side.SOURCE, UnitFilter.CURRENT).get(0).id();
    delete(memory, UnitFilter.CURRENT.named(Set.of(second)));
    run(memory -> memory.care().compact(MEI));
    assertThat(texts(current(memory))).containsExactly("丁。|D.", "戊。|E.", "乙。|B.", "丙。|C.");
  }

  @Test
  void anEditIsKnownAlsoAfterwards() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "D."));
    replace(memory, UnitFilter.CURRENT, "A", "E");
    judge(memory, UnitFilter.CURRENT, Unit.Status.APPROVED);
    List<String> ids = current(memory).stream().map(Unit::id).toList();
    assertThat(ids).filteredOn(memory::isEdited).containsExactly(ids.get(0));
    run(memory -> memory.care().compact(MEI));
    ids = current(memory).stream().map(Unit::id).toList();
    // Nobody knows any more of which the texts have changed.
    assertThat(ids).allMatch(memory::isEdited);
    memory.addRevision(revision("new", "丁。", "F."));
    String added = memory.exact("丁。", Side.SOURCE, UnitFilter.CURRENT).get(0).id();
    assertThat(memory.isEdited(added)).isFalse();
  }

  @Test
  void documentsAreEditedUntilTheirNextRevision() {
    memory.addRevision(revision("one", "甲。", "A.", "乙。", "B."));
    memory.addRevision(revision("two", "丙。", "C."));
    judge(memory, UnitFilter.CURRENT, Unit.Status.APPROVED);
    assertThat(memory.editedDocuments()).isEmpty();
    replace(memory, UnitFilter.CURRENT, "A", "E");
    assertThat(memory.editedDocuments()).containsExactly("one");
    assertThat(memory.editedUnits("one")).hasSize(1);
    assertThat(memory.editedUnits("two")).isEmpty();
    assertThat(memory.editedUnits("none")).isEmpty();
    reopen();
    replace(memory, UnitFilter.CURRENT, "C", "F");
    assertThat(memory.editedDocuments()).containsExactly("two", "one");
    reopen();
    memory.addRevision(revision("one", "甲。", "A.", "乙。", "G."));
    assertThat(memory.editedDocuments()).containsExactly("two");
    reopen();
    assertThat(memory.care().reverse(false, Choice.in("one"), MEI)).isPresent();
    assertThat(memory.editedDocuments()).containsExactly("one", "two");
    delete(memory, UnitFilter.CURRENT);
    assertThat(memory.editedDocuments()).isEmpty();
  }

  @Test
  void workGoesOnAfterwards() {
    fill();
    run(memory -> memory.care().compact(MEI));
    reopen();
    List<Unit> before = current(memory);
    assertThat(memory.addRevision(revision("short", "甲乙丙。", "Three.", "丁。", "Four.")).revision())
        .isEqualTo(3);
    assertThat(memory.addRevision(revision("gone", "没有了。", "Gone.")).revision()).isEqualTo(1);
    assertThat(memory.verify()).isEmpty();
    reopen();
    assertThat(memory.care().undo(MEI)).isPresent();
    assertThat(current(memory)).isEqualTo(before);
  }
}
