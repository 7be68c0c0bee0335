package ballast.app.align;

import ballast.app.align.Splitting.SplitText;
import ballast.app.page.Json;
import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.format.table.TsvLine;
import ballast.segment.Segmenter.Break;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the output of {@code ballast split}: sentences by line, paragraphs as JSON lines, or
 * explained breaks.
 */
public final class SplitLines {

  /** UTF-16 units shown on either side of a possible break. */
  private static final int CONTEXT = 12;

  private SplitLines() {}

  /** Writes one sentence per line. A line break inside a sentence becomes a space. */
  public static void writeText(Writer out, SplitText text) throws IOException {
    for (Segment segment : text.sentences()) {
      out.write(segment.text().replaceAll("\\R", " "));
      out.write("\n");
    }
  }

  /**
   * Writes one {@code {"schema":2,"line":N,"type":T,"sentences":[...]}} per block. N is the line of
   * the file on which it begins. In a file without lines it is the block's number, and there is a
   * {@code place}. Blank lines have no block and so no JSON line.
   */
  public static void writeJson(Writer out, SplitText text) throws IOException {
    Document document = text.text().document();
    List<Segment> segments = text.sentences();
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

  /**
   * Writes the possible sentence ends, one per line: place, verdict, surrounding text, the deciding
   * rule and its purpose.
   */
  public static void writeBreaks(Writer out, SplitText text) throws IOException {
    for (Break one : text.breaks()) {
      out.write(
          TsvLine.of(
              one.location().toString(),
              one.breaks() ? "break" : "join",
              around(text.text().document(), one),
              one.rule(),
              one.reason()));
      out.write("\n");
    }
  }

  private static String around(Document document, Break one) {
    Block block = document.blocks().get(one.blockIndex());
    String text = document.text();
    int from = back(text, Math.max(block.span().start(), one.offset() - CONTEXT));
    int to = back(text, Math.min(block.span().end(), one.offset() + CONTEXT));
    return text.substring(from, one.offset()) + "|" + text.substring(one.offset(), to);
  }

  /** Returns {@code offset}, or one less if it is within a surrogate pair. */
  private static int back(String text, int offset) {
    return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
        ? offset - 1
        : offset;
  }
}
