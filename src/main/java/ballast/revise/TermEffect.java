package ballast.revise;

import java.util.Locale;

/**
 * The effect of a change on a term.
 *
 * @param kind fixed, introduced or still open
 * @param problem the problem that is or was there
 */
public record TermEffect(Kind kind, TermProblems.Problem problem) {

  /** The effect on a problem. */
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
