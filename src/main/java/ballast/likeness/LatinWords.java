package ballast.likeness;

import ballast.bitext.Span;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The words in Latin letters of a text: a Latin letter and the Latin letters, combining marks and
 * decimal digits after it.
 */
final class LatinWords {

  private LatinWords() {}

  /** The places of the words, in order. */
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
