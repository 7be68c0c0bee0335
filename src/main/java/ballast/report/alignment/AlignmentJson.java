package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.report.page.Json;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;

/** {@code ballast align --format json}; the contract is in {@code src/site/markdown/json.md}. */
final class AlignmentJson {

  private AlignmentJson() {}

  /** Writes one document as one JSON value and a line break. */
  static void write(Writer out, AlignedText text) throws IOException {
    try (Json json = Json.pretty(out)) {
      json.put("document", text.document());
      writeInfo(json, "source", text.source(), text.alignment().source().size());
      writeInfo(json, "target", text.target(), text.alignment().target().size());
      json.array("beads");
      for (Bead bead : text.alignment().beads()) {
        writeBead(json, text, bead);
      }
      json.end();
    }
  }

  private static void writeInfo(Json json, String side, AlignedText.TextInfo info, int sentences)
      throws IOException {
    json.object(side);
    json.put("file", info.file());
    json.put("language", info.language());
    json.put("encoding", info.encoding());
    json.put("sentences", sentences);
    json.end();
  }

  private static void writeBead(Json json, AlignedText text, Bead bead) throws IOException {
    json.object();
    json.strings("source", text.sourceSentences(bead));
    json.strings("target", text.targetSentences(bead));
    json.number("confidence", Math.round(bead.confidence() * 1000) / 1000.0);
    json.put("type", text.type(bead).label());
    if (bead.moved()) {
      json.put("moved", true);
    }
    json.strings("reasons", bead.reasons());
    json.end();
  }
}
