package ballast.cli.tm;

import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryQueries;
import ballast.app.units.MemoryText;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "history",
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
final class TmHistoryCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();

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

  TmHistoryCommand(Console console) {
    super(console);
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
    List<CommandInfo> commands = ask(tm -> tm.care().commands(limit));
    print(
        out -> MemoryJson.writeCommands(out, commands),
        out -> MemoryText.writeCommands(out, commands));
  }

  private void showUnits(String name) {
    MemoryQueries.History history = ask(tm -> new MemoryQueries(tm).history(name, all));
    print(
        out -> MemoryJson.writeHistory(out, name, history.entries()),
        out -> {
          MemoryText.writeRevisions(out, history.revisions());
          new MemoryText(common.style(console)).writeHistory(out, history.entries());
        });
    if (history.hidden() > 0 && !json) {
      String additions = CountedNoun.of(history.hidden(), "addition is", "additions are");
      say("%s not shown; --all shows them too", additions);
    }
  }
}
