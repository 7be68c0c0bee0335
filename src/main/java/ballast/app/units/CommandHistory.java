package ballast.app.units;

import ballast.app.page.Json;
import ballast.bitext.CountedNoun;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param limit maximum number of commands; at least 1
   */
  public record Request(MemoryStore memory, int limit) {}

  /** Returns the last commands, the latest first. */
  public List<CommandInfo> list(Request request) {
    try (Memory memory = request.memory().openForReading()) {
      return memory.care().commands(request.limit());
    }
  }

  /**
   * Writes the commands that changed the memory as JSON specified in {@code
   * src/site/markdown/json.md}.
   */
  public static final class CommandJson {

    private CommandJson() {}

    /** {@code tm history --json} without a name. */
    public static void writeCommands(Writer out, List<CommandInfo> commands) throws IOException {
      try (Json json = Json.line(out)) {
        json.array("commands");
        for (CommandInfo command : commands) {
          write(json.object(), command);
        }
        json.end();
      }
    }

    /**
     * {@code tm undo --json}.
     *
     * @param command the command that was undone or redone; null if there was none
     */
    public static void writeUndo(
        Writer out, boolean redo, boolean dryRun, @Nullable CommandInfo command)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.put("command", redo ? "redo" : "undo");
        json.put("dryRun", dryRun);
        String done = redo ? "redone" : "undone";
        if (command == null) {
          json.none(done);
        } else {
          write(json.object(done), command);
        }
      }
    }

    /** {@code tm compact --json}. */
    public static void writeCompaction(Writer out, boolean dryRun, Compaction compaction)
        throws IOException {
      try (Json json = Json.line(out)) {
        json.put("command", "compact");
        json.put("dryRun", dryRun);
        json.put("deletedUnits", compaction.units().deleted());
        json.put("retiredUnits", compaction.units().retired());
        json.put("revisions", compaction.revisions());
        json.put("historyEntries", compaction.replacedTexts());
        json.put("documents", compaction.documents());
        json.put("bytesBefore", compaction.bytesBefore());
        json.put("bytesAfter", compaction.bytesAfter());
      }
    }

    private static void write(Json json, CommandInfo command) throws IOException {
      json.put("number", command.number());
      json.put("what", command.kind());
      json.put("at", command.at().toString());
      json.put("author", command.origin().author());
      json.put("note", command.origin().note());
      json.put("units", command.effect().units());
      json.strings("documents", command.effect().documents());
      json.put("takenBack", command.takenBack());
      if (command.undoes() != 0) {
        json.put("undoes", command.undoes());
      }
      json.end();
    }
  }

  /** Describes in one line how a command changed the memory. */
  public static final class CommandText {

    private CommandText() {}

    /** Returns the number, kind, time and author of a command, and the number of units changed. */
    public static String of(CommandInfo command) {
      return "command "
          + command.number()
          + " ("
          + command.kind()
          + ", "
          + command.at()
          + (command.origin().author().isEmpty() ? "" : ", " + command.origin().author())
          + "): "
          + CountedNoun.of(command.effect().units(), "unit")
          + ofDocuments(command.effect().documents());
    }

    /** Names the document, or counts the documents; empty if there are none. */
    public static String ofDocuments(List<String> names) {
      List<String> documents = names.stream().filter(name -> !name.isEmpty()).toList();
      return switch (documents.size()) {
        case 0 -> "";
        case 1 -> " of " + documents.get(0);
        default -> " of " + documents.size() + " documents";
      };
    }
  }
}
