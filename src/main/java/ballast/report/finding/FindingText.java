package ballast.report.finding;

import ballast.bitext.Excerpt;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the findings of {@code ballast check} on a terminal, each with its place, its reason and
 * both texts.
 */
final class FindingText {

  /** Code points that are shown on either side of the words of a finding. */
  private static final int AROUND = 30;

  private final Style style;
  private final Writer out;

  private FindingText(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Writes the findings.
   *
   * @param byTerm whether they are grouped by term, with those without a term last, rather than by
   *     file
   */
  static void write(Writer out, FindingReport report, Style style, boolean byTerm)
      throws IOException {
    FindingText text = new FindingText(out, style);
    if (byTerm) {
      text.writeTerms(report.findings());
    } else {
      text.writeAll(report.findings());
    }
  }

  private void writeTerms(List<LocatedFinding> findings) throws IOException {
    Map<String, List<LocatedFinding>> terms = new LinkedHashMap<>();
    findings.stream()
        .sorted(
            (a, b) -> Boolean.compare(a.finding().term().isEmpty(), b.finding().term().isEmpty()))
        .forEach(
            checked ->
                terms
                    .computeIfAbsent(checked.finding().term(), term -> new ArrayList<>())
                    .add(checked));
    boolean first = true;
    for (Map.Entry<String, List<LocatedFinding>> term : terms.entrySet()) {
      String name = term.getKey().isEmpty() ? "no term" : TerminalText.plain(term.getKey());
      out.write((first ? "" : "\n") + style.strong(name) + " (" + term.getValue().size() + ")\n");
      writeAll(term.getValue());
      first = false;
    }
  }

  private void writeAll(List<LocatedFinding> findings) throws IOException {
    for (LocatedFinding checked : findings) {
      Finding finding = checked.finding();
      String location = TerminalText.plain(checked.location().toString());
      out.write(style.link(checked.location().file(), location) + ": ");
      out.write(severity(finding.severity()) + ": " + TerminalText.plain(finding.message()));
      out.write(" " + style.faint("[" + finding.rule() + "]") + "\n");
      Passage passage = checked.place().value();
      side(passage.source(), finding.spans().source());
      if (!passage.target().isBlank()) {
        side(passage.target(), finding.spans().target());
      }
    }
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> style.error(severity.label());
      case WARNING -> style.doubt(severity.label());
      case INFO -> severity.label();
    };
  }

  /**
   * Writes the text around the first span, with the span in brackets. Without spans, it writes the
   * start of the text.
   */
  private void side(String text, List<Span> spans) throws IOException {
    Span place = spans.isEmpty() ? new Span(0, 0) : spans.get(0);
    Span shown = Excerpt.around(text, place, AROUND);
    StringBuilder line = new StringBuilder("    ").append(shown.start() > 0 ? "…" : "");
    line.append(TerminalText.plain(text.substring(shown.start(), place.start())));
    if (place.end() > place.start()) {
      String part = TerminalText.plain(place.of(text));
      line.append(style.strong("[" + part + "]"));
    }
    line.append(TerminalText.plain(text.substring(place.end(), shown.end())));
    line.append(shown.end() < text.length() ? "…" : "");
    out.write(line + "\n");
  }
}
