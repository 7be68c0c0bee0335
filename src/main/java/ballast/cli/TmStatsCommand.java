package ballast.cli;

import ballast.memory.Memory;
import ballast.memory.Statistics;
import ballast.report.MemoryJson;
import ballast.report.MemoryText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm stats}: figures on the memory. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Counts documents, revisions, units, characters and words.",
    footer = {"", "Example:", "  ballast tm stats --json"})
final class TmStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Memory tm = memory.openForReading(console)) {
      Statistics statistics = tm.statistics();
      if (json) {
        OutputOptions.print(console, out -> MemoryJson.writeStatistics(out, statistics));
      } else {
        OutputOptions.print(console, out -> MemoryText.writeStatistics(out, statistics));
      }
    }
    return ExitCode.OK;
  }
}
