package ballast.format.document;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.article.BilingualText;
import ballast.format.article.DocumentAssembly;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.article.TextReader;
import ballast.format.article.WaiverNote;
import ballast.format.file.Decoding;
import ballast.format.file.Decoding.Decoded;
import ballast.format.file.EncodingDetector.Encoding;
import ballast.format.file.LineIndex;
import ballast.format.markup.MarkdownReader;
import ballast.format.markup.PageMarkup;
import ballast.format.markup.PoReader;
import ballast.format.markup.SubtitleReader;
import ballast.format.pdf.PdfReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article in any format into a {@link Document}: plain text, a saved page, Markdown,
 * subtitles, a word processor's file, slides, a workbook, an e-book or a PDF. Documents of older
 * formats are converted by LibreOffice first.
 *
 * <p>{@link ArticleFormat} recognises the format. The classes of a format are loaded with its first
 * file. Thread-safe.
 */
public final class DocumentReader {

  private final ReaderOptions options;
  private final LibreOffice office;

  /** Created for the first text or page, because it loads its own word lists. */
  private @Nullable TextReader texts;

  public DocumentReader(ReaderOptions options) {
    this(options, new LibreOffice());
  }

  DocumentReader(ReaderOptions options, LibreOffice office) {
    this.options = options;
    this.office = office;
  }

  private synchronized TextReader texts() {
    if (texts == null) {
      texts = new TextReader(options, new PageMarkup());
    }
    return texts;
  }

  public ReaderOptions options() {
    return options;
  }

  /**
   * @throws InputException if it cannot be read or holds no text
   */
  public ReadText read(Path file, String name) {
    return read(ArticleBytes.of(file, name), name);
  }

  /**
   * @throws InputException if they cannot be read or hold no text
   */
  public ReadText read(byte[] bytes, String name) {
    ArticleBytes.check(bytes, name);
    ArticleFormat format = ArticleFormat.of(name, bytes);
    boolean byLine = options.layout() == Layout.LINES && format.isText();
    if (byLine || format == ArticleFormat.TEXT || format == ArticleFormat.HTML) {
      return plain(format, texts().read(bytes, name));
    }
    List<String> notes = new ArrayList<>(List.of("read as " + format.title()));
    if (format.readAs().isPresent()) {
      notes.add("converted by LibreOffice");
    }
    List<String> warnings = new ArrayList<>();
    misnamed(format, name).ifPresent(warnings::add);
    return format.isText()
        ? markup(format, bytes, name, notes, warnings)
        : content(format, bytes, name, notes, warnings);
  }

  /**
   * Reads a file that holds a text and its translation.
   *
   * @param from language of the source; null for the first language in each pair
   * @throws InputException if it cannot be read, or does not hold two texts that may be
   *     translations of each other
   */
  public BilingualText readBilingual(byte[] bytes, String name, @Nullable Lang from) {
    boolean byLine = options.layout() == Layout.LINES;
    if (byLine || ArticleFormat.of(name, bytes) != ArticleFormat.PO) {
      return BilingualText.of(read(bytes, name), from);
    }
    ArticleBytes.check(bytes, name);
    return catalogue(bytes, name, from);
  }

  private static ReadText plain(ArticleFormat format, ReadText text) {
    String name = text.document().name();
    return ArticleFormat.named(name).filter(named -> !named.isText()).isEmpty()
        ? text
        : misnamed(format, name).map(text::withWarning).orElse(text);
  }

