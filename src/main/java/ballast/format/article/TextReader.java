package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.file.BinaryFiles;
import ballast.format.file.Characters;
import ballast.format.file.CommonHan;
import ballast.format.file.Decoding;
import ballast.format.file.Decoding.Decoded;
import ballast.format.file.EncodingDetector;
import ballast.format.file.LineIndex;
import ballast.format.file.WordList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Reads a plain text or a saved web page into a {@link Document}.
 *
 * <p>{@link ArticleFormat} says which files are pages. Thread-safe.
 */
public final class TextReader implements ArticleReader {

  private final ReaderOptions options;
  private final int maxBytes;
  private final Decoding decoding;
  private final BlockTyper typer;
  private final PageReader pages;

  public TextReader(ReaderOptions options) {
    this(options, ArticleBytes.MAX);
  }

  /** How it reads. */
  public ReaderOptions options() {
    return options;
  }

  TextReader(ReaderOptions options, int maxBytes) {
    this.options = options;
    this.maxBytes = maxBytes;
    this.decoding = new Decoding(new EncodingDetector(new CommonHan()));
    this.typer = new BlockTyper(new Furniture(WordList.load("furniture.txt")));
    this.pages = new PageReader(new PageHints(WordList.load("page-hints.txt")), options.mark());
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @throws InputException if it cannot be read, is not text or holds no text
   */
  public ReadText read(Path file, String name) {
    return read(ArticleBytes.of(file, name, maxBytes), name);
  }

  /**
   * Reads bytes that have been read already, for example from standard input.
   *
   * @param name what the user calls them, for messages
   * @throws InputException if they are not text or hold no text
   */
  @Override
  public ReadText read(byte[] bytes, String name) {
    ArticleBytes.check(bytes, name, maxBytes);
    BinaryFiles.refuseKnown(bytes, name);
    boolean lines = options.layout() == Layout.LINES;
    boolean page = !lines && ArticleFormat.of(name, bytes) == ArticleFormat.HTML;
    Decoded decoded = decoding.decode(bytes, name, options.encoding(), page);
    if (Characters.isBlank(decoded.text())) {
      throw ArticleBytes.empty(
          name, decoded.text().isEmpty() ? "it is empty" : "it contains only white space");
    }
    BinaryFiles.refuseControls(decoded.text(), name);
    List<String> notes = new ArrayList<>();
    notes.add("encoding " + decoded.encoding());
    notes.addAll(decoded.notes());
    if (page) {
      notes.add("read as a web page (HTML)");
    }
    LineIndex index = new LineIndex(decoded.text());
    List<WaiverNote> waivers =
        page ? WaiverNote.inComments(decoded.text(), index, name) : new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<RawBlock> passages =
        page
            ? pagePassages(decoded.text(), notes, warnings)
            : textPassages(
                WaiverNote.takeOut(
                    RawLine.of(decoded.text(), options.layout()), index, name, waivers),
                decoded.text(),
                notes);
    if (passages.isEmpty()) {
      throw ArticleBytes.empty(
          name, page ? "the page contains no text" : "it contains only waivers");
    }
    if (!waivers.isEmpty()) {
      notes.add(CountedNoun.of(waivers.size(), "waiver"));
    }
    List<BlockType> types =
        options
            .mark()
            .types(
                passages, unmarked -> lines ? paragraphs(unmarked.size()) : typer.types(unmarked));
    Document document = document(name, index, passages, types, notes);
    return new ReadText(
        document,
        decoded.encoding(),
        page ? ArticleFormat.HTML : ArticleFormat.TEXT,
        Sha256.hex(bytes),
        notes,
        warnings,
        waivers);
  }

  private static List<BlockType> paragraphs(int count) {
    return Collections.nCopies(count, BlockType.PARAGRAPH);
  }

  private List<RawBlock> pagePassages(String html, List<String> notes, List<String> warnings) {
    PageReader.Page page = pages.read(html);
    notes.addAll(page.notes());
    warnings.addAll(page.warnings());
    return page.passages();
  }

  private List<RawBlock> textPassages(List<RawLine> raw, String text, List<String> notes) {
    List<RawLine> lines = RawLine.setOff(raw, options.mark());
    BitSet joined =
        options.layout() == Layout.LINES
            ? new BitSet()
            : SoftWraps.find(lines, BlockLabels::beginsBlock);
    if (!joined.isEmpty()) {
      notes.add(CountedNoun.of(joined.cardinality(), "soft-wrapped line") + " joined");
    }
    LineJoiner joiner = new LineJoiner(text);
    return SoftWraps.paragraphs(lines, joined).stream().map(joiner::join).toList();
  }

  private Document document(
      String name,
      LineIndex index,
      List<RawBlock> passages,
      List<BlockType> types,
      List<String> notes) {
    DocumentAssembly assembly = new DocumentAssembly(index);
    for (int i = 0; i < passages.size(); i++) {
      assembly.add(passages.get(i), types.get(i));
    }
    return assembly.build(name, options.lang(), notes);
  }
}
