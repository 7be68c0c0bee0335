package ballast.app.units;

import ballast.app.HiddenUnit;
import ballast.app.Workplace;
import ballast.app.units.EditedMemory.EditScope;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.UnitEdit;
import ballast.revise.MovedCodes;
import ballast.revise.WordDiff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the texts of a unit in a memory. The original files stay unchanged.
 *
 * <pre>{@code
 * EditedMemory.EditScope all = EditedMemory.EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
 * List<String> ids = new ArrayList<>();
 * try (Memory memory = all.memory().openForReading()) {
 *   memory.forEachUnit(UnitFilter.CURRENT, unit -> ids.add(unit.id()));
 * }
 * UnitRewriting.Request request =
 *     UnitRewriting.Request.target(all, ids.get(1), "The bridge has been mended.");
 * new UnitRewriting(Workplace.in(folder)).run(request, edit -> {});
 * }</pre>
 */
public final class UnitRewriting {

  /**
   * A request for other texts.
   *
   * @param scope the memory and the author; its units are ignored
   * @param unit id of the unit
   * @param source its new source text; null: unchanged
   * @param target its new target text; null: unchanged
   * @param keepStatus whether an approved or rejected unit keeps its status; otherwise it becomes a
   *     draft
   */
  public record Request(
      EditScope scope,
      String unit,
      @Nullable String source,
      @Nullable String target,
      boolean keepStatus) {

    public static Request target(EditScope scope, String unit, String target) {
      return new Request(scope, unit, null, target, /* keepStatus= */ false);
    }
  }

  private final Workplace workplace;
  private final MovedCodes codes = new MovedCodes(new WordDiff(Lexicon.bundledWhenNeeded()));

  public UnitRewriting(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Rewrites the unit.
   *
   * @param listener receives the unit if it changes
   * @throws InputException if there is no such unit, it is retired or deleted, a text would be
   *     blank, or an inline code is inside the change
   */
  public EditSummary run(Request request, Consumer<UnitEdit> listener) {
    EditScope scope = request.scope();
    EditSummary summary =
        EditedMemory.with(
            scope.memory(),
            workplace.clock(),
            scope.dryRun(),
            care ->
                care.rewrite(
                    scope.units().named(Set.of(request.unit())),
                    unit -> rewritten(unit, request),
                    scope.origin(),
                    listener));
    if (summary.matched() == 0) {
      requireShown(scope.memory(), request.unit());
    }
    return summary;
  }

  private static void requireShown(MemoryStore store, String unit) {
    Optional<InputException> refusal;
    try (Memory memory = store.openForReading()) {
      refusal = HiddenUnit.refusal(memory, unit);
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private Unit rewritten(Unit unit, Request request) {
    Unit changed = with(with(unit, Side.SOURCE, request.source()), Side.TARGET, request.target());
    boolean isSame =
        changed.source().equals(unit.source()) && changed.target().equals(unit.target());
    if (isSame || request.keepStatus()) {
      return changed;
    }
    Provenance old = unit.provenance();
    return new Unit(
        unit.id(),
        unit.sourceLang(),
        unit.targetLang(),
        changed.source(),
        changed.target(),
        new Provenance(
            old.document(),
            old.position(),
            old.author(),
            old.created(),
            old.changed(),
            old.confidence(),
            Unit.Status.DRAFT),
        changed.codes(),
        unit.extras());
  }

  private Unit with(Unit unit, Side side, @Nullable String text) {
    if (text == null || text.equals(unit.text(side))) {
      return unit;
    }
    if (text.isBlank()) {
      throw new InputException(
          "the " + side + " of unit " + unit.id() + " would be blank",
          "give a text, or remove the unit with ballast tm delete");
    }
    List<InlineCode> moved =
        codes
            .in(unit, side, text)
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot edit unit "
                            + unit.id()
                            + ": an inline code stands inside what changes in the "
                            + side,
                        "leave the words around the code as they are, or use ballast tm replace"));
    boolean isSource = side == Side.SOURCE;
    return new Unit(
        unit.id(),
        unit.sourceLang(),
        unit.targetLang(),
        isSource ? text : unit.source(),
        isSource ? unit.target() : text,
        unit.provenance(),
        moved,
        unit.extras());
  }
}
