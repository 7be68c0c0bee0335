package ballast.memory.contract;

import static ballast.memory.contract.ImportedUnits.NOW;
import static ballast.memory.contract.ImportedUnits.unit;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported units beside those of revisions. */
abstract class ImportOrderContract extends StoreContract {

  ImportOrderContract(StoreUnderTest stores) {
    super(stores);
  }

  @TempDir Path directory;

  @Test
  void importedUnitsComeAfterTheOthersByTheDocumentTheyName() {
    try (Memory memory = store(directory.resolve("m.db")).openForWriting(Revisions.options())) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> {
            for (int i = 0; i < 6; i++) {
              String document = List.of("", "b", "a").get(i % 3);
              Provenance from = new Provenance(document, 0, "", NOW, NOW, 1, Unit.Status.DRAFT);
              units.take(new ImportedUnit(unit("句" + i, "Text " + i, from), false, false));
            }
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
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void anIdThatIsTakenIsNotGivenTwice() {
    try (Memory memory = store(directory.resolve("other.db")).openForWriting(Revisions.options())) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> {
            units.take(named("0123456789ab", "他来了。", "He came."));
            units.take(named("0123456789ab", "她走了。", "She left."));
          });
      assertThat(Revisions.all(memory, UnitFilter.CURRENT).stream().map(Unit::id).distinct())
          .hasSize(2)
          .contains("0123456789ab");
    }
  }

  private static ImportedUnit named(String id, String source, String target) {
    Provenance from = new Provenance("", 0, "", NOW, NOW, 1, Unit.Status.DRAFT);
    Unit unit = new Unit(id, Lang.ZH_CN, Lang.EN_US, source, target, from, List.of());
    return new ImportedUnit(unit, false, false);
  }

  private static List<String> documents(Memory memory, UnitFilter filter) {
    return Revisions.all(memory, filter).stream()
        .map(unit -> unit.provenance().document())
        .toList();
  }
}
