package ballast.check;

import ballast.bitext.Span;
import ballast.check.Figure.Sort;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words that are no numerals: 六成, 2/3, "a quarter of". */
final class FigureWords {

  private static final String NUMERALS = "零一二三四五六七八九";

  /** 成 after one numeral, where it is no part of a word: 三成, 六成半, not 一成立, 五成员. */
  private static final Pattern TENTHS =
      Pattern.compile(
          "(?<![第\\d一二三四五六七八九十百千万])([一二三四五六七八九1-9])成(半)?" + "(?![为员功果立本就长熟都品份交分绩人年套型语])");

  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\d/.])(\\d{1,2})/(\\d{1,3})(?![\\d/])");

  private static final List<String> PARTS =
      List.of("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

  /** "A quarter of", "only a quarter"; not "a third party". */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:a|an|one)[ -](third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?:"
              + " of\\b|(?<=\\b(?:only|about|nearly|almost|over|than) (?:a|one)[ -]\\w{5,7})\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> COUNTS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");

  private static final Pattern DECADES =
      Pattern.compile(
          "\\b(two|three|four|five|six|seven|eight|nine) decades\\b", Pattern.CASE_INSENSITIVE);

  private FigureWords() {}

  /** All of them in a text. */
  static List<Figure> of(String text) {
    List<Figure> figures = new ArrayList<>();
    // A regular expression is tried only where its rarest part stands.
    if (text.indexOf('成') >= 0) {
      tenths(text, figures);
    }
    if (text.indexOf('/') >= 0) {
      Matcher digits = DIGITS.matcher(text);
      while (digits.find()) {
        int denominator = Integer.parseInt(digits.group(2));
        int numerator = Integer.parseInt(digits.group(1));
        if (denominator > numerator && numerator > 0) {
          figures.add(fraction(numerator, denominator, digits));
        }
      }
    }
    if (PARTS.stream().anyMatch(text::contains)) {
      Matcher words = WORDS.matcher(text);
      while (words.find()) {
        int denominator = PARTS.indexOf(words.group(1).toLowerCase(Locale.ROOT)) + 2;
        figures.add(fraction(1, denominator, words));
      }
    }
    if (text.contains("decades")) {
      decades(text, figures);
    }
    return figures;
  }

  private static void tenths(String text, List<Figure> figures) {
    Matcher tenths = TENTHS.matcher(text);
    while (tenths.find()) {
      int place = NUMERALS.indexOf(tenths.group(1));
      int whole = place < 0 ? Integer.parseInt(tenths.group(1)) : place;
      BigDecimal value = BigDecimal.valueOf(whole * 10L + (tenths.group(2) == null ? 0 : 5));
      figures.add(figure(Sort.PERCENT, value, value.toPlainString() + "%", tenths));
    }
  }

  private static void decades(String text, List<Figure> figures) {
    Matcher decades = DECADES.matcher(text);
    while (decades.find()) {
      int count = COUNTS.indexOf(decades.group(1).toLowerCase(Locale.ROOT)) + 2;
      BigDecimal value = BigDecimal.valueOf(count * 10L);
      figures.add(figure(Sort.COUNT, value, value.toPlainString(), decades));
    }
  }

  private static Figure fraction(int numerator, int denominator, Matcher at) {
    BigDecimal value =
        BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL32);
    return figure(Sort.FRACTION, value, numerator + "/" + denominator, at);
  }

  private static Figure figure(Sort sort, BigDecimal value, String key, Matcher at) {
    boolean sure = sort != Sort.COUNT;
    return new Figure(sort, value, key, new Span(at.start(), at.end()), sure);
  }
}
