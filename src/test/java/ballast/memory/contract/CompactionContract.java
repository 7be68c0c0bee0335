package ballast.memory.contract;

import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentSummary;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.Replacement;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class CompactionContract extends OpenMemoryContract {

  CompactionContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final Origin MEI = new Origin("mei", "");

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
