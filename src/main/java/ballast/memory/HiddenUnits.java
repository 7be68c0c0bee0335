package ballast.memory;

/**
 * Numbers of units that a memory keeps and never offers.
 *
 * @param retired retired units that are not deleted, kept for the history
 * @param deleted deleted units, retired or not, kept until a compaction
 */
public record HiddenUnits(long retired, long deleted) {}
