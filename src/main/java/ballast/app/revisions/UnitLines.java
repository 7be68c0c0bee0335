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

  /** Writes one unit; control characters are made visible, and a text stays on its line. */
  public void write(Unit unit) throws IOException {
    out.write(TerminalText.plain(unit.source()) + "\n");
    out.write(TerminalText.plain(unit.target()) + "\n\n");
  }

  /**
   * Writes a text that is in no pair, with its language; a blank one is not written. As {@link
   * #writeUnchecked}, it throws {@link UncheckedIOException}.
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

  /** As {@link #write}, but throws {@link UncheckedIOException}. */
  public void writeUnchecked(Unit unit) {
    try {
      write(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
