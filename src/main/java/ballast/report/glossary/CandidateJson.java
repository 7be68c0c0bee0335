package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.mine.Candidate;
import ballast.mine.Guard;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.Variant;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast glossary mine --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class CandidateJson {

  private CandidateJson() {}

  /**
   * Writes all candidates as one JSON value and a line break.
   *
   * @param places where each pair stands, in the order of the pairs
   */
  public static void write(
      Writer out, List<Candidate> candidates, Proposals known, List<Location> places)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeNumberField("pairs", places.size());
      json.writeArrayFieldStart("candidates");
      for (Candidate one : candidates) {
        Location where = places.get(one.example());
        json.writeStartObject();
        json.writeStringField("zh", one.zh());
        json.writeStringField("en", one.en());
        json.writeStringField("status", "proposed");
        json.writeNumberField("frequency", one.frequency());
        json.writeNumberField("together", one.together());
        json.writeNumberField("score", Math.round(one.score() * 1000) / 1000.0);
        writePlace(json, where);
      }
      json.writeEndArray();
      writeVariants(json, known.variants(), places);
      writeGuards(json, known.guards(), places);
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void writeVariants(
      JsonGenerator json, List<Variant> variants, List<Location> places) throws IOException {
    json.writeArrayFieldStart("variants");
    for (Variant one : variants) {
      json.writeStartObject();
      json.writeStringField("id", one.term().id());
      json.writeStringField("zh", one.term().zh());
      json.writeStringField("en", one.en());
      json.writeStringField("status", "proposed");
      json.writeNumberField("missing", one.missing());
      json.writeNumberField("together", one.together());
      json.writeNumberField("elsewhere", one.elsewhere());
      writePlace(json, places.get(one.example()));
    }
    json.writeEndArray();
  }

  private static void writeGuards(JsonGenerator json, List<Guard> guards, List<Location> places)
      throws IOException {
    json.writeArrayFieldStart("not_in");
    for (Guard one : guards) {
      json.writeStartObject();
      json.writeStringField("id", one.term().id());
      json.writeStringField("zh", one.term().zh());
      json.writeStringField("phrase", one.phrase());
      json.writeStringField("en", one.en());
      json.writeNumberField("together", one.together());
      json.writeNumberField("inside", one.inside());
      json.writeNumberField("missingInside", one.missingInside());
      json.writeNumberField("outside", one.outside());
      json.writeNumberField("missingOutside", one.missingOutside());
      writePlace(json, places.get(one.example()));
    }
    json.writeEndArray();
  }

  private static void writePlace(JsonGenerator json, Location where) throws IOException {
    json.writeStringField("file", where.file());
    json.writeNumberField("line", where.line());
    json.writeEndObject();
  }
}
