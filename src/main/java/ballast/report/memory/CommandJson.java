package ballast.report.memory;

import ballast.memory.CommandInfo;
import ballast.memory.Compaction;
import ballast.report.page.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the commands that changed the memory as JSON; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class CommandJson {

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
      Writer out, boolean redo, boolean dryRun, @Nullable CommandInfo command) throws IOException {
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
