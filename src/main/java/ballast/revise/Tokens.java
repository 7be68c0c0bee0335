package ballast.revise;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.FunctionWords;
import ballast.language.FunctionWords.ChineseFunctionWords;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text divided into tokens: words, numbers and single marks. Every character except white space
 * is in exactly one token.
 */
record Tokens(String text, List<Token> list) {

  Tokens {
    list = List.copyOf(list);
  }

  static Tokens of(String text, ChineseWords words) {
    List<Token> list = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (WhiteSpace.isSpace(c)) {
        at += Character.charCount(c);
      } else if (Han.isHan(c)) {
        at = han(text, at, words, list);
      } else if (isWordPart(c)) {
        at = word(text, at, list);
      } else {
        int end = at + Character.charCount(c);
        while (end < text.length() && isCombining(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        list.add(new Token(text.substring(at, end), new Span(at, end), Token.Kind.MARK));
        at = end;
      }
    }
    return new Tokens(text, list);
  }

  int size() {
    return list.size();
  }

  Token get(int index) {
    return list.get(index);
  }

  private static int han(String text, int start, ChineseWords words, List<Token> list) {
    int end = start;
    while (end < text.length() && Han.isHan(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    StringBuilder run = new StringBuilder();
    text.substring(start, end).codePoints().map(words::simplified).forEach(run::appendCodePoint);
    ChineseWords.Cut cut = words.cut(run.toString());
    int from = start;
    int offset = 0;
    for (int at = start; at < end; ) {
      offset += Character.charCount(run.codePointAt(offset));
      at += Character.charCount(text.codePointAt(at));
      if (cut.endsAt(offset)) {
        list.add(new Token(text.substring(from, at), new Span(from, at), Token.Kind.HAN));
        from = at;
      }
    }
    return end;
  }

  /**
   * Reads letters and digits, an apostrophe between letters, and a point or comma between digits.
   */
  private static int word(String text, int start, List<Token> list) {
    int at = start;
    boolean letters = false;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (isWordPart(c)) {
        letters |= !Character.isDigit(c);
      } else if (!isCombining(c) && !joins(text, start, at, next)) {
        break;
      }
      at = next;
    }
    Token.Kind kind = letters ? Token.Kind.WORD : Token.Kind.NUMBER;
    list.add(new Token(text.substring(start, at), new Span(start, at), kind));
    return at;
  }

  private static boolean joins(String text, int start, int at, int next) {
    if (at == start || next >= text.length()) {
      return false;
    }
    int previous = text.codePointBefore(at);
    int following = text.codePointAt(next);
    char c = text.charAt(at);
    return switch (c) {
      case '\'', '\u2019' -> isLetter(previous) && isLetter(following);
      case '.', ',' -> Character.isDigit(previous) && Character.isDigit(following);
      default -> false;
    };
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && !Han.isHan(c);
  }

  private static boolean isWordPart(int c) {
    return isLetter(c) || Character.isDigit(c);
  }

  private static boolean isCombining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * A piece of a text that edits do not divide.
   *
   * @param span in UTF-16 units
   */
  record Token(String text, Span span, Kind kind) {

    /** White space is not a token. */
    enum Kind {
      /** Letters, also with digits and apostrophes. */
      WORD,
      HAN,
      /** Digits, also with points and commas between them. */
      NUMBER,
      MARK
    }

    /** Returns false for marks and words that only link others. */
    boolean hasContent() {
      return switch (kind) {
        case MARK -> false;
        case NUMBER -> true;
        case WORD -> !FunctionWords.isLink(text.toLowerCase(Locale.ROOT));
        case HAN -> !ChineseFunctionWords.isLink(text);
      };
    }
  }
}
