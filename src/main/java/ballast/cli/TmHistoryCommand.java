package ballast.cli;

import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.report.MemoryJson;
import ballast.report.MemoryText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm history}: what happened to a document or unit. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Shows what happened to the units of a document, or to one unit, oldest first.",
    footer = {"", "Example:", "  ballast tm history tm/articles/ballast-stone"})
final class TmHistoryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Parameters(
      paramLabel = "DOCUMENT|UNIT",
      description = "A document's name as tm list shows it, or a unit's id.")
  String name = "";

  @Option(
      names = {"-a", "--all"},
      description = "Also the units as they were first added.")
  boolean all;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmHistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Memory tm = memory.openForReading(console)) {
      List<HistoryEntry> entries = tm.history(name);
      boolean ofUnit = tm.documents().stream().noneMatch(document -> document.name().equals(name));
      List<HistoryEntry> shown =
          entries.stream()
              .filter(entry -> all || ofUnit || entry.what() != HistoryEntry.What.ADDED)
              .toList();
      if (json) {
        OutputOptions.print(console, out -> MemoryJson.writeHistory(out, name, shown));
        return ExitCode.OK;
      }
      if (!ofUnit) {
        OutputOptions.print(console, out -> MemoryText.writeRevisions(out, tm.revisions(name)));
      }
      OutputOptions.print(
          console, out -> new MemoryText(common.style(console)).writeHistory(out, shown));
      long added = entries.size() - (long) shown.size();
      if (added > 0) {
        common.say(console, added + " additions are not shown; --all shows them");
      }
    }
    return ExitCode.OK;
  }
}
