package ballast.cli.align;

import ballast.bitext.Lang;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ReaderOptions.Layout;
import ballast.workflow.align.ArticleReading;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options about how the two texts of an article are read and split. */
final class ArticleOptions {

  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Option(names = "--presegmented", description = "The files already have one sentence per line.")
  boolean presegmented;

  @Option(
      names = "--mark",
      paramLabel = "TEXT",
      defaultValue = "%%%",
      description = {
        "A line of TEXT, or of TEXT and a label, in "
            + "both files marks where they correspond; nothing is paired across it.",
        "Default: ${DEFAULT-VALUE}"
      })
  String mark = Mark.DEFAULT.sign();

  @Option(
      names = "--from",
      paramLabel = "TAG",
      description =
          "Source language. Default: detected; of two files in any order, and in a folder, the"
              + " Chinese text is the source. --from en makes the English text the source.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TAG", description = "Target language. Default: detected.")
  @Nullable String to;

  /** What they say. */
  ArticleReading reading(Console console) {
    return new ArticleReading(
        options(reading.sourceCharset(), from),
        options(reading.targetCharset(), to),
        segmenting.options(console));
  }

  /** Whether the sources are English. */
  boolean isFromEnglish() {
    Lang lang = ReadingOptions.language(from);
    return lang != null && lang.isEnglish();
  }

  private ReaderOptions options(@Nullable Charset encoding, @Nullable String language) {
    return new ReaderOptions(
        encoding,
        ReadingOptions.language(language),
        presegmented ? Layout.LINES : Layout.ARTICLE,
        ReadingOptions.mark(mark),
        /* isForTranslation= */ false);
  }
}
