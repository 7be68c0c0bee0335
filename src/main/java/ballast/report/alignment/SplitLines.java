package ballast.report.alignment;

import ballast.bitext.Document;
import ballast.bitext.Segment;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast split}: sentences by line, or paragraphs as JSON lines. */
public final class SplitLines {

  private SplitLines() {}

  /** One sentence a line; a line break inside a sentence becomes a space. */
  public static void writeText(Writer out, List<Segment> segments) throws IOException {
    for (Segment segment : segments) {
      out.write(segment.text().replaceAll("\\R", " "));
      out.write("\n");
    }
  }

  /**
   * One {@code {"line":N,"sentences":[...]}} for each block, N being the line of the file on which
   * it begins. Blank lines have no block and so no JSON line.
   */
  public static void writeJson(Writer out, Document document, List<Segment> segments)
      throws IOException {
    int next = 0;
    for (int block = 0; block < document.blocks().size(); block++) {
      int line = document.location(document.blocks().get(block).span().start()).line();
      try (JsonGenerator json = AlignmentJson.generator(out)) {
        json.writeStartObject();
        json.writeNumberField("line", line);
        json.writeArrayFieldStart("sentences");
        while (next < segments.size() && segments.get(next).blockIndex() == block) {
          json.writeString(segments.get(next).text());
          next++;
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      out.write("\n");
    }
  }
}
