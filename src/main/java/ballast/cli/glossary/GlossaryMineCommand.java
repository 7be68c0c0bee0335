package ballast.cli.glossary;

import ballast.app.glossary.TermMining;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.GlossaryOptions.MiningOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.PairSourceOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "mine",
    description = {
      "Proposes terms: recurring Chinese phrases and their English renderings.",
      "Looks at ${bundle:units} files, an article and its translation, or without a file at the"
          + " memory. Prints a glossary whose terms have the status proposed: check leaves them"
          + " alone until someone accepts them. For terms that the glossaries have it proposes"
          + " other renderings (column proposal: variant) and longer phrases in which a term means"
          + " something else (not_in; the note has their rendering): these rows take effect once"
          + " they are in a glossary, so delete the wrong ones. Exit status 1: nothing to propose."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary mine --limit 50 -o proposed.csv",
      "  ballast glossary mine article.zh.txt article.en.txt --json",
      "  ballast glossary mine --only variants,guards -o lacking.csv"
    })
@MainOptions({"--output", "--only", "--min", "--document", "--tm"})
final class GlossaryMineCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Mixin MiningOptions mining = new MiningOptions();

  @Override
  public Integer call() {
    TermMining.Wanted wanted = mining.wanted(spec.commandLine());
    output.check(console);
    List<Concept> concepts = glossary.read(console, notices());
    TermMining.Result result =
        new TermMining(console.workplace(), notices())
            .mine(pairs.chosen(console), concepts, wanted);
    mining.print(result, output, console);
    say(mining.summary(result));
    return result.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
