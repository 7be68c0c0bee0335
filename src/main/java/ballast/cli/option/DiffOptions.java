package ballast.cli.option;

import ballast.app.revisions.ChangeFilter;
import ballast.app.revisions.ChangeFilter.ChangeLimits;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.VersionReading;
import ballast.bitext.InputException;
import ballast.cli.option.ReadingOptions.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.article.ReaderOptions;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class DiffOptions {

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

  /**
   * Accepts both traditional and simplified Chinese, because the comparison can ignore the script.
   */
  public void acceptVariants() {
    variants = true;
  }

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

  /** The options that select the changes to list, and those that make {@code ballast diff} fail. */
  public static final class DiffFilter {

    @Option(
        names = "--only",
        paramLabel = "WHAT",
        split = ",",
        description = "Only changes with terms, numbers, names or format in them, or moved, stale.")
    List<ChangeFilter.Topic> only = List.of();

    @Option(names = "--no-format", description = "Leave out changes of format alone.")
    boolean noFormat;

    @Option(
        names = "--min-change",
        paramLabel = "RATE",
        description = "Only changes of this edit rate or more: 0.1 or 10%%.")
    @Nullable String minChange;

    @Option(names = "--all", description = "Also unchanged passages.")
    public boolean all;

    @Option(
        names = "--fail-on",
        paramLabel = "WHAT",
        split = ",",
        description =
            "introduced-term or stale: exit status 1 only if there is a change of this "
                + "kind, listed or not.")
    List<ChangeLimits.Forbidden> failOn = List.of();

    @Option(
        names = "--max-edit-rate",
        paramLabel = "RATE",
        description = "Exit status 1 only if more was changed in all: 0.3 or 30%%.")
    @Nullable String maxEditRate;

    public ChangeFilter filter() {
      double minRate = minChange == null ? 0 : rate("--min-change", minChange);
      return new ChangeFilter(only, !noFormat, minRate, all);
    }

    /**
     * @throws InputException if any option but {@code --all} was given, because others do not apply
     *     to three versions
     */
    public void refuseAllButAll() {
      boolean asked = !only.isEmpty() || noFormat || minChange != null;
      if (asked || !failOn.isEmpty() || maxEditRate != null) {
        throw new InputException(
            "changes between three versions cannot be filtered and do not fail the command",
            "leave out --only, --no-format, --min-change, --fail-on and --max-edit-rate");
      }
    }

    /** Rejects an invalid rate before any work. */
    public void check() {
      filter();
      limits();
    }

    /** Returns 1 if a change makes the command fail, else 0. */
    public int status(ComparedVersions compared) {
      return limits().areExceededBy(compared) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /**
     * Returns the exit status for a translation that only one version has: 1 unless a limit was
     * given.
     */
    public int statusAlone() {
      return limits().isNone() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private ChangeLimits limits() {
      OptionalDouble maxRate =
          maxEditRate == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(rate("--max-edit-rate", maxEditRate));
      return new ChangeLimits(failOn, maxRate);
    }

    private static double rate(String option, String text) {
      String number = text.strip();
      boolean percent = number.endsWith("%");
      try {
        double value =
            Double.parseDouble(percent ? number.substring(0, number.length() - 1).strip() : number);
        // A value above 1 can only be a percentage.
        double rate = percent || value > 1 ? value / 100 : value;
        if (rate >= 0 && rate <= 1) {
          return rate;
        }
      } catch (NumberFormatException e) {
        throw noRate(option, text);
      }
      throw noRate(option, text);
    }

    private static InputException noRate(String option, String text) {
      return new InputException(
          option + " \"" + text + "\": not a rate", "a share such as 0.3, or percent: 30%");
    }
  }
}
