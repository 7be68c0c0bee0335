package ballast.cli.corpus;

import ballast.app.corpus.CorpusStatistics;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Counts documents, rejects, beads, units, characters, words and duplicates of a corpus.",
      "Units are counted by confidence, by pair of languages and by type of block. Those that are"
          + " nearly the same are counted if ballast corpus dedupe has marked them."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus stats corpus",
      "  ballast corpus stats corpus --json --engine local[4]"
    })
final class CorpusStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  CorpusStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CorpusStatistics statistics =
        corpus.jobs(console, common.notices(console)).count(corpus.corpus());
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            statistics.writeJson(out);
          } else {
            statistics.writeText(out);
          }
        });
    return ExitCode.OK;
  }
}
