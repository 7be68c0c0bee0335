package ballast.revise;

import java.util.Locale;

/**
 * The effect of a change on a term.
 *
 * @param problem the present or former problem
 */
public record TermEffect(Kind kind, TermProblems.Problem problem) {

  public enum Kind {
    FIXED,
    INTRODUCED,
    /** The problem is in both. */
    OPEN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String inWords() {
      return this == OPEN ? "still open" : label();
    }
  }
}
