package ballast.cli.option;

import ballast.app.check.PairSource;
import ballast.app.project.SavedInput;
import ballast.app.units.PairChoice;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.cli.terminal.Console;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.unit.UnitFormat;
import ballast.memory.UnitFilter;
import ballast.segment.SegmenterOptions;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class ReadingOptions {

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Encoding of the files, for example GB18030; SOURCE,TARGET where they differ.",
        "Default: detected and stated."
      })
  List<String> encodings = List.of();

  /** The encoding of the sources, or of all files; null to detect it. */
  public @Nullable Charset sourceCharset() {
    return encodings.isEmpty() ? null : charset(encodings.get(0));
  }

  /** The encoding of the translations; null to detect it. */
  public @Nullable Charset targetCharset() {
    return encodings.isEmpty() ? null : charset(encodings.get(encodings.size() - 1));
  }

  private static Charset charset(String encoding) {
    try {
      return Charset.forName(encoding.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          "unknown encoding \"" + encoding + "\"",
          "UTF-8, GB18030, GBK, Big5-HKSCS, UTF-16LE or UTF-16BE",
          e);
    }
  }

  /**
   * Returns the mark that {@code sign} describes.
   *
   * @throws InputException if it cannot mark a line
   */
  public static Mark mark(String sign) {
    try {
      return new Mark(sign.strip());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + sign + "\" cannot mark a line", "some visible characters, such as ====", e);
    }
  }

  /**
   * Returns the language of {@code tag}, or null for null.
   *
   * @throws InputException if it is not a language
   */
  public static @Nullable Lang language(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    try {
      return switch (tag) {
        case "zh" -> Lang.ZH_CN;
        case "en" -> Lang.EN_US;
        default -> new Lang(tag);
      };
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + tag + "\" is not a language", "a tag such as zh, zh-TW or en", e);
    }
  }

  public static final class StandardInputOption {

    @Option(
        names = "--from-format",
        paramLabel = "FORMAT",
        description = "Format of the units in standard input, FILE -: ${bundle:unit-formats}.")
    @Nullable UnitFormat format;

    /** Saves standard input; returns null if it does not contain units. */
    public @Nullable SavedInput save(Console console) {
      return format == null ? null : SavedInput.of(console.workplace(), format);
    }
  }

  public static final class SegmentingOptions {

    @Option(
        names = "--srx",
        paramLabel = "FILE",
        completionCandidates = FileNames.SentenceRules.class,
        description = "Sentence rules (SRX 2.0) instead of the built-in ones.")
    public @Nullable String srx;

    @Option(
        names = "--abbrev",
        paramLabel = "FILE",
        completionCandidates = FileNames.class,
        description =
            "Abbreviations, one per line: +Inc. never ends a sentence, ?Inc. may, -etc. removes.")
    public @Nullable String abbreviations;

    @Option(
        names = "--no-referee",
        description = "Use the rules alone, without the statistical model.")
    public boolean noReferee;

    @Option(
        names = "--join-attributions",
        description = "Chinese: keep a short 他说 with the quoted sentence before it.")
    public boolean joinAttributions;

    public SegmenterOptions options(Console console) {
      SegmenterOptions options =
          SegmenterOptions.DEFAULT.withReferee(!noReferee).withJoinedAttributions(joinAttributions);
      if (srx != null) {
        options = options.withSrx(console.resolve(srx));
      }
      if (abbreviations != null) {
        options = options.withAbbreviations(console.resolve(abbreviations));
      }
      return options;
    }
  }

  /** The languages of pairs read from files of units. */
  public static final class PairLanguages {

    @Option(
        names = "--from",
        paramLabel = "TAG",
        description = "Language of the source texts. Default: zh-CN.")
    @Nullable String from;

    @Option(
        names = "--to",
        paramLabel = "TAG",
        description = "Language of the translations. Default: en-US.")
    @Nullable String to;

    @Option(
        names = "--accept-variant",
        description = "Take Chinese in the other script than asked for, or than its code says.")
    boolean acceptVariant;

    /**
     * Returns the choice of pairs.
     *
     * @throws InputException if both languages are the same
     */
    public PairChoice pairs() {
      Lang source = language(source());
      Lang target = language(target());
      if (source.equals(target)) {
        throw new InputException("--from and --to are both " + source(), "name two languages");
      }
      return new PairChoice(source, target, acceptVariant, from != null, to != null);
    }

    /** The two languages as the user wrote them: {@code zh-CN and en-US}. */
    public String named() {
      return source() + " and " + target();
    }

    private String source() {
      return from == null ? "zh-CN" : from;
    }

    private String target() {
      return to == null ? "en-US" : to;
    }

    private static Lang language(String tag) {
      return Objects.requireNonNull(ReadingOptions.language(tag));
    }
  }

  /** The options that select pairs of texts. */
  public static final class PairSourceOptions {

    @Mixin MemoryOptions memory = new MemoryOptions();
    @Mixin FilterOptions filter = new FilterOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();
    @Mixin SegmentingOptions segmenting = new SegmentingOptions();

    @Parameters(
        paramLabel = "FILE",
        completionCandidates = FileNames.class,
        arity = "0..*",
        description =
            "${bundle:units} files; an article and its translation, or several pairs named"
                + " NAME.zh.txt, NAME.en.txt; folders of them; patterns such as \"*.tmx\"; - is"
                + " standard input. The Chinese text is the source; with --from en the English"
                + " one.")
    public List<String> files = List.of();

    @Option(
        names = "--pairs",
        paramLabel = "LIST",
        completionCandidates = FileNames.Lines.class,
        description =
            "Articles and their translations, one pair a line: SOURCE, tab, TARGET. UTF-8; names"
                + " are relative to the list's folder.")
    public String pairs = "";

    @Mixin StandardInputOption input = new StandardInputOption();

    /** Whether files are named; otherwise the pairs come from the memory. */
    public boolean namesFiles() {
      return !named().isEmpty();
    }

    private PairSource.Named named() {
      return new PairSource.Named(files, pairs, input.format);
    }

    /**
     * Returns the chosen pairs.
     *
     * @throws ballast.bitext.InputException if a value is invalid
     */
    public PairSource chosen(Console console) {
      return new PairSource(
          named(),
          namesFiles() ? null : memory.store(console),
          namesFiles() ? UnitFilter.CURRENT : filter.filter(),
          readerOptions(filter.from, reading.sourceCharset()),
          readerOptions(filter.to, reading.targetCharset()),
          segmenting.options(console),
          /* isFinal= */ false);
    }

    private static ReaderOptions readerOptions(@Nullable String tag, @Nullable Charset charset) {
      return ReaderOptions.DEFAULT.withEncoding(charset).withLang(ReadingOptions.language(tag));
    }
  }
}
