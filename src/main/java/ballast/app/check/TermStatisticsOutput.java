package ballast.app.check;

import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.check.TermStatistics.TermCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ballast glossary stats}: the translations of terms. */
public final class TermStatisticsOutput {

  private TermStatisticsOutput() {}

  public static void write(Writer out, Style style, List<TermCounts> terms) throws IOException {
    out.write(
        style.say(
                "occurs  pairs  exact  inflected  missing  forbidden  accuracy  consistency  term")
            + "\n");
    for (TermCounts term : terms) {
      String renderings =
          term.renderings().pairs().entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      String name = term.zh() + (renderings.isEmpty() ? "" : ": " + renderings);
      out.write(line(List.of(term)) + "  " + TerminalText.plain(name) + "\n");
    }
    out.write(line(terms) + "  " + style.say("total") + "\n");
  }

  private static String line(List<TermCounts> terms) {
    TermCounts.Pairs pairs = pairs(terms);
    return String.format(
        Locale.ROOT,
        "%6d %6d %6d %10d %8d %10d %9s %12s",
        terms.stream().mapToInt(TermCounts::occurrences).sum(),
        pairs.all(),
        pairs.exact(),
        pairs.inflected(),
        pairs.missing(),
        pairs.forbidden(),
        percent(share(pairs.right(), pairs.all())),
        percent(share(commonest(terms), pairs.rendered())));
  }

  private static TermCounts.Pairs pairs(List<TermCounts> terms) {
    return terms.stream()
        .map(TermCounts::pairs)
        .reduce(TermCounts.Pairs.NONE, TermCounts.Pairs::plus);
  }

  private static int commonest(List<TermCounts> terms) {
    return terms.stream().mapToInt(term -> term.renderings().commonest()).sum();
  }

  private static String percent(double share) {
    return share < 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** The share, or a negative number if the whole is 0. */
  private static double share(int part, int whole) {
    return whole == 0 ? -1 : (double) part / whole;
  }

  /**
   * Writes the output of {@code --json}.
   *
   * @param unused ids of the concepts without an occurrence
   */
  public static void writeJson(Writer out, int pairs, List<TermCounts> terms, List<String> unused)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("pairs", pairs);
      json.array("terms");
      for (TermCounts term : terms) {
        json.object();
        json.put("term", term.id());
        json.put("zh", term.zh());
        writeCounts(json, List.of(term));
        json.array("renderings");
        for (Map.Entry<String, Integer> rendering : term.renderings().pairs().entrySet()) {
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
      writeCounts(json, terms);
      json.end();
      json.strings("unused", unused);
    }
  }

  private static void writeCounts(Json json, List<TermCounts> terms) throws IOException {
    json.put("occurrences", terms.stream().mapToInt(TermCounts::occurrences).sum());
    TermCounts.Pairs pairs = pairs(terms);
    json.put("pairs", pairs.all());
    json.put("exact", pairs.exact());
    json.put("inflected", pairs.inflected());
    json.put("missing", pairs.missing());
    json.put("forbidden", pairs.forbidden());
    share(json, "accuracy", share(pairs.right(), pairs.all()));
    share(json, "consistency", share(commonest(terms), pairs.rendered()));
  }

  private static void share(Json json, String name, double share) throws IOException {
    if (share < 0) {
      json.none(name);
    } else {
      json.digits(name, String.format(Locale.ROOT, "%.4f", share));
    }
  }
}
