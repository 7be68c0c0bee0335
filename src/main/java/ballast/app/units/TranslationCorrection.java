package ballast.app.units;

import ballast.app.Workplace;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.Replacement;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit.UnitReview;
import ballast.memory.UnitEdit.UnitReviewer;
import ballast.revise.WordDiff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes the translation of one unit, unless it was changed elsewhere in the meantime.
 *
 * <pre>{@code
 * MemoryStore file = Memories.at(folder.resolve("tm/memory.db"));
 * try (Memory memory = file.openForReading()) {
 *   Unit unit = memory.units(UnitFilter.CURRENT, "", 1).get(0);
 *   TranslationCorrection.Request request =
 *       TranslationCorrection.Request.of(file, unit, "The bridge is mended!");
 *   TranslationCorrection correction = new TranslationCorrection(Workplace.in(folder));
 *   System.out.println(correction.run(request).outcome());
 * }
 * }</pre>
 */
public final class TranslationCorrection {

  /**
   * A request for a correction.
   *
   * @param memory must exist
   * @param known the translation seen by the author of the correction
   * @param target the new translation; not blank
   */
  public record Request(
      MemoryStore memory, String unit, String known, String target, Origin origin) {

    /** Corrects a unit read from the memory, without an author. */
    public static Request of(MemoryStore memory, Unit unit, String target) {
      return new Request(memory, unit.id(), unit.target(), target, new Origin("", ""));
    }
  }

  /** Outcome of a correction. */
  public enum Outcome {
    /** The unit has the new translation and is a draft. */
    SAVED,
    /** The unit already had this translation and was not changed. */
    SAME,
    /** The unit has another translation than the author saw and was not changed. */
    CHANGED_ELSEWHERE
  }

  /**
   * @param unit the unit now
   */
  public record Result(Outcome outcome, Unit unit) {}

  private final Workplace workplace;
  private final Lexicon lexicon;

  /** Uses the bundled lexicon. */
  public TranslationCorrection(Workplace workplace) {
    this(workplace, Lexicon.bundledWhenNeeded());
  }

  public TranslationCorrection(Workplace workplace, Lexicon lexicon) {
    this.workplace = workplace;
    this.lexicon = lexicon;
  }

  /**
   * Corrects the translation.
   *
   * @throws InputException if the memory has no such unit, the new translation is blank, or an
   *     inline code is inside the change
   */
  public Result run(Request request) {
    if (request.target().isBlank()) {
      throw new InputException(
          "a translation cannot be empty", "delete the unit, or reject it, if it is of no use");
    }
    Reviewer reviewer = new Reviewer(request, new WordDiff(lexicon));
    EditedMemory.with(
        request.memory(),
        workplace.clock(),
        /* dryRun= */ false,
        care ->
            care.review(
                Set.of(request.unit()),
                reviewer,
                request.origin(),
                edit -> reviewer.unit = edit.after()));
    if (reviewer.unit == null) {
      throw new InputException(
          "the memory no longer has unit " + request.unit() + ": it was deleted or aligned anew",
          "load the page again");
    }
    return new Result(reviewer.outcome, reviewer.unit);
  }

  /** Compares and decides within the transaction. */
  private static final class Reviewer implements UnitReviewer {

    private final Request request;
    private final WordDiff diff;
    private @Nullable Unit unit;
    private Outcome outcome = Outcome.SAME;

    private Reviewer(Request request, WordDiff diff) {
      this.request = request;
      this.diff = diff;
    }

    @Override
    public Optional<UnitReview> review(Unit found) {
      unit = found;
      if (found.target().equals(request.target())) {
        return Optional.empty();
      }
      if (!found.target().equals(request.known())) {
        outcome = Outcome.CHANGED_ELSEWHERE;
        return Optional.empty();
      }
      outcome = Outcome.SAVED;
      ReplacedText corrected = corrected(found);
      return Optional.of(
          new UnitReview(
              corrected.text(), corrected.codes(), Unit.Status.DRAFT, /* comment= */ ""));
    }

    @Override
    public void finish() {}

    private ReplacedText corrected(Unit found) {
      List<TextEdit> edits =
          diff.compare(found.target(), request.target()).stream()
              .map(edit -> new TextEdit(edit.old(), edit.newText()))
              .toList();
      ReplacedText corrected = Replacement.apply(found, edits);
      if (corrected.acrossCodes() > 0) {
        throw new InputException(
            "cannot change these words of unit " + found.id() + ": an inline code stands inside",
            "leave the words on both sides of the code as they are, or use a CAT tool");
      }
      return corrected;
    }
  }
}
