package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.mine.Candidate;
import ballast.mine.Guard;
import ballast.mine.Variant;
import ballast.report.page.Json;
import ballast.workflow.glossary.TermMining;
import java.io.IOException;
import java.io.Writer;

/** {@code ballast glossary mine --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class CandidateJson {

  private CandidateJson() {}

  /** Writes all proposals as one JSON value and a line break. */
  public static void write(Writer out, TermMining.Result mined) throws IOException {
    try (Json json = Json.pretty(out)) {
      json.put("pairs", mined.pairs());
      json.array("candidates");
      for (Candidate one : mined.candidates()) {
        Location where = mined.example(one.example());
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
      writeVariants(json, mined);
      writeGuards(json, mined);
    }
  }

  private static void writeVariants(Json json, TermMining.Result mined) throws IOException {
    json.array("variants");
    for (Variant one : mined.known().variants()) {
      json.object();
      json.put("id", one.term().id());
      json.put("zh", one.term().zh());
      json.put("en", one.en());
      json.put("status", "proposed");
      json.put("missing", one.pairs().missing());
      json.put("together", one.pairs().together());
      json.put("elsewhere", one.pairs().elsewhere());
      writePlace(json, mined.example(one.example()));
    }
    json.end();
  }

  private static void writeGuards(Json json, TermMining.Result mined) throws IOException {
    json.array("not_in");
    for (Guard one : mined.known().guards()) {
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
      writePlace(json, mined.example(one.phrase().example()));
    }
    json.end();
  }

  private static void writePlace(Json json, Location where) throws IOException {
    json.put("file", where.file());
    json.put("line", where.line());
    json.end();
  }
}
