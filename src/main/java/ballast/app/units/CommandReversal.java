package ballast.app.units;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Spelling;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import java.util.List;
import java.util.Optional;

/**
 * Takes back the last command that wrote to a memory, or does again what was taken back last.
 *
 * <pre>{@code
 * CommandReversal reversal = new CommandReversal(Workplace.in(folder));
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * reversal
 *     .run(CommandReversal.Request.undo(memory))
 *     .ifPresent(command -> System.out.println("taken back: " + command.kind()));
 * reversal.run(CommandReversal.Request.redo(memory));
 * }</pre>
 */
public final class CommandReversal {

  /**
   * A request to take back a command or to do it again.
   *
   * @param memory must exist
   * @param redo whether the command last taken back is done again
   * @param of the author whose command is meant; empty for the last command of a file, or for the
   *     user's own on a server
   * @param origin who asks for it
   * @param dryRun whether the command is only determined and nothing is written
   */
  public record Request(
      MemoryStore memory, boolean redo, Optional<String> of, Origin origin, boolean dryRun) {

    /** A request for the last command of a file, or for the user's own on a server. */
    public Request(MemoryStore memory, boolean redo, Origin origin, boolean dryRun) {
      this(memory, redo, Optional.empty(), origin, dryRun);
    }

    /** Takes the last command back, without an author. */
    public static Request undo(MemoryStore memory) {
      return new Request(memory, /* redo= */ false, new Origin("", ""), /* dryRun= */ false);
    }

    /** Does the command last taken back again, without an author. */
    public static Request redo(MemoryStore memory) {
      return new Request(memory, /* redo= */ true, new Origin("", ""), /* dryRun= */ false);
    }
  }

  private final Workplace workplace;

  public CommandReversal(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Returns the command that was taken back or done again; empty if there is none.
   *
   * @throws InputException if the memory knows no change of the author who is named, or another
   *     command has changed the same units since
   */
  public Optional<CommandInfo> run(Request request) {
    return EditedMemory.with(
        request.memory(), workplace.clock(), request.dryRun(), care -> reverse(care, request));
  }

  private static void requireAuthor(MemoryCare care, String author) {
    List<String> authors = care.authors();
    if (!authors.contains(author)) {
      throw new InputException(
          "no change of \"" + author + "\" is in the memory",
          authors.isEmpty()
              ? "`ballast tm history` shows all commands"
              : Spelling.hint(author, authors));
    }
  }

  private static Optional<CommandInfo> reverse(MemoryCare care, Request request) {
    Origin origin = request.origin();
    if (request.of().isPresent()) {
      String author = request.of().get();
      Optional<CommandInfo> done =
          request.redo() ? care.redoOf(author, origin) : care.undoOf(author, origin);
      if (done.isEmpty()) {
        requireAuthor(care, author);
      }
      return done;
    }
    return request.redo() ? care.redo(origin) : care.undo(origin);
  }
}
