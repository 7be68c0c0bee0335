package ballast.report.alignment;

import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.report.page.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** {@code ballast split}: sentences by line, or paragraphs as JSON lines. */
public final class SplitLines {

  private SplitLines() {}

  /** Writes one sentence per line; a line break inside a sentence becomes a space. */
  public static void writeText(Writer out, List<Segment> segments) throws IOException {
    for (Segment segment : segments) {
      out.write(segment.text().replaceAll("\\R", " "));
      out.write("\n");
    }
  }

  /**
   * One {@code {"schema":2,"line":N,"sentences":[...]}} for each block, N being the line of the
   * file on which it begins. Blank lines have no block and so no JSON line.
   */
  public static void writeJson(Writer out, Document document, List<Segment> segments)
      throws IOException {
    int next = 0;
    for (int block = 0; block < document.blocks().size(); block++) {
      int line = document.location(document.blocks().get(block).span().start()).line();
      List<String> sentences = new ArrayList<>();
      while (next < segments.size() && segments.get(next).blockIndex() == block) {
        sentences.add(segments.get(next).text());
        next++;
      }
      try (Json json = Json.line(out)) {
        json.put("line", line).strings("sentences", sentences);
      }
    }
  }
}
