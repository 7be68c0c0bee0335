package ballast.workflow.revise;

/**
 * Counts of the units in a review; a unit may be counted several times.
 *
 * @param accepted units accepted by a row
 * @param rejected units rejected by a row
 * @param edited units with a new translation
 * @param commented units with a new comment
 * @param already units that already agreed with their row
 */
public record ReviewCounts(int accepted, int rejected, int edited, int commented, int already) {}
