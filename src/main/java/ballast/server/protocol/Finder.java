package ballast.server.protocol;

import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Concordance;
import ballast.report.page.Html;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.workflow.memory.MemoryPool;
import ballast.workflow.memory.PhraseSearch;
import ballast.workflow.translate.SearchSide;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Shows in a browser where marked words occur in the memory. OmegaT's External Finder opens the
 * page by a key; {@code finder.xml} tells it how.
 */
final class Finder {

  private static final String XML = "application/xml; charset=utf-8";
  private static final int MAX_HITS = 50;

  private final MemoryPool pool;

  Finder(MemoryPool pool) {
    this.pool = pool;
  }

  List<Operation> operations() {
    return List.of(
        new Operation(
            "/find",
            Operation.GET,
            "Where a word or phrase occurs, as a page",
            List.of(Operation.Field.needed("text", "what is looked for")),
            Operation.Content.HTML,
            this::find),
        new Operation(
            "/finder.xml",
            Operation.GET,
            "A file for OmegaT's folder of settings: a key opens /find for the marked words",
            List.of(),
            new Operation.Content("application/xml", ""),
            Finder::settings));
  }

  /** The gate has checked the host. */
  private static Answer settings(Call call) throws IOException {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <items>
          <item>
            <name>Ballast</name>
            <url target="both" encoding="escape">http://%s/find?text={target}</url>
            <keystroke>ctrl alt F</keystroke>
          </item>
        </items>
        """;
    return Answer.of(XML, out -> out.write(xml.formatted(call.header("host"))));
  }

  private Answer find(Call call) throws IOException {
    String text = call.query().required("text").strip();
    if (text.isEmpty()) {
      throw RefusedException.badRequest("parameter \"text\" is blank");
    }
    PhraseSearch.Request request = new PhraseSearch.Request(text, SearchSide.BOTH, MAX_HITS);
    Concordance found =
        pool.read(memory -> new PhraseSearch(memory).find(request))
            .orElse(new Concordance(0, List.of()));
    return Answer.of(Answer.HTML, out -> write(out, text, found));
  }

  private static void write(Writer out, String text, Concordance found) throws IOException {
    Html html = new Html(out);
    html.add(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="/pages.css">
        <title>{} – Ballast</title>
        </head>
        <body>
        <h1>{}</h1>
        <p class="soft">{}</p>
        <ul class="hits">
        """,
        text,
        text,
        summary(found));
    for (Concordance.Hit hit : found.hits()) {
      Unit unit = hit.unit();
      Side side = hit.side();
      html.add("<li><p lang=\"{}\">", unit.lang(side));
      int from = 0;
      for (Span span : hit.spans()) {
        html.add(
            "{}<mark>{}</mark>",
            unit.text(side).substring(from, span.start()),
            span.of(unit.text(side)));
        from = span.end();
      }
      html.add(
          "{}</p><p lang=\"{}\">{}</p><p class=\"soft\">{}</p></li>\n",
          unit.text(side).substring(from),
          unit.lang(side.other()),
          unit.text(side.other()),
          unit.provenance().document());
    }
    html.add("</ul>\n</body>\n</html>\n");
  }

  private static String summary(Concordance found) {
    int shown = found.hits().size();
    return found.total() == 0
        ? "No text of the memory contains it."
        : "Texts that contain it: "
            + found.total()
            + (shown < found.total() ? "; " + shown + " are shown." : ".");
  }
}
