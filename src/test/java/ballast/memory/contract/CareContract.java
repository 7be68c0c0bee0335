package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
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

  private static final Origin MEI = new Origin("mei", "asked");

  CareContract(StoreUnderTest stores) {
    super(stores);
  }

  private static UnitFilter target(String text) {
    return UnitFilter.CURRENT.where(
        new UnitConditions(0, 1, Instant.MIN, Set.of(), text, Set.of(Side.TARGET)));
  }

  private static EditSummary delete(Memory memory, String text) {
    return memory.care().delete(target(text), MEI, edit -> {});
  }

  @Test
  void aDeletedUnitIsShownNowhere() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B."));
    all(memory, UnitFilter.CURRENT)
        .forEach(unit -> memory.setStatus(unit.id(), Unit.Status.APPROVED, "li"));
    assertThat(delete(memory, "B.").deleted()).isEqualTo(1);
    List<Unit> examples = new ArrayList<>();
    memory.forEachExample(10, examples::add);
    assertThat(texts(examples)).containsExactly("甲。|A.");
    assertThat(texts(all(memory, UnitFilter.CURRENT.withRetired()))).containsExactly("甲。|A.");
    assertThat(memory.exact("乙。", Side.SOURCE, UnitFilter.CURRENT.withRetired())).isEmpty();
    assertThat(memory.statistics().units().total()).isEqualTo(1);
    assertThat(memory.documents().get(0).units()).isEqualTo(1);
    assertThat(texts(all(memory, UnitFilter.CURRENT.onlyDeleted()))).containsExactly("乙。|B.");
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aDocumentIsAsNewAsItsLastChangeWhichMayBeAnUndo() {
    List<Consumer<Memory>> commands =
        List.of(
            memory -> memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.")),
            memory -> delete(memory, "B."),
            memory -> memory.care().undo(MEI),
            memory -> memory.care().redo(MEI));
    MemoryStore store = store(folder.resolve("memory.db"));
    for (int hour = 0; hour < commands.size(); hour++) {
      Instant now = Revisions.NOON.plusSeconds(3600L * hour);
      try (Memory memory = store.openForWriting(WriteOptions.at(() -> now))) {
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
    reopen();
    delete(memory, "B.");
    reopen();
    memory.care().undo(MEI);
    List<CommandInfo> commands = memory.care().commands(10);
    assertThat(commands).extracting(CommandInfo::number).containsExactly(3L, 2L, 1L);
    assertThat(commands).extracting(CommandInfo::undoes).containsExactly(2L, 0L, 0L);
  }

  @Test
  void aUnitIsAsNewAsItsTextsAndItsStatus() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    Instant later = Revisions.NOON.plusSeconds(60);
    MemoryStore store = store(folder.resolve("memory.db"));
    try (Memory memory = store.openForWriting(WriteOptions.at(() -> later))) {
      memory.care().judge(target("B."), Unit.Status.APPROVED, MEI, edit -> {});
      Replacement replacement = Replacement.ofText("C.", "D.", false, Side.TARGET);
      memory.care().replace(target("C."), replacement, false, MEI, (edit, r) -> {});
      assertThat(all(memory, UnitFilter.CURRENT))
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
    delete(memory, "B b.");
    memory.addRevision(revision("doc", "甲。", "A.", "乙乙。", "B b.", "丙。", "C."));
    assertThat(texts(all(memory, UnitFilter.CURRENT))).containsExactly("甲。|A.", "丙。|C.");
    memory.addRevision(revision("doc", "甲。", "A.", "乙乙。", "B c.", "丙。", "C."));
    assertThat(texts(all(memory, UnitFilter.CURRENT)))
        .containsExactly("甲。|A.", "乙乙。|B c.", "丙。|C.");
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aJudgementAppliesToItsTextsUnlessItIsToBeKept() {
    memory.addRevision(revision("doc", "甲。", "One port.", "乙。", "Two ports."));
    MemoryCare care = memory.care();
    care.judge(UnitFilter.CURRENT, Unit.Status.APPROVED, MEI, edit -> {});
    Replacement replacement = Replacement.ofText("port", "harbour", false, Side.TARGET);
    reopen();
    EditSummary summary =
        memory
            .care()
            .replace(target("one"), replacement, /* keepStatus= */ false, MEI, (edit, r) -> {});
    assertThat(summary.backToDraft()).isEqualTo(1);
    reopen();
    summary =
        memory
            .care()
            .replace(target("two"), replacement, /* keepStatus= */ true, MEI, (edit, r) -> {});
    assertThat(summary.backToDraft()).isZero();
    assertThat(all(memory, UnitFilter.CURRENT))
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
    MemoryCare care = memory.care();
    List<Unit> before = all(memory, UnitFilter.CURRENT);
    assertThat(care.delete(UnitFilter.CURRENT, MEI, edit -> {}).changed()).isEqualTo(2);
    assertThat(care.dedupe(UnitFilter.CURRENT, Set.of(), MEI, group -> {}).deleted()).isEqualTo(1);
    assertThat(care.undo(MEI)).isPresent();
    assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
    assertThat(care.commands(10)).extracting(CommandInfo::kind).containsExactly("aligned");
  }

  @Test
  void missingUnitsAndDocumentsAreNamed() {
    memory.addRevision(revision("doc", "甲。", "A."));
    MemoryCare care = memory.care();
    assertRefused(
        () -> care.delete(UnitFilter.CURRENT.named(Set.of("feed")), MEI, edit -> {}), "\"feed\"");
    assertRefused(
        () ->
            care.dedupe(UnitFilter.CURRENT.inDocuments(Set.of("dog")), Set.of(), MEI, group -> {}),
        "\"dog\"");
  }

  @Test
  void aCommandThatFailsLeavesNothingBehind() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    reopen();
    List<Unit> before = all(memory, UnitFilter.CURRENT);
    assertRefused(
        () ->
            memory
                .care()
                .replace(
                    UnitFilter.CURRENT,
                    Replacement.ofRegex("A|(a+)+\\1b", "x", false, Side.TARGET),
                    false,
                    MEI,
                    (edit, r) -> {}));
    assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
    assertThat(memory.care().commands(9)).hasSize(1);
  }

  @Test
  void oneOpenMemoryIsOneCommand() {
    memory.addRevision(revision("a", "甲。", "A."));
    reopen();
    memory.addRevision(revision("b", "乙。", "B."));
    memory.addRevision(revision("c", "丙。", "C."));
    reopen();
    MemoryCare care = memory.care();
    assertThat(care.undo(MEI).orElseThrow().effect().documents()).containsExactly("b", "c");
    assertThat(texts(all(memory, UnitFilter.CURRENT))).containsExactly("甲。|A.");
    assertThat(memory.documents()).extracting(DocumentSummary::name).containsExactly("a");
  }

  @Test
  void anArticleAlignedTheWrongWayRoundCanBeAlignedTheRightWay() {
    memory.addRevision(revision("doc", "甲。", "A."));
    Revision.New right = revision("doc", "甲。", "A.");
    Revision.New turned =
        new Revision.New(
            "doc",
            right.targetLang(),
            right.sourceLang(),
            new Revision.Run(
                "ming",
                new Revision.Files(right.run().files().target(), right.run().files().source()),
                right.run().counts(),
                "0.1.0",
                "usual"),
            List.of());
    reopen();
    assertRefused(() -> memory.addRevision(turned));
    memory.care().undo(MEI);
    reopen();
    memory.addRevision(turned);
    assertThat(memory.documents().get(0).sourceLang()).isEqualTo(right.targetLang());
    reopen();
    memory.care().undo(MEI);
    assertThat(memory.documents()).isEmpty();
    assertThat(memory.verify()).isEmpty();
  }

  /** Two documents with two revisions each, one taken back, units judged, replaced, deleted. */
  private void fill() {
    for (int i = 1; i <= 2; i++) {
      reopen();
      memory.addRevision(Revisions.large("long", 300, i));
      reopen();
      memory.addRevision(revision("short", "甲乙丙。", "One, " + i + ".", "丁。", "Four."));
    }
    reopen();
    memory.addRevision(revision("gone", "没有了。", "It is gone."));
    reopen();
    memory.care().undo(MEI);
    List<Unit> units = all(memory, UnitFilter.CURRENT);
    MemoryCare care = memory.care();
    care.delete(
        UnitFilter.CURRENT.named(Set.of(units.get(7).id(), units.get(300).id())), MEI, edit -> {});
    care.judge(
        UnitFilter.CURRENT.named(Set.of(units.get(0).id())), Unit.Status.APPROVED, MEI, edit -> {});
  }

  @Test
  void visibleUnitsStayAndAllOthersAreRemoved() {
    fill();
    List<Unit> before;
    reopenForReading();
    before = all(memory, UnitFilter.CURRENT);
    Compaction plan = memory.care().compact(MEI);
    assertThat(plan.units().deleted()).isEqualTo(2);
    assertThat(plan.revisions()).isEqualTo(3);
    assertThat(plan.documents()).isEqualTo(1);
    reopen();
    Compaction done = memory.care().compact(MEI);
    assertThat(done.bytesAfter()).isLessThan(done.bytesBefore());
    reopen();
    assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
    assertThat(all(memory, UnitFilter.CURRENT.withRetired())).isEqualTo(before);
    assertThat(all(memory, UnitFilter.CURRENT.onlyDeleted())).isEmpty();
    assertThat(memory.documents())
        .extracting(DocumentSummary::name)
        .containsExactly("long", "short");
    assertThat(memory.revisions("short")).extracting(Revision::number).containsExactly(2);
    assertThat(memory.verify()).isEmpty();
    MemoryCare care = memory.care();
    assertThat(care.undo(MEI)).isEmpty();
    assertThat(care.redo(MEI)).isEmpty();
    assertThat(care.compact(MEI).isEmpty()).isTrue();
  }

  @Test
  void theRestOfADocumentKeepsItsOrder() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    memory.addRevision(revision("doc", "丁。", "D.", "甲。", "A.", "戊。", "E.", "乙。", "B.", "丙。", "C."));
    String second = memory.exact("甲。", Side.SOURCE, UnitFilter.CURRENT).get(0).id();
    memory.care().delete(UnitFilter.CURRENT.named(Set.of(second)), MEI, edit -> {});
    reopen();
    memory.care().compact(MEI);
    assertThat(texts(all(memory, UnitFilter.CURRENT)))
        .containsExactly("丁。|D.", "戊。|E.", "乙。|B.", "丙。|C.");
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void anEditIsKnownAlsoAfterwards() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B.", "丙。", "D."));
    Replacement toE = Replacement.ofText("A", "E", false, Side.TARGET);
    memory
        .care()
        .replace(UnitFilter.CURRENT, toE, /* keepStatus= */ false, MEI, (edit, text) -> {});
    memory.care().judge(UnitFilter.CURRENT, Unit.Status.APPROVED, MEI, edit -> {});
    List<String> ids = all(memory, UnitFilter.CURRENT).stream().map(Unit::id).toList();
    assertThat(ids).filteredOn(memory::isEdited).containsExactly(ids.get(0));
    reopen();
    memory.care().compact(MEI);
    ids = all(memory, UnitFilter.CURRENT).stream().map(Unit::id).toList();
    // Nobody knows any more of which the texts have changed.
    assertThat(ids).allMatch(memory::isEdited);
    memory.addRevision(revision("new", "丁。", "F."));
    String added = memory.exact("丁。", Side.SOURCE, UnitFilter.CURRENT).get(0).id();
    assertThat(memory.isEdited(added)).isFalse();
  }

  @Test
  void workGoesOnAfterwards() {
    fill();
    reopen();
    memory.care().compact(MEI);
    List<Unit> before;
    reopen();
    before = all(memory, UnitFilter.CURRENT);
    assertThat(memory.addRevision(revision("short", "甲乙丙。", "Three.", "丁。", "Four.")).revision())
        .isEqualTo(3);
    assertThat(memory.addRevision(revision("gone", "没有了。", "Gone.")).revision()).isEqualTo(1);
    assertThat(memory.verify()).isEmpty();
    reopen();
    assertThat(memory.care().undo(MEI)).isPresent();
    assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
    assertThat(memory.verify()).isEmpty();
  }
}
