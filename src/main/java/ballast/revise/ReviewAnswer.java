package ballast.revise;

import ballast.bitext.Status;
import ballast.bitext.Unit;

/**
 * A reviewer's answer about one unit.
 *
 * @param row the number of the row with the answer
 * @param key the unit and its state at export
 * @param verdict accepted, rejected, or neither
 * @param target the translation that the reviewer wrote; empty when it was not edited
 * @param comment a remark; empty when there is none
 */
public record ReviewAnswer(int row, ReviewKey key, Verdict verdict, String target, String comment) {

  /** The effect of an answer on a unit. */
  public enum Fate {
    /** The unit gets the text and the status; the comment is kept. */
    TAKEN,
    /** The unit has them already, for example from the same review; the comment may be new. */
    ALREADY,
    /** The unit has changed since the reviewer saw it. */
    CHANGED_SINCE
  }

  /**
   * An answer applied to a unit.
   *
   * @param target the translation that the unit is to have
   * @param status the status that it is to have
   */
  public record Outcome(Fate fate, String target, Status status) {}

  public boolean isEdited() {
    return !target.isEmpty();
  }

  boolean saysNothing() {
    return verdict == Verdict.UNDECIDED && !isEdited() && comment.isEmpty();
  }

  /** Whether two rows give the same answer about the same unit. */
  boolean says(ReviewAnswer other) {
    return key.equals(other.key)
        && verdict == other.verdict
        && ReviewKey.isOneCell(target, other.target)
        && comment.equals(other.comment);
  }

  /**
   * Applies the answer to the unit. A translation that was edited but neither accepted nor rejected
   * becomes a draft.
   *
   * @throws IllegalArgumentException if the answer is about another unit
   */
  public Outcome on(Unit unit) {
    if (!unit.id().equals(key.unit())) {
      throw new IllegalArgumentException("unit " + unit.id() + " is not " + key.unit());
    }
    Status is = unit.provenance().status();
    Status wanted =
        switch (verdict) {
          case ACCEPT -> Status.APPROVED;
          case REJECT -> Status.REJECTED;
          case UNDECIDED -> isEdited() ? Status.DRAFT : is;
        };
    if (key.equals(ReviewKey.of(unit))) {
      String text = isEdited() ? inItsSpace(unit.target()) : unit.target();
      boolean same = text.equals(unit.target()) && wanted == is;
      return new Outcome(same ? Fate.ALREADY : Fate.TAKEN, text, wanted);
    }
    boolean textIsThere =
        isEdited() ? ReviewKey.isOneCell(target, unit.target()) : key.isTarget(unit.target());
    boolean statusIsThere = verdict == Verdict.UNDECIDED || wanted == is;
    boolean isThere = key.isSource(unit.source()) && textIsThere && statusIsThere;
    return new Outcome(isThere ? Fate.ALREADY : Fate.CHANGED_SINCE, unit.target(), is);
  }

  /** The new text between the white space that stood around the old one, which a table may lose. */
  private String inItsSpace(String old) {
    String core = old.strip();
    int start = old.indexOf(core);
    return old.substring(0, start) + target.strip() + old.substring(start + core.length());
  }
}
