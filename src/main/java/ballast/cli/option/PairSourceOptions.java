package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.format.article.ReaderOptions;
import ballast.memory.UnitFilter;
import ballast.workflow.check.PairSource;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select pairs of texts. */
public final class PairSourceOptions {

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
              + " standard input. The Chinese text is the source; with --from en the English one.")
  public List<String> files = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "LIST",
      completionCandidates = FileNames.Lines.class,
      description =
          "Articles and their translations, one pair a line: SOURCE, tab, TARGET. UTF-8; names are"
              + " relative to the list's folder.")
  public String pairs = "";

  @Mixin StandardInputOption input = new StandardInputOption();

  /** Whether something is named; otherwise it is about the memory. */
  public boolean namesFiles() {
    return !named().isEmpty();
  }

  private PairSource.Named named() {
    return new PairSource.Named(files, pairs, input.format);
  }

  /**
   * The pairs that the options choose.
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
        segmenting.options(console));
  }

  private static ReaderOptions readerOptions(@Nullable String tag, @Nullable Charset charset) {
    return ReaderOptions.DEFAULT.withEncoding(charset).withLang(ReadingOptions.language(tag));
  }
}
