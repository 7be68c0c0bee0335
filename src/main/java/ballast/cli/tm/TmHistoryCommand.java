package ballast.cli.tm;

import ballast.app.units.DocumentHistory;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.bitext.InputException;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "history",
    description = {
      "Shows what was done to a document, by revision, the latest first; or to one unit, oldest "
          + "first.",
      "Without a name: the last commands that wrote to the memory, the last one first."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm history",
      "  ballast tm history tm/articles/ballast-stone"
    })
final class TmHistoryCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();

  @Parameters(
      paramLabel = "DOCUMENT|UNIT",
      arity = "0..1",
      description = "A document's name as tm list shows it, or a unit's id or its beginning.")
  @Nullable String wanted;

  @Option(
      names = {"-a", "--all"},
      description = "Of a document: also the texts that each command changed.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N commands. Default: ${DEFAULT-VALUE}.")
  int limit = 20;

  @Override
  public Integer call() {
    if (wanted == null) {
      showCommands();
    } else {
      showUnits(wanted);
    }
    return ExitCode.OK;
  }

  private void showCommands() {
    if (limit < 1) {
      throw new InputException("--limit " + limit + ": at least 1", "");
    }
    List<CommandInfo> commands = ask(tm -> tm.care().commands(limit));
    print(
        out -> MemoryJson.writeCommands(out, commands),
        out -> new MemoryText(style()).writeCommands(out, commands));
  }

  private List<HistoryEntry> history(String unit) {
    return ask(tm -> tm.history(unit));
  }

  private void showUnits(String name) {
    if (ask(Memory::documents).stream().noneMatch(document -> document.name().equals(name))) {
      List<HistoryEntry> entries = history(unitId(name));
      print(
          out -> MemoryJson.writeHistory(out, name, entries),
          out -> new MemoryText(style()).writeHistory(out, entries));
      return;
    }
    DocumentHistory history = ask(tm -> DocumentHistory.of(tm, name));
    print(
        out -> MemoryJson.writeHistory(out, history, all),
        out -> new MemoryText(style()).writeHistory(out, history, all));
    if (!all && !json) {
      say("--all shows the texts too");
    }
  }
}
