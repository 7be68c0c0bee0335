package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.format.file.CountedInput;
import ballast.format.file.FileStart;
import ballast.format.file.XmlEvents;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import ballast.format.unit.BilingualUnit.Part;
import ballast.format.unit.TmxWriter.TmxSink;
import ballast.format.unit.UnitSink.SinkOptions;
import ballast.format.unit.XliffWriter.XliffSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formats of files of translation units. Reading, writing, detection and messages all use this
 * list: a new format needs a reader, a {@link UnitSink} and a constant here.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, the functions stateless
public enum UnitFormat {
  TMX(
      "TMX",
      new Extensions(List.of("tmx"), List.of()),
      start -> start.root().equals("tmx"),
      inOrder(TmxReader::read),
      TmxSink::new),
  /**
   * Bilingual files of OASIS, including those of Trados, memoQ (compressed or not), Phrase and
   * Wordfast.
   */
  XLIFF(
      "XLIFF",
      new Extensions(
          List.of("xlf", "xliff"), List.of("sdlxliff", "mqxliff", "mqxlz", "mxliff", "txlf")),
      start -> start.root().equals("xliff") || (start.isZip() && start.contains(".mqxliff")),
      inOrder(
          (in, name, options, events) ->
              XliffReader.read(MqxlzFile.bilingual(in, name), name, options, events)),
      XliffSink::new),
  /** Tab-separated lines, which cannot be distinguished from other text by their content. */
  TSV(
      "TSV",
      new Extensions(List.of("tsv"), List.of()),
      start -> false,
      inOrder(TsvUnitReader::read),
      TsvSink::new),
  /** The memory of Wordfast Classic, a tab-separated text file with a header. */
  WORDFAST(
      "Wordfast",
      new Extensions(List.of("wf.txt"), List.of()),
      start -> WordfastReader.isHeader(start.line()),
      inOrder(WordfastReader::read),
      WordfastSink::new),
  /** The memory of Trados Studio, a database. */
  SDLTM(
      "SDLTM",
      new Extensions(List.of(), List.of("sdltm")),
      FileStart::isNamelessDatabase,
      (source, options, events) ->
          SdltmReader.read(source.file(), source.name(), options, events, source.position()),
      UnitFormat::onlyRead),
  /** The bilingual file of Wordfast Pro. */
  TXML(
      "TXML",
      new Extensions(List.of(), List.of("txml")),
      start -> start.root().equals("txml"),
      inOrder(TxmlReader::read),
      UnitFormat::onlyRead),
  /** The bilingual file of Trados before Studio. */
  TTX(
      "TTX",
      new Extensions(List.of(), List.of("ttx")),
      start -> start.root().equals("TRADOStag"),
      inOrder(TtxReader::read),
      UnitFormat::onlyRead);

  /**
   * The extensions of file names, without the first dot and {@code .gz}.
   *
   * @param written extensions of files to write, the usual one first
   * @param alsoRead extensions accepted only for reading
   */
  private record Extensions(List<String> written, List<String> alsoRead) {}

  record Source(Path file, String name, LongConsumer position) {}

  @FunctionalInterface
  private interface Reader {
    void read(Source source, PairOptions options, UnitEvents events) throws IOException;
  }

  @FunctionalInterface
  private interface StreamReader {
    void read(InputStream in, String name, PairOptions options, UnitEvents events)
        throws IOException;
  }

  @FunctionalInterface
  private interface Writer {
    UnitSink begin(OutputStream out, SinkOptions options) throws IOException;
  }

  private final String title;
  private final Extensions extensions;
  private final Predicate<FileStart> look;
  private final Reader reader;
  private final Writer writer;

  UnitFormat(
      String title,
      Extensions extensions,
      Predicate<FileStart> look,
      Reader reader,
      Writer writer) {
    this.title = title;
    this.extensions = extensions;
    this.look = look;
    this.reader = reader;
    this.writer = writer;
  }

  /** The extensions of files read as this format, without the first dot, the usual one first. */
  public List<String> allExtensions() {
    return Stream.concat(extensions.written().stream(), extensions.alsoRead().stream()).toList();
  }

  /** The usual extension, without the dot. */
  public String extension() {
    return extensions.written().get(0);
  }

