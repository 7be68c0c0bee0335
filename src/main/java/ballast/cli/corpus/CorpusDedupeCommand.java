package ballast.cli.corpus;

import ballast.app.corpus.CorpusJobs;
import ballast.app.corpus.CorpusJobs.CorpusDuplicates;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.likeness.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dedupe",
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
final class CorpusDedupeCommand extends ConsoleCommand {

  @Mixin CorpusOptions corpus = new CorpusOptions();
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

  @Override
  public Integer call() {
    refuse(
        near != 0 && (near < Score.MIN_THRESHOLD || near > Score.FULL),
        "--near " + near + ": it must be from 50 to 100, or 0 for none");
    refuse(
        noNear && spec.commandLine().getParseResult().hasMatchedOption("--near"),
        "--near and --no-near contradict each other: give one of them");
    CorpusDuplicates found =
        corpus.jobs(console, notices()).dedupe(corpus.corpus(), isNearWanted() ? near : 0);
    summary.report(
        console, json -> found.writeJson(json, folder(), isNearWanted()), () -> sayFound(found));
    warn(found);
    return ExitCode.OK;
  }

  private boolean isNearWanted() {
    return near > 0 && !noNear;
  }

  private String folder() {
    return corpus.folder("deduped");
  }

  private void sayFound(CorpusDuplicates found) {
    String near = CountedNoun.of(found.near(), "unit");
    say(
        "total    %s: %s removed%s",
        CountedNoun.of(found.units(), "unit"),
        CountedNoun.of(found.removed(), "exact duplicate"),
        isNearWanted() ? ", " + near + " marked as nearly the same as an earlier one" : "");
    say("wrote    %s: %s", folder(), CountedNoun.of(found.kept(), "unit"));
  }

  private void warn(CorpusDuplicates found) {
    if (found.tooLong() > 0) {
      warn(
          "%s with more than %s or words in a text: not compared with others",
          CountedNoun.of(found.tooLong(), "unit"), CountedNoun.of(Score.MAX_SYMBOLS, "character"));
    }
    if (found.notCompared() > 0) {
      warn(
          "%s of units not compared, because very many units have long passages in common;"
              + " a higher --near compares more of them",
          CountedNoun.of(found.notCompared(), "pair"));
    }
  }
}
