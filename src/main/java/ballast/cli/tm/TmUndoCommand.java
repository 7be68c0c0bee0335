package ballast.cli.tm;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.cli.option.AuthorOption;
import ballast.cli.option.MemoryCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "undo",
    description = {
      "Undoes the last command that wrote to the memory: aligning, importing, editing.",
      "In the memory of a team on a server it undoes your own last command, and refuses if "
          + "somebody else has changed the same units since.",
      "Run it again to undo the previous one; --redo redoes the command undone last. The history "
          + "keeps both. Exit status 1: there is nothing to undo."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm undo --dry-run",
      "  ballast tm undo",
      "  ballast tm undo --of ann",
      "  ballast tm undo --redo"
    })
final class TmUndoCommand extends MemoryCommand {

  @Mixin AuthorOption author = new AuthorOption();

  @Option(names = "--redo", description = "Redo the command that was undone last.")
  boolean redo;

  @Option(
      names = "--of",
      paramLabel = "NAME",
      description = {
        "Undo the last command of this author, if no other has changed the same units since.",
        "On a server only a maintainer may undo commands of others."
      })
  @Nullable String of;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be undone, write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    MemoryStore store = store();
    Origin origin = author.origin(console, notices(), dryRun ? null : store, /* note= */ "");
    EditScope scope = new EditScope(store, UnitFilter.CURRENT, origin, dryRun);
    Optional<CommandInfo> command =
        new MemoryEdits(console.workplace())
            .reverse(scope, redo, of == null ? Choice.LAST : Choice.of(of));
    if (json) {
      print(out -> MemoryJson.writeUndo(out, redo, dryRun, command.orElse(null)));
    }
    say(command.map(this::message).orElseGet(this::nothing));
    return command.isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private String message(CommandInfo command) {
    String note = command.origin().note();
    return "%s%s: %s%s%s"
        .formatted(
            dryRun ? "would be " : "",
            redo ? "redone" : "undone",
            MemoryText.command(command),
            note.isEmpty() ? "" : "  [" + note + "]",
            dryRun ? "; nothing was written" : "");
  }

  private String nothing() {
    return redo
        ? "nothing to redo: no command was undone, or another command has written since"
        : "nothing to undo; tm history shows all commands";
  }
}
