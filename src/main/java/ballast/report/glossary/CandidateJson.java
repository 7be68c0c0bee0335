package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.mine.Candidate;
import ballast.mine.Guard;
import ballast.mine.Variant;
import ballast.report.page.Json;
import ballast.workflow.glossary.TermMining;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast glossary mine --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class CandidateJson {

  private CandidateJson() {}

  /** Writes all proposals as one JSON value and a line break. */
  public static void write(Writer out, TermMining.Result mined) throws IOException {
    List<Location> places = mined.places();
    try (Json json = Json.pretty(out)) {
      json.put("pairs", places.size());
      json.array("candidates");
      for (Candidate one : mined.candidates()) {
        Location where = places.get(one.example());
        json.object();
        json.put("zh", one.zh());
        json.put("en", one.en());
        json.put("status", "proposed");
        json.put("frequency", one.frequency());
        json.put("together", one.together());
        json.number("score", Math.round(one.score() * 1000) / 1000.0);
        writePlace(json, where);
      }
      json.end();
      writeVariants(json, mined.known().variants(), places);
      writeGuards(json, mined.known().guards(), places);
    }
  }

  private static void writeVariants(Json json, List<Variant> variants, List<Location> places)
      throws IOException {
    json.array("variants");
    for (Variant one : variants) {
      json.object();
      json.put("id", one.term().id());
      json.put("zh", one.term().zh());
      json.put("en", one.en());
      json.put("status", "proposed");
      json.put("missing", one.pairs().missing());
      json.put("together", one.pairs().together());
      json.put("elsewhere", one.pairs().elsewhere());
      writePlace(json, places.get(one.example()));
    }
    json.end();
  }

  private static void writeGuards(Json json, List<Guard> guards, List<Location> places)
      throws IOException {
    json.array("not_in");
    for (Guard one : guards) {
      json.object();
      json.put("id", one.term().id());
      json.put("zh", one.term().zh());
      json.put("phrase", one.phrase().zh());
      json.put("en", one.phrase().en());
      json.put("together", one.phrase().together());
      json.put("inside", one.inside().pairs());
      json.put("missingInside", one.inside().missing());
      json.put("outside", one.outside().pairs());
      json.put("missingOutside", one.outside().missing());
      writePlace(json, places.get(one.phrase().example()));
    }
    json.end();
  }

  private static void writePlace(Json json, Location where) throws IOException {
    json.put("file", where.file());
    json.put("line", where.line());
    json.end();
  }
}
