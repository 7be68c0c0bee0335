package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Workplace;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.Outcome;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationCorrectionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve("a.db");
    InlineCode code = new InlineCode(Side.TARGET, 11, "ph", "id=\"1\"", "");
    try (Memory memory =
        Memories.at(file).openForWriting(WriteOptions.at(InstantSource.fixed(NOW)))) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.KEEP, "mei", /* dryRun= */ false),
          units -> {
            units.take(unit("桥修好了。", "The bridge is mended.", List.of()));
            units.take(unit("港口有雾。", "Fog lies on the port.", List.of(code)));
          });
    }
  }

  private static ImportedUnit unit(String source, String target, List<InlineCode> codes) {
    Provenance provenance = new Provenance("", 0, "", NOW, NOW, 1, Unit.Status.APPROVED);
    Unit unit = new Unit("", Lang.ZH_CN, Lang.EN_US, source, target, provenance, codes);
    return new ImportedUnit(unit, /* dated= */ false, /* judged= */ true);
  }

  private Unit stored(String source) {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(file).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units.stream().filter(unit -> unit.source().equals(source)).findFirst().orElseThrow();
  }

  private MemoryEdits.Corrected correct(Unit seen, String target) {
    EditScope scope = EditScope.of(Memories.at(file)).by(new Origin("lin", "a test"));
    return new MemoryEdits(Workplace.in(folder))
        .correct(scope, seen.id(), seen.target(), target, Lexicon.bundledWhenNeeded());
  }

  @Test
  void aCorrectedUnitIsADraftOfItsAuthor() {
    Unit seen = stored("桥修好了。");
    assertThat(correct(seen, "The bridge is repaired.").outcome()).isEqualTo(Outcome.SAVED);
    Unit now = stored("桥修好了。");
    assertThat(now.target()).isEqualTo("The bridge is repaired.");
    assertThat(now.provenance().status()).isEqualTo(Unit.Status.DRAFT);
    assertThat(now.provenance().author()).isEqualTo("lin");
  }

  @Test
  void aTranslationThatSomebodyElseHasSavedIsNotOverwritten() {
    Unit seen = stored("桥修好了。");
    correct(seen, "Theirs.");
    MemoryEdits.Corrected late = correct(seen, "Mine.");
    assertThat(late.outcome()).isEqualTo(Outcome.CHANGED_ELSEWHERE);
    assertThat(late.unit().target()).isEqualTo("Theirs.");
    assertThat(stored("桥修好了。").target()).isEqualTo("Theirs.");
  }

  @Test
  void theSameTranslationChangesNothing() {
    Unit seen = stored("桥修好了。");
    assertThat(correct(seen, seen.target()).outcome()).isEqualTo(Outcome.SAME);
    assertThat(stored("桥修好了。")).isEqualTo(seen);
  }

  @Test
  void anInlineCodeKeepsItsPlaceInTheNewText() {
    Unit seen = stored("港口有雾。");
    correct(seen, "Dense fog lies on the port.");
    assertThat(stored("港口有雾。").codes()).extracting(InlineCode::offset).containsExactly(17);
  }

  @Test
  void wordsAroundAnInlineCodeAreLeftAlone() {
    Unit seen = stored("港口有雾。");
    assertRefused(() -> correct(seen, "Haze."), "an inline code stands inside");
    assertThat(stored("港口有雾。")).isEqualTo(seen);
  }

  @Test
  void aBlankTranslationAndAnUnknownUnitAreRefused() {
    Unit seen = stored("桥修好了。");
    assertRefused(() -> correct(seen, " "), "cannot be empty");
    Unit other = unit("无。", "None.", List.of()).unit();
    assertRefused(() -> correct(other, "Some."), "no longer has unit");
  }
}
