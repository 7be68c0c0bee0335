package ballast.workflow.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.format.table.TsvLine;
import ballast.format.unit.XliffEntry;
import ballast.format.unit.XliffProposal;
import ballast.format.unit.XliffWriter;
import ballast.report.memory.MatchText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Where a pre-translated document goes: one class a format. */
public interface TranslationSink extends AutoCloseable {

  /** A block of a document begins; its sentences follow. */
  void startParagraph(String document, BlockType type) throws IOException;

  void write(String document, PreTranslation.Sentence sentence) throws IOException;

  @Override
  void close() throws IOException;

  /** XLIFF: the matches are proposals, what is not to be translated is marked so. */
  record Xliff(XliffWriter writer) implements TranslationSink {

    @Override
    public void startParagraph(String document, BlockType type) throws IOException {
      writer.startParagraph(document, type);
    }

    @Override
    public void write(String document, PreTranslation.Sentence sentence) throws IOException {
      XliffEntry entry = XliffEntry.untranslated(sentence.segment().text());
      if (!sentence.segment().type().isContent()) {
        writer.write(document, entry.kept());
        return;
      }
      entry =
          entry.with(
              sentence.found().stream().map(Xliff::proposal).toList(),
              sentence.found().stream().flatMap(found -> remarks(found).stream()).toList());
      writer.write(
          document,
          sentence.isFilled()
              ? entry.filled(sentence.best().translation(), sentence.best().match().score())
              : entry);
    }

    private static XliffProposal proposal(MemoryLookup.Found found) {
      return new XliffProposal(
          found.match().unit().id(),
          found.match().unit().provenance().document(),
          found.text(),
          found.translation(),
          found.match().similarity(),
          found.match().score());
    }

    private static List<String> remarks(MemoryLookup.Found found) {
      return found.match().warnings().stream()
          .map(warning -> found.match().score() + " % match: " + MatchText.words(warning))
          .toList();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** A line a sentence, with a line of heads. */
  final class Tsv implements TranslationSink {

    private final Writer out;
    private boolean started;

    public Tsv(OutputStream stream) {
      this.out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
    }

    @Override
    public void startParagraph(String document, BlockType type) throws IOException {
      if (!started) {
        line(
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
    }

    @Override
    public void write(String document, PreTranslation.Sentence sentence) throws IOException {
      Segment segment = sentence.segment();
      String line = Integer.toString(segment.location().line());
      String type = segment.type().label();
      if (sentence.found().isEmpty()) {
        line(segment.text(), "", document, line, type, "", "", "", "", "");
        return;
      }
      MemoryLookup.Found best = sentence.best();
      line(
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

    private void line(String... cells) throws IOException {
      out.write(TsvLine.of(cells));
      out.write("\n");
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
