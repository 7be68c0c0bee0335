package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.workflow.align.AlignedText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast align --format json}; the contract is in {@code src/site/markdown/json.md}. */
public final class AlignmentJson {

  private AlignmentJson() {}

  /** Writes one document as one JSON value and a line break. */
  public static void write(Writer out, AlignedText text) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("document", text.document());
      writeInfo(json, "source", text.source(), text.alignment().source().size());
      writeInfo(json, "target", text.target(), text.alignment().target().size());
      json.writeArrayFieldStart("beads");
      for (Bead bead : text.alignment().beads()) {
        writeBead(json, text, bead);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** A generator that leaves Han as they are and does not close {@code out}. */
  public static JsonGenerator generator(Writer out) throws IOException {
    return new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void writeInfo(
      JsonGenerator json, String side, AlignedText.TextInfo info, int sentences)
      throws IOException {
    json.writeObjectFieldStart(side);
    json.writeStringField("file", info.file());
    json.writeStringField("language", info.language());
    json.writeStringField("encoding", info.encoding());
    json.writeNumberField("sentences", sentences);
    json.writeEndObject();
  }

  private static void writeBead(JsonGenerator json, AlignedText text, Bead bead)
      throws IOException {
    json.writeStartObject();
    writeStrings(json, "source", text.sourceSentences(bead));
    writeStrings(json, "target", text.targetSentences(bead));
    json.writeNumberField("confidence", Math.round(bead.confidence() * 1000) / 1000.0);
    json.writeStringField("type", text.type(bead).label());
    if (bead.moved()) {
      json.writeBooleanField("moved", true);
    }
    writeStrings(json, "reasons", bead.reasons());
    json.writeEndObject();
  }

  private static void writeStrings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
