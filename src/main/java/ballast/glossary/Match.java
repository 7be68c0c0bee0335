package ballast.glossary;

import java.util.Locale;
import java.util.Optional;

/** How closely the words of a text must match a term. */
public enum Match {
  /**
   * Depends on the term's length: the words of a short term stand together, those of a longer one
   * may have other words between them or come in another order. The default.
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

  /** The name used in files, for example {@code inflected}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value with this label, ignoring case and surrounding white space; empty if there is none.
   */
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
