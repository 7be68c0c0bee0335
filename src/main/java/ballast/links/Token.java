package ballast.links;

import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.language.FunctionWords;
import ballast.language.FunctionWords.ChineseFunctionWords;
import ballast.language.NumberValue;
import java.util.List;
import java.util.Set;

/**
 * A word, number or punctuation mark of a sentence.
 *
 * @param span in UTF-16 units; never empty
 * @param key a Chinese word in simplified characters, another word in lower case, a mark as written
 * @param numbers the values of a number, two or more for a date; empty for other kinds
 */
record Token(Span span, Kind kind, String key, boolean capital, List<NumberValue> numbers) {

  private static final Set<String> PRONOUNS =
      Set.of(
          "my", "your", "his", "her", "its", "our", "their", "it", "them", "they", "we", "us", "he",
          "she", "i", "you", "this", "that", "these", "those");

  /** Chinese measures and endings without an English equivalent. */
  private static final Set<String> ENDINGS = Set.of("个", "们");

  enum Kind {
    HAN,
    /** A word of letters, or of letters and digits. */
    WORD,
    NUMBER,
    /** One punctuation mark or symbol. */
    MARK
  }

  static Token of(Span span, Kind kind, String key, boolean capital) {
    return new Token(span, kind, key, capital, List.of());
  }

  boolean isFunction() {
    return switch (kind) {
      case HAN -> ENDINGS.contains(key) || ChineseFunctionWords.isLink(key);
      case WORD -> FunctionWords.isLink(key);
      case NUMBER, MARK -> false;
    };
  }

  /** Whether it is a function word without a referent, unlike pronouns. */
  boolean isGrammar() {
    return isFunction() && !PRONOUNS.contains(key);
  }

  /** Whether the other language has no word for it. */
  boolean isUntranslatable() {
    return kind == Kind.HAN && ENDINGS.contains(key);
  }

  boolean isMark() {
    return kind == Kind.MARK;
  }

  boolean isContent() {
    return kind != Kind.MARK && !isFunction();
  }

  /** The tokens wholly inside a span of the text; empty at its start if there are none. */
  static Range in(List<Token> tokens, Span span) {
    int start = 0;
    while (start < tokens.size() && tokens.get(start).span().start() < span.start()) {
      start++;
    }
    int end = start;
    while (end < tokens.size() && tokens.get(end).span().end() <= span.end()) {
      end++;
    }
    return new Range(start, end);
  }

  static Span span(List<Token> tokens, Range range) {
    return new Span(
        tokens.get(range.start()).span().start(), tokens.get(range.end() - 1).span().end());
  }

  /** Removes the marks at both ends of a range, but keeps at least one token. */
  static Range withoutMarks(List<Token> tokens, Range range) {
    int start = range.start();
    int end = range.end();
    while (start + 1 < end && tokens.get(start).isMark()) {
      start++;
    }
    while (end - 1 > start && tokens.get(end - 1).isMark()) {
      end--;
    }
    return new Range(start, end);
  }
}
