package ballast.revise;

import java.util.Locale;

/**
 * What a change did to a term.
 *
 * @param kind fixed, introduced or still open
 * @param problem what was or is wrong
 */
public record TermEffect(Kind kind, TermProblem problem) {

  /** What became of a problem. */
  public enum Kind {
    /** It was in the old version and is no longer. */
    FIXED,
    /** It is in the new version and was not in the old one. */
    INTRODUCED,
    /** It is in both. */
    OPEN;

    /** The name used in output: {@code introduced}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
