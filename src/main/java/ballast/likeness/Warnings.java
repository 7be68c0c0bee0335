package ballast.likeness;

import ballast.bitext.Span;
import ballast.language.FullWidth;
import ballast.language.Negation;
import ballast.language.NumberComparison;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberWord;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Warning}s between a text and others of its language. Not thread-safe. */
public final class Warnings {

  private final String query;
  private final Measure measure;
  private @Nullable NumbersAndNegations querySigns;

  public Warnings(String query, Measure measure) {
    this.query = query;
    this.measure = measure;
  }

  /** Returns the warnings for a translator who uses a unit with a different text. */
  public List<Warning> beside(String unit) {
    if (query.equals(unit)) {
      return List.of();
    }
    NumbersAndNegations ours = querySigns;
    if (ours == null) {
      ours = NumbersAndNegations.of(query, measure);
      querySigns = ours;
    }
    NumbersAndNegations theirs = NumbersAndNegations.of(unit, measure);
    List<Warning> warnings = new ArrayList<>();
    add(warnings, Warning.Kind.NEGATION, ours.negations(), theirs.negations());
    addNumbers(warnings, NumberComparison.of(ours.numbers(), theirs.numbers()), unit);
    addNames(warnings, ours, theirs);
    return List.copyOf(warnings);
  }

  private void addNumbers(List<Warning> warnings, NumberComparison numbers, String unit) {
    List<String> onlyQuery = texts(numbers.onlyInFirst(), query);
    List<String> onlyUnit = texts(numbers.onlyInSecond(), unit);
    if (!onlyQuery.isEmpty() || !onlyUnit.isEmpty()) {
      warnings.add(new Warning(Warning.Kind.NUMBER, onlyQuery, onlyUnit));
    }
  }

  private static List<String> texts(List<NumberValue> numbers, String text) {
    return numbers.stream().map(number -> number.span().of(text)).toList();
  }

  /** Adds the elements of one list that are not in the other, counting repetitions. */
  private static void add(
      List<Warning> warnings,
      Warning.Kind kind,
      Map<String, List<String>> a,
      Map<String, List<String>> b) {
    List<String> onlyA = surplus(a, b);
    List<String> onlyB = surplus(b, a);
    if (!onlyA.isEmpty() || !onlyB.isEmpty()) {
      warnings.add(new Warning(kind, onlyA, onlyB));
    }
  }

  private static List<String> surplus(
      Map<String, List<String>> of, Map<String, List<String>> over) {
    List<String> surplus = new ArrayList<>();
    of.forEach(
        (key, texts) -> {
          int countInOver = over.getOrDefault(key, List.of()).size();
          surplus.addAll(texts.subList(Math.min(countInOver, texts.size()), texts.size()));
        });
    return surplus;
  }

  private static void addNames(
      List<Warning> warnings, NumbersAndNegations query, NumbersAndNegations unit) {
    List<String> onlyQuery = without(query.names(), unit.latinWords());
    List<String> onlyUnit = without(unit.names(), query.latinWords());
    if (!onlyQuery.isEmpty() || !onlyUnit.isEmpty()) {
      warnings.add(new Warning(Warning.Kind.NAME, onlyQuery, onlyUnit));
    }
  }

  private static List<String> without(List<String> names, Set<String> words) {
    List<String> without = new ArrayList<>();
    for (String name : names) {
      if (!words.contains(Folding.fold(name))) {
        without.add(name);
      }
    }
    return without;
  }

