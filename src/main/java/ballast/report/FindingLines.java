package ballast.report;

import ballast.bitext.Finding;
import ballast.bitext.Location;
import ballast.check.Checked;
import ballast.check.Passage;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code ballast check} with a line a finding: annotations of GitHub, CSV. */
public final class FindingLines {

  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

  private FindingLines() {}

  /** Workflow commands: GitHub shows them beside the lines of a change. */
  public static void writeGithub(Writer out, FindingReport report) throws IOException {
    for (Checked checked : report.findings()) {
      Finding finding = checked.finding();
      Location where = checked.location();
      String kind =
          switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
          };
      out.write(
          "::"
              + kind
              + " file="
              + property(where.file())
              + ",line="
              + where.line()
              + ",col="
              + where.column()
              + ",title="
              + property(finding.rule())
              + "::"
              + message(finding.message())
              + "\n");
    }
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** A table (RFC 4180, but lines end in LF) whose first row names the columns. */
  public static void writeCsv(Writer out, FindingReport report) throws IOException {
    row(
        out,
        "file",
        "line",
        "column",
        "severity",
        "rule",
        "term",
        "message",
        "suggestions",
        "source",
        "target",
        "unit");
    for (Checked checked : report.findings()) {
      Finding finding = checked.finding();
      Passage passage = checked.place().value();
      row(
          out,
          checked.location().file(),
          String.valueOf(checked.location().line()),
          String.valueOf(checked.location().column()),
          finding.severity().label(),
          finding.rule(),
          finding.term(),
          finding.message(),
          String.join("|", finding.suggestions()),
          passage.source(),
          passage.target(),
          passage.id());
    }
  }

  private static void row(Writer out, String... cells) throws IOException {
    out.write(Arrays.stream(cells).map(FindingLines::cell).collect(Collectors.joining(",")) + "\n");
  }

  private static String cell(String text) {
    // A spreadsheet would run what begins with one of these.
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
