package ballast.workflow.check;

import ballast.check.LocatedFinding;

/**
 * A finding in the baseline.
 *
 * @param reason why it is right as it is; empty if nobody has said so
 * @param author who said so; may be empty
 */
public record Accepted(LocatedFinding finding, String reason, String author) {}