  private static Optional<String> misnamed(ArticleFormat format, String name) {
    return ArticleFormat.named(name)
        .filter(named -> named != format)
        .map(
            named ->
                "it is %s, although its name ends in %s"
                    .formatted(
                        format.title(),
                        name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT)));
  }

  private ReadText content(
      ArticleFormat format, byte[] bytes, String name, List<String> notes, List<String> warnings) {
    ArticleFormat readAs = format.readAs().orElse(format);
    byte[] read = readAs == format ? bytes : office.convert(format, bytes, name);
    FoundContent content =
        format == ArticleFormat.PDF
            ? new PdfReader().read(bytes, name)
            : OfficeReader.read(readAs, read, name);
    Encoding encoding = new Encoding(StandardCharsets.UTF_8, "the format has its own");
    DocumentAssembly assembly = new DocumentAssembly(null);
    Document document = document(assembly, content, name, notes, warnings);
    return new ReadText(document, encoding, format, Sha256.hex(bytes), notes, warnings, List.of());
  }

  private ReadText markup(
      ArticleFormat format, byte[] bytes, String name, List<String> notes, List<String> warnings) {
    Decoded decoded = decoded(bytes, name, notes);
    LineIndex index = new LineIndex(decoded.text());
    List<WaiverNote> waivers = WaiverNote.inComments(decoded.text(), index, name);
    String text = decoded.text();
    FoundContent content =
        switch (format) {
          case PO -> new PoReader().read(text, name);
          case SRT, VTT -> new SubtitleReader(!options.isForTranslation()).read(text, name);
          default -> new MarkdownReader(options.mark()).read(text, name);
        };
    DocumentAssembly assembly = new DocumentAssembly(index);
    Document document = document(assembly, content, name, notes, warnings);
    return new ReadText(
        document, decoded.encoding(), format, Sha256.hex(bytes), notes, warnings, waivers);
  }

  private Decoded decoded(byte[] bytes, String name, List<String> notes) {
    return ArticleBytes.decoded(
        new Decoding(), bytes, name, options.encoding(), /* page= */ false, notes);
  }

  private Document document(
      DocumentAssembly assembly,
      FoundContent content,
      String name,
      List<String> notes,
      List<String> warnings) {
    notes.addAll(content.notes());
    warnings.addAll(content.warnings());
    if (content.blocks().isEmpty()) {
      String why =
          content.warnings().stream().map(warning -> "; " + warning).findFirst().orElse("");
      throw ArticleBytes.empty(name, "it contains no text" + why);
    }
    for (FoundBlock block : content.blocks()) {
      boolean mark = block.type().isContent() && options.mark().isMark(block.text());
      assembly.add(mark ? block.withType(BlockType.MARK) : block);
    }
    return assembly.build(name, options.lang(), notes);
  }

  /**
   * Reads a gettext catalogue as two texts: its messages, and their translations. Fuzzy
   * translations do not count. Messages of only placeholders are skipped.
   *
   * @throws InputException if the file is not a catalogue, has no message, or both texts are in one
   *     language
   */
  private BilingualText catalogue(byte[] bytes, String name, @Nullable Lang from) {
    List<String> notes = new ArrayList<>(List.of("read as " + ArticleFormat.PO.title()));
    Decoded decoded = decoded(bytes, name, notes);
    LineIndex index = new LineIndex(decoded.text());
    List<PoReader.Pair> all = new PoReader().pairs(decoded.text(), name);
    List<FoundBlock> messages = new ArrayList<>();
    List<FoundBlock> translations = new ArrayList<>();
    List<Integer> untranslated = new ArrayList<>();
    for (PoReader.Pair pair : all) {
      FoundBlock translation = pair.target();
      if (pair.fuzzy() || !pair.source().type().isContent()) {
        continue;
      }
      if (translation == null) {
        untranslated.add(messages.size());
        messages.add(pair.source());
      } else if (translation.type().isContent()) {
        messages.add(pair.source());
        translations.add(translation);
      }
    }
    if (messages.isEmpty()) {
      throw new InputException(
          "cannot find a text and its translation in \""
              + name
              + "\": it has no messages with text,"
              + " or all translations are fuzzy",
          "check that it is the file you mean");
    }
    List<String> warnings = new ArrayList<>();
    long fuzzy = all.stream().filter(PoReader.Pair::fuzzy).count();
    if (fuzzy > 0) {
      warnings.add(
          CountedNoun.of(fuzzy, "translation is", "translations are")
              + " marked as fuzzy and left out");
    }
    ReadText first =
        new ReadText(
            side(index, name, messages),
            decoded.encoding(),
            ArticleFormat.PO,
            Sha256.hex(bytes),
            notes,
            warnings,
            WaiverNote.inComments(decoded.text(), index, name));
    Lang lang = first.document().lang();
    Document second =
        translations.isEmpty()
            ? first.document().part(lang.isChinese() ? Lang.EN_US : Lang.ZH_CN, List.of())
            : side(index, name, translations);
    List<Block> rest = untranslated.stream().map(first.document().blocks()::get).toList();
    return BilingualText.ofCatalogue(first, first.asSecond(second), rest, from);
  }

  private static Document side(LineIndex index, String name, List<FoundBlock> blocks) {
    DocumentAssembly assembly = new DocumentAssembly(index);
    blocks.forEach(assembly::add);
    return assembly.build(name, null, new ArrayList<>());
  }
}
