package ballast.cli.option;

import ballast.workflow.check.RuleChoice;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that select rules and terms. */
public final class CheckChoice {

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      split = ",",
      description = "Only this rule; several with commas. ballast explain lists them.")
  List<String> rules = List.of();

  @Option(
      names = "--term",
      paramLabel = "TERM",
      split = ",",
      description = "Only this term: its id or its Chinese; several with commas.")
  List<String> terms = List.of();

  /**
   * The rules and terms that the options choose.
   *
   * @throws ballast.bitext.InputException if a rule is unknown
   */
  public RuleChoice chosen() {
    return new RuleChoice(rules, terms);
  }
}
