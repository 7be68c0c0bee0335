package ballast.app.revisions;

import ballast.app.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes a version with unreadable units as lines for a line difference. */
public final class RawVersion {

  private RawVersion() {}

  /**
   * Writes why the units are unreadable, then the text of the file with control characters made
   * visible.
   */
  public static void write(Writer out, VersionUnits.Raw version) throws IOException {
    out.write(TerminalText.plain(version.reason()) + "\n");
    if (!version.isText()) {
      out.write(String.format(Locale.ROOT, "It is not text; it has %,d bytes.\n", version.bytes()));
      return;
    }
    out.write("This is the file as it is:\n\n");
    for (String line : version.text().lines().toList()) {
      out.write(TerminalText.visible(line) + "\n");
    }
  }
}
