package ballast.report.finding;

import ballast.bitext.Location;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.report.page.CleanWriter;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.Writer;

/** Writes findings as lines: annotations of GitHub. */
final class FindingLines {

  private FindingLines() {}

  /** Writes workflow commands, which GitHub shows beside the lines of a change, and in its log. */
  static void writeGithub(Writer to, FindingReport report) throws IOException {
    Writer out = new CleanWriter(to);
    for (LocatedFinding checked : report.findings()) {
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
              + (where.place().isEmpty() ? ",line=" + where.line() + ",col=" + where.column() : "")
              + ",title="
              + property(finding.rule())
              + "::"
              + message(where.place().isEmpty() ? "" : where.place() + ": ")
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
}
