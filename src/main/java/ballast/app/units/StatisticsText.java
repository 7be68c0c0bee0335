package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Unit;
import ballast.memory.Inconsistency;
import ballast.memory.Statistics.UnitStatistics;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Shows statistics of units on a terminal. */
public final class StatisticsText {

  private final Style style;

  public StatisticsText(Style style) {
    this.style = style;
  }

  /** Writes the number of units by status, one value per line. */
  public static void writeUnits(Writer out, UnitStatistics units) throws IOException {
    writeCount(out, "units", units.units().total());
    for (Unit.Status status : Unit.Status.values()) {
      writeCount(out, "  " + status.label(), units.units().count(status));
    }
  }

  /** Writes the amount of text, repetitions and contradictions, one value per line. */
  public static void writeTexts(Writer out, UnitStatistics units) throws IOException {
    writeCount(out, "source: characters", units.source().characters());
    writeCount(out, "        words", units.source().words());
    writeCount(out, "target: characters", units.target().characters());
    writeCount(out, "        words", units.target().words());
    writeCount(out, "repeated sources", units.repetitions());
    writeCount(out, "one source, many targets", units.sourcesWithSeveralTargets());
    writeCount(out, "one target, many sources", units.targetsWithSeveralSources());
  }

  /** Writes a text and its different counterparts with their units. */
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

  static void writeCount(Writer out, String name, long value) throws IOException {
    line(out, String.format(Locale.ROOT, "%-24s %,14d", name, value));
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }
}
