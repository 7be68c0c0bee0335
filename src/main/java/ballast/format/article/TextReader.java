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
import java.util.stream.IntStream;

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
  private final PageCodes codes;

  /** Reads pages without their inline markup. */
  public TextReader(ReaderOptions options) {
    this(options, PageCodes.NONE);
  }

  /**
   * @param codes finds the inline markup of pages
   */
  public TextReader(ReaderOptions options, PageCodes codes) {
    this(options, ArticleBytes.MAX, codes);
  }

  /** How it reads. */
  public ReaderOptions options() {
    return options;
  }

  TextReader(ReaderOptions options, int maxBytes) {
    this(options, maxBytes, PageCodes.NONE);
  }

  private TextReader(ReaderOptions options, int maxBytes, PageCodes codes) {
    this.codes = codes;
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
    List<String> warnings = new ArrayList<>(decoded.warnings());
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
            .types(passages, unmarked -> lines ? paragraphs(unmarked.size()) : types(unmarked));
    List<FoundBlock> blocks = blocks(passages, types);
    Document document =
        document(name, index, page ? codes.coded(decoded.text(), blocks) : blocks, notes);
    return new ReadText(
        document,
        decoded.encoding(),
        page ? ArticleFormat.HTML : ArticleFormat.TEXT,
        Sha256.hex(bytes),
        notes,
        warnings,
        waivers);
  }

  /**
   * The blocks that {@link #read} finds in these characters, all as paragraphs; pages with codes.
   *
   * @param text all characters of a file, without a byte order mark
   * @param page whether it is a page
   */
  public List<FoundBlock> blocks(String text, boolean page) {
    List<RawBlock> passages =
        page ? pages.read(text).passages() : textPassages(textLines(text), text, new ArrayList<>());
    List<FoundBlock> blocks = blocks(passages, paragraphs(passages.size()));
    return page ? codes.coded(text, blocks) : blocks;
  }

  /** The lines of each of the {@link #blocks}, as they are before they are joined. */
  public List<List<String>> lines(String text, boolean page) {
    List<List<RawLine>> blocks =
        page ? pages.paragraphs(text) : paragraphs(textLines(text), new ArrayList<>());
    return blocks.stream().map(lines -> lines.stream().map(RawLine::text).toList()).toList();
  }

  private List<RawLine> textLines(String text) {
    List<RawLine> lines = RawLine.of(text, options.layout());
    return WaiverNote.takeOut(lines, new LineIndex(text), "", new ArrayList<>());
  }

  private List<BlockType> types(List<RawBlock> passages) {
    List<BlockType> types = typer.types(passages);
    if (!options.isForTranslation()) {
      return types;
    }
    return IntStream.range(0, types.size())
        .mapToObj(i -> passages.get(i).markup().isWindowTitle() ? BlockType.HEADING : types.get(i))
        .toList();
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
    LineJoiner joiner = new LineJoiner(text);
    return paragraphs(raw, notes).stream().map(joiner::join).toList();
  }

  private List<List<RawLine>> paragraphs(List<RawLine> raw, List<String> notes) {
    List<RawLine> lines = RawLine.setOff(raw, options.mark());
    BitSet joined =
        options.layout() == Layout.LINES
            ? new BitSet()
            : SoftWraps.find(lines, BlockLabels::beginsBlock);
    if (!joined.isEmpty()) {
      notes.add(CountedNoun.of(joined.cardinality(), "soft-wrapped line") + " joined");
    }
    return SoftWraps.paragraphs(lines, joined);
  }

  private static List<FoundBlock> blocks(List<RawBlock> passages, List<BlockType> types) {
    List<FoundBlock> blocks = new ArrayList<>(passages.size());
    for (int i = 0; i < passages.size(); i++) {
      blocks.add(passages.get(i).found(types.get(i)));
    }
    return blocks;
  }

  private Document document(
      String name, LineIndex index, List<FoundBlock> blocks, List<String> notes) {
    DocumentAssembly assembly = new DocumentAssembly(index);
    blocks.forEach(assembly::add);
    return assembly.build(name, options.lang(), notes);
  }
}
