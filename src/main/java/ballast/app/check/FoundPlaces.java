package ballast.app.check;

import ballast.app.page.Html;
import ballast.bitext.Span;
import java.io.IOException;
import java.util.List;

/** Writes a text in which the places of a finding are marked into a page. */
public final class FoundPlaces {

  private FoundPlaces() {}

  /**
   * Writes the text.
   *
   * @param spans by rising start; they may overlap
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
