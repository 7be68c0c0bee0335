package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Replacement.ReplacedText;
import java.util.List;
import java.util.Optional;

/**
 * @param after with the dates and author of {@code before}
 * @param note information that the texts do not show; may be empty
 */
public record UnitEdit(Unit before, Unit after, boolean wasDeleted, boolean deleted, String note) {

  public boolean changesTexts() {
    return !before.source().equals(after.source())
        || !before.target().equals(after.target())
        || !before.codes().equals(after.codes());
  }

  public boolean changesStatus() {
    return before.provenance().status() != after.provenance().status();
  }

  /** Returns whether texts, inline codes or status change; a note alone does not count. */
  public boolean changesSomething() {
    return changesTexts() || changesStatus() || wasDeleted != deleted;
  }

  public static UnitEdit status(Unit unit, Unit.Status status) {
    return texts(unit, unit.source(), unit.target(), unit.codes(), status);
  }

  public static UnitEdit confidence(Unit unit, double confidence) {
    Provenance from = unit.provenance();
    Pairing pairing = new Pairing(confidence, from.pairing().by(), from.pairing().confirmed());
    Provenance now = from.with(pairing, from.status());
    Unit after = unit.with(unit.source(), unit.target(), unit.codes(), now);
    return new UnitEdit(unit, after, false, false, "");
  }

  public static UnitEdit texts(
      Unit unit, String source, String target, List<InlineCode> codes, Unit.Status status) {
    Provenance now = unit.provenance().with(unit.provenance().pairing(), status);
    return new UnitEdit(unit, unit.with(source, target, codes, now), false, false, "");
  }

  public static UnitEdit review(Unit unit, UnitReview review) {
    return texts(unit, unit.source(), review.target(), review.codes(), review.status());
  }

  /** Returns the change by a replacement; none if the new text is the same or is not stored. */
  public static UnitEdit replaced(Unit unit, ReplacedText replaced, Side side, Unit.Status status) {
    return replaced.isChanged()
        ? texts(
            unit,
            side == Side.SOURCE ? replaced.text() : unit.source(),
            side == Side.TARGET ? replaced.text() : unit.target(),
            replaced.codes(),
            status)
        : none(unit);
  }

  public static UnitEdit deletion(Unit unit, String note) {
    return new UnitEdit(unit, unit, false, true, note);
  }

  public static UnitEdit restoration(Unit unit) {
    return new UnitEdit(unit, unit, true, false, "");
  }

  public static UnitEdit none(Unit unit) {
    return new UnitEdit(unit, unit, false, false, "");
  }

  /**
   * A reviewer's decision on a unit.
   *
   * @param codes the inline codes of both sides, at their places in the new texts
   * @param author empty for the author of the command
   */
  public record UnitReview(
      String target, List<InlineCode> codes, Unit.Status status, String author) {

    public UnitReview {
      codes = List.copyOf(codes);
    }

    public UnitReview(String target, List<InlineCode> codes, Unit.Status status) {
      this(target, codes, status, "");
    }
  }

  /** Decides on units: see {@link MemoryCare#review}. */
  public interface UnitReviewer {

    /** Returns the decision on a unit; empty to leave it unchanged. */
    Optional<UnitReview> review(Unit unit);

    /** Returns comments and replies to record, on any units that exist. */
    default List<Comments.New> remarks() {
      return List.of();
    }

    /**
     * Called after the last unit, before the commit; if it throws, nothing is recorded.
     *
     * @param said the remarks that the memory did not have yet
     */
    default void finish(List<Comments.New> said) {}
  }
}
