package ballast.glossary;

import java.util.List;

/**
 * The Chinese words at a place of a term, in simplified characters.
 *
 * @param inside the words of the term, never empty; the term itself if it is not made of whole
 *     words
 * @param before the word of content directly before it; empty if there is none
 * @param after the word of content directly after it; empty if there is none
 * @param longer the longer word of which the term is a part; empty if there is none
 */
public record TermWords(List<String> inside, String before, String after, String longer) {

  public TermWords {
    inside = List.copyOf(inside);
  }

  /** What precedes the term in a compound, in a longer word or beside it; empty if nothing does. */
  public String modifier() {
    int at = longer.indexOf(String.join("", inside));
    return at > 0 ? longer.substring(0, at) : before;
  }

  /** What follows the term in a compound, in a longer word or beside it; empty if nothing does. */
  public String head() {
    String term = String.join("", inside);
    int end = longer.indexOf(term) + term.length();
    return end >= term.length() && end < longer.length() ? longer.substring(end) : after;
  }
}
