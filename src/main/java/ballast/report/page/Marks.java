package ballast.report.page;

import ballast.bitext.Span;
import java.io.IOException;
import java.util.List;

/** Writes a text of which some stretches are marked into a page. */
public final class Marks {

  private Marks() {}

  /**
   * Writes the text.
   *
   * @param spans the marked stretches, in UTF-16 units, in order, none overlapping
   * @param look the class of the marks
   */
  public static void write(Html html, String text, List<Span> spans, String look)
      throws IOException {
    int at = 0;
    for (Span span : spans) {
      html.add("{}", text.substring(at, span.start()));
      html.add("<mark class=\"{}\">{}</mark>", look, span.of(text));
      at = span.end();
    }
    html.add("{}", text.substring(at));
  }
}
