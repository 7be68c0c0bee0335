package ballast.app.revisions;

import ballast.app.page.TerminalText;
import ballast.bitext.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes units as lines for a line difference: source, translation, a blank line. */
public final class UnitLines {

  private final Writer out;

  public UnitLines(Writer out) {
    this.out = out;
  }

  /** Writes one unit, making control characters visible and keeping each text on one line. */
  public void write(Unit unit) throws IOException {
    out.write(TerminalText.plain(unit.source()) + "\n");
    out.write(TerminalText.plain(unit.target()) + "\n\n");
  }

  /**
   * Writes an unpaired text with its language, unless it is blank.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeOther(String lang, String text) {
    String plain = TerminalText.plain(text);
    if (!plain.isBlank()) {
      try {
        out.write((lang.isEmpty() ? "" : TerminalText.plain(lang) + ": ") + plain + "\n\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Writes one unit as {@link #write} does.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeUnchecked(Unit unit) {
    try {
      write(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