  private static Reader inOrder(StreamReader reader) {
    return (source, options, events) -> {
      InputStream file = Files.newInputStream(source.file());
      try (InputStream in = new CountedInput(file, source.position())) {
        reader.read(in, source.name(), options, events);
      }
    };
  }

  private static UnitSink onlyRead(OutputStream out, SinkOptions options) {
    throw new InputException(
        "cannot write this format: it is only read",
        "write TMX or XLIFF, which its program imports");
  }

  void read(Source source, PairOptions options, UnitEvents events) throws IOException {
    reader.read(source, options, events);
  }

  /** Begins a file of this format. The stream is flushed at the end, not closed. */
  public UnitSink begin(OutputStream out, SinkOptions options) throws IOException {
    return writer.begin(out, options);
  }

  /** Returns the format for the name of a file to read; empty if there is none. */
  public static Optional<UnitFormat> named(String file) {
    String name = plain(file);
    return Arrays.stream(values())
        .filter(format -> endsIn(format.allExtensions(), name))
        .findFirst();
  }

  /** Returns the format shown by the first bytes, regardless of the name; empty if none. */
  public static Optional<UnitFormat> of(FileStart start) {
    return Arrays.stream(values()).filter(format -> format.look.test(start)).findFirst();
  }

  /** Whether the name of a file to write has a known extension, ignoring {@code .gz}. */
  public static boolean isOne(String file) {
    String name = plain(file);
    return Arrays.stream(values()).anyMatch(format -> format.isWritten(name));
  }

  /**
   * Returns the format of a file to write by its extension, ignoring {@code .gz}.
   *
   * @throws InputException if it has the extension of no format
   */
  public static UnitFormat of(String file) {
    String name = plain(file);
    return Arrays.stream(values())
        .filter(format -> format.isWritten(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "cannot export to a file whose name ends in \"" + extension(file) + "\"",
                    "end it in %s, perhaps with .gz, or add --format %s"
                        .formatted(
                            extensions(),
                            written().map(UnitFormat::toString).collect(Collectors.joining("|")))));
  }

  /** Formats that can be read, for a sentence: {@code TMX, XLIFF or TSV}. */
  public static String titles() {
    return list(Arrays.stream(values()).map(format -> format.title));
  }

  /** Formats that can be written, for a sentence: {@code TMX, XLIFF or TSV}. */
  public static String writtenTitles() {
    return list(written().map(format -> format.title));
  }

  /** Usual extensions of files to write, for a sentence: {@code .tmx, .xlf or .tsv}. */
  public static String extensions() {
    return list(written().map(format -> "." + format.extensions.written.get(0)));
  }

  /** Usual extensions of files to read, for a sentence: {@code .tmx, .xlf or .tsv}. */
  public static String readExtensions() {
    return list(Arrays.stream(values()).map(format -> "." + format.allExtensions().get(0)));
  }

  /** Command-line names of formats to write, for a sentence: {@code tmx, xliff or tsv}. */
  public static String names() {
    return list(written().map(UnitFormat::toString));
  }

  private static Stream<UnitFormat> written() {
    return Arrays.stream(values()).filter(format -> !format.extensions.written.isEmpty());
  }

