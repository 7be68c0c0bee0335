package ballast.check;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits of a text that are no figures: those of links, marks of footnotes and tags, which are
 * left out, and those of names (COVID-19, G20) and minutes (7:55), which are compared only with one
 * another.
 */
final class NumberNames {

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?:https?|ftp)://[!-;=?-~]*+|www\\.[!-;=?-~]*+|\\]\\([^()\\s]*+\\)"
              + "|\\[\\^[^\\[\\]\\s]*+\\]|</?[A-Za-z][^<>]*+>");

  /** Letters and digits without a space between them; the letters begin no earlier. */
  private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])([A-Za-z]++)(-?)(\\d++)");

  private static final Pattern MINUTES =
      Pattern.compile("(?<=\\d[:：])\\d\\d(?!\\d)|(?<=[点點时時] ?)\\d\\d?(?= ?分)");

  /** The number of a section, at the beginning or after its word: 22.2 The breed, Article 93.1. */
  private static final Pattern SECTION =
      Pattern.compile(
          "^\\W*(\\d++[.-])*?(\\d++\\.\\d++)(?="
              + " )|(?i)\\b(?:sub)?(?:articles?|paragraphs?|sections?|clauses?|chapter)"
              + " (?:\\d++-)?(\\d++\\.\\d++)");

  private static final Pattern RAISED = Pattern.compile("\\^\\{?(\\d++)");

  private final List<Span> markup = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();

  /**
   * Digits that belong to a name.
   *
   * @param letters the letters of the name
   * @param digits the place of its digits
   */
  record Name(String letters, Span digits) {}

  private NumberNames() {}

  /** Finds the names of a text. */
  static NumberNames in(String text) {
    NumberNames found = new NumberNames();
    Matcher markup = MARKUP.matcher(text);
    while (markup.find()) {
      found.markup.add(new Span(markup.start(), markup.end()));
    }
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      if (name.group(2).isEmpty() || isName(name.group(1), name.start())) {
        found.names.add(new Name(name.group(1), new Span(name.start(3), name.end(3))));
      }
    }
    Matcher minutes = MINUTES.matcher(text);
    while (minutes.find()) {
      found.names.add(new Name(":", new Span(minutes.start(), minutes.end())));
    }
    Matcher section = SECTION.matcher(text);
    while (section.find()) {
      int group = section.group(2) == null ? 3 : 2;
      found.names.add(new Name("#", new Span(section.start(group), section.end(group))));
    }
    Matcher raised = RAISED.matcher(text);
    while (raised.find()) {
      found.names.add(new Name("^", new Span(raised.start(1), raised.end(1))));
    }
    return found;
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

  /** Whether a number is part of a link, a footnote's mark or a tag. */
  boolean isMarkup(Span number) {
    return markup.stream().anyMatch(number::overlaps);
  }

  /** The letters of the name that a number is part of; empty if it is part of none. */
  String of(Span number) {
    return names.stream()
        .filter(name -> name.digits().equals(number))
        .map(Name::letters)
        .findFirst()
        .orElse("");
  }

  /** The names whose digits are not among some numbers. */
  List<Name> others(List<Span> numbers) {
    return names.stream()
        .filter(name -> numbers.stream().noneMatch(name.digits()::overlaps))
        .toList();
  }
}