  /**
   * The parts of a text that can reverse or change its meaning.
   *
   * @param negations every occurrence, by a form that is the same for equal negations
   * @param numbers in order, including vague ones, because within one language 几十 and 几百 differ as
   *     much as 10 and 100
   * @param names possible names, as in the text
   * @param latinWords all words in Latin letters, folded
   */
  record NumbersAndNegations(
      Map<String, List<String>> negations,
      List<NumberValue> numbers,
      List<String> names,
      Set<String> latinWords) {

    static NumbersAndNegations of(String text, Measure measure) {
      List<NumberValue> numbers = NumberReader.read(text);
      BitSet taken = new BitSet();
      numbers.forEach(number -> taken.set(number.span().start(), number.span().end()));
      List<String> names = new ArrayList<>();
      Set<String> words = new HashSet<>();
      for (Span span : LatinWords.find(text)) {
        String word = span.of(text);
        String folded = Folding.fold(word);
        words.add(folded);
        if (isName(word, text, span.start(), measure) && !isNumber(folded, span, taken)) {
          names.add(word);
        }
      }
      return new NumbersAndNegations(negations(text, measure), numbers, names, words);
    }

    private static Map<String, List<String>> negations(String text, Measure measure) {
      return measure == Measure.CHARACTERS
          ? Negation.inChinese(text).collect(Collectors.groupingBy(c -> c))
          : Negation.inEnglish(text).collect(Collectors.groupingBy(word -> "not"));
    }

    private static boolean isNumber(String word, Span span, BitSet numbers) {
      int next = numbers.nextSetBit(span.start());
      return NumberWord.isNumberWord(word) || (next >= 0 && next < span.end());
    }

    /**
     * Returns whether a word may be a name: in Chinese any word in Latin letters, in English a
     * capitalised word that does not begin a sentence.
     */
    private static boolean isName(String word, String text, int start, Measure measure) {
      return measure == Measure.CHARACTERS
          || (word.length() > 1
              && Character.isUpperCase(word.codePointAt(0))
              && !beginsSentence(text, start));
    }

    private static boolean beginsSentence(String text, int start) {
      int at = start - 1;
      while (at >= 0
          && (Character.isWhitespace(text.charAt(at)) || "“\"‘'(".indexOf(text.charAt(at)) >= 0)) {
        at--;
      }
      return at < 0 || ".!?:;。！？".indexOf(text.charAt(at)) >= 0;
    }
  }

  /** A difference that changes the meaning, however small it is. */
  public record Warning(Kind kind, List<String> onlyInQuery, List<String> onlyInUnit) {

    public enum Kind {
      /** A negation such as 不, 没, not or never was added or removed. */
      NEGATION,
      NUMBER,
      /** A name or other word in Latin letters differs. */
      NAME
    }

    public Warning {
      onlyInQuery = List.copyOf(onlyInQuery);
      onlyInUnit = List.copyOf(onlyInUnit);
    }
  }

  static final class Folding {

    private static final int CASE_SHIFT = 'a' - 'A';

    private Folding() {}

    static String fold(String raw) {
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (FullWidth.isForm(c) || (c >= 'A' && c <= 'Z')) {
          return isSimple(raw, i) ? shifted(raw) : full(raw);
        }
        if (c >= 0x80 && !NormalText.isPlain(c)) {
          return full(raw);
        }
      }
      return raw;
    }

    /** Returns whether each character from {@code from} on folds by itself, to one character. */
    private static boolean isSimple(String raw, int from) {
      for (int i = from; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c >= 0x80 && !NormalText.isPlain(c) && !FullWidth.isForm(c)) {
          return false;
        }
      }
      return true;
    }

    private static String shifted(String raw) {
      char[] folded = raw.toCharArray();
      for (int i = 0; i < folded.length; i++) {
        int c = FullWidth.fold(folded[i]);
        folded[i] = (char) (c >= 'A' && c <= 'Z' ? c + CASE_SHIFT : c);
      }
      return new String(folded);
    }

    private static String full(String raw) {
      return Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The words in Latin letters of a text: a Latin letter and the Latin letters, combining marks and
   * decimal digits after it.
   */
  static final class LatinWords {

    private LatinWords() {}

    static List<Span> find(String text) {
      List<Span> found = List.of();
      int at = 0;
      while (at < text.length()) {
        int code = text.codePointAt(at);
        int start = at;
        at += Character.charCount(code);
        if (isLatin(code)) {
          at = end(text, at);
          found = found.isEmpty() ? new ArrayList<>() : found;
          found.add(new Span(start, at));
        }
      }
      return found;
    }

    private static int end(String text, int from) {
      int at = from;
      while (at < text.length() && continues(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }

    private static boolean isLatin(int code) {
      if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
      }
      return !isEastern(code) && UnicodeScript.of(code) == UnicodeScript.LATIN;
    }

    private static boolean continues(int code) {
      return isLatin(code)
          || (code < 0x80
              ? code >= '0' && code <= '9'
              : Character.getType(code) == Character.DECIMAL_DIGIT_NUMBER
                  || Character.getType(code) == Character.NON_SPACING_MARK
                  || Character.getType(code) == Character.COMBINING_SPACING_MARK
                  || Character.getType(code) == Character.ENCLOSING_MARK);
    }

    /** A quick test for the marks, kana and Han of Chinese text. */
    private static boolean isEastern(int code) {
      return code >= 0x3000 && code <= 0x9FFF;
    }
  }
}
