package ballast.cli.option;

import ballast.bitext.CountedNoun;
import ballast.cli.terminal.Console;
import ballast.format.term.GlossaryWriter;
import ballast.report.glossary.CandidateJson;
import ballast.workflow.glossary.TermMining;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that select proposals for a glossary, and how the proposals are shown. */
public final class MiningOptions {

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

  /**
   * What is to be proposed.
   *
   * @param line the command line, for an error of usage
   * @throws ParameterException if a number is too small
   */
  public TermMining.Wanted wanted(CommandLine line) {
    if (limit < 1 || minCount < 2) {
      throw new ParameterException(line, "--limit must be 1 or more, --min 2 or more");
    }
    return new TermMining.Wanted(kinds(), limit, minCount);
  }

  private Set<TermMining.Proposal> kinds() {
    return only.isEmpty() ? EnumSet.allOf(TermMining.Proposal.class) : EnumSet.copyOf(only);
  }

  /** How many proposals of each kind there are, and from how many pairs. */
  public String summary(TermMining.Result result) {
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
    return String.join(", ", counts) + " from " + CountedNoun.of(result.pairs(), "pair");
  }

  /** Writes the proposals as a glossary, or prints them as JSON. */
  public void print(TermMining.Result result, OutputOptions output, Console console) {
    if (json) {
      OutputOptions.print(console, out -> CandidateJson.write(out, result));
    } else if (!result.isEmpty()) {
      output.write(console, out -> new GlossaryWriter().writeCsv(out, "proposal", result.rows()));
    }
  }
}
