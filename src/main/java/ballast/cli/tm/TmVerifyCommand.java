package ballast.cli.tm;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.memory.Memory;
import ballast.report.memory.MemoryText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm verify}: is the memory sound? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Checks that the memory is sound and tells what is not.",
      "Exit status 1: it is not."
    },
    footer = {"", "Examples:", "  ballast tm verify", "  ballast tm verify --index"})
final class TmVerifyCommand implements Callable<Integer> {

  private static final int INDEX_SEARCHES = 200;

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(
      names = "--index",
      description = "Also hold the index against the units: searches must find what a scan finds.")
  boolean index;

  @Option(names = "--rebuild", description = "Make the index again first.")
  boolean rebuild;

  TmVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (rebuild) {
      try (Memory tm = memory.openForWriting(console)) {
        tm.rebuildIndex();
      }
    }
    List<String> problems = new ArrayList<>(memory.store(console).verify());
    if (index && problems.isEmpty()) {
      try (Memory tm = memory.openForReading(console)) {
        problems.addAll(tm.verifyIndex(INDEX_SEARCHES));
      }
      if (!problems.isEmpty()) {
        problems.add("`ballast tm verify --index --rebuild` makes the index again");
      }
    }
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
