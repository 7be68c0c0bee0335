package ballast.cli.glossary;

import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MainOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.PairSourceOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import ballast.report.glossary.CandidateJson;
import ballast.workflow.glossary.TermMining;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast glossary mine}: candidates for a glossary. */
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
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin PairSourceOptions pairs = new PairSourceOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most N of each kind. Default: ${DEFAULT-VALUE}.")
  int limit = 100;

  @Option(
      names = "--min",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "A term and its translation occur together in at least N "
              + "pairs; 2 or more. Default: ${DEFAULT-VALUE}.")
  int minCount = 3;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      split = ",",
      description =
          "Only terms that no glossary has, variants of those it has, or "
              + "guards: phrases in which they are something else (not_in).")
  List<TermMining.Proposal> only = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  GlossaryMineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || minCount < 2) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 1 or more, --min 2 or more");
    }
    output.check(console);
    List<Concept> concepts = glossary.read(console, common);
    TermMining.Result result =
        new TermMining(console.workplace(), common.notices(console))
            .mine(
                new TermMining.Request(pairs.chosen(console), concepts, wanted(), limit, minCount));
    print(result);
    common.say(
        console, summary(result) + " from " + CountedNoun.of(result.places().size(), "pair"));
    return result.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private Set<TermMining.Proposal> wanted() {
    return only.isEmpty() ? EnumSet.allOf(TermMining.Proposal.class) : EnumSet.copyOf(only);
  }

  private String summary(TermMining.Result result) {
    int variants = result.count(TermMining.Proposal.VARIANTS);
    int guards = result.count(TermMining.Proposal.GUARDS);
    List<String> counts = new ArrayList<>();
    if (only.isEmpty() || only.contains(TermMining.Proposal.TERMS)) {
      counts.add(CountedNoun.of(result.count(TermMining.Proposal.TERMS), "candidate"));
    }
    if (variants > 0 || only.contains(TermMining.Proposal.VARIANTS)) {
      counts.add(CountedNoun.of(variants, "variant"));
    }
    if (guards > 0 || only.contains(TermMining.Proposal.GUARDS)) {
      counts.add(CountedNoun.of(guards, "guard phrase"));
    }
    return String.join(", ", counts);
  }

  private void print(TermMining.Result result) {
    if (json) {
      OutputOptions.print(console, out -> CandidateJson.write(out, result));
    } else if (!result.isEmpty()) {
      output.write(console, out -> new GlossaryWriter().writeCsv(out, "proposal", result.rows()));
    }
  }
}
