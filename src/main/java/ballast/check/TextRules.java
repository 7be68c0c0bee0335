package ballast.check;

import ballast.bitext.Excerpt;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.language.FullWidth;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class TextRules {

  private TextRules() {}

  static List<Rule> all() {
    return List.of(
        new NumberMismatch(),
        new PunctuationWidth(),
        new Untranslated(),
        new Omitted(),
        new RepeatedWord(),
        new Unpaired(),
        new InconsistentTranslation(),
        new WaiverRule());
  }

  /** Finds translations that repeat the source text or are in its language. */
  private static final class Untranslated extends Rule {

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

    Untranslated() {
      super(
          "untranslated",
          Severity.ERROR,
          "a translation is the source text, or in its language",
          Feature.CHEAP);
    }

    @Override
    List<Finding> check(PairReading reading) {
      String target = reading.passage().target();
      Span all = new Span(0, target.length());
      if (target.strip().equals(reading.passage().source().strip())) {
        // A number or a name in Latin letters is the same in both languages.
        boolean translatable = HAN.matcher(target).find() || words(target) >= SENTENCE;
        return translatable
            ? List.of(inTarget(all, "the translation is the source text"))
            : List.of();
      }
      if (reading.isIntoEnglish()) {
        return leftChinese(target, all);
      }
      boolean english = !HAN.matcher(target).find() && words(target) >= SENTENCE;
      return english ? List.of(inTarget(all, "the translation is not in Chinese")) : List.of();
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
        return List.of(inTarget(all, "the translation is in Chinese"));
      }
      if (left.isEmpty()) {
        return List.of();
      }
      String message = '"' + left.get(0).of(target) + "\" was left in Chinese";
      return List.of(finding(Finding.Spans.inTarget(left), message));
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

  /** Finds source texts without a translation: sentences left unmatched by the aligner. */
  private static final class Omitted extends Rule {

    private static final int SHOWN = 30;

    Omitted() {
      super(
          "omitted",
          Severity.WARNING,
          "a sentence of the source has no translation",
          Feature.CHEAP,
          Feature.NEEDS_NO_TRANSLATION);
    }

    @Override
    List<Finding> check(PairReading reading) {
      String source = reading.passage().source();
      if (!reading.passage().target().isBlank()
          || source.codePoints().noneMatch(Character::isLetter)) {
        return List.of();
      }
      return List.of(
          finding(
              Finding.Spans.inSource(new Span(0, source.length())),
              "not translated: " + Excerpt.of(source, SHOWN)));
    }
  }

  /**
   * Finds punctuation of the other language in a translation: full-width in English, half-width
   * between Han characters.
   */
  private static final class PunctuationWidth extends Rule {

    private static final String HALF_WIDTH = ",;:?!";

    PunctuationWidth() {
      super(
          "punctuation-width",
          Severity.WARNING,
          "Chinese punctuation in English, or English punctuation in Chinese",
          Feature.CHEAP,
          Feature.NEEDS_NO_SOURCE);
    }

    @Override
    List<Finding> check(PairReading reading) {
      String text = reading.passage().target();
      List<Finding> findings = new ArrayList<>();
      for (int at = 0; at < text.length(); at++) {
        int start = at;
        while (at < text.length() && isForeign(text, at, reading.isIntoEnglish())) {
          at++;
        }
        if (at > start) {
          Span span = new Span(start, at);
          String problem =
              reading.isIntoEnglish()
                  ? "is Chinese punctuation or full-width"
                  : "is half-width between Chinese characters";
          findings.add(inTarget(span, "\"%s\" %s".formatted(span.of(text), problem)));
        }
      }
      return findings;
    }

    private static boolean isForeign(String text, int at, boolean english) {
      char c = text.charAt(at);
      if (english) {
        boolean fullWidth = FullWidth.isForm(c) || c == 0x3000 || (c >= 0x3001 && c <= 0x3011);
        // Punctuation next to Han characters belongs to a Chinese quotation, which another rule
        // checks.
        return fullWidth && !isHan(text, at - 1) && !isHan(text, at + 1);
      }
      return HALF_WIDTH.indexOf(c) >= 0
          && isHan(text, at - 1)
          && (at + 1 == text.length() || isHan(text, at + 1) || text.charAt(at + 1) == ' ');
    }

    private static boolean isHan(String text, int at) {
      return at >= 0 && at < text.length() && Han.isHan(text.charAt(at));
    }
  }

  /** Finds repeated words in an English translation; each run is one finding. */
  private static final class RepeatedWord extends Rule {

    /** Words with legitimate repetitions: "he had had", "a long, long way". */
    private static final Set<String> TWICE =
        Set.of(
            "had", "that", "is", "very", "so", "no", "ha", "bye", "long", "many", "much", "more",
            "again", "over", "on", "in", "half", "knock", "blah", "step", "bit", "never", "far");

    RepeatedWord() {
      super(
          "repeated-word",
          Severity.WARNING,
          "a word stands twice in a row in the English translation",
          Feature.CHEAP,
          Feature.NEEDS_NO_SOURCE);
    }

    @Override
    List<Finding> check(PairReading reading) {
      if (!reading.isIntoEnglish()) {
        return List.of();
      }
      EnglishText text = reading.englishText();
      List<Span> code = reading.passage().code().target();
      List<Finding> findings = new ArrayList<>();
      int end = 0;
      for (int first = 0; first < text.size(); first = end) {
        end = first + 1;
        while (end < text.size() && isRepeated(text, end)) {
          end++;
        }
        // "the flag `flag`" names a variable.
        if (end - first > 1 && code.stream().noneMatch(text.span(first, end)::overlaps)) {
          findings.add(inTarget(text.span(first, end), message(text, first, end)));
        }
      }
      return findings;
    }

    private static String message(EnglishText text, int first, int end) {
      String twice = '"' + text.span(first, first + 2).of(text.raw()) + '"';
      int more = end - first - 1;
      return twice + (more == 1 ? ": a word too many" : " and so on: " + more + " words too many");
    }

    private static boolean isRepeated(EnglishText text, int word) {
      String here = text.word(word);
      if (!here.equals(text.word(word - 1)) || TWICE.contains(here)) {
        return false;
      }
      Span first = text.span(word - 1, word);
      Span second = text.span(word, word + 1);
      String raw = text.raw();
      boolean spaceOnly =
          raw.substring(first.end(), second.start()).isBlank() && first.end() < second.start();
      boolean names =
          Character.isUpperCase(raw.charAt(first.start()))
              && Character.isUpperCase(raw.charAt(second.start()));
      return spaceOnly && !names && here.codePoints().allMatch(Character::isLetter);
    }
  }

  /** Has no findings by itself: {@link Waivers} makes them after those of all other rules. */
  private static final class WaiverRule extends Rule {

    WaiverRule() {
      super(
          Waiver.RULE,
          Severity.WARNING,
          "a waiver beside a text is incomplete, or has nothing to waive any more",
          Feature.CHEAP);
    }

    @Override
    List<Finding> check(PairReading reading) {
      return List.of();
    }
  }
}
