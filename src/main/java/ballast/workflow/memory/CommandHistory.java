package ballast.workflow.memory;

import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists the commands that wrote to a memory.
 *
 * <pre>{@code
 * CommandHistory.Request request =
 *     new CommandHistory.Request(folder.resolve("tm/memory.db"), 20);
 * new CommandHistory().list(request).forEach(command -> System.out.println(command.kind()));
 * }</pre>
 */
public final class CommandHistory {

  /**
   * A request for the commands of a memory.
   *
   * @param memory its file, which must exist
   * @param limit how many commands at most; at least 1
   */
  public record Request(Path memory, int limit) {}

  /** The last commands, the last one first. */
  public List<CommandInfo> list(Request request) {
    try (Memory memory = Memories.at(request.memory()).openForReading()) {
      return memory.care().commands(request.limit());
    }
  }
}
