package ballast.cli.check;

import ballast.app.check.RuleExplanation;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.cli.option.CheckOptions.RuleNames;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import java.util.Locale;
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
    String page = name == null ? "" : RuleExplanation.explain(name);
    List<Rule> rules =
        Rules.all().stream().filter(rule -> name == null || rule.id().equals(name)).toList();
    print(
        out -> {
          if (json) {
            RuleExplanation.writeJson(out, rules, page);
          } else if (name == null) {
            for (Rule rule : rules) {
              out.write(
                  String.format(
                      Locale.ROOT,
                      "%-26s %-8s %s%n",
                      rule.id(),
                      rule.severity().label(),
                      rule.summary()));
            }
          } else {
            out.write(page);
          }
        });
    return ExitCode.OK;
  }
}
