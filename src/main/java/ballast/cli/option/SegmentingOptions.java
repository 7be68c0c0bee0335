package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.segment.SegmenterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for splitting text into sentences. */
public final class SegmentingOptions {

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
