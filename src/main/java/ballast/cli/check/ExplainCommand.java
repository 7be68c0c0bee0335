package ballast.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast explain}: explains a rule of {@code ballast check}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Explains a rule of ballast check; without a name, lists them all.",
    footer = {"", "Examples:", "  ballast explain", "  ballast explain term-missing"})
public final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "RULE", arity = "0..1", description = "Name of a rule.")
  @Nullable String name;

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name == null) {
      OutputOptions.print(
          console,
          out -> {
            for (Rule rule : Rules.all()) {
              out.write(
                  String.format(
                      Locale.ROOT,
                      "%-26s %-8s %s%n",
                      rule.id(),
                      rule.severity().label(),
                      rule.summary()));
            }
          });
      return ExitCode.OK;
    }
    String wanted = name;
    Rule rule =
        Rules.of(wanted)
            .orElseThrow(
                () -> new InputException("unknown rule \"" + wanted + "\"", "one of " + names()));
    String page = page(rule.id());
    OutputOptions.print(console, out -> out.write(page));
    return ExitCode.OK;
  }

  private static String names() {
    return Rules.all().stream().map(Rule::id).collect(Collectors.joining(", "));
  }

  private static String page(String id) {
    try (InputStream in =
        ExplainCommand.class.getResourceAsStream("/ballast/rules/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the program has no page on " + id);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
