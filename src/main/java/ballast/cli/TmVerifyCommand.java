package ballast.cli;

import ballast.memory.SqliteMemory;
import ballast.report.MemoryText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ballast tm verify}: is the memory sound? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Checks that the memory is sound and tells what is not. Exit status 1: it is not.",
    footer = {"", "Example:", "  ballast tm verify"})
final class TmVerifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  TmVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<String> problems = SqliteMemory.verify(memory.path(console));
    OutputOptions.print(console, out -> MemoryText.writeProblems(out, problems));
    common.say(
        console,
        problems.isEmpty()
            ? "sound: " + memory.path(console)
            : problems.size()
                + (problems.size() == 1 ? " problem in " : " problems in ")
                + memory.path(console)
                + "; restore it from a copy, or align the articles again into a new one");
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
