package ballast.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.documents.TranslationReport.TranslatedSentence;
import ballast.bitext.Segment;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Arrays;

/**
 * Writes pre-translated documents as tab-separated lines, one per sentence, with a header. Cells
 * that a spreadsheet could run as a formula are made safe.
 */
public final class TranslationTable {

  private TranslationTable() {}

  /** Writes all documents; nothing if there are no sentences. The stream stays open. */
  public static void write(OutputStream stream, TranslationReport report) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
    boolean started = false;
    for (TranslatedDocument document : report.documents()) {
      for (TranslatedSentence sentence : document.sentences()) {
        if (!started) {
          line(
              out,
              "source",
              "target",
              "document",
              "line",
              "type",
              "score",
              "like",
              "translated",
              "origin",
              "unit");
          started = true;
        }
        write(out, document.name(), sentence);
      }
    }
    out.flush();
  }

  private static void write(Writer out, String document, TranslatedSentence sentence)
      throws IOException {
    Segment segment = sentence.segment();
    String line = Integer.toString(segment.location().line());
    String type = segment.type().label();
    if (sentence.found().isEmpty()) {
      line(out, segment.text(), "", document, line, type, "", "", "", "", "");
      return;
    }
    FoundTranslation best = sentence.best();
    line(
        out,
        segment.text(),
        sentence.isFilled() ? best.translation() : "",
        document,
        line,
        type,
        Integer.toString(best.match().score()),
        best.text(),
        best.translation(),
        best.match().unit().provenance().document(),
        best.match().unit().id());
  }

  private static void line(Writer out, String... cells) throws IOException {
    out.write(TsvLine.of(Arrays.stream(cells).map(SafeCell::written).toArray(String[]::new)));
    out.write("\n");
  }
}
