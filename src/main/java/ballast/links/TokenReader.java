package ballast.links;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.links.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a sentence, Chinese or not, into tokens. Thread-safe. */
final class TokenReader {

  /** Signs that are written alike in both languages and mean something by themselves. */
  private static final String SYMBOLS = "#@&*+=$\\|^~<>§€£¥°%‰";

  private final ChineseWords words;

  TokenReader(ChineseWords words) {
    this.words = words;
  }

  /**
   * The tokens of a text, in order; white space belongs to none.
   *
   * @param cuts offsets that no token contains except at its edges
   */
  List<Token> read(String text, Set<Integer> cuts) {
    return new Reading(text, cuts, numbers(text, cuts)).tokens();
  }

  /** The stretches of text that are numbers, those of a date as one; disjoint and in order. */
  private static List<Token> numbers(String text, Set<Integer> cuts) {
    List<Token> found = new ArrayList<>();
    for (NumberValue number : NumberReader.read(text)) {
      Span span = withOrdinal(number.span(), text);
      List<NumberValue> values = new ArrayList<>(List.of(number));
      while (!found.isEmpty() && found.get(found.size() - 1).span().end() > span.start()) {
        Token last = found.remove(found.size() - 1);
        values.addAll(0, last.numbers());
        span =
            new Span(
                Math.min(span.start(), last.span().start()),
                Math.max(span.end(), last.span().end()));
      }
      String key = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
      found.add(new Token(span, Kind.NUMBER, key, false, List.copyOf(values)));
    }
    found.removeIf(token -> isCut(token.span(), cuts) || isPartOfWord(token.span(), text));
    return found;
  }

  /** With 第 before it, which the reader of numbers leaves out. */
  private static Span withOrdinal(Span span, String text) {
    return text.startsWith("第", span.start() - 1) ? new Span(span.start() - 1, span.end()) : span;
  }

  private static boolean isCut(Span span, Set<Integer> cuts) {
    return cuts.stream().anyMatch(cut -> cut > span.start() && cut < span.end());
  }

  private static boolean isPartOfWord(Span span, String text) {
    return (span.start() > 0 && isLatin(text.codePointBefore(span.start())))
        || (span.end() < text.length()
            && isLatin(text.codePointAt(span.end()))
            && isLatin(text.codePointBefore(span.end())));
  }

  /** Whether a code point belongs to a word that is not Chinese. */
  private static boolean isLatin(int c) {
    return c == '_' || (Character.isLetterOrDigit(c) && !Han.isHan(c));
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  /** One text being read. */
  private final class Reading {

    private final String text;
    private final Set<Integer> cuts;
    private final List<Token> numbers;
    private final List<Token> found = new ArrayList<>();

    /** How many of the numbers have been passed. */
    private int passed;

    Reading(String text, Set<Integer> cuts, List<Token> numbers) {
      this.text = text;
      this.cuts = cuts;
      this.numbers = numbers;
    }

    List<Token> tokens() {
      int at = 0;
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (isNumberAt(at)) {
          Token number = numbers.get(passed++);
          found.add(number);
          at = number.span().end();
        } else if (Han.isHan(c)) {
          at = chinese(at);
        } else if (isLatin(c)) {
          at = word(at);
        } else {
          int end = at + Character.charCount(c);
          if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
            String key = text.substring(at, end);
            add(at, end, SYMBOLS.contains(key) ? Kind.WORD : Kind.MARK, key);
          }
          at = end;
        }
      }
      return List.copyOf(found);
    }

    private boolean isNumberAt(int at) {
      return passed < numbers.size() && numbers.get(passed).span().start() == at;
    }

    private void add(int start, int end, Kind kind, String key) {
      boolean capital = Character.isUpperCase(text.codePointAt(start));
      found.add(Token.of(new Span(start, end), kind, key, capital));
    }

    private int word(int start) {
      int end = start;
      while (end < text.length() && (end == start || !isEdge(end))) {
        int c = text.codePointAt(end);
        boolean inside =
            isApostrophe(c) && end + 1 < text.length() && isLatin(text.codePointAt(end + 1));
        if (!isLatin(c) && !inside) {
          break;
        }
        end += Character.charCount(c);
      }
      String key = text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
      add(start, end, Kind.WORD, key);
      return end;
    }

    private boolean isEdge(int at) {
      return cuts.contains(at) || isNumberAt(at);
    }

    /** Whether 三十日内 is being read, of which 日内 is no word. */
    private boolean isUnitOfTime(int start, CharSequence run) {
      return run.length() > 1
          && passed > 0
          && numbers.get(passed - 1).span().end() == start
          && "年月日天周週".indexOf(run.charAt(0)) >= 0
          && "内內前后後间間来來里裡起".indexOf(run.charAt(1)) >= 0;
    }

    private int chinese(int start) {
      StringBuilder run = new StringBuilder();
      int end = start;
      while (end < text.length() && !isNumberAt(end) && Han.isHan(text.codePointAt(end))) {
        int c = text.codePointAt(end);
        int simplified = words.simplified(c);
        boolean sameLength = Character.charCount(simplified) == Character.charCount(c);
        run.appendCodePoint(sameLength ? simplified : c);
        end += Character.charCount(c);
      }
      ChineseWords.Cut cut = words.cut(run.toString());
      int from = 0;
      for (int at = 1; at <= run.length(); at++) {
        boolean inside = at < run.length() && Character.isLowSurrogate(run.charAt(at));
        boolean unit = at == 1 && isUnitOfTime(start, run);
        boolean ends = cut.endsAt(at) || unit || at == run.length();
        if (!inside && (ends || cuts.contains(start + at))) {
          add(start + from, start + at, Kind.HAN, run.substring(from, at));
          from = at;
        }
      }
      return end;
    }
  }
}
