package ballast.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.app.documents.TranslationReport.Skipped;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.documents.TranslationReport.TranslatedSentence;
import ballast.app.page.Json;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.format.article.ReadText;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import ballast.format.unit.XliffEntry;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.format.unit.XliffWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/** Writes pre-translated documents. */
public final class TranslationOutput {

  private static final String HEAD =
      "source\ttarget\tdocument\tline\ttype\tscore\tlike\ttranslated\torigin\tunit\n";

  private TranslationOutput() {}

  /**
   * Writes tab-separated lines, one per sentence, with a header; nothing if there are no sentences.
   * Cells that a spreadsheet could run as a formula are made safe. The stream stays open.
   */
  public static void writeTable(OutputStream stream, TranslationReport report) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
    boolean isEmpty = report.documents().stream().allMatch(one -> one.sentences().isEmpty());
    out.write(isEmpty ? "" : HEAD);
    for (TranslatedDocument document : report.documents()) {
      for (TranslatedSentence sentence : document.sentences()) {
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
      String copy = sentence.isFilled() ? sentence.translation() : "";
      line(out, segment.text(), copy, document, line, type, "", "", "", "", "");
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

  /**
   * Writes XLIFF, with matches as proposals. Text that is not to be translated is marked.
   *
   * @param copiesSource whether to copy the source into the target of untranslated sentences
   */
  public static void writeXliff(
      OutputStream out, XliffVersion version, TranslationReport report, boolean copiesSource)
      throws IOException {
    try (XliffWriter writer =
        new XliffWriter(out, version, report.direction().source(), report.direction().target())) {
      for (TranslatedDocument document : report.documents()) {
        ReadText text = document.text();
        writer.startOriginal(document.name(), text.sha256(), text.format().datatype());
        int block = -1;
        for (TranslatedSentence sentence : document.sentences()) {
          if (sentence.segment().blockIndex() != block) {
            block = sentence.segment().blockIndex();
            writer.startParagraph(document.name(), sentence.segment().type());
          }
          writer.write(document.name(), entry(sentence, copiesSource));
        }
      }
    }
  }

  private static XliffEntry entry(TranslatedSentence sentence, boolean copiesSource) {
    XliffEntry entry = XliffEntry.untranslated(sentence.segment().text(), sentence.codes());
    if (!sentence.segment().type().isContent()) {
      return entry.kept();
    }
    XliffEntry proposed =
        entry.with(
            sentence.found().stream().map(TranslationOutput::proposal).toList(),
            sentence.found().stream().flatMap(found -> remarks(found).stream()).toList());
    if (!sentence.isFilled()) {
      return copiesSource ? proposed.copied() : proposed;
    }
    if (sentence.found().isEmpty()) {
      return entry.repeated();
    }
    FoundTranslation best = sentence.best();
    boolean approved = best.match().unit().provenance().status() == Unit.Status.APPROVED;
    return proposed.filled(best.translation(), best.match().score(), approved);
  }

  private static XliffProposal proposal(FoundTranslation found) {
    return new XliffProposal(
        found.match().unit().id(),
        found.match().unit().provenance().document(),
        found.text(),
        found.translation(),
        found.match().likeness().similarity(),
        found.match().score());
  }

  private static List<String> remarks(FoundTranslation found) {
    if (found.match().renumbered() != null) {
      String other = found.match().unit().text(found.side().other());
      return List.of(found.match().score() + " % match: numbers replaced; the memory's: " + other);
    }
    return found.match().likeness().warnings().stream()
        .map(warning -> found.match().score() + " % match: " + MatchText.words(warning))
        .toList();
  }

  /** {@code ballast translate --json}, specified in {@code src/site/markdown/json.md}. */
  public static void writeJson(Writer out, TranslationReport report, boolean dryRun)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("from", report.direction().source().tag());
      json.put("to", report.direction().target().tag()).put("dryRun", dryRun);
      json.array("files");
      for (TranslatedDocument document : report.documents()) {
        json.object().put("file", document.name());
        json.put("encoding", document.text().encoding().charset().name());
        json.put("sentences", document.sentences().size()).end();
      }
      json.end();
      json.put("filled", report.counts().filled());
      json.put("copied", report.counts().copied());
      json.put("proposed", report.counts().proposed());
      json.put("empty", report.counts().empty());
      report.analysis().all().writeFields(json);
      write(json, "skipped", report.skipped());
      write(json, "unsearched", report.unsearched());
    }
  }

  private static void write(Json json, String field, List<Skipped> skipped) throws IOException {
    json.array(field);
    for (Skipped one : skipped) {
      json.object().place(one.location());
      json.put("type", one.type()).put("text", one.text()).end();
    }
    json.end();
  }
}
