package ballast.app.units;

import ballast.app.page.Json;
import ballast.bitext.Unit;
import ballast.language.TextAmount;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.Inconsistency;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.TeamStore;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is in a memory, and the results of commands on it, as JSON; see json.md. */
public final class MemoryJson {

  private MemoryJson() {}

  /** {@code tm list --json}. */
  public static void writeDocuments(Writer out, List<DocumentSummary> documents)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.array("documents");
      for (DocumentSummary document : documents) {
        json.object();
        json.put("name", document.name());
        json.put("sourceLanguage", document.sourceLang().tag());
        json.put("targetLanguage", document.targetLang().tag());
        json.put("revisions", document.revisions());
        json.put("units", document.units());
        json.put("lastChange", document.lastChange().toString());
        json.end();
      }
      json.end();
    }
  }

  /**
   * {@code tm history DOCUMENT --json}.
   *
   * @param additions whether to list units as they were first added
   */
  public static void writeHistory(Writer out, DocumentHistory history, boolean additions)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("of", history.document());
      writeEntries(json, List.of());
      json.array("commands");
      for (DocumentHistory.RevisionHistory part : history.revisions()) {
        for (DocumentHistory.Entry entry : part.entries()) {
          json.object().put("revision", part.revision().number());
          writeEntries(
              json,
              entry.units().stream()
                  .filter(unit -> additions || unit.what() != HistoryEntry.What.ADDED)
                  .toList());
          writeCommand(json, entry.command());
        }
      }
      json.end();
    }
  }

  /** {@code tm history UNIT --json}. */
  public static void writeHistory(Writer out, String name, List<HistoryEntry> entries)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("of", name);
      writeEntries(json, entries);
      json.array("commands").end();
    }
  }

  private static void writeEntries(Json json, List<HistoryEntry> entries) throws IOException {
    json.array("entries");
    for (HistoryEntry entry : entries) {
      json.object();
      json.put("what", entry.what().label());
      json.put("unit", entry.uid());
      json.put("revision", entry.occasion().revision());
      json.put("at", entry.occasion().at().toString());
      json.put("author", entry.occasion().author());
      json.put("note", entry.note());
      writeState(json, "before", entry.before());
      writeState(json, "after", entry.after());
      json.end();
    }
    json.end();
  }

  private static void writeState(Json json, String field, HistoryEntry.State state)
      throws IOException {
    json.object(field);
    json.put("source", state.source());
    json.put("target", state.target());
    json.put("status", state.status().label());
    json.end();
  }

  /** {@code tm history --json} without a name. */
  public static void writeCommands(Writer out, List<CommandInfo> commands) throws IOException {
    try (Json json = Json.line(out)) {
      json.array("commands");
      for (CommandInfo command : commands) {
        writeCommand(json.object(), command);
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
        writeCommand(json.object(done), command);
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

  private static void writeCommand(Json json, CommandInfo command) throws IOException {
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

  /**
   * {@code tm stats --json}.
   *
   * @param memory statistics of the whole memory; null if only some units are counted
   */
  public static void writeStatistics(Writer out, @Nullable Statistics memory, UnitStatistics units)
      throws IOException {
    try (Json json = Json.line(out)) {
      if (memory != null) {
        json.put("documents", memory.documents());
        json.put("revisions", memory.revisions());
      }
      json.put("units", units.units().total());
      for (Unit.Status status : Unit.Status.values()) {
        json.put(status.label(), units.units().count(status));
      }
      if (memory != null) {
        json.put("retired", memory.hidden().retired());
        json.put("deleted", memory.hidden().deleted());
        json.put("sourceCharacters", memory.sourceCharacters());
        json.put("targetWords", memory.targetWords());
        json.put("bytes", memory.fileSize());
      }
      amount(json, "source", units.source());
      amount(json, "target", units.target());
      json.put("repetitions", units.repetitions());
      json.put("sourcesWithSeveralTargets", units.sourcesWithSeveralTargets());
      json.put("targetsWithSeveralSources", units.targetsWithSeveralSources());
    }
  }

  /** {@code tm stats --inconsistent --json}. */
  public static void writeInconsistencies(Writer out, List<Inconsistency> inconsistencies)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.array("inconsistencies");
      for (Inconsistency inconsistency : inconsistencies) {
        json.object();
        json.put("same", inconsistency.side().toString());
        json.put("text", inconsistency.text());
        json.array("units");
        for (Unit unit : inconsistency.units()) {
          json.object();
          json.put("unit", unit.id());
          json.put("document", unit.provenance().document());
          json.put("status", unit.provenance().status().label());
          json.put("source", unit.source());
          json.put("target", unit.target());
          json.end();
        }
        json.end();
        json.end();
      }
      json.end();
    }
  }

  private static void amount(Json json, String field, TextAmount amount) throws IOException {
    json.object(field);
    json.put("characters", amount.characters());
    json.put("words", amount.words());
    json.end();
  }

  /** {@code tm verify --json}. */
  public static void writeVerification(Writer out, String memory, MemoryUpkeep.Verification result)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("memory", memory).put("sound", result.isSound());
      json.strings("fileProblems", result.file());
      json.strings("indexProblems", result.index());
    }
  }

  /** {@code tm verify --salvage FILE --json}. */
  public static void writeSalvage(Writer out, String memory, String file, Salvage saved)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("memory", memory).put("file", file).put("units", saved.units());
      json.put("lost", saved.lost()).put("moreLost", saved.isOpen());
      json.strings("problems", saved.problems());
    }
  }

  /** {@code tm init --json}. */
  public static void writeSetup(Writer out, String memory, TeamStore.Setup setup)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("memory", memory).put("exists", setup.exists());
      json.strings("done", setup.done()).strings("statements", setup.statements());
    }
  }

  /**
   * {@code tm roles --json}.
   *
   * @param grants SQL statements that give a user access
   */
  public static void writeMembers(
      Writer out, String memory, List<TeamStore.Member> members, List<String> grants)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("memory", memory).array("members");
      for (TeamStore.Member member : members) {
        json.object().put("user", member.user()).put("role", member.role().label());
        json.put("owner", member.isOwner()).end();
      }
      json.end().strings("grants", grants);
    }
  }

  /** {@code tm copy --json}. */
  public static void writeCopy(Writer out, String from, String to, MemoryUpkeep.Copy copied)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("from", from).put("to", to).put("units", copied.units());
      TeamStore.Setup setup = copied.setup();
      json.put("exists", setup.exists());
      json.strings("done", setup.done()).strings("statements", setup.statements());
    }
  }

  /** {@code tm join --json} and {@code tm split --json}. */
  public static void writeMove(Writer out, String command, boolean dryRun, MovedUnits moved)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("command", command).put("dryRun", dryRun).put("document", moved.document());
      if (!dryRun) {
        json.put("revision", moved.revision());
      }
      beads(json, "before", moved.before());
      beads(json, "after", moved.after());
    }
  }

  private static void beads(Json json, String name, List<MovedUnits.OneBead> beads)
      throws IOException {
    json.array(name);
    for (MovedUnits.OneBead bead : beads) {
      json.object().put("unit", bead.unit());
      json.put("source", bead.source()).put("target", bead.target()).end();
    }
    json.end();
  }
}
