package ballast.report.memory;

import ballast.memory.CommandInfo;
import ballast.memory.Compaction;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wrote to the memory, for a program; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class CommandJson {

  private CommandJson() {}

  /** {@code tm history --json} without a name. */
  public static void writeCommands(Writer out, List<CommandInfo> commands) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("commands");
      for (CommandInfo command : commands) {
        write(json, command);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  /**
   * {@code tm undo --json}.
   *
   * @param command what was taken back or done again; null when there is nothing
   */
  public static void writeUndo(
      Writer out, boolean redo, boolean dryRun, @Nullable CommandInfo command) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("command", redo ? "redo" : "undo");
      json.writeBooleanField("dryRun", dryRun);
      json.writeFieldName(redo ? "redone" : "undone");
      if (command == null) {
        json.writeNull();
      } else {
        write(json, command);
      }
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** {@code tm compact --json}. */
  public static void writeCompaction(Writer out, boolean dryRun, Compaction compaction)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("command", "compact");
      json.writeBooleanField("dryRun", dryRun);
      json.writeNumberField("deletedUnits", compaction.deletedUnits());
      json.writeNumberField("retiredUnits", compaction.retiredUnits());
      json.writeNumberField("revisions", compaction.revisions());
      json.writeNumberField("historyEntries", compaction.replacedTexts());
      json.writeNumberField("documents", compaction.documents());
      json.writeNumberField("bytesBefore", compaction.bytesBefore());
      json.writeNumberField("bytesAfter", compaction.bytesAfter());
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, CommandInfo command) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", command.number());
    json.writeStringField("what", command.kind());
    json.writeStringField("at", command.at().toString());
    json.writeStringField("author", command.author());
    json.writeStringField("note", command.note());
    json.writeNumberField("units", command.units());
    json.writeArrayFieldStart("documents");
    for (String document : command.documents()) {
      json.writeString(document);
    }
    json.writeEndArray();
    json.writeBooleanField("takenBack", command.takenBack());
    if (command.undoes() != 0) {
      json.writeNumberField("undoes", command.undoes());
    }
    json.writeEndObject();
  }
}
