package ballast.app.page;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** A text divided into marked stretches and the parts between them. */
public final class Marks {

  public record Part(String text, boolean marked) {}

  private Marks() {}

  /**
   * Divides a text.
   *
   * @param spans in UTF-16 units, in ascending order; they may overlap
   */
  public static List<Part> of(String text, List<Span> spans) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Span span : spans) {
      // Spans may overlap; text is marked only once.
      int start = Math.max(at, span.start());
      if (span.end() > start) {
        parts.add(new Part(text.substring(at, start), false));
        parts.add(new Part(text.substring(start, span.end()), true));
        at = span.end();
      }
    }
    parts.add(new Part(text.substring(at), false));
    return parts;
  }
}
