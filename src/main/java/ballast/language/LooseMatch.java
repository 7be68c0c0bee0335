package ballast.language;

import ballast.bitext.Span;
import java.util.Optional;

/**
 * A text found inside another one that has the same characters but may have other white space.
 * Places are UTF-16 units.
 */
public final class LooseMatch {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private LooseMatch(String text) {
    this.text = text;
    this.starts = new int[text.length()];
    this.ends = new int[text.length()];
  }

  /**
   * Finds a text at a place of another one.
   *
   * @param at where its first visible character must be
   * @param limit where it must end at the latest
   * @return empty if it is not there, or blank
   */
  public static Optional<LooseMatch> of(String text, String other, int at, int limit) {
    LooseMatch match = new LooseMatch(text);
    return !text.isBlank() && match.find(other, at, limit) ? Optional.of(match) : Optional.empty();
  }

  private boolean find(String other, int at, int limit) {
    int j = at;
    for (int i = 0; i < text.length(); i++) {
      boolean space = WhiteSpace.isSpace(text.charAt(i));
      while (!space && i > 0 && j < limit && WhiteSpace.isSpace(other.charAt(j))) {
        j++;
      }
      boolean there = j < limit && WhiteSpace.isSpace(other.charAt(j)) == space;
      if (!space && !(there && other.charAt(j) == text.charAt(i))) {
        return false;
      }
      starts[i] = j;
      j += there ? 1 : 0;
      ends[i] = j;
    }
    return true;
  }

  /** Returns where a span of the text is in the other one; an empty one next to a character. */
  public Span find(Span span) {
    int start = span.start();
    if (!span.isEmpty()) {
      return new Span(starts[start], ends[span.end() - 1]);
    }
    boolean behind =
        start == text.length() || (start > 0 && !WhiteSpace.isSpace(text.charAt(start - 1)));
    int place = behind ? ends[start - 1] : starts[start];
    return new Span(place, place);
  }
}
