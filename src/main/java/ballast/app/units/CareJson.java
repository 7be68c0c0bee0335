package ballast.app.units;

import ballast.app.page.Json;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.TeamStore;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the results of commands on a whole memory, and moved beads, as JSON specified in {@code
 * src/site/markdown/json.md}.
 */
public final class CareJson {

  private CareJson() {}

  /** {@code tm verify --json}. */
  public static void writeVerification(Writer out, String memory, MemoryVerification.Result result)
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
  public static void writeCopy(Writer out, String from, String to, MemoryTransfer.Result copied)
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
