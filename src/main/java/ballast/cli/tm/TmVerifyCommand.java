package ballast.cli.tm;

import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.report.memory.MemoryText;
import ballast.workflow.memory.MemoryVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm verify}: checks the memory. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Checks that the memory is sound and reports every problem.",
      "Exit status 1: it has problems."
    },
    footer = {"", "Examples:", "  ballast tm verify", "  ballast tm verify --index"})
final class TmVerifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(
      names = "--index",
      description = "Also compare the index with the units: searches must find what a scan finds.")
  boolean index;

  @Option(names = "--rebuild", description = "Rebuild the index first.")
  boolean rebuild;

  TmVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    MemoryVerification.Result result =
        new MemoryVerification(console.workplace(), common.notices(console))
            .run(new MemoryVerification.Request(memory.path(console), index, rebuild));
    List<String> problems = new ArrayList<>(result.file());
    problems.addAll(result.index());
    if (!result.index().isEmpty()) {
      problems.add("`ballast tm verify --index --rebuild` rebuilds the index");
    }
    OutputOptions.print(console, out -> MemoryText.writeProblems(out, problems));
    common.say(
        console,
        problems.isEmpty()
            ? "sound: " + memory.path(console)
            : CountedNoun.of(problems.size(), "problem")
                + " in "
                + memory.path(console)
                + "; restore it from a copy, or align the articles again into a new one");
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
