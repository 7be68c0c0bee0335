package ballast.memory.contract;

import static ballast.memory.contract.ImportedUnits.NOW;
import static ballast.memory.contract.ImportedUnits.dated;
import static ballast.memory.contract.ImportedUnits.judged;
import static ballast.memory.contract.ImportedUnits.plain;
import static ballast.memory.contract.ImportedUnits.provenance;
import static ballast.memory.contract.ImportedUnits.with;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class ImportContract extends StoreContract {

  ImportContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2021-01-01T00:00:00Z");

  @TempDir Path directory;
  private Memory memory;

  @BeforeEach
  void open() {
    memory = store(directory.resolve("memory.db")).openForWriting(WriteOptions.at(() -> NOW));
  }

  @AfterEach
  void memoryIsSound() {
    assertThat(memory.verify()).isEmpty();
    memory.close();
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
        new Provenance("articles/a", 0, "li", EARLIER, LATER, 0.42, Unit.Status.APPROVED);
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
    List<Unit> found = new ArrayList<>();
    memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of("articles/a")), found::add);
    memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of("articles/b")), found::add);
    assertThat(found).containsExactly(unit);
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
    Unit british =
        new Unit(
            "",
            Lang.ZH_CN,
            new Lang("en-GB"),
            "他来了。",
            "He came.",
            provenance(NOW, Unit.Status.DRAFT),
            List.of());
    assertThat(
            take(
                OnDuplicate.KEEP,
                plain("他来了。", "He came."),
                new ImportedUnit(british, false, false)))
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
    assertThat(units().get(0).provenance().status()).isEqualTo(Unit.Status.APPROVED);
    take(OnDuplicate.ADD, judged("他来了。", "He came.", Unit.Status.REJECTED));
    assertThat(units().get(0).provenance().status()).isEqualTo(Unit.Status.APPROVED);
    take(OnDuplicate.ADD, plain("他来了。", "He came."));
    assertThat(units().get(0).provenance().status()).isEqualTo(Unit.Status.APPROVED);
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
                    new ImportOptions(OnDuplicate.ADD, "mei", false),
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
    try (Memory other =
        store(directory.resolve("other.db")).openForWriting(WriteOptions.at(() -> NOW))) {
      other.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> {
            units.take(plain("他来了。", "2"));
            units.take(plain("他来了。", "1"));
          });
      List<Unit> second = new ArrayList<>();
      other.forEachUnit(UnitFilter.CURRENT, second::add);
      assertThat(second).isEqualTo(first);
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
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(UnitFilter.CURRENT, units::add);
    return units;
  }

  private List<String> texts() {
    return units().stream().map(unit -> unit.source() + " | " + unit.target()).toList();
  }
}
