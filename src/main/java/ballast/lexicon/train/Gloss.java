package ballast.lexicon.train;

import java.util.List;
import java.util.regex.Pattern;

/** Reduces the senses of a dictionary entry to plain English. */
final class Gloss {

  private static final int MAX_WORDS = 14;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\]]*\\]|\\([^()]*\\)");
  private static final Pattern MEASURE_WORDS = Pattern.compile("\\bCL:\\S+");
  private static final Pattern SURNAME = Pattern.compile("^surname \\S+$", Pattern.MULTILINE);
  private static final Pattern REMARKS =
      Pattern.compile(
          "\\b(old |erroneous |euphemistic )?(variant|form) of\\b|\\bsee( also)?\\b"
              + "|\\babbr\\. (for|of)\\b|\\balso (written|called|pr\\.)|\\b(Taiwan )?pr\\."
              + "|\\b(lit|fig|esp|usu|cf|Tw)\\.|\\b(sb|sth|etc|idiom|pinyin)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INFINITIVE = Pattern.compile("(^|[;,/])\\s*to (?=\\p{L})");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsLatin}\\p{M}'’]+");

  private Gloss() {}

  /**
   * At most {@value #MAX_WORDS} words separated by spaces; empty if nothing remains of the senses.
   */
  static String plain(List<String> senses) {
    String text = String.join("\n", senses);
    String before;
    do {
      before = text;
      text = IN_BRACKETS.matcher(text).replaceAll(" ");
    } while (!text.equals(before));
    text = SURNAME.matcher(text).replaceAll(" ");
    text = MEASURE_WORDS.matcher(text).replaceAll(" ");
    text = REMARKS.matcher(text).replaceAll(" ");
    text = INFINITIVE.matcher(text.replace('\n', ';')).replaceAll("$1 ");
    String[] words = NO_WORD.matcher(text).replaceAll(" ").strip().split(" ");
    return String.join(" ", List.of(words).subList(0, Math.min(MAX_WORDS, words.length)));
  }
}
