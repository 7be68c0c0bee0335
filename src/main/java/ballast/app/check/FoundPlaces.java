package ballast.app.check;

import ballast.app.page.Html;
import ballast.bitext.Span;
import java.io.IOException;
import java.util.List;

/** Writes a text into a page, with the places of a finding marked. */
public final class FoundPlaces {

  private FoundPlaces() {}

  /**
   * Writes the text.
   *
   * @param spans in ascending order; they may overlap
   */
  public static void write(Html html, String text, List<Span> spans) throws IOException {
    int at = 0;
    for (Span span : spans) {
      // Spans may overlap; text is marked only once.
      int start = Math.max(at, span.start());
      if (span.end() > start) {
        html.add("{}<mark>{}</mark>", text.substring(at, start), text.substring(start, span.end()));
        at = span.end();
      }
    }
    html.add("{}", text.substring(at));
  }
}
