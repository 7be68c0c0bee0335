package ballast.check;

import ballast.bitext.CodeComparison;
import ballast.bitext.Excerpt;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import ballast.check.Passage.Gap;
import ballast.glossary.EnglishText;
import ballast.language.Bylines;
import ballast.language.FullWidth;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class TextRules {

  private static final int SHOWN = 30;

  private TextRules() {}

  static List<Rule> all() {
    return List.of(
        new NumberMismatch(),
        new LiteralMismatch(),
        new NegationMismatch(),
        new PartyMismatch(),
        new PunctuationWidth(),
        new Untranslated(),
        new CodeMismatch(),
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
    private static final Pattern GLOSS = Pattern.compile(" ?[(（/]\\s?\\p{IsLatin}");

    private static final Pattern ADDRESS =
        Pattern.compile(
            "(?:https?://|www\\.)[^\\s，。；、）】》”]{1,2000}|[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{1,190}");
    private static final Pattern LABEL = Pattern.compile("\\s*\\p{IsHan}{0,8}\\s*[:：]?\\s*");
    private static final Pattern POSTAL =
        Pattern.compile(
            "[^。！？]{0,60}[省市区區县縣州][^。！？]{0,40}[路街道巷村里][^。！？]{0,40}?[\\d一二三四五六七八九十]\\s?[号號弄]"
                + "[^。！？]{0,60}|[^。！？]{0,20}地址\\s*[:：][^。！？]{4,120}"
                + "|[^.!?]{0,60}\\d[^.!?]{1,60}\\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive)\\b.{0,80}");
    private static final int MAX_LINE = 160;

    Untranslated() {
      super(
          "untranslated",
          Severity.ERROR,
          "a translation is empty, is the source text, or in its language",
          Feature.CHEAP,
          Feature.NEEDS_NO_TRANSLATION);
    }

    @Override
    List<Finding> check(PairReading reading) {
      String source = reading.passage().source();
      if (reading.passage().target().isBlank()) {
        Gap gap = reading.passage().gap();
        Severity how = gap == Gap.NEW ? Severity.INFO : severity();
        List<Finding> missing = gap == Gap.OMITTED ? List.of() : missing(this, source);
        return missing.stream().map(one -> one.with(how)).toList();
      }
      List<Finding> found = left(reading, source);
      return found.isEmpty() || isLine(source.strip()) ? List.of() : found;
    }

    private List<Finding> left(PairReading reading, String source) {
      String written = reading.passage().target();
      if (reading.isIntoEnglish() && written.chars().noneMatch(c -> c >= FIRST_HAN)) {
        return List.of();
      }
      String target = withoutAddresses(written);
      Span all = new Span(0, target.length());
      boolean isChinese = HAN.matcher(target).find();
      boolean isEnglish = !isChinese && !reading.isIntoEnglish() && words(target) >= SENTENCE;
      if (written.strip().equals(source.strip())) {
        // A number or a name in Latin letters is the same in both languages.
        return isChinese || isEnglish
            ? List.of(inTarget(all, "the translation is the source text"))
            : List.of();
      }
      if (reading.isIntoEnglish()) {
        return leftChinese(target, all);
      }
      return isEnglish ? List.of(inTarget(all, "the translation is not in Chinese")) : List.of();
    }

    /** Whether a text is a credit line or an address, which a translation may keep. */
    private static boolean isLine(String text) {
      if (text.length() > MAX_LINE) {
        return false;
      }
      String others = withoutAddresses(text);
      return Bylines.isCredit(text)
          || POSTAL.matcher(text).matches()
          || (!others.equals(text) && LABEL.matcher(others).matches());
    }

    /** The text with blanks for addresses of the web and of mail. */
    private static String withoutAddresses(String text) {
      return ADDRESS.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    }

    private List<Finding> leftChinese(String target, Span all) {
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
     * Whether the Chinese is next to its translation or transcription: in brackets, in quotation
     * marks or after a comma, or with that in brackets or after a slash.
     */
    private static boolean isQuoted(String text, int start, int end) {
      int previous = start - 1;
      while (previous >= 0 && (text.charAt(previous) == ' ' || Han.isHan(text.charAt(previous)))) {
        previous--;
      }
      boolean isOpened = previous >= 0 && OPENERS.indexOf(text.charAt(previous)) >= 0;
      boolean isApart = start == 0 || text.charAt(start - 1) == ' ';
      return (isOpened && end < text.length())
          || (isApart && GLOSS.matcher(text).region(end, text.length()).lookingAt());
    }

    private static long words(String text) {
      return WORD.matcher(text).results().count();
    }
  }

  /** Finds source texts without a translation: sentences left unmatched by the aligner. */
  private static final class Omitted extends Rule {

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
      Passage passage = reading.passage();
      return passage.target().isBlank() && passage.gap() == Gap.OMITTED
          ? missing(this, passage.source())
          : List.of();
    }
  }

  private static List<Finding> missing(Rule rule, String source) {
    Span all = new Span(0, source.length());
    String message = "not translated: " + Excerpt.of(source, SHOWN);
    return source.codePoints().anyMatch(Character::isLetter)
        ? List.of(rule.finding(Finding.Spans.inSource(all), message))
        : List.of();
  }

  /** Compares the inline codes of both texts. */
  private static final class CodeMismatch extends Rule {

    CodeMismatch() {
      super(
          "code-mismatch",
          Severity.ERROR,
          "an inline code is lost, added or misplaced in the translation",
          Feature.CHEAP);
    }

    @Override
    List<Finding> check(PairReading reading) {
      Passage passage = reading.passage();
      return CodeComparison.problems(passage.source(), passage.target(), passage.codes()).stream()
          .map(
              problem -> {
                Finding finding = finding(Finding.Spans.NONE, problem.what());
                return problem.isBroken() ? finding : finding.with(Severity.WARNING);
              })
          .toList();
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

  private static final class InconsistentTranslation extends CorpusRule {

    /** Texts of at most this many code points mean something else each time: 是。, 好。 */
    private static final int MIN_LENGTH = 4;

    /** Last character of one-byte strings; a later one makes the whole string two-byte. */
    private static final char LAST_LATIN = 0xFF;

    InconsistentTranslation() {
      super(
          "inconsistent-translation",
          Severity.WARNING,
          "the same source text is translated in two ways",
          Feature.CHEAP);
    }

    /** Variants keep their spaces, capitals and punctuation, so no second string is stored. */
    @Override
    List<Trait> traits(PairReading reading) {
      String source = key(reading.passage().source());
      return source.codePointCount(0, source.length()) > MIN_LENGTH
          ? List.of(new Trait(id(), source, reading.passage().target()))
          : List.of();
    }

    @Override
    List<Difference> compare(List<Occurrence> same) {
      if (same.size() == 1) {
        return List.of();
      }
      Occurrence first = same.get(0);
      Set<String> seen = new HashSet<>();
      List<Difference> differences = new ArrayList<>();
      for (Occurrence one : same) {
        // Each further translation is reported once, where it first occurs.
        if (seen.add(key(one.passage().target())) && one != first) {
          differences.add(
              new Difference(one, finding(one.passage(), first.place()), List.of(first.place())));
        }
      }
      return differences;
    }

    private Finding finding(Passage passage, CheckedPair<Passage> first) {
      Span source = new Span(0, passage.source().length());
      Span target = new Span(0, passage.target().length());
      return finding(
              new Finding.Spans(List.of(source), List.of(target)),
              "the same text is \"%s\" at %s"
                  .formatted(Excerpt.of(first.value().target(), SHOWN), first.target().at(0)))
          .suggesting(List.of(first.value().target()));
    }

    /**
     * The text without spaces and capitals, and with a full stop in place of its final punctuation.
     * A text that is its own key, like most Chinese ones, is stored once.
     */
    private static String key(String text) {
      String lower = WhiteSpace.collapse(text).toLowerCase(Locale.ROOT);
      boolean signed = !lower.isEmpty() && ".。!！".indexOf(lower.charAt(lower.length() - 1)) >= 0;
      String bare = signed ? lower.substring(0, lower.length() - 1) : lower;
      boolean isLatin = bare.isEmpty() || bare.charAt(bare.length() - 1) <= LAST_LATIN;
      String key = bare + (isLatin ? '.' : '。');
      return key.equals(text) ? text : key;
    }
  }

  /** Finds unpaired brackets and quotation marks in a translation whose source text has none. */
  private static final class Unpaired extends CorpusRule {

    /** Maximum sentences in a quotation. */
    private static final int FARTHEST = 10;

    private static final String ROUND = "(（)）";
    private static final String SQUARE = "[【]】";
    private static final String QUOTES = "“「『《\"”」』》\"";

    /** Each with all opening characters first, then all closing ones, in the same order. */
    private static final List<String> PAIRS = List.of(ROUND, SQUARE, QUOTES);

    Unpaired() {
      super(
          "unpaired",
          Severity.WARNING,
          "a bracket or quotation mark of the translation has no partner",
          Feature.CHEAP,
          Feature.NEEDS_NO_SOURCE);
    }

    @Override
    int reach() {
      return FARTHEST;
    }

    /** Punctuation without a partner in its own text; one may be close by. */
    @Override
    List<Trait> traits(PairReading reading) {
      return PAIRS.stream()
          .filter(pair -> alone(reading.passage(), pair).isPresent())
          .map(pair -> new Trait(id(), /* key= */ "", pair))
          .toList();
    }

    /** Pairs a closing character with the opening one just before it, and removes both. */
    @Override
    List<Difference> compare(List<Occurrence> same) {
      List<Occurrence> left = new ArrayList<>();
      for (Occurrence one : same) {
        Occurrence last = left.isEmpty() ? one : left.get(left.size() - 1);
        if (!opens(one)
            && opens(last)
            && one.order() - last.order() <= FARTHEST
            && one.variant().equals(last.variant())) {
          left.remove(left.size() - 1);
        } else {
          left.add(one);
        }
      }
      return left.stream().map(one -> new Difference(one, finding(one), List.of())).toList();
    }

    private static boolean opens(Occurrence one) {
      String pair = one.variant();
      return pair.indexOf(sign(one).of(one.passage().target()).charAt(0)) < pair.length() / 2;
    }

    private static Span sign(Occurrence one) {
      int at = alone(one.passage(), one.variant()).orElseThrow();
      return new Span(at, at + 1);
    }

    private Finding finding(Occurrence one) {
      Span sign = sign(one);
      String message = '"' + sign.of(one.passage().target()) + "\" has no partner";
      return inTarget(sign, message);
    }

    private static Optional<Integer> alone(Passage passage, String pair) {
      return alone(passage.target(), pair)
          .filter(at -> alone(passage.source(), counterpart(pair)).isEmpty());
    }

    /** The characters of the other language for a pair: any quotation mark for any other. */
    private static String counterpart(String pair) {
      return pair.equals(ROUND) || pair.equals(SQUARE) ? pair : QUOTES;
    }

    private static Optional<Integer> alone(String text, String pair) {
      int half = pair.length() / 2;
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        int at = pair.indexOf(c);
        if (c == '"' && at >= 0) {
          // Straight marks look the same at both ends and often close a curly one.
          if (open.isEmpty()) {
            open.add(i);
          } else {
            open.remove(open.size() - 1);
          }
        } else if (at >= half) {
          if (open.isEmpty()) {
            if (!isLabel(text, i)) {
              return Optional.of(i);
            }
          } else {
            open.remove(open.size() - 1);
          }
        } else if (at >= 0) {
          open.add(i);
        }
      }
      return open.isEmpty() ? Optional.empty() : Optional.of(open.get(0));
    }

    /** "a)" and "1)" number a list; 5'6" is a length. */
    private static boolean isLabel(String text, int at) {
      int start = at;
      while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
        start--;
      }
      boolean alone = start == 0 || Character.isWhitespace(text.charAt(start - 1));
      return at > start && at - start <= 3 && alone;
    }
  }
}
