package ballast.report.memory;

import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Inconsistency;
import ballast.memory.UnitStatistics;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Figures on units for a person. */
public final class FigureText {

  private final Style style;

  public FigureText(Style style) {
    this.style = style;
  }

  /** Units by status, one figure a line. */
  public static void writeUnits(Writer out, UnitStatistics figures) throws IOException {
    figure(out, "units", figures.units());
    for (Status status : Status.values()) {
      figure(out, "  " + status.label(), figures.byStatus().getOrDefault(status, 0L));
    }
  }

  /** Text, repetitions and contradictions, one figure a line. */
  public static void writeTexts(Writer out, UnitStatistics figures) throws IOException {
    figure(out, "source: characters", figures.source().characters());
    figure(out, "        words", figures.source().words());
    figure(out, "target: characters", figures.target().characters());
    figure(out, "        words", figures.target().words());
    figure(out, "repeated sources", figures.repetitions());
    figure(out, "one source, many targets", figures.sourcesWithSeveralTargets());
    figure(out, "one target, many sources", figures.targetsWithSeveralSources());
  }

  /** The text, and its counterparts with their units. */
  public void write(Writer out, Inconsistency inconsistency) throws IOException {
    line(out, style.strong(TerminalText.plain(inconsistency.text())));
    String last = "";
    for (Unit unit : inconsistency.units()) {
      String counterpart = unit.text(inconsistency.side().other());
      if (!counterpart.equals(last)) {
        line(out, "    " + TerminalText.plain(counterpart));
      }
      last = counterpart;
      line(
          out,
          style.faint(
              TerminalText.plain(
                  "        %s  unit %s  %s"
                      .formatted(
                          unit.provenance().status().label(),
                          unit.id(),
                          unit.provenance().document())
                      .stripTrailing())));
    }
  }

  /** One figure of {@code tm stats}. */
  static void figure(Writer out, String name, long value) throws IOException {
    line(out, String.format(Locale.ROOT, "%-24s %,14d", name, value));
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
