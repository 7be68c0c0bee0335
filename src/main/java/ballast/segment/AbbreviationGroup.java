package ballast.segment;

import java.util.List;
import java.util.Locale;

/**
 * Abbreviations that follow the same rule.
 *
 * @param kind when their full stop does not end a sentence
 * @param title what they are, for explanations
 * @param entries as written, with the final full stop; never empty
 */
record AbbreviationGroup(Kind kind, String title, List<String> entries) {

  /** When the full stop of an abbreviation does not end a sentence. */
  enum Kind {
    /** It never ends a sentence. */
    ALWAYS,
    /** It does not end one before a number. */
    NUMBER,
    /** It ends one only before a word that starts sentences. */
    STARTER,
    /** As {@link #STARTER}, but only a guess: the referee may overrule it. */
    AMBIGUOUS;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  AbbreviationGroup {
    entries = List.copyOf(entries);
  }
}
