package ballast.memory.contract;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Edits.withTarget;
import static ballast.memory.contract.ImportedUnits.ADD;
import static ballast.memory.contract.ImportedUnits.NOW;
import static ballast.memory.contract.ImportedUnits.between;
import static ballast.memory.contract.ImportedUnits.dated;
import static ballast.memory.contract.ImportedUnits.judged;
import static ballast.memory.contract.ImportedUnits.plain;
import static ballast.memory.contract.ImportedUnits.provenance;
import static ballast.memory.contract.ImportedUnits.unit;
import static ballast.memory.contract.ImportedUnits.with;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.bitext.Unit.Provenance;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Imported units, next to those of revisions, and how an import is undone. */
abstract class ImportContract extends OpenMemoryContract {

  private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2021-01-01T00:00:00Z");

  @Override
  WriteOptions options() {
    return WriteOptions.at(() -> NOW);
  }

  @Test
  void aUnitComesBackWithAllThatItsFileSaysOfIt() {
    Extras extras =
        new Extras(
            List.of(
                new Property(Scope.UNIT, Kind.ATTRIBUTE, "usagecount", "3", ""),
                new Property(Scope.TARGET, Kind.NOTE, "", "看看:这", "zh"),
                Property.ofUnit("x-Context", "1, 2")),
            new Context("前。", "后。"));
    Provenance provenance =
        new Provenance(
            "articles/a",
            0,
            "li",
            EARLIER,
            LATER,
            Unit.Pairing.computed(0.42),
            Unit.Status.APPROVED);
    Unit unit =
        new Unit(
            "0123456789ab",
            Lang.ZH_CN,
            Lang.EN_US,
            "他来了。",
            "He came.",
            provenance,
            List.of(new InlineCode(Side.TARGET, 2, "<hi", "type=\"b\"", "")),
            extras);
    assertThat(take(OnDuplicate.ADD, new ImportedUnit(unit, true, true)))
        .containsExactly(ImportFate.ADDED);
    assertThat(units()).containsExactly(unit);
    assertThat(memory.exact("他来了。", Side.SOURCE, UnitFilter.CURRENT)).containsExactly(unit);
    assertThat(all(memory, UnitFilter.CURRENT.inDocuments(Set.of("articles/a"))))
        .containsExactly(unit);
    assertThat(all(memory, UnitFilter.CURRENT.inDocuments(Set.of("articles/b")))).isEmpty();
  }

  @Test
  void aUnitOfWhichTheFileSaysNothingHasTheDateOfTheImportAndNoAuthor() {
    take(OnDuplicate.ADD, plain("他来了。", "He came."));
    Provenance provenance = units().get(0).provenance();
    assertThat(provenance.created()).isEqualTo(NOW);
    assertThat(provenance.author()).isEmpty();
    assertThat(memory.history(units().get(0).id()).get(0).occasion().author())
        .isEqualTo(author("mei"));
  }

  @Test
  void theSameTextsAreMergedSpacesAndWidthApart() {
    assertThat(
            take(
                OnDuplicate.ADD,
                plain("他来了，", "He came."),
                plain(" 他来了， ", "He  came."),
                plain("他来了,", "He came.")))
        .containsExactly(ImportFate.ADDED, ImportFate.MERGED, ImportFate.MERGED);
    assertThat(texts()).containsExactly("他来了， | He came.");
  }

  @Test
  void otherLanguagesAreOtherUnits() {
    ImportedUnit british = between(Lang.ZH_CN, new Lang("en-GB"), "他来了。", "He came.");
    assertThat(take(OnDuplicate.KEEP, plain("他来了。", "He came."), british))
        .containsExactly(ImportFate.ADDED, ImportFate.ADDED);
  }

  @Test
  void mergingKeepsTheExtrasOfTheMemoryAndAddsThoseOfTheFile() {
    Extras first =
        new Extras(
            List.of(new Property(Scope.UNIT, Kind.ATTRIBUTE, "usagecount", "1", "")),
            new Context("一。", ""));
    Extras second =
        new Extras(
            List.of(
                new Property(Scope.UNIT, Kind.ATTRIBUTE, "usagecount", "2", ""),
                Property.ofUnit("client", "A")),
            new Context("二。", "三。"));
    take(OnDuplicate.ADD, with(plain("他来了。", "He came."), first));
    take(OnDuplicate.ADD, with(plain("他来了。", "He came."), second));
    take(OnDuplicate.ADD, with(plain("他来了。", "He came."), second));
    Extras merged = units().get(0).extras();
    assertThat(merged.context()).isEqualTo(first.context());
    assertThat(merged.properties())
        .containsExactly(
            first.properties().get(0),
            Property.ofUnit("client", "A"),
            Property.ofUnit("x-context-pre", "二。"),
            Property.ofUnit("x-context-post", "三。"));
  }

