package ballast.app.units;

import ballast.app.page.Json;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Pairing;
import ballast.likeness.Warnings.Warning;
import ballast.memory.Concordance;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Writes the results of {@code ballast tm search} and {@code tm concordance} as JSON specified in
 * {@code src/site/markdown/json.md}.
 */
public final class MatchJson {

  private MatchJson() {}

  /** {@code tm search --json}: one line. */
  public static void writeMatches(Writer out, String query, Side side, List<Match> matches)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("query", query);
      json.array("matches");
      for (Match match : matches) {
        writeMatch(json, query, side, match);
      }
      json.end();
    }
  }

  /** {@code tm search --json} for a text without similar units: its occurrences, in one line. */
  public static void writeOccurrences(Writer out, String query, Concordance found)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("query", query);
      json.array("matches");
      json.end();
      writeHits(json, found);
    }
  }

  /** {@code tm concordance --json}: one line. */
  public static void writeConcordance(Writer out, String query, Concordance concordance)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("query", query);
      writeHits(json, concordance);
    }
  }

  /** The units of a page of a document, in one line. */
  public static void writeUnits(Writer out, String document, List<Unit> units) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).array("units");
      for (Unit unit : units) {
        writeUnit(json.object(), unit);
        json.end();
      }
      json.end();
    }
  }

  private static void writeHits(Json json, Concordance concordance) throws IOException {
    json.put("total", concordance.total());
    json.array("hits");
    for (Concordance.Hit hit : concordance.hits()) {
      json.object();
      json.put("in", hit.side().toString());
      writeUnit(json, hit.unit());
      json.spans("spans", hit.unit().text(hit.side()), hit.spans());
      json.end();
    }
    json.end();
  }

  private static void writeMatch(Json json, String query, Side side, Match match)
      throws IOException {
    json.object();
    json.put("score", match.score());
    writeUnit(json, match.unit());
    if (match.renumbered() != null) {
      json.put("renumbered", match.renumbered());
    }
    json.put("similarity", match.likeness().similarity());
    json.put("context", match.context());
    json.array("penalties");
    for (Penalty penalty : match.penalties()) {
      json.object();
      json.put("kind", name(penalty));
      json.put("points", penalty.points());
      json.end();
    }
    json.end();
    json.array("warnings");
    for (Warning warning : match.likeness().warnings()) {
      json.object();
      json.put("kind", name(warning.kind()));
      json.strings("query", warning.onlyInQuery());
      json.strings("unit", warning.onlyInUnit());
      json.end();
    }
    json.end();
    json.object("differences");
    json.spans("query", query, match.likeness().differences().left());
    json.spans("unit", match.unit().text(side), match.likeness().differences().right());
    json.end();
    json.end();
  }

  /** The fields that each unit has in JSON output. */
  public static void writeUnit(Json json, Unit unit) throws IOException {
    json.put("source", unit.source());
    json.put("target", unit.target());
    json.put("unit", unit.id());
    json.put("document", unit.provenance().document());
    json.put("status", unit.provenance().status().label());
    writePairing(json, unit.provenance().pairing());
  }

  /** Why source and target belong together; who confirmed it, and when, only if a user did. */
  static void writePairing(Json json, Pairing pairing) throws IOException {
    json.object("pairing");
    json.number("confidence", pairing.confidence());
    if (pairing.confirmed() != null) {
      json.put("confirmed", pairing.confirmed().toString());
      json.put("by", pairing.by());
    }
    json.end();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
