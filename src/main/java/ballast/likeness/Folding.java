package ballast.likeness;

import ballast.language.FullWidth;
import java.text.Normalizer;
import java.util.Locale;

/** Folds texts by NFKC and to lower case. */
final class Folding {

  private static final int CASE_SHIFT = 'a' - 'A';

  private Folding() {}

  /** {@code raw} after NFKC and in lower case. */
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

  /** Whether each character from {@code from} on folds by itself, to one character. */
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

  /**
   * A text in which the characters that {@link Negations} uses are in their simplified forms; other
   * characters stay.
   */
  static String simplified(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (simplified(text.charAt(i)) != text.charAt(i)) {
        char[] simplified = text.toCharArray();
        for (int j = i; j < simplified.length; j++) {
          simplified[j] = simplified(simplified[j]);
        }
        return new String(simplified);
      }
    }
    return text;
  }

  private static char simplified(char c) {
    return switch (c) {
      case '沒' -> '没';
      case '無' -> '无';
      case '別' -> '别';
      case '僅' -> '仅';
      case '過' -> '过';
      case '斷' -> '断';
      case '單' -> '单';
      case '來' -> '来';
      case '個' -> '个';
      case '級' -> '级';
      case '區' -> '区';
      case '類' -> '类';
      case '識' -> '识';
      case '緻' -> '致';
      case '論' -> '论';
      case '錫' -> '锡';
      case '線' -> '线';
      default -> c;
    };
  }
}
