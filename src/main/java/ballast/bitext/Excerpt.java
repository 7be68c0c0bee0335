package ballast.bitext;

/** Excerpts of a text for messages: its beginning, or a span with its surroundings. */
public final class Excerpt {

  private Excerpt() {}

  /**
   * Extends a span by its surroundings.
   *
   * @param max maximum code points on each side of it
   */
  public static Span around(String text, Span place, int max) {
    int before = text.codePointCount(0, place.start());
    int after = text.codePointCount(place.end(), text.length());
    return new Span(
        before <= max ? 0 : text.offsetByCodePoints(place.start(), -max),
        after <= max ? text.length() : text.offsetByCodePoints(place.end(), max));
  }

  /**
   * Returns the beginning of a text on one line, or all of it if it is short. Each run of line
   * breaks and other control characters becomes one space.
   *
   * @param max maximum code points, at least 1, without the added …
   */
  public static String of(String text, int max) {
    boolean whole = text.codePointCount(0, text.length()) <= max;
    String start = whole ? text : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    StringBuilder line = new StringBuilder(start.length());
    boolean control = false;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      boolean again = control;
      control = Character.isISOControl(c);
      if (!control) {
        line.append(c);
      } else if (!again) {
        line.append(' ');
      }
    }
    return line.toString();
  }
}
