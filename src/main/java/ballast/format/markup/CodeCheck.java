package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the codes of a translated text with those of its block. */
final class CodeCheck {

  private CodeCheck() {}

  /** What is wrong with the codes of a text; empty if each stands exactly once and in order. */
  static Optional<String> problem(List<InlineCode> wanted, TranslatedBlock translated) {
    List<String> missing = new ArrayList<>(wanted.stream().map(CodeCheck::key).toList());
    Set<String> open = new HashSet<>();
    int last = 0;
    for (InlineCode code : translated.codes()) {
      if (!missing.remove(key(code))) {
        boolean known = wanted.stream().anyMatch(one -> key(one).equals(key(code)));
        return Optional.of(named(code) + (known ? " stands twice" : " is not in the original"));
      }
      if (code.offset() < last || code.offset() > translated.text().length()) {
        return Optional.of(named(code) + " stands outside the text or out of order");
      }
      last = code.offset();
      if (code.isOpening()) {
        open.add(code.attributes());
      } else if (code.isClosing() && !open.contains(code.attributes())) {
        return Optional.of(named(code) + " stands before the code that it closes");
      }
    }
    return wanted.stream()
        .filter(code -> missing.contains(key(code)))
        .findFirst()
        .map(code -> named(code) + " is missing");
  }

  private static String key(InlineCode code) {
    return code.element() + '\u0000' + code.attributes() + '\u0000' + code.content();
  }

  private static String named(InlineCode code) {
    return "the code " + code.content();
  }

  /**
   * Whether two lists have the same codes at the same places, whatever their numbers; {@code **} is
   * the same as {@code <strong>}.
   */
  static boolean sameNative(List<InlineCode> some, List<InlineCode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      InlineCode one = some.get(i);
      InlineCode other = others.get(i);
      if (one.offset() != other.offset()
          || !one.element().equals(other.element())
          || !(one.content().equals(other.content()) || CodeKind.sameLook(one, other))) {
        return false;
      }
    }
    return true;
  }
}
