package ballast.cli.check;

import ballast.app.check.RuleExplanation;
import ballast.cli.option.CheckOptions.RuleNames;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Explains a rule of ballast check; without a name, lists them all.",
    footer = {"", "Examples:", "  ballast explain", "  ballast explain term-missing"})
public final class ExplainCommand extends ConsoleCommand {

  @Mixin PagerOption pager = new PagerOption();

  @Parameters(
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      arity = "0..1",
      description = "Name of a rule.")
  @Nullable String name;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    String id = name == null ? "" : name;
    if (name != null) {
      RuleExplanation.explain(name); // an unknown rule is an error before any output
    }
    print(
        json,
        out -> RuleExplanation.writeJson(out, id),
        out -> RuleExplanation.writeText(out, style(), id));
    return ExitCode.OK;
  }
}
