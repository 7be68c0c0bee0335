package ballast.app.units;

import ballast.app.page.Json;
import ballast.bitext.Unit;
import ballast.language.TextAmount;
import ballast.memory.Inconsistency;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes statistics of units as JSON specified in {@code src/site/markdown/json.md}. */
public final class StatisticsJson {

  private StatisticsJson() {}

  /**
   * {@code tm stats --json}.
   *
   * @param memory statistics of the whole memory; null if only some units are counted
   */
  public static void write(Writer out, @Nullable Statistics memory, UnitStatistics units)
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
}
