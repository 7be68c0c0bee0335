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
 * Undoes the last command that wrote to a memory, or redoes the command undone last.
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
   * A request to undo or redo a command.
   *
   * @param memory must exist
   * @param redo whether to redo the command undone last
   * @param of author of the command; empty for the last command of a file, or the user's own on a
   *     server
   * @param origin the author of the request
   * @param dryRun whether to find the command without writing anything
   */
  public record Request(
      MemoryStore memory, boolean redo, Optional<String> of, Origin origin, boolean dryRun) {

    /** Selects the last command of a file, or the user's own on a server. */
    public Request(MemoryStore memory, boolean redo, Origin origin, boolean dryRun) {
      this(memory, redo, Optional.empty(), origin, dryRun);
    }

    /** Undoes the last command, without an author. */
    public static Request undo(MemoryStore memory) {
      return new Request(memory, /* redo= */ false, new Origin("", ""), /* dryRun= */ false);
    }

    /** Redoes the command undone last, without an author. */
    public static Request redo(MemoryStore memory) {
      return new Request(memory, /* redo= */ true, new Origin("", ""), /* dryRun= */ false);
    }
  }

  private final Workplace workplace;

  public CommandReversal(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Returns the command that was undone or redone; empty if there is none.
   *
   * @throws InputException if the named author has made no change in the memory, or another command
   *     has changed the same units since
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
