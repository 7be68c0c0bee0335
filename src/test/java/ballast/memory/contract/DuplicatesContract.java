package ballast.memory.contract;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Edits.dedupe;
import static ballast.memory.contract.Edits.withTarget;
import static ballast.memory.contract.ImportedUnits.between;
import static ballast.memory.contract.ImportedUnits.take;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.memory.AbsentUnits;
import ballast.memory.DocumentChange;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class DuplicatesContract extends OpenMemoryContract {

  @Test
  void aDuplicateOfAnApprovedUnitGoesAndTheConfidenceIsTheHighest() {
    memory.addRevision(revision("a", "甲，。", "A."));
    memory.addRevision(revision("b", "甲，。", "A."));
    memory.addRevision(revision("c", "甲,。", " A. ", "甲，。", "B."));
    Unit first = current(memory).get(0);
    Edits.judge(memory, first.id(), Unit.Status.APPROVED, "li");
    List<Duplicates> groups = new ArrayList<>();
    memory.care().dedupe(UnitFilter.CURRENT, Set.of(), MEI, groups::add);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).kept().id()).isEqualTo(first.id());
    assertThat(texts(current(memory))).containsExactly("甲，。|A.", "甲，。|B.");
    assertThat(memory.history(groups.get(0).deleted().get(0).id()))
        .extracting(HistoryEntry::note)
        .contains("same as unit " + first.id());
  }

  @Test
  void aRejectedUnitIsNotADuplicate() {
    memory.addRevision(revision("a", "甲。", "A.", "甲。", "A."));
    Edits.judge(memory, current(memory).get(0).id(), Unit.Status.REJECTED, "li");
    assertThat(dedupe(memory, UnitFilter.CURRENT).changed()).isZero();
  }

  @Test
  void textsInOtherLanguagesAreNoDuplicates() {
    take(
        memory,
        between(Lang.ZH_CN, Lang.EN_US, "甲。", "A."),
        between(Lang.ZH_CN, new Lang("en-GB"), "甲。", "A."),
        between(Lang.ZH_TW, Lang.EN_US, "甲。", "A."));
    assertThat(dedupe(memory, UnitFilter.CURRENT).changed()).isZero();
    assertThat(current(memory)).hasSize(3);
  }

  @Test
  void ofDraftsTheOneThatWasRecordedFirstStays() {
    for (String document : List.of("b", "a", "c")) {
      memory.addRevision(revision(document, "甲。", "A."));
    }
    dedupe(memory, UnitFilter.CURRENT);
    assertThat(documents(memory)).containsExactly("b");
  }

  @Test
  void anEditedUnitStaysRatherThanAnEarlierOne() {
    memory.addRevision(revision("a", "甲。", "A."));
    memory.addRevision(revision("b", "甲。", "B."));
    edit(memory, "b", "A.");
    dedupe(memory, UnitFilter.CURRENT);
    assertThat(documents(memory)).containsExactly("b");
  }

  @Test
  void anEditThatHasBeenTakenBackDoesNotCount() {
    run(memory -> memory.addRevision(revision("a", "甲。", "A.")));
    run(memory -> memory.addRevision(revision("b", "甲。", "A.")));
    run(memory -> edit(memory, "b", "B."));
    run(memory -> memory.care().undo(MEI));
    run(memory -> dedupe(memory, UnitFilter.CURRENT));
    run(memory -> assertThat(documents(memory)).containsExactly("a"));
  }

  @Test
  void aDocumentTellsWhichOfItsUnitsAreDeletedAndWhy() {
    run(memory -> memory.addRevision(revision("a", "甲。", "A.", "乙。", "B.")));
    DocumentChange more = revision("b", "甲。", "A.", "乙。", "B.", "丙。", "C.", "丁。", "D.");
    run(memory -> memory.addRevision(more));
    run(memory -> dedupe(memory, UnitFilter.CURRENT));
    run(memory -> delete(memory, "b", "C."));
    reopen();
    assertThat(absent(memory, "a")).isEqualTo(AbsentUnits.NONE);
    assertThat(absent(memory, "b")).isEqualTo(absent(1, Map.of("a", 2), Map.of()));
    assertThat(delete(memory, "a", "A.").unrepresented()).isEqualTo(Map.of("b", 1));
    run(memory -> edit(memory, "a", "Z."));
    run(memory -> assertThat(absent(memory, "b")).isEqualTo(absent(1, Map.of(), Map.of("a", 2))));
    run(memory -> memory.care().undo(MEI));
    run(
        memory ->
            assertThat(absent(memory, "b")).isEqualTo(absent(1, Map.of("a", 1), Map.of("a", 1))));
  }

  @Test
  void aDuplicateOfADuplicateIsRepresentedByTheUnitThatStays() {
    memory.addRevision(revision("b", "甲。", "A."));
    memory.addRevision(revision("c", "甲。", "A."));
    dedupe(memory, UnitFilter.CURRENT);
    memory.addRevision(revision("a", "甲。", "A."));
    Unit ofA = all(memory, UnitFilter.CURRENT.inDocuments(Set.of("a"))).get(0);
    Edits.judge(memory, ofA.id(), Unit.Status.APPROVED, "li");
    dedupe(memory, UnitFilter.CURRENT);
    assertThat(absent(memory, "c")).isEqualTo(absent(0, Map.of("a", 1), Map.of()));
    assertThat(delete(memory, "a", "A.").unrepresented()).isEqualTo(Map.of("b", 1, "c", 1));
  }

  @Test
  void aRevisionBringsDeletedUnitsBackIfThatIsWanted() {
    DocumentChange first = revision("a", "甲。", "A.", "乙。", "B.", "丙。", "C.");
    memory.addRevision(first);
    List<Unit> before = current(memory);
    Edits.judge(memory, before.get(0).id(), Unit.Status.APPROVED, "li");
    delete(memory, "a", "A.");
    delete(memory, "a", "B.");
    Revision.Summary same = memory.addRevision(first);
    assertThat(same.isChanged()).isFalse();
    assertThat(same.absent()).isEqualTo(absent(2, Map.of(), Map.of()));
    reopen();
    assertThat(memory.addRevision(Revisions.restoring(first)))
        .isEqualTo(Revisions.summary("a", 1, 1, true, new UnitTally(0, 0, 1, 0, 2), 0, List.of()));
    assertThat(current(memory))
        .extracting(Unit::id, unit -> unit.provenance().status())
        .containsExactly(
            tuple(before.get(0).id(), Unit.Status.APPROVED),
            tuple(before.get(1).id(), Unit.Status.DRAFT),
            tuple(before.get(2).id(), Unit.Status.DRAFT));
    run(memory -> memory.care().undo(MEI));
    reopen();
    assertThat(absent(memory, "a")).isEqualTo(absent(2, Map.of(), Map.of()));
  }

  @Test
  void aRevisionTellsWhichDuplicatesOfOtherDocumentsItsOldUnitsRepresented() {
    memory.addRevision(revision("a", "甲。", "A.", "乙。", "B."));
    memory.addRevision(revision("b", "甲。", "A.", "乙。", "B."));
    dedupe(memory, UnitFilter.CURRENT);
    assertThat(memory.addRevision(revision("a", "乙。", "B.")).unrepresented())
        .isEqualTo(Map.of("b", 1));
  }

  private static List<String> documents(Memory memory) {
    return current(memory).stream().map(unit -> unit.provenance().document()).distinct().toList();
  }

  private static AbsentUnits absent(Memory memory, String document) {
    return memory.latestRevision(document).orElseThrow().absent();
  }

  private static AbsentUnits absent(
      int deleted, Map<String, Integer> merged, Map<String, Integer> orphaned) {
    return new AbsentUnits(deleted, new TreeMap<>(merged), new TreeMap<>(orphaned));
  }

  private static EditSummary delete(Memory memory, String document, String target) {
    return Edits.delete(memory, withTarget(memory, target).inDocuments(Set.of(document)));
  }

  private static void edit(Memory memory, String document, String target) {
    memory
        .care()
        .rewrite(
            UnitFilter.CURRENT.inDocuments(Set.of(document)),
            unit ->
                new Unit(
                    unit.id(),
                    unit.sourceLang(),
                    unit.targetLang(),
                    unit.source(),
                    target,
                    unit.provenance(),
                    List.of()),
            MEI,
            edit -> {});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void afterDedupingNoDuplicatesAreLeft(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] sources = {"好。", "好", "好！", "谢谢。"};
    String[] targets = {"Good.", "good.", "Good", "Ｇood."};
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(sources[random.nextInt(sources.length)]);
      texts.add(targets[random.nextInt(targets.length)]);
    }
    memory.addRevision(revision("doc", texts.toArray(String[]::new)));
    MemoryCare care = memory.care();
    for (Set<Duplicates.Ignored> ignored :
        List.of(Set.<Duplicates.Ignored>of(), EnumSet.allOf(Duplicates.Ignored.class))) {
      care.dedupe(UnitFilter.CURRENT, ignored, MEI, group -> {});
      List<Unit> once = current(memory);
      assertThat(care.dedupe(UnitFilter.CURRENT, ignored, MEI, group -> {}).changed())
          .as("seed %d", seed)
          .isZero();
      assertThat(current(memory)).as("seed %d", seed).isEqualTo(once);
    }
    assertThat(current(memory)).as("seed %d", seed).hasSizeLessThan(3);
  }
}
