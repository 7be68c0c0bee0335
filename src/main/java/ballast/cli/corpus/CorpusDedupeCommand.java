package ballast.cli.corpus;

import ballast.app.Notices;
import ballast.app.corpus.CorpusJobs;
import ballast.app.corpus.CorpusJobs.CorpusDuplicates;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.likeness.Score;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "dedupe",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Leaves each pair of texts of a corpus once, in CORPUS/deduped.",
      "Two units are duplicates if they have the same languages, the same source and the same"
          + " translation; runs of spaces and width of characters do not matter. The first one"
          + " stays, with the number of its copies. Units of which both texts are nearly the same"
          + " as those of an earlier unit stay too, and are marked. CORPUS/aligned is not changed."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus dedupe corpus",
      "  ballast corpus dedupe corpus --near 80 --engine local[4] --json",
      "  ballast corpus dedupe corpus --no-near"
    })
final class CorpusDedupeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--near",
      paramLabel = "SCORE",
      description =
          "Mark units if the scores of both texts are at least this, 50 to 100 %%, as tm search"
              + " computes them. Default: ${DEFAULT-VALUE}; 0 marks none.")
  int near = CorpusJobs.DEFAULT_NEAR;

  @Option(names = "--no-near", description = "Do not look for units that are nearly the same.")
  boolean noNear;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  CorpusDedupeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (near != 0 && (near < Score.MIN_THRESHOLD || near > Score.FULL)) {
      throw new ParameterException(
          spec.commandLine(), "--near " + near + ": it must be from 50 to 100, or 0 for none");
    }
    if (noNear && spec.commandLine().getParseResult().hasMatchedOption("--near")) {
      throw new ParameterException(
          spec.commandLine(), "--near and --no-near contradict each other: give one of them");
    }
    Notices notices = common.notices(console);
    CorpusDuplicates found =
        corpus.jobs(console, notices).dedupe(corpus.corpus(), isNearWanted() ? near : 0);
    summary.report(
        console,
        json -> found.writeJson(json, folder(), isNearWanted()),
        () -> say(notices, found));
    warn(notices, found);
    return ExitCode.OK;
  }

  private boolean isNearWanted() {
    return near > 0 && !noNear;
  }

  private String folder() {
    return corpus.folder("deduped");
  }

  private void say(Notices notices, CorpusDuplicates found) {
    notices.say(
        "total    "
            + CountedNoun.of(found.units(), "unit")
            + ": "
            + CountedNoun.of(found.removed(), "exact duplicate")
            + " removed"
            + (isNearWanted()
                ? ", "
                    + CountedNoun.of(found.near(), "unit")
                    + " marked as nearly the same as an earlier one"
                : ""));
    notices.say("wrote    " + folder() + ": " + CountedNoun.of(found.kept(), "unit"));
  }

  private static void warn(Notices notices, CorpusDuplicates found) {
    if (found.tooLong() > 0) {
      notices.warn(
          CountedNoun.of(found.tooLong(), "unit")
              + " with more than "
              + CountedNoun.of(Score.MAX_SYMBOLS, "character")
              + " or words in a text: not compared with others");
    }
    if (found.notCompared() > 0) {
      notices.warn(
          CountedNoun.of(found.notCompared(), "pair")
              + " of units not compared, because very many units have long passages in common;"
              + " a higher --near compares more of them");
    }
  }
}
