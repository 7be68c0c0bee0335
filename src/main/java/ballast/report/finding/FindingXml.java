package ballast.report.finding;

import ballast.bitext.Severity;
import ballast.check.LocatedFinding;
import ballast.report.page.XmlValue;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes findings as XML of JUnit or Checkstyle. */
final class FindingXml {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private FindingXml() {}

  /**
   * Writes a test suite for each file and a failed test for each finding; hints are passed tests.
   */
  static void writeJunit(Writer out, FindingReport report) throws IOException {
    Map<String, List<LocatedFinding>> files = byFile(report.findings());
    long failures = failures(report.findings());
    int tests = Math.max(1, report.findings().size());
    out.write(HEAD);
    out.write(
        "<testsuites name=\"ballast check\" tests=\""
            + tests
            + "\" failures=\""
            + failures
            + "\">\n");
    if (files.isEmpty()) {
      out.write("  <testsuite name=\"ballast check\" tests=\"1\" failures=\"0\">\n");
      out.write("    <testcase classname=\"ballast\" name=\"check\"/>\n  </testsuite>\n");
    }
    for (Map.Entry<String, List<LocatedFinding>> file : files.entrySet()) {
      out.write(
          "  <testsuite name=\""
              + XmlValue.of(file.getKey())
              + "\" tests=\""
              + file.getValue().size()
              + "\" failures=\""
              + failures(file.getValue())
              + "\">\n");
      for (LocatedFinding checked : file.getValue()) {
        writeTest(out, checked);
      }
      out.write("  </testsuite>\n");
    }
    out.write("</testsuites>\n");
  }

  private static void writeTest(Writer out, LocatedFinding checked) throws IOException {
    String name =
        checked.finding().rule()
            + " "
            + checked.location().line()
            + ":"
            + checked.location().column();
    out.write(
        "    <testcase classname=\""
            + XmlValue.of(checked.location().file())
            + "\" name=\""
            + XmlValue.of(name)
            + "\">\n");
    String texts = checked.place().value().source() + "\n" + checked.place().value().target();
    if (isFailure(checked)) {
      out.write(
          "      <failure type=\""
              + checked.finding().severity().label()
              + "\" message=\""
              + XmlValue.of(checked.finding().message())
              + "\">"
              + XmlValue.of(texts)
              + "</failure>\n");
    } else {
      String hint = checked.finding().message() + "\n" + texts;
      out.write("      <system-out>" + XmlValue.of(hint) + "</system-out>\n");
    }
    out.write("    </testcase>\n");
  }

  private static boolean isFailure(LocatedFinding checked) {
    return checked.finding().severity() != Severity.INFO;
  }

  private static long failures(List<LocatedFinding> findings) {
    return findings.stream().filter(FindingXml::isFailure).count();
  }

  /** Writes a {@code file} element for each file and an {@code error} for each finding. */
  static void writeCheckstyle(Writer out, FindingReport report) throws IOException {
    out.write(HEAD + "<checkstyle version=\"4.3\">\n");
    for (Map.Entry<String, List<LocatedFinding>> file : byFile(report.findings()).entrySet()) {
      out.write("  <file name=\"" + XmlValue.of(file.getKey()) + "\">\n");
      for (LocatedFinding checked : file.getValue()) {
        out.write(
            "    <error line=\""
                + checked.location().line()
                + "\" column=\""
                + checked.location().column()
                + "\" severity=\""
                + checked.finding().severity().label()
                + "\" message=\""
                + XmlValue.of(checked.finding().message())
                + "\" source=\"ballast."
                + checked.finding().rule()
                + "\"/>\n");
      }
      out.write("  </file>\n");
    }
    out.write("</checkstyle>\n");
  }

  private static Map<String, List<LocatedFinding>> byFile(List<LocatedFinding> findings) {
    Map<String, List<LocatedFinding>> files = new TreeMap<>();
    for (LocatedFinding checked : findings) {
      files.computeIfAbsent(checked.location().file(), file -> new ArrayList<>()).add(checked);
    }
    return files;
  }
}
