package ballast.cli.glossary;

import ballast.app.glossary.TermMining;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.GlossaryOptions.MiningOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.option.ReadingOptions.PairSourceOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.glossary.Concept;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "mine",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class GlossaryMineCommand implements Callable<Integer> {

  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Mixin MiningOptions mining = new MiningOptions();

  GlossaryMineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TermMining.Wanted wanted = mining.wanted(spec.commandLine());
    output.check(console);
    List<Concept> concepts = glossary.read(console, common);
    TermMining.Result result =
        new TermMining(console.workplace(), common.notices(console))
            .mine(new TermMining.Request(pairs.chosen(console), concepts, wanted));
    mining.print(result, output, console);
    common.say(console, mining.summary(result));
    return result.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
