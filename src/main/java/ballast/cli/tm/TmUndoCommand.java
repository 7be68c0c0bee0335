package ballast.cli.tm;

import ballast.app.units.CommandHistory.CommandJson;
import ballast.app.units.CommandHistory.CommandText;
import ballast.app.units.CommandReversal;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions.AuthorOption;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo;
import ballast.memory.MemoryStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Takes back the last command that wrote to the memory: aligning, importing, editing.",
      "In the memory of a team on a server it takes back your own last command, and refuses if "
          + "somebody else has changed the same units since.",
      "Run it again to take back the previous one; --redo does the command again that was "
          + "taken back. The history keeps both. Exit status 1: there is nothing to take back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm undo --dry-run",
      "  ballast tm undo",
      "  ballast tm undo --of ann",
      "  ballast tm undo --redo"
    })
final class TmUndoCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(names = "--redo", description = "Do the command again that was taken back last.")
  boolean redo;

  @Option(
      names = "--of",
      paramLabel = "NAME",
      description = {
        "Take back the last command of this author, if no other has changed the same units since.",
        "On a server only a maintainer may take back commands of others."
      })
  @Nullable String of;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be taken back, write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmUndoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    MemoryStore store = memory.store(console);
    CommandReversal.Request request =
        new CommandReversal.Request(
            store,
            redo,
            Optional.ofNullable(of),
            author.origin(console, common.notices(console), dryRun ? null : store, /* note= */ ""),
            dryRun);
    Optional<CommandInfo> command = new CommandReversal(console.workplace()).run(request);
    if (json) {
      OutputOptions.print(
          console, out -> CommandJson.writeUndo(out, redo, dryRun, command.orElse(null)));
    }
    common.say(console, command.map(this::message).orElseGet(this::nothing));
    return command.isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private String message(CommandInfo command) {
    String done = redo ? "done again: " : "taken back: ";
    return (dryRun ? "would be " : "")
        + done
        + CommandText.of(command)
        + (command.origin().note().isEmpty() ? "" : "  [" + command.origin().note() + "]")
        + (dryRun ? "; nothing was written" : "");
  }

  private String nothing() {
    return redo
        ? "nothing to do again: no command was taken back, or another command has written since"
        : "nothing to take back; tm history shows all commands";
  }
}
