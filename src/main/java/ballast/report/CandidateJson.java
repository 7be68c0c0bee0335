package ballast.report;

import ballast.bitext.Location;
import ballast.mine.Candidate;
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
  public static void write(Writer out, List<Candidate> candidates, List<Location> places)
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
        json.writeStringField("file", where.file());
        json.writeNumberField("line", where.line());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }
}
