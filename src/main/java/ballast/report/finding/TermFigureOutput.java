package ballast.report.finding;

import ballast.check.TermFigures;
import ballast.report.alignment.AlignmentJson;
import ballast.report.page.TerminalText;
import com.fasterxml.jackson.core.JsonGenerator;
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
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeNumberField("pairs", pairs);
      json.writeArrayFieldStart("terms");
      for (TermFigures term : terms) {
        json.writeStartObject();
        json.writeStringField("term", term.id());
        json.writeStringField("zh", term.zh());
        figures(json, List.of(term));
        json.writeArrayFieldStart("renderings");
        for (Map.Entry<String, Integer> rendering : term.renderings().entrySet()) {
          json.writeStartObject();
          json.writeStringField("en", rendering.getKey());
          json.writeNumberField("pairs", rendering.getValue());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("total");
      figures(json, terms);
      json.writeEndObject();
      json.writeArrayFieldStart("unused");
      for (String id : unused) {
        json.writeString(id);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void figures(JsonGenerator json, List<TermFigures> terms) throws IOException {
    json.writeNumberField("occurrences", terms.stream().mapToInt(TermFigures::occurrences).sum());
    json.writeNumberField("pairs", terms.stream().mapToInt(TermFigures::passages).sum());
    json.writeNumberField("exact", terms.stream().mapToInt(TermFigures::exact).sum());
    json.writeNumberField("inflected", terms.stream().mapToInt(TermFigures::inflected).sum());
    json.writeNumberField("missing", terms.stream().mapToInt(TermFigures::missing).sum());
    json.writeNumberField("forbidden", terms.stream().mapToInt(TermFigures::forbidden).sum());
    share(json, "accuracy", accuracy(terms));
    share(json, "consistency", consistency(terms));
  }

  private static void share(JsonGenerator json, String name, double share) throws IOException {
    if (share < 0) {
      json.writeNullField(name);
    } else {
      json.writeFieldName(name);
      json.writeNumber(String.format(Locale.ROOT, "%.4f", share));
    }
  }
}
