package ballast.revise;

/**
 * An edit that was made more than once.
 *
 * @param old the replaced text, in small letters, without an article before it; empty for an
 *     insertion
 * @param revised the replacement, in the same form; empty for a deletion
 * @param times the number of times, at least 2
 */
public record RepeatedEdit(String old, String revised, int times) {}
