package ballast.likeness;

import ballast.bitext.Span;
import ballast.language.FullWidth;
import ballast.language.Han;
import ballast.language.Han.HanForms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The character forms that two otherwise equal texts differ in. */
public enum CharacterForms {
  WIDTH,
  CASE,
  SCRIPT;

  /**
   * @param differences between their normal texts
   */
  public static Set<CharacterForms> differing(String left, String right, Differences differences) {
    Set<CharacterForms> differing = EnumSet.noneOf(CharacterForms.class);
    if (left.equals(right)) {
      return differing;
    }
    if (differ(left, right, differences, CharacterForms::isWide)) {
      differing.add(WIDTH);
    }
    if (differ(left, right, differences, CharacterForms::isCapital)) {
      differing.add(CASE);
    }
    if (isOtherScript(left, right, differences)) {
      differing.add(SCRIPT);
    }
    return differing;
  }

  /** Returns whether the equal parts have different numbers of these characters. */
  private static boolean differ(
      String left, String right, Differences differences, IntPredicate what) {
    return count(left, differences.left(), what) != count(right, differences.right(), what);
  }

  private static int count(String text, List<Span> without, IntPredicate what) {
    int count = count(text, what);
    if (count > 0) {
      for (Span span : without) {
        count -= count(span.of(text), what);
      }
    }
    return count;
  }

  private static int count(String text, IntPredicate what) {
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      if (what.test(code)) {
        count++;
      }
      i += Character.charCount(code);
    }
    return count;
  }

  /** Same as {@link Character#isUpperCase(int)}, but quicker for Chinese text. */
  static boolean isCapital(int code) {
    if (code < 0x80) {
      return code >= 'A' && code <= 'Z';
    }
    return !(code >= 0x3000 && code <= 0x9FFF) && Character.isUpperCase(code);
  }

  private static boolean isWide(int code) {
    return FullWidth.isForm(code)
        || (code >= 0xFF5F && code <= 0xFF60)
        || (code >= 0xFFE0 && code <= 0xFFE6)
        || code == 0x3000;
  }

  private static boolean isOtherScript(String left, String right, Differences differences) {
    String a = han(left, differences.left());
    String b = a.isEmpty() ? "" : han(right, differences.right());
    if (b.isEmpty()) {
      return false;
    }
    HanForms forms = new HanForms("");
    HanForms.Counts one = forms.count(a, a.length());
    HanForms.Counts other = forms.count(b, b.length());
    return (one.simplified() > 0 && other.traditional() > 0)
        || (one.traditional() > 0 && other.simplified() > 0);
  }

  private static String han(String text, List<Span> spans) {
    StringBuilder han = new StringBuilder();
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        char c = text.charAt(i);
        if (Han.isHan(c)) {
          han.append(c);
        }
      }
    }
    return han.toString();
  }
}
