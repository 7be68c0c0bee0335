package ballast.segment;

import java.util.List;
import java.util.Locale;

/**
 * Abbreviations that behave alike.
 *
 * @param kind when the full stop after them ends no sentence
 * @param title what they are, for explanations
 * @param entries as written, with their last full stop; never empty
 */
record AbbreviationGroup(Kind kind, String title, List<String> entries) {

  /** When the full stop of an abbreviation ends no sentence. */
  enum Kind {
    /** Never ends one. */
    ALWAYS,
    /** Not before a number. */
    NUMBER,
    /** Not before anything but a word that starts sentences. */
    STARTER,
    /** The same, but that is a guess: the referee may overrule it. */
    AMBIGUOUS;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  AbbreviationGroup {
    entries = List.copyOf(entries);
  }
}
