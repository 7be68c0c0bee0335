package ballast.likeness;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The negations of a text, each occurrence by the form under which equal negations count as the
 * same.
 */
final class Negations {

  private static final Set<String> ENGLISH =
      Set.of(
          "not", "no", "never", "without", "none", "nor", "neither", "nobody", "nothing", "cannot");

  /** Words in which these characters do not negate, or not in a way that matters. */
  static final Pattern HARMLESS =
      Pattern.compile("不[仅但过断管]|不[只单]是|非[常洲]|未来|[特个级区性类派分差识告辨]别|别[人的墅致]|无[论锡线]|除非|莫非");

  private static final String WITHOUT = "without";

  private Negations() {}

  static Map<String, List<String>> find(String text, Measure measure) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    if (measure == Measure.CHARACTERS) {
      chinese(Folding.simplified(text), found);
    } else if (mayHaveEnglish(text)) {
      english(text, found);
    }
    return found;
  }

  private static void chinese(String text, Map<String, List<String>> found) {
    Matcher harmless = null;
    int at = 0;
    while (at < text.length()) {
      // A harmless word has such a character in its first or second place.
      boolean negates = isChinese(text.charAt(at));
      if (negates || (at + 1 < text.length() && isChinese(text.charAt(at + 1)))) {
        harmless = harmless == null ? HARMLESS.matcher(text) : harmless;
        if (harmless.region(at, text.length()).lookingAt()) {
          at = harmless.end();
          continue;
        }
      }
      if (negates) {
        add(found, text.substring(at, at + 1), text.substring(at, at + 1));
      }
      at++;
    }
  }

  private static boolean isChinese(char c) {
    return switch (c) {
      case '不', '没', '未', '无', '非', '别' -> true;
      default -> false;
    };
  }

  /** A quick test for what every English negation has; it may be wrong only if it returns true. */
  private static boolean mayHaveEnglish(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'n' || c == 'N') {
        char next = text.charAt(i + 1);
        if ("oOeE'’".indexOf(next) >= 0) {
          return true;
        }
      } else if ((c == 'w' || c == 'W')
          && text.regionMatches(/* ignoreCase= */ true, i, WITHOUT, 0, WITHOUT.length())) {
        return true;
      }
    }
    return false;
  }

  private static void english(String text, Map<String, List<String>> found) {
    Symbols symbols = new Symbols().read(text, Measure.WORDS);
    for (int i = 0; i < symbols.size(); i++) {
      Span span = symbols.span(i, i);
      if (span.length() > 1) {
        String word = span.of(text).toLowerCase(Locale.ROOT);
        if (ENGLISH.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
          add(found, "not", word);
        }
      }
    }
  }

  private static void add(Map<String, List<String>> found, String key, String text) {
    found.computeIfAbsent(key, first -> new ArrayList<>()).add(text);
  }
}
