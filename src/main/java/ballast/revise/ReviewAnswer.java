package ballast.revise;

import ballast.bitext.Status;
import ballast.bitext.Unit;

/**
 * What a reviewer says of one unit.
 *
 * @param row the number of the row that says so
 * @param key which unit, and how it was
 * @param verdict accepted, rejected, or neither
 * @param target the translation that the reviewer wrote; empty when it was left as it was
 * @param comment a remark; empty when there is none
 */
public record ReviewAnswer(int row, ReviewKey key, Verdict verdict, String target, String comment) {

  /** What becomes of a unit. */
  public enum Fate {
    /** It gets the text and the status; the comment is kept. */
    TAKEN,
    /** It has them already, as after the same review; the comment may be new. */
    ALREADY,
    /** It is not what the reviewer saw any more. */
    CHANGED_SINCE
  }

  /**
   * An answer held against a unit.
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

  /** Whether two rows say the same of the same unit. */
  boolean says(ReviewAnswer other) {
    return key.equals(other.key)
        && verdict == other.verdict
        && ReviewKey.isOneCell(target, other.target)
        && comment.equals(other.comment);
  }

  /**
   * What becomes of the unit. A translation that was edited and neither accepted nor rejected is a
   * draft again.
   *
   * @throws IllegalArgumentException if it is another unit
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
