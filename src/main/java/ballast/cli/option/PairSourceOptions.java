package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.format.article.ReaderOptions;
import ballast.memory.UnitFilter;
import ballast.workflow.check.PairSource;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The options that select pairs of texts. */
public final class PairSourceOptions {

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "${bundle:units} files; or an article and its translation.")
  public List<String> files = List.of();

  /**
   * The pairs that the options choose.
   *
   * @throws ballast.bitext.InputException if a value is invalid
   */
  public PairSource chosen(Console console) {
    return new PairSource(
        files,
        memory.path(console),
        files.isEmpty() ? filter.filter() : UnitFilter.CURRENT,
        readerOptions(filter.from, reading.sourceCharset()),
        readerOptions(filter.to, reading.targetCharset()),
        segmenting.options(console));
  }

  private static ReaderOptions readerOptions(@Nullable String tag, @Nullable Charset charset) {
    return ReaderOptions.DEFAULT.withEncoding(charset).withLang(ReadingOptions.language(tag));
  }
}
