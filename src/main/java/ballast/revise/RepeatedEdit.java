package ballast.revise;

/**
 * An edit that was made more than once.
 *
 * @param old what was replaced, in small letters, without an article before it; empty when inserted
 * @param revised what it was replaced by, likewise; empty when deleted
 * @param times how often, at least twice
 */
public record RepeatedEdit(String old, String revised, int times) {}
