package ballast.app.align;

import ballast.app.page.Json;
import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes the output of {@code ballast split}: sentences by line, or paragraphs as JSON lines. */
public final class SplitLines {

  private SplitLines() {}

  /** Writes one sentence per line. A line break inside a sentence becomes a space. */
  public static void writeText(Writer out, List<Segment> segments) throws IOException {
    for (Segment segment : segments) {
      out.write(segment.text().replaceAll("\\R", " "));
      out.write("\n");
    }
  }

  /**
   * Writes one {@code {"schema":2,"line":N,"type":T,"sentences":[...]}} per block. N is the line of
   * the file on which it begins. In a file without lines it is the block's number, and there is a
   * {@code place}. Blank lines have no block and so no JSON line.
   */
  public static void writeJson(Writer out, Document document, List<Segment> segments)
      throws IOException {
    int next = 0;
    for (int block = 0; block < document.blocks().size(); block++) {
      Block one = document.blocks().get(block);
      int line = document.location(one.span().start()).line();
      List<String> sentences = new ArrayList<>();
      while (next < segments.size() && segments.get(next).blockIndex() == block) {
        sentences.add(segments.get(next).text());
        next++;
      }
      try (Json json = Json.line(out)) {
        json.put("line", line);
        if (!one.place().isEmpty()) {
          json.put("place", one.place());
        }
        json.put("type", one.type().label());
        if (one.level() > 0) {
          json.put("level", one.level());
        }
        json.strings("sentences", sentences);
      }
    }
  }
}
