package ballast.workflow.check;

/**
 * Which findings are known already and are not reported: those about what has not changed since a
 * revision, and those that a baseline has.
 *
 * @param since a revision in git; empty when it does not matter what has changed
 * @param baseline file of the baseline; empty for none
 * @param upkeep what is done to the baseline
 */
public record KnownFindings(String since, String baseline, Upkeep upkeep) {

  /** What becomes of a baseline. */
  public enum Upkeep {
    /** It stays as it is. */
    NONE,
    /** What is no longer found is taken out. */
    PRUNE,
    /** It is written anew with all that is found; it need not exist before. */
    UPDATE
  }

  /** Nothing is known: all that is found is reported. */
  public static final KnownFindings NONE = new KnownFindings("", "", Upkeep.NONE);

  /** What has not changed since a revision. */
  public static KnownFindings before(String revision) {
    return new KnownFindings(revision, "", Upkeep.NONE);
  }

  /** What a baseline has. */
  public static KnownFindings in(String baseline, Upkeep upkeep) {
    return new KnownFindings("", baseline, upkeep);
  }
}
