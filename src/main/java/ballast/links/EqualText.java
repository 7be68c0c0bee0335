package ballast.links;

import ballast.bitext.Span;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds marked text that both sentences have: names in Latin letters, numbers, program code. */
final class EqualText {

  private final String source;
  private final String target;

  EqualText(String source, String target) {
    this.source = source;
    this.target = target;
  }

  /**
   * The place of the same text in the target; empty if it is not sure which, or there is none.
   *
   * @param marked in the source, without white space at its ends
   */
  Optional<Span> find(Span marked) {
    String text = marked.of(source);
    if (Han.occursIn(text) || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    List<Integer> here = places(text, source);
    List<Integer> there = places(text, target);
    int index = here.indexOf(marked.start());
    if (index < 0 || (there.size() != here.size() && there.size() != 1)) {
      return Optional.empty();
    }
    int start = there.get(there.size() == here.size() ? index : 0);
    return Optional.of(new Span(start, start + text.length()));
  }

  private static List<Integer> places(String part, String text) {
    List<Integer> places = new ArrayList<>();
    int at = text.indexOf(part);
    while (at >= 0) {
      if (isWhole(text, at, at + part.length())) {
        places.add(at);
      }
      at = text.indexOf(part, at + part.length());
    }
    return places;
  }

  private static boolean isWhole(String text, int start, int end) {
    return (start == 0 || !join(text.codePointBefore(start), text.codePointAt(start)))
        && (end == text.length() || !join(text.codePointBefore(end), text.codePointAt(end)));
  }

  private static boolean join(int left, int right) {
    return isLatin(left) && isLatin(right);
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c) && !Han.isHan(c);
  }
}
