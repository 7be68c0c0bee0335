package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds translations that repeat the source text or are in its language. */
final class Untranslated implements UnitRule {

  /** Minimum words of a sentence. */
  private static final int SENTENCE = 4;

  /**
   * Minimum share of Han characters in a Chinese text; a Han character counts for three or four
   * letters.
   */
  private static final double MUCH = 0.25;

  private static final int FIRST_HAN = 0x2E80;

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final String OPENERS = "(（[【\"“‘'「『《<,;/=";

  @Override
  public String id() {
    return "untranslated";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "a translation is the source text, or in its language";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  @Override
  public List<Finding> check(PairReading reading) {
    String target = reading.passage().target();
    Span all = new Span(0, target.length());
    if (target.strip().equals(reading.passage().source().strip())) {
      // A number or a name in Latin letters is the same in both languages.
      boolean translatable = HAN.matcher(target).find() || words(target) >= SENTENCE;
      return translatable
          ? List.of(PairReading.inTarget(this, List.of(all), "the translation is the source text"))
          : List.of();
    }
    if (reading.isIntoEnglish()) {
      return leftChinese(target, all);
    }
    boolean english = !HAN.matcher(target).find() && words(target) >= SENTENCE;
    return english
        ? List.of(PairReading.inTarget(this, List.of(all), "the translation is not in Chinese"))
        : List.of();
  }

  private List<Finding> leftChinese(String target, Span all) {
    if (target.chars().noneMatch(c -> c >= FIRST_HAN)) {
      return List.of();
    }
    List<Span> left = new ArrayList<>();
    int han = 0;
    Matcher runs = HAN.matcher(target);
    while (runs.find()) {
      han += runs.end() - runs.start();
      if (!isQuoted(target, runs.start(), runs.end())) {
        left.add(new Span(runs.start(), runs.end()));
      }
    }
    if (han > 0 && han >= MUCH * target.codePoints().filter(Character::isLetter).count()) {
      return List.of(PairReading.inTarget(this, List.of(all), "the translation is in Chinese"));
    }
    if (left.isEmpty()) {
      return List.of();
    }
    String message = '"' + left.get(0).of(target) + "\" was left in Chinese";
    return List.of(PairReading.inTarget(this, left, message));
  }

  /**
   * Whether the Chinese is next to its translation: in brackets, in quotation marks or after a
   * comma.
   */
  private static boolean isQuoted(String text, int start, int end) {
    int previous = start - 1;
    while (previous >= 0 && (text.charAt(previous) == ' ' || Han.isHan(text.charAt(previous)))) {
      previous--;
    }
    return previous >= 0 && OPENERS.indexOf(text.charAt(previous)) >= 0 && end < text.length();
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }
}