  @Test
  void aJudgementInTheFileCountsForADraftOnly() {
    take(OnDuplicate.ADD, plain("他来了。", "He came."));
    take(OnDuplicate.ADD, judged("他来了。", "He came.", Unit.Status.APPROVED));
    assertThat(status()).isEqualTo(Unit.Status.APPROVED);
    take(OnDuplicate.ADD, judged("他来了。", "He came.", Unit.Status.REJECTED));
    assertThat(status()).isEqualTo(Unit.Status.APPROVED);
    take(OnDuplicate.ADD, plain("他来了。", "He came."));
    assertThat(status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void keepLeavesTheMemorysTranslation() {
    assertThat(take(OnDuplicate.KEEP, plain("他来了。", "He came."), plain("他来了。", "He is here.")))
        .containsExactly(ImportFate.ADDED, ImportFate.KEPT_OTHER);
    assertThat(texts()).containsExactly("他来了。 | He came.");
  }

  @Test
  void addKeepsBoth() {
    assertThat(take(OnDuplicate.ADD, plain("他来了。", "He came."), plain("他来了。", "He is here.")))
        .containsExactly(ImportFate.ADDED, ImportFate.ADDED);
    assertThat(texts()).containsExactlyInAnyOrder("他来了。 | He came.", "他来了。 | He is here.");
  }

  @Test
  void overwriteReplacesTheTextsAndRemembersThem() {
    take(OnDuplicate.ADD, judged("他来了。", "He came.", Unit.Status.APPROVED));
    String id = units().get(0).id();
    assertThat(take(OnDuplicate.OVERWRITE, plain("他来了。", "He is here.")))
        .containsExactly(ImportFate.OVERWRITTEN);
    Unit unit = units().get(0);
    assertThat(unit.id()).isEqualTo(id);
    assertThat(unit.target()).isEqualTo("He is here.");
    assertThat(unit.provenance().status()).isEqualTo(Unit.Status.DRAFT);
    HistoryEntry change = memory.history(id).get(1);
    assertThat(change.before().target()).isEqualTo("He came.");
    assertThat(change.before().status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void overwriteInOneFileLeavesTheLastAndTheHistoryTheFirst() {
    take(OnDuplicate.ADD, plain("他来了。", "1"));
    assertThat(
            take(
                OnDuplicate.OVERWRITE,
                plain("他来了。", "2"),
                plain("他来了。", "3"),
                plain("她来了。", "4"),
                plain("她来了。", "5")))
        .containsExactly(
            ImportFate.OVERWRITTEN,
            ImportFate.OVERWRITTEN,
            ImportFate.ADDED,
            ImportFate.OVERWRITTEN);
    assertThat(texts()).containsExactlyInAnyOrder("他来了。 | 3", "她来了。 | 5");
    Unit first = units().stream().filter(unit -> unit.target().equals("3")).toList().get(0);
    assertThat(memory.history(first.id()).get(1).before().target()).isEqualTo("1");
  }

  @Test
  void newestComparesTheDatesInTheFile() {
    take(OnDuplicate.ADD, dated("他来了。", "old", EARLIER));
    assertThat(take(OnDuplicate.NEWEST, dated("他来了。", "same date", EARLIER)))
        .containsExactly(ImportFate.KEPT_NEWER);
    assertThat(take(OnDuplicate.NEWEST, plain("他来了。", "no date")))
        .containsExactly(ImportFate.KEPT_NEWER);
    assertThat(take(OnDuplicate.NEWEST, dated("他来了。", "new", LATER)))
        .containsExactly(ImportFate.OVERWRITTEN);
    Unit unit = units().get(0);
    assertThat(unit.target()).isEqualTo("new");
    assertThat(unit.provenance().created()).isEqualTo(EARLIER);
    assertThat(unit.provenance().changed()).isEqualTo(LATER);
  }

  @Test
  void aRejectedUnitIsNotAnotherTranslation() {
    take(OnDuplicate.ADD, judged("他来了。", "Wrong.", Unit.Status.REJECTED));
    assertThat(take(OnDuplicate.KEEP, plain("他来了。", "He came."))).containsExactly(ImportFate.ADDED);
    assertThat(take(OnDuplicate.KEEP, plain("他来了。", "Wrong."))).containsExactly(ImportFate.MERGED);
  }

  @Test
  void aDryRunAndAFailureLeaveNothing() {
    List<ImportFate> fates = new ArrayList<>();
    memory.importUnits(
        new ImportOptions(OnDuplicate.ADD, "mei", true),
        units -> fates.add(units.take(plain("他来了。", "He came."))));
    assertThat(fates).containsExactly(ImportFate.ADDED);
    assertThatThrownBy(
            () ->
                memory.importUnits(
                    ADD,
                    units -> {
                      units.take(plain("他来了。", "He came."));
                      throw new IllegalStateException("the file is broken");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(units()).isEmpty();
  }

  @Test
  void idsDoNotDependOnTheOrderOfTheFile() {
    take(OnDuplicate.ADD, plain("他来了。", "1"), plain("他来了。", "2"));
    List<Unit> first = units();
    try (Memory other = stores.open(folder.resolve("other.db"), options())) {
      ImportedUnits.take(other, plain("他来了。", "2"), plain("他来了。", "1"));
      assertThat(current(other)).isEqualTo(first);
    }
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> take(OnDuplicate.ADD, plain("他\uD800", "He.")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<ImportFate> take(OnDuplicate policy, ImportedUnit... imported) {
    List<ImportFate> fates = new ArrayList<>();
    memory.importUnits(
        new ImportOptions(policy, "mei", false),
        units -> {
          for (ImportedUnit unit : imported) {
            fates.add(units.take(unit));
          }
        });
    return fates;
  }

  private List<Unit> units() {
    return current(memory);
  }

  private Unit.Status status() {
    return units().get(0).provenance().status();
  }

  private List<String> texts() {
    return units().stream().map(unit -> unit.source() + " | " + unit.target()).toList();
  }

  @Test
  void importedUnitsComeAfterTheOthersByTheDocumentTheyName() {
    ImportedUnits.take(
        memory,
        6,
        i -> {
          String document = List.of("", "b", "a").get(i % 3);
          Provenance from =
              new Provenance(
                  document, 0, "", NOW, NOW, Unit.Pairing.computed(1), Unit.Status.DRAFT);
          return new ImportedUnit(unit("句" + i, "Text " + i, from), false, false);
        });
    List<String> recorded = new ArrayList<>();
    memory.addRevisions(
        List.of(Revisions.revision("b", "他来了。", "He came.")),
        units -> units.forEach(unit -> recorded.add(unit.source())));
    assertThat(recorded).containsExactly("他来了。");
    assertThat(documents(memory, UnitFilter.CURRENT))
        .containsExactly("b", "a", "a", "b", "b", "", "");
    assertThat(documents(memory, UnitFilter.CURRENT.inDocuments(Set.of("b"))))
        .containsExactly("b", "b", "b");
    assertThat(memory.sourceLanguages()).hasSize(1);
  }

  @Test
  void anIdThatIsTakenIsNotGivenTwice() {
    take(OnDuplicate.ADD, named("他来了。", "He came."), named("她走了。", "She left."));
    assertThat(current(memory).stream().map(Unit::id).distinct())
        .hasSize(2)
        .contains("0123456789ab");
  }

  private static ImportedUnit named(String source, String target) {
    Provenance from = provenance(NOW, Unit.Status.DRAFT);
    Unit unit = new Unit("0123456789ab", Lang.ZH_CN, Lang.EN_US, source, target, from, List.of());
    return new ImportedUnit(unit, false, false);
  }

  private static List<String> documents(Memory memory, UnitFilter filter) {
    return Revisions.all(memory, filter).stream()
        .map(unit -> unit.provenance().document())
        .toList();
  }

  private static Extras note(String text) {
    return new Extras(
        List.of(new Property(Scope.UNIT, Kind.NOTE, "", text, "")), new Context("", ""));
  }

  private List<Unit> allUnits() {
    return all(memory, UnitFilter.CURRENT.withRetired());
  }

  /** An import that adds, merges, judges and overwrites, some of it twice. */
  private void takeAll() {
    reopen();
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
    memory.addRevision(revision("doc", "甲。", "A.", "丁。", "D."));
    reopen();
    take(OnDuplicate.ADD, plain("乙。", "B."), with(plain("丙。", "C."), note("old")));
    List<Unit> before = allUnits();
    takeAll();
    List<Unit> after = allUnits();
    assertThat(after).hasSize(before.size() + 1);
    for (Unit unit : before) {
      assertThat(after).doesNotContain(unit);
    }
    for (int i = 0; i < 2; i++) {
      reopen();
      assertThat(memory.care().undo(MEI)).isPresent();
      assertThat(allUnits()).isEqualTo(before);
      reopen();
      assertThat(memory.care().redo(MEI)).isPresent();
      assertThat(allUnits()).isEqualTo(after);
    }
  }

  @Test
  void aDeletedUnitIsNotADuplicate() {
    take(OnDuplicate.ADD, with(plain("甲。", "A."), note("old")));
    Unit old = allUnits().get(0);
    delete("A.");
    reopen();
    take(OnDuplicate.KEEP, plain("甲。", "A."), plain("甲。", "Another."));
    assertThat(allUnits()).extracting(Unit::target).containsExactly("A.");
    assertThat(allUnits()).doesNotContain(old);
  }

  @Test
  void aCompactionRemovesTheExtrasOfDeletedUnits() {
    take(
        OnDuplicate.ADD,
        with(plain("甲。", "A."), note("goes")),
        with(plain("乙。", "B."), note("stays")));
    reopen();
    take(OnDuplicate.ADD, with(plain("乙。", "B."), note("and more")));
    List<Unit> kept = all(memory, withTarget(memory, "B."));
    delete("A.");
    reopen();
    memory.care().compact(MEI);
    assertThat(allUnits()).isEqualTo(kept).hasSize(1);
    assertThat(kept.get(0).extras().properties()).hasSize(2);
  }

  private void delete(String target) {
    assertThat(Edits.delete(memory, withTarget(memory, target)).deleted()).isEqualTo(1);
  }
}
