package ballast.report;

import ballast.check.Checked;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast check} for people. */
public final class FindingText {

  private FindingText() {}

  /** A line a finding. */
  public static void write(Writer out, List<Checked> findings) throws IOException {
    for (Checked checked : findings) {
      out.write(
          checked.location()
              + ": "
              + checked.finding().severity().label()
              + ": "
              + TerminalText.plain(checked.finding().message())
              + " ["
              + checked.finding().rule()
              + "]\n");
    }
  }
}
