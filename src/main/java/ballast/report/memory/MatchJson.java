package ballast.report.memory;

import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Warning;
import ballast.memory.Concordance;
import ballast.memory.Match;
import ballast.memory.Penalty;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ballast tm search} and {@code tm concordance} give a program; the contract is in
 * {@code src/site/markdown/json.md}.
 */
public final class MatchJson {

  private MatchJson() {}

  /** {@code tm search --json}: one line. */
  public static void writeMatches(Writer out, String query, List<Match> matches)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeStringField("query", query);
      json.writeArrayFieldStart("matches");
      for (Match match : matches) {
        writeMatch(json, match);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** {@code tm concordance --json}: one line. */
  public static void writeConcordance(Writer out, String query, Concordance concordance)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("query", query);
      json.writeNumberField("total", concordance.total());
      json.writeArrayFieldStart("hits");
      for (Concordance.Hit hit : concordance.hits()) {
        json.writeStartObject();
        json.writeStringField("in", hit.side().toString());
        writeUnit(json, hit.unit());
        writeSpans(json, "spans", hit.spans());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void writeMatch(JsonGenerator json, Match match) throws IOException {
    json.writeStartObject();
    json.writeNumberField("score", match.score());
    writeUnit(json, match.unit());
    json.writeNumberField("similarity", match.similarity());
    json.writeNumberField("context", match.context());
    json.writeArrayFieldStart("penalties");
    for (Penalty penalty : match.penalties()) {
      json.writeStartObject();
      json.writeStringField("kind", name(penalty.kind()));
      json.writeNumberField("points", penalty.points());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    for (Warning warning : match.warnings()) {
      json.writeStartObject();
      json.writeStringField("kind", name(warning.kind()));
      writeTexts(json, "query", warning.onlyInQuery());
      writeTexts(json, "unit", warning.onlyInUnit());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("differences");
    writeSpans(json, "query", match.differences().left());
    writeSpans(json, "unit", match.differences().right());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeUnit(JsonGenerator json, Unit unit) throws IOException {
    json.writeStringField("source", unit.source());
    json.writeStringField("target", unit.target());
    json.writeStringField("unit", unit.id());
    json.writeStringField("document", unit.provenance().document());
    json.writeStringField("status", unit.provenance().status().label());
  }

  private static void writeTexts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void writeSpans(JsonGenerator json, String field, List<Span> spans)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Span span : spans) {
      json.writeStartArray();
      json.writeNumber(span.start());
      json.writeNumber(span.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
