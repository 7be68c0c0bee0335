package ballast.app.align;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.format.table.TsvLine;
import ballast.segment.Segmenter.Break;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the places where a sentence may end, one per line: place, verdict, the text around it, the
 * rule that decided, and the purpose of the rule.
 */
public final class BreakLines {

  private static final int CONTEXT = 12;

  private BreakLines() {}

  /** Writes the places of one document. */
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

  /** The text around the place, {@code |} where the break is or might have been. */
  private static String around(Document document, Break one) {
    Block block = document.blocks().get(one.blockIndex());
    String text = document.text();
    int from = back(text, Math.max(block.span().start(), one.offset() - CONTEXT));
    int to = back(text, Math.min(block.span().end(), one.offset() + CONTEXT));
    return text.substring(from, one.offset()) + "|" + text.substring(one.offset(), to);
  }

  /** {@code offset}, or one less when it lies within a surrogate pair. */
  private static int back(String text, int offset) {
    return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
        ? offset - 1
        : offset;
  }
}
