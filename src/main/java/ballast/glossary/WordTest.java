package ballast.glossary;

import ballast.glossary.EnglishText.Token;

/** Compares a word of a text with a word of a term. */
final class WordTest {

  private WordTest() {}

  /**
   * Whether the words match.
   *
   * @param exact whether the word must be as written
   * @param derived whether a related word of another part of speech counts
   */
  static boolean same(Token wanted, Token here, Term term, boolean exact, boolean derived) {
    boolean same =
        exact
            ? wanted.forms().word().equals(here.forms().word()) || isPluralOfAcronym(wanted, here)
            : derived ? areRelated(wanted, here, term) : wanted.forms().isFormOf(here.forms());
    return same
        && (!wanted.isAcronym() || here.isAcronym())
        && (!term.use().caseSensitive() || hasCaseOf(wanted, here));
  }

  private static boolean areRelated(Token wanted, Token here, Term term) {
    return isInName(wanted, term)
        ? wanted.forms().isMadeOfSame(here.forms())
        : wanted.forms().isRelatedTo(here.forms());
  }

  /** Whether a word is part of a name: the Chinese Dream is not the China Dream. */
  private static boolean isInName(Token wanted, Term term) {
    return Character.isUpperCase(wanted.surface().codePointAt(0)) && term.text().indexOf(' ') > 0;
  }

  private static boolean isPluralOfAcronym(Token wanted, Token here) {
    return wanted.isAcronym() && here.surface().equals(wanted.surface() + "s");
  }

  /** Whether the first two words written together are the third: "non-aligned" and "nonaligned". */
  static boolean isJoined(Token first, Token second, Token whole, boolean exact) {
    String start = first.forms().word();
    String one = whole.forms().word();
    if (one.length() <= start.length() || !one.startsWith(start)) {
      return false;
    }
    String end = one.substring(start.length());
    return exact
        ? end.equals(second.forms().word())
        : second.forms().words().contains(end)
            || (end.length() > 2 && WordForms.of(end).isFormOf(second.forms()));
  }

  /** Whether upper and lower case agree in the letters that both have in common. */
  private static boolean hasCaseOf(Token wanted, Token here) {
    int length = Math.min(wanted.surface().length(), here.surface().length());
    for (int i = 0; i < length; i++) {
      char ours = wanted.surface().charAt(i);
      char theirs = here.surface().charAt(i);
      boolean sameLetter = Character.toLowerCase(ours) == Character.toLowerCase(theirs);
      if (sameLetter && Character.isUpperCase(ours) != Character.isUpperCase(theirs)) {
        return false;
      }
    }
    return true;
  }
}