  private static String list(Stream<String> words) {
    List<String> all = words.toList();
    int last = all.size() - 1;
    return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private boolean isWritten(String plain) {
    return endsIn(extensions.written, plain);
  }

  private static boolean endsIn(List<String> extensions, String plain) {
    return extensions.stream().anyMatch(extension -> plain.endsWith("." + extension));
  }

  /** Returns the extension in lower case without the dot; for {@code .gz}, that inside it. */
  public static String extension(String file) {
    String name = plain(file);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String plain(String file) {
    String lower = "." + file.toLowerCase(Locale.ROOT); // a name that is only the extension counts
    return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
  }

  /** Whether it is written as UTF-8; only these formats may go to standard output. */
  public boolean isUtf8() {
    return this != WORDFAST; // it is written as UTF-16, as Wordfast Classic does
  }

  /** Returns the name of what positions count: {@code line}, in databases {@code unit}. */
  public String place() {
    return this == SDLTM ? "unit" : "line";
  }

  public String title() {
    return title;
  }

  /** The name on the command line: {@code tmx}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes tab-separated lines, with texts as they are or as {@link SafeCell}s. Lines name the
   * languages unless these are zh-CN and en-US.
   */
  private static final class TsvSink implements UnitSink {

    private final java.io.Writer out;
    private final boolean spreadsheet;

    TsvSink(OutputStream out, SinkOptions options) {
      this.spreadsheet = options.spreadsheet();
      this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    @Override
    public boolean write(Unit unit) throws IOException {
      String line =
          TsvLine.of(
              cell(unit.source()),
              cell(unit.target()),
              cell(unit.provenance().document()),
              unit.provenance().status().label(),
              unit.id());
      boolean isUsual =
          unit.sourceLang().equals(Lang.ZH_CN) && unit.targetLang().equals(Lang.EN_US);
      String languages = TsvLine.of(unit.sourceLang().tag(), unit.targetLang().tag());
      out.write(isUsual ? line : line + "\t" + languages);
      out.write("\n");
      return true;
    }

    private String cell(String text) {
      return spreadsheet ? SafeCell.written(text) : text;
    }

    @Override
    public void leaveOut(Unit unit) {
      // Lines have no neighbours.
    }

    @Override
    public List<String> finish() throws IOException {
      out.flush();
      return List.of();
    }
  }

  /**
   * Reads the bilingual files of Wordfast Pro ({@code .txml}), in constant memory: a unit for each
   * {@code segment} of a {@code translatable}. Skips the white space around segments and the
   * skeleton of the document.
   */
  private static final class TxmlReader {

    private static final String YES = "true";

    private final XmlEvents xml;
    private final PairMaker pairs;
    private String sourceLang = "";
    private String targetLang = "";
    private String document = "";
    private String block = "";

    private TxmlReader(XmlEvents xml, PairOptions options, UnitEvents events) {
      this.xml = xml;
      this.pairs = new PairMaker(options, events);
    }

    static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
      try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
        new TxmlReader(xml, options, events).read();
      }
    }

    private void read() {
      xml.root("a TXML file", "check that it is the file you mean", "txml");
      sourceLang = xml.attribute("locale");
      targetLang = xml.attribute("targetlocale");
      document = BilingualUnit.fileName(xml.attribute("file_name"));
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "translatable" -> block = xml.attribute("blockId");
          case "segment" -> segment();
          default -> xml.skip();
        }
      }
    }

    private void segment() {
      int outside = xml.depth() - 1;
      int line = xml.line();
      String origin = xml.attribute("gtmt").equals(YES) ? "mt" : "";
      boolean edited = xml.attribute("modified").equals(YES);
      boolean unconfirmed = xml.attribute("unconfirmed").equals(YES);
      String number = xml.attribute("segmentId");
      String score = "";
      @Nullable InlineText source = null;
      @Nullable InlineText target = null;
      List<Property> properties = new ArrayList<>();
      while (xml.nextInside(outside)) {
        switch (xml.name()) {
          case "source" -> source = text();
          case "target" -> {
            score = xml.attribute("score").equals("0") ? "" : xml.attribute("score");
            target = text();
          }
          case "comment", "note" -> properties.add(note());
          default -> xml.skip();
        }
      }
      BilingualUnit.say(properties, "x-document", document);
      BilingualUnit.say(
          properties, "x-txml-segment", block.isEmpty() ? number : block + "." + number);
      BilingualUnit.say(properties, "x-txml-origin", origin);
      BilingualUnit.say(properties, "x-txml-score", score);
      BilingualUnit.say(properties, "x-txml-unconfirmed", unconfirmed ? "yes" : "");
      if (!edited) {
        properties.addAll(TranslationState.unconfirmed(origin, score));
      }
      new BilingualUnit(
              line, properties, new Part(sourceLang, source), new Part(targetLang, target))
          .giveTo(pairs);
    }

    private Property note() {
      return new Property(
          Property.Scope.UNIT, Property.Kind.NOTE, "", xml.allText(InlineText.MAX_LENGTH + 1), "");
    }

    private InlineText text() {
      InlineText text = new InlineText(Side.SOURCE);
      text.read(xml);
      return text;
    }
  }
}
