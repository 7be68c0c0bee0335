package ballast.workflow.check;

/**
 * Findings that are already known and not reported: those about texts that have not changed since a
 * revision, and those in a baseline.
 *
 * @param since a revision in git; empty if all texts count, changed or not
 * @param baseline file of the baseline; empty for none
 * @param upkeep how the baseline is updated
 */
public record KnownFindings(String since, String baseline, Upkeep upkeep) {

  /** How a baseline is updated. */
  public enum Upkeep {
    /** It stays as it is. */
    NONE,
    /** Findings that no longer occur are removed. */
    PRUNE,
    /** It is rewritten with all current findings, or created. */
    UPDATE
  }

  /** No known findings: everything found is reported. */
  public static final KnownFindings NONE = new KnownFindings("", "", Upkeep.NONE);

  /** Findings about texts that have not changed since a revision. */
  public static KnownFindings before(String revision) {
    return new KnownFindings(revision, "", Upkeep.NONE);
  }

  /** The findings in a baseline. */
  public static KnownFindings in(String baseline, Upkeep upkeep) {
    return new KnownFindings("", baseline, upkeep);
  }
}
