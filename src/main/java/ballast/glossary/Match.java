package ballast.glossary;

import java.util.Locale;
import java.util.Optional;

/** How near the words of a text must be to a term to count as the term. */
public enum Match {
  /**
   * What suits the term's length: the words of a short one stand together, those of a longer one
   * may have others between them or come in another order. What a term has of which nothing is
   * said.
   */
  AUTO,
  /** Word for word; only hyphens, spaces, kinds of quotation marks and capitals may differ. */
  EXACT,
  /** Every word in any of its inflected forms, side by side; articles may come or go. */
  INFLECTED,
  /** Inflected, in order, with a few words between them. */
  GAP,
  /** Inflected, in any order, near each other. */
  LOOSE;

  /** The name used in files: {@code inflected}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of that label, case and white space around it apart; empty when there is none. */
  public static Optional<Match> ofLabel(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    for (Match match : values()) {
      if (match.label().equals(wanted)) {
        return Optional.of(match);
      }
    }
    return Optional.empty();
  }
}
