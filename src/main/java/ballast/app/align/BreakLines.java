package ballast.app.align;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.format.table.TsvLine;
import ballast.segment.Segmenter.Break;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the possible sentence ends, one per line: place, verdict, surrounding text, the deciding
 * rule and its purpose.
 */
public final class BreakLines {

  private static final int CONTEXT = 12;

  private BreakLines() {}

  public static void write(Writer out, Document document, List<Break> breaks) throws IOException {
    for (Break one : breaks) {
      out.write(
          TsvLine.of(
              one.location().toString(),
              one.breaks() ? "break" : "join",
              around(document, one),
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
