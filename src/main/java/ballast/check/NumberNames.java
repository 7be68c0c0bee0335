package ballast.check;

import ballast.bitext.Span;
import ballast.language.NumberValue;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits of a text that are not amounts. Those of links, footnote marks and tags are ignored.
 * Those of names (COVID-19, G20) and minutes (7:55) are compared only with one another.
 */
final class NumberNames {

  /** Replaces the letters of a name for the number of a section. */
  static final String SECTION = "#";

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i:https?|ftp)://[!-;=?-~]*+|www\\.[!-;=?-~]*+|\\]\\([^()\\s]*+\\)"
              + "|\\[\\^[^\\[\\]\\s]*+\\]|(?<![0-9A-Za-z)}])\\^\\d++|(?<=[.。])[:：]\\d[\\d,–-]*+|</?[A-Za-z][^<>]*+>");

  /** The characters of markup but for "www". */
  private static final String MARKS = "/<[^:：";

  /** Replaces the letters of a name for the label of an item in a list. */
  static final String ITEM = ".";

  /** Letters and digits without a space between them; the letters start a word. */
  private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])([A-Za-z]++)(-?)(\\d++)");

  private static final Pattern MINUTES =
      Pattern.compile("(?<=\\d[:：])\\d\\d(?!\\d)|(?<=[点點时時] ?)\\d\\d?(?= ?分)");

  /**
   * The number of a section, at the beginning or after its word: 22.2 The breed, 3.１、品種, Article
   * 93.1. The lookahead asks for a letter before {@code \b}, because {@code \b} at an accent
   * searches back past all other accents.
   */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^[\\s(（\\[*#>]*+(?:[\\d０-９]++[.．-](?=[\\d０-９]++[.．-]))*+([\\d０-９]++[.．][\\d０-９]++)(?=[.．]?["
              + " 、])|(?i)(?=[sapc])\\b(?:sub)?(?:articles?|paragraphs?|sections?|clauses?|chapter)"
              + " (?:\\d++-)?(\\d++\\.\\d++)");

  /** The label of an item: "3.種子", "3) seeds". Another language may use a letter. */
  private static final Pattern ITEM_MARK =
      Pattern.compile(
          "^[\\s(（\\[*#>]*+(\\d{1,2}|[一二三四五六七八九十]{1,3})[.．、)）](?![\\d一二三四五六七八九])(?=\\s*\\S)");

  private static final Pattern RAISED = Pattern.compile("(?<=[0-9A-Za-z)}])\\^\\{?(\\d++)");

  /** Ends of disjoint spans, by their starts. */
  private final NavigableMap<Integer, Integer> markup = new TreeMap<>();

  private final Map<Span, String> names = new LinkedHashMap<>();

  private NumberNames() {}

  static NumberNames in(String text) {
    NumberNames found = new NumberNames();
    if (MARKS.chars().anyMatch(mark -> text.indexOf(mark) >= 0) || text.contains("www.")) {
      Matcher markup = MARKUP.matcher(text);
      while (markup.find()) {
        found.markup.put(markup.start(), markup.end());
      }
    }
    if (text.chars().anyMatch(Character::isDigit)) { // most texts have none
      Matcher name = NAME.matcher(text);
      while (name.find()) {
        if (name.group(2).isEmpty() || isName(name.group(1), name.start())) {
          found.names.put(new Span(name.start(3), name.end(3)), name.group(1));
        }
      }
      found.add(MINUTES, text, ":");
      found.add(NUMBERED, text, SECTION);
      found.add(RAISED, text, "^");
    }
    found.add(ITEM_MARK, text, ITEM);
    return found;
  }

  private void add(Pattern pattern, String text, String letters) {
    Matcher digits = pattern.matcher(text);
    while (digits.find()) {
      int group = digits.groupCount();
      while (digits.group(group) == null) {
        group--;
      }
      names.put(new Span(digits.start(group), digits.end(group)), letters);
    }
  }

  /**
   * Whether letters before a hyphen are a name: COVID-19, F-16, Covid-19; not pre-1949, and not
   * Mid-1990s at the beginning of a text.
   */
  private static boolean isName(String letters, int start) {
    boolean later = letters.chars().skip(1).anyMatch(Character::isUpperCase);
    boolean first = Character.isUpperCase(letters.charAt(0));
    return later || (first && (letters.length() == 1 || start > 0));
  }

  boolean isMarkup(Span number) {
    Map.Entry<Integer, Integer> before = markup.lowerEntry(number.end());
    return before != null && before.getValue() > number.start();
  }

  /** The letters of the name around a number; empty if there is none. */
  String of(Span number) {
    return names.getOrDefault(number, "");
  }

  /** The digits of names outside these numbers and markup. */
  List<Span> others(List<NumberValue> numbers) {
    BitSet read = new BitSet();
    numbers.forEach(number -> read.set(number.span().start(), number.span().end()));
    return names.keySet().stream()
        .filter(digits -> !read.get(digits.start()) && !isMarkup(digits))
        .toList();
  }
}
