package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.format.article.ReaderOptions;
import ballast.workflow.revise.VersionReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options with which {@code ballast diff} reads files. */
public final class DiffReading {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SegmentingOptions segmenting = new SegmentingOptions();

  @Option(
      names = "--source",
      paramLabel = "ZH",
      completionCandidates = FileNames.class,
      description =
          "The source of both texts, Chinese or English; of the new one if --old-source is given.")
  private @Nullable String source;

  @Option(
      names = "--old-source",
      paramLabel = "ZH0",
      completionCandidates = FileNames.class,
      description = "The source of the old text: finds translations that did not follow it.")
  private @Nullable String oldSource;

  @Option(
      names = "--from",
      paramLabel = "TAG",
      description =
          "Language of the source. Default: zh for units; detected for texts. en: in folders the"
              + " English files are the sources.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Language of the translation. Default: en for units; detected for texts.")
  private @Nullable String to;

  @Option(names = "--lines", description = "Each line is a sentence: nothing is split or joined.")
  private boolean lines;

  private boolean variants;

  /** Accepts both traditional and simplified Chinese, which may be compared alike. */
  public void acceptVariants() {
    variants = true;
  }

  public CommonOptions common() {
    return common;
  }

  /** The values for reading the versions. */
  public VersionReading reading(Console console) {
    return new VersionReading(
        ReaderOptions.DEFAULT
            .withEncoding(reading.sourceCharset())
            .withLayout(lines ? ReaderOptions.Layout.LINES : ReaderOptions.Layout.ARTICLE),
        segmenting.options(console),
        new VersionReading.Languages(
            ReadingOptions.language(from), ReadingOptions.language(to), variants),
        source,
        oldSource);
  }
}
