package ballast.app.check;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** A text divided into the places of a finding and the parts between them. */
final class FoundPlaces {

  record Part(String text, boolean marked) {}

  private FoundPlaces() {}

  /**
   * Divides a text.
   *
   * @param spans in ascending order; they may overlap
   */
  static List<Part> of(String text, List<Span> spans) {
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
