package ballast.cli.tm;

import ballast.app.units.CommandHistory;
import ballast.app.units.CommandHistory.CommandJson;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.app.units.UnitHistory;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Shows what happened to the units of a document, or to one unit, oldest first.",
      "Without a name: the last commands that wrote to the memory, the last one first."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm history",
      "  ballast tm history tm/articles/ballast-stone"
    })
final class TmHistoryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Parameters(
      paramLabel = "DOCUMENT|UNIT",
      arity = "0..1",
      description = "A document's name as tm list shows it, or a unit's id.")
  @Nullable String wanted;

  @Option(
      names = {"-a", "--all"},
      description = "Also the units as they were first added.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N commands. Default: ${DEFAULT-VALUE}.")
  int limit = 20;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmHistoryCommand(Console console) {
    this.console = console;
  }

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
    List<CommandInfo> commands =
        new CommandHistory().list(new CommandHistory.Request(memory.store(console), limit));
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            CommandJson.writeCommands(out, commands);
          } else {
            MemoryText.writeCommands(out, commands);
          }
        });
  }

  private void showUnits(String name) {
    UnitHistory.Result history;
    try (Memory tm = memory.openForReading(console)) {
      history = new UnitHistory(tm).read(new UnitHistory.Request(name, all));
    }
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            MemoryJson.writeHistory(out, name, history.entries());
            return;
          }
          if (!history.revisions().isEmpty()) {
            MemoryText.writeRevisions(out, history.revisions());
          }
          new MemoryText(common.style(console)).writeHistory(out, history.entries());
        });
    if (history.hidden() > 0 && !json) {
      common.say(
          console,
          CountedNoun.of(history.hidden(), "addition is", "additions are")
              + " not shown; --all shows them too");
    }
  }
}
