package ballast.cli.corpus;

import ballast.app.glossary.TermMining;
import ballast.cli.corpus.CorpusOptions.DedupedOption;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.GlossaryOptions.MiningOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "mine",
    description = {
      "Proposes terms: recurring Chinese phrases and their English renderings in all units of the"
          + " corpus.",
      "The proposals are those that ballast glossary mine makes from a file with the same units;"
          + " its help says what they are. The driver of Spark keeps all texts in memory: 10"
          + " million units need 20 GB. Exit status 1: there is nothing to propose."
    },
    footer = {
      "",
      "Examples:",
      "  ballast corpus mine corpus --limit 500 -o corpus-terms.csv",
      "  ballast corpus mine corpus --deduped --only variants --json"
    })
@MainOptions({"--output", "--only", "--min", "--deduped", "--engine"})
final class CorpusMineCommand extends ConsoleCommand {

  @Mixin CorpusOptions corpus = new CorpusOptions();
  @Mixin DedupedOption deduped = new DedupedOption();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin MiningOptions mining = new MiningOptions();

  @Override
  public Integer call() {
    TermMining.Wanted wanted = mining.wanted(spec.commandLine());
    output.check(console);
    TermMining.Result result =
        corpus.jobs(console, notices()).mine(corpus.corpus(deduped), glossary.wanted(), wanted);
    mining.print(result, output, console);
    say(mining.summary(result));
    return result.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
