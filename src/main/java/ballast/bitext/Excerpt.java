package ballast.bitext;

/** Excerpts of a text for messages: its beginning, or a place with its surroundings. */
public final class Excerpt {

  private Excerpt() {}

  /**
   * A place with its surroundings.
   *
   * @param place a span of the text
   * @param max the greatest number of code points on each side of it
   */
  public static Span around(String text, Span place, int max) {
    int before = text.codePointCount(0, place.start());
    int after = text.codePointCount(place.end(), text.length());
    return new Span(
        before <= max ? 0 : text.offsetByCodePoints(place.start(), -max),
        after <= max ? text.length() : text.offsetByCodePoints(place.end(), max));
  }

  /**
   * The beginning of a text on one line, or all of it when it is short. Each run of line breaks and
   * other control characters becomes one space.
   *
   * @param max the greatest number of code points, at least 1, without the added …
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
