package ballast.workflow.memory;

import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.util.List;

/**
 * Lists the commands that wrote to a memory.
 *
 * <pre>{@code
 * CommandHistory.Request request =
 *     new CommandHistory.Request(Memories.at(folder.resolve("tm/memory.db")), 20);
 * new CommandHistory().list(request).forEach(command -> System.out.println(command.kind()));
 * }</pre>
 */
public final class CommandHistory {

  /**
   * A request for the commands of a memory.
   *
   * @param memory must exist
   * @param limit how many commands at most; at least 1
   */
  public record Request(MemoryStore memory, int limit) {}

  /** The last commands, the last one first. */
  public List<CommandInfo> list(Request request) {
    try (Memory memory = request.memory().openForReading()) {
      return memory.care().commands(request.limit());
    }
  }
}
