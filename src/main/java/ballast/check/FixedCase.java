package ballast.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a replacement the capitals of the text that it replaces. */
final class FixedCase {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

  /** Words in small letters in a title unless they come first. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "for", "with", "to", "by", "from", "on", "at", "and", "or",
          "but", "as");

  private FixedCase() {}

  /**
   * The replacement with the capitals that it needs.
   *
   * @param text the replacement as the glossary writes it
   * @param wrong the replaced term as the glossary writes it
   * @param found the replaced term as the text writes it
   */
  static String of(String text, String wrong, String found, EnglishContext around)
      throws UnsafeFix {
    boolean startsSentence = around.startsSentence();
    if (isUpper(found) && !isUpper(wrong)) {
      return text.toUpperCase(Locale.ROOT);
    }
    boolean capital = Character.isUpperCase(found.charAt(0));
    if (!capital || Character.isUpperCase(wrong.charAt(0))) {
      return capital && startsSentence ? capitalised(text) : text;
    }
    int words = count(found);
    if (words > 1 && isTitle(found)) {
      return title(text);
    }
    if (startsSentence || (words == 1 && count(text) == 1)) {
      return words == 1 && startsSentence && around.isAmongCapitals() && count(text) > 1
          ? title(text)
          : capitalised(text);
    }
    if (words == 1 && around.isAmongCapitals()) {
      return title(text);
    }
    throw new UnsafeFix("it is not clear what its capital means");
  }

  private static boolean isUpper(String text) {
    return text.length() > 1
        && text.equals(text.toUpperCase(Locale.ROOT))
        && !text.equals(text.toLowerCase(Locale.ROOT));
  }

  private static int count(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  private static boolean isTitle(String text) {
    return WORD.matcher(text)
        .results()
        .allMatch(
            word ->
                Character.isUpperCase(word.group().charAt(0))
                    || (word.start() > 0 && SMALL.contains(word.group())));
  }

  private static String title(String text) {
    StringBuilder title = new StringBuilder();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      boolean small = words.start() > 0 && SMALL.contains(words.group());
      String word = small ? words.group() : capitalised(words.group());
      words.appendReplacement(title, Matcher.quoteReplacement(word));
    }
    return words.appendTail(title).toString();
  }

  private static String capitalised(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
