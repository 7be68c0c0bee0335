package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import java.io.IOException;
import java.io.Writer;

/** Shows moved beads on a terminal, before and after. */
public final class MovedUnitsText {

  private final Writer out;
  private final Style style;

  public MovedUnitsText(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  public void write(MovedUnits moved) throws IOException {
    for (MovedUnits.OneBead bead : moved.before()) {
      write("before", bead);
    }
    for (MovedUnits.OneBead bead : moved.after()) {
      write("after", bead);
    }
  }

  private void write(String when, MovedUnits.OneBead bead) throws IOException {
    out.write(style.strong(when + (bead.unit().isEmpty() ? "" : "  unit " + bead.unit())) + "\n");
    write(bead.source());
    write(bead.target());
  }

  private void write(String text) throws IOException {
    out.write("    " + (text.isEmpty() ? style.faint("(none)") : TerminalText.plain(text)) + "\n");
  }
}
