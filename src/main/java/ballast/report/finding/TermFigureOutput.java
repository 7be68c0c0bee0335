package ballast.report.finding;

import ballast.check.TermFigures;
import ballast.report.page.Json;
import ballast.report.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ballast glossary stats}: how terms are translated. */
public final class TermFigureOutput {

  private TermFigureOutput() {}

  /** A line a term, and the sum. */
  public static void write(Writer out, List<TermFigures> terms) throws IOException {
    out.write("occurs  pairs  exact  inflected  missing  forbidden  accuracy  consistency  term\n");
    for (TermFigures term : terms) {
      String renderings =
          term.renderings().entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      out.write(
          line(List.of(term))
              + "  "
              + TerminalText.plain(term.zh() + (renderings.isEmpty() ? "" : ": " + renderings))
              + "\n");
    }
    out.write(line(terms) + "  total\n");
  }

  private static String line(List<TermFigures> terms) {
    return String.format(
        Locale.ROOT,
        "%6d %6d %6d %10d %8d %10d %9s %12s",
        terms.stream().mapToInt(TermFigures::occurrences).sum(),
        terms.stream().mapToInt(TermFigures::passages).sum(),
        terms.stream().mapToInt(TermFigures::exact).sum(),
        terms.stream().mapToInt(TermFigures::inflected).sum(),
        terms.stream().mapToInt(TermFigures::missing).sum(),
        terms.stream().mapToInt(TermFigures::forbidden).sum(),
        percent(accuracy(terms)),
        percent(consistency(terms)));
  }

  private static String percent(double share) {
    return share < 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Negative when there is nothing to divide by. */
  private static double accuracy(List<TermFigures> terms) {
    return share(
        terms.stream().mapToInt(TermFigures::right).sum(),
        terms.stream().mapToInt(TermFigures::passages).sum());
  }

  private static double consistency(List<TermFigures> terms) {
    return share(
        terms.stream().mapToInt(TermFigures::commonest).sum(),
        terms.stream().mapToInt(TermFigures::rendered).sum());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? -1 : (double) part / whole;
  }

  /**
   * {@code --json}.
   *
   * @param pairs how many pairs of texts were looked at
   * @param unused ids of the concepts of which no term occurs
   */
  public static void writeJson(Writer out, int pairs, List<TermFigures> terms, List<String> unused)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("pairs", pairs);
      json.array("terms");
      for (TermFigures term : terms) {
        json.object();
        json.put("term", term.id());
        json.put("zh", term.zh());
        figures(json, List.of(term));
        json.array("renderings");
        for (Map.Entry<String, Integer> rendering : term.renderings().entrySet()) {
          json.object();
          json.put("en", rendering.getKey());
          json.put("pairs", rendering.getValue());
          json.end();
        }
        json.end();
        json.end();
      }
      json.end();
      json.object("total");
      figures(json, terms);
      json.end();
      json.strings("unused", unused);
    }
  }

  private static void figures(Json json, List<TermFigures> terms) throws IOException {
    json.put("occurrences", terms.stream().mapToInt(TermFigures::occurrences).sum());
    json.put("pairs", terms.stream().mapToInt(TermFigures::passages).sum());
    json.put("exact", terms.stream().mapToInt(TermFigures::exact).sum());
    json.put("inflected", terms.stream().mapToInt(TermFigures::inflected).sum());
    json.put("missing", terms.stream().mapToInt(TermFigures::missing).sum());
    json.put("forbidden", terms.stream().mapToInt(TermFigures::forbidden).sum());
    share(json, "accuracy", accuracy(terms));
    share(json, "consistency", consistency(terms));
  }

  private static void share(Json json, String name, double share) throws IOException {
    if (share < 0) {
      json.none(name);
    } else {
      json.digits(name, String.format(Locale.ROOT, "%.4f", share));
    }
  }
}
