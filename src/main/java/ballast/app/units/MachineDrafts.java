package ballast.app.units;

import ballast.app.Workplace;
import ballast.app.page.Json;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Provenance;
import ballast.format.article.ScriptDetector;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Adds the translations of programs to a memory as drafts. Each is one command of the history, so
 * that {@code tm undo} removes it. Only people approve.
 *
 * <pre>{@code
 * MachineDrafts drafts = new MachineDrafts(Workplace.in(folder).withAuthor("mcp:local"));
 * MachineDrafts.Draft draft =
 *     MachineDrafts.Draft.of("桥还在修。", "The bridge is under repair.", "");
 * System.out.println(
 *     drafts.propose(Memories.at(folder.resolve("tm/memory.db")), draft).isNew());
 * }</pre>
 *
 * @param workplace its author is that of the drafts
 */
public record MachineDrafts(Workplace workplace) {

  /** Says of a unit where its translation is from. */
  public static final Property PROVENANCE = Property.ofUnit("x-provenance", "machine");

  /**
   * @param source not blank
   * @param target not blank
   * @param document name of its document; empty for none
   */
  public record Draft(
      Lang sourceLang, String source, Lang targetLang, String target, String document) {

    /**
     * Determines the languages by the characters.
     *
     * @throws InputException if both texts are Chinese, or neither is
     */
    public static Draft of(String source, String target, String document) {
      Lang from = new ScriptDetector().detect(source).lang();
      Lang to = new ScriptDetector().detect(target).lang();
      if (from.isChinese() == to.isChinese()) {
        throw new InputException(
            "a source and a translation in one language: \"" + from + '"',
            "one is Chinese, the other English");
      }
      return new Draft(from, source, to, target, document);
    }
  }

  /**
   * @param unit as the memory has it now
   * @param isNew false if the memory already had this pair, which it keeps as it was
   */
  public record Proposed(Unit unit, boolean isNew) {

    public void writeJson(Writer out) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("unit", unit.id()).put("new", isNew);
        json.put("status", unit.provenance().status().label());
        json.put("author", unit.provenance().author());
      }
    }

    public void writeText(Writer out) throws IOException {
      String status = unit.provenance().label();
      out.write(
          isNew
              ? "recorded as a draft; a person decides on it\n"
              : "the memory has this pair already: " + status + "\n");
    }
  }

  /**
   * Adds a draft unless the memory has the pair.
   *
   * @param memory must exist
   * @throws ballast.bitext.InputException if the memory does not exist or cannot be written
   * @throws IllegalArgumentException if a text cannot be stored: half a surrogate pair, or U+0000
   */
  public Proposed propose(MemoryStore memory, Draft draft) {
    try (Memory opened = memory.openExisting(WriteOptions.at(workplace.clock()))) {
      Optional<Unit> known = find(opened, draft);
      if (known.isPresent()) {
        return new Proposed(known.get(), /* isNew= */ false);
      }
      ImportOptions options =
          new ImportOptions(OnDuplicate.ADD, workplace.author(), /* dryRun= */ false);
      ImportedUnit unit = new ImportedUnit(unit(draft), /* dated= */ true, /* judged= */ false);
      opened.importUnits(options, units -> units.take(unit));
      return new Proposed(
          find(opened, draft).orElseThrow(MachineDrafts::hidden), /* isNew= */ true);
    }
  }

  private static InputException hidden() {
    return new InputException(
        "the memory has these texts in a unit that was deleted",
        "ballast tm restore brings it back");
  }

  private static Optional<Unit> find(Memory memory, Draft draft) {
    return memory.exact(draft.source(), Side.SOURCE, UnitFilter.CURRENT).stream()
        .filter(unit -> TextKey.of(unit.target()).equals(TextKey.of(draft.target())))
        .findFirst();
  }

  private Unit unit(Draft draft) {
    Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Unit(
        "",
        draft.sourceLang(),
        draft.targetLang(),
        draft.source().strip(),
        draft.target().strip(),
        new Provenance(
            draft.document(),
            0,
            workplace.author(),
            now,
            now,
            Pairing.computed(1),
            Unit.Status.DRAFT),
        List.of(),
        new Extras(List.of(PROVENANCE), Unit.Context.NONE));
  }
}
