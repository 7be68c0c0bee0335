package ballast.check;

import ballast.glossary.Nearness;
import ballast.glossary.Term;
import ballast.glossary.TermMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Suggests replacements for a rendering, in its number and with its capital if that is safe. */
final class Suggestions {

  private static final int MAX_SUGGESTIONS = 3;

  private Suggestions() {}

  /**
   * The allowed terms in the form of the replacement, the best first.
   *
   * @param match the rendering to replace
   * @param found the same as written
   */
  static List<String> instead(List<Term> allowed, TermMatch match, String found) {
    List<String> suggestions = new ArrayList<>();
    for (Term term : allowed) {
      String text = inflected(term.text(), match, found);
      if (!suggestions.contains(text) && suggestions.size() < MAX_SUGGESTIONS) {
        suggestions.add(text);
      }
    }
    return suggestions;
  }

  private static String inflected(String term, TermMatch match, String found) {
    String text = term;
    if (match.nearness() != Nearness.EXACT && isPlural(match.term().text(), found)) {
      text = FixedForm.plural(term).orElse(term);
    }
    boolean capital =
        Character.isUpperCase(found.charAt(0))
            && !Character.isUpperCase(match.term().text().charAt(0));
    return capital ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
  }

  private static boolean isPlural(String singular, String found) {
    String lower = found.toLowerCase(Locale.ROOT);
    String base = singular.toLowerCase(Locale.ROOT);
    return FixedForm.plural(base).filter(lower::equals).isPresent();
  }
}
