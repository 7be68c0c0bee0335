package ballast.cli.corpus;

import ballast.app.corpus.CorpusStatistics;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
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
final class CorpusStatsCommand extends ConsoleCommand {

  @Mixin CorpusOptions corpus = new CorpusOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    CorpusStatistics statistics = corpus.jobs(console, notices()).count(corpus.corpus());
    print(json, statistics::writeJson, statistics::writeText);
    return ExitCode.OK;
  }
}
