package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Concordance;
import java.io.IOException;
import java.io.Writer;

/**
 * Shows the hits of {@code ballast tm concordance} as keyword in context: each in the middle of its
 * line, with the other language below.
 */
public final class ConcordanceText {

  private static final int DEFAULT_COLUMNS = 80;
  private static final int MIN_COLUMNS = 30;

  private final Style style;
  private final int columns;

  public ConcordanceText(Style style) {
    this.style = style;
    this.columns = style.columns() == 0 ? DEFAULT_COLUMNS : Math.max(MIN_COLUMNS, style.columns());
  }

  public void write(Writer out, Concordance concordance) throws IOException {
    for (Concordance.Hit hit : concordance.hits()) {
      Unit unit = hit.unit();
      boolean source = hit.side() == Side.SOURCE;
      for (Span span : hit.spans()) {
        writePlace(out, source ? unit.source() : unit.target(), span);
      }
      line(out, "  " + TerminalText.plain(source ? unit.target() : unit.source()));
      line(
          out,
          style.faint(
              TerminalText.plain(
                  "  "
                      + style.say(unit.provenance().label())
                      + "  "
                      + unit.provenance().document()
                      + "  "
                      + style.say("unit " + unit.id()))));
    }
  }

  private void writePlace(Writer out, String text, Span span) throws IOException {
    String hit = TerminalText.plain(span.of(text));
    int brackets = style.colour() ? 0 : 2;
    int side = Math.max(0, (columns - TerminalText.width(hit) - brackets) / 2);
    String left = last(TerminalText.plain(text.substring(0, span.start())), side);
    String after = TerminalText.plain(text.substring(span.end()));
    String right = side == 0 ? "" : TerminalText.cut(after, side);
    line(
        out,
        " ".repeat(side - TerminalText.width(left))
            + left
            + (style.colour() ? style.error(hit) : "[" + hit + "]")
            + right);
  }

  private static String last(String text, int columns) {
    if (TerminalText.width(text) <= columns) {
      return text;
    }
    int start = text.length();
    int used = 1;
    while (start > 0) {
      int code = text.codePointBefore(start);
      used += TerminalText.width(Character.toString(code));
      if (used > columns) {
        break;
      }
      start -= Character.charCount(code);
    }
    return columns < 1 ? "" : "…" + text.substring(start);
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
