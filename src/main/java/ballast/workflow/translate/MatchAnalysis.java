package ballast.workflow.translate;

import ballast.language.TextAmount;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of new documents the memory knows: segments, characters and words in each band. */
public final class MatchAnalysis {

  /** What is in a band. */
  private record Row(long segments, TextAmount amount) {
    static final Row NOTHING = new Row(0, TextAmount.NONE);

    Row plus(Row other) {
      return new Row(segments + other.segments, amount.plus(other.amount));
    }
  }

  private final Map<MatchBand, Row> rows = new EnumMap<>(MatchBand.class);
  private Row internal = Row.NOTHING;

  /** Counts a segment. */
  public void add(MatchBand band, String segment) {
    rows.merge(band, new Row(1, TextAmount.of(segment)), Row::plus);
  }

  /**
   * Counts a segment that has been before.
   *
   * @param internal whether it has been in the same document
   */
  public void addRepetition(String segment, boolean internal) {
    add(MatchBand.REPETITION, segment);
    if (internal) {
      this.internal = this.internal.plus(new Row(1, TextAmount.of(segment)));
    }
  }

  /** Segments that have been before in the same document. */
  public long internalRepetitions() {
    return internal.segments();
  }

  /** All segments. */
  public long segments() {
    return total().segments();
  }

  /** Segments in a band. */
  public long segments(MatchBand band) {
    return row(band).segments();
  }

  /** One band a line, and the sum. */
  public void writeText(Writer out) throws IOException {
    out.write("band         segments  characters      words\n");
    for (MatchBand band : MatchBand.values()) {
      out.write(line(band.label(), row(band)));
      if (band == MatchBand.REPETITION) {
        out.write(line("  internal", internal));
      }
    }
    out.write(line("total", total()));
  }

  /** {@code tm stats --against --json}. */
  public void writeJson(Writer out, List<String> files) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("against");
      for (String file : files) {
        json.writeString(file);
      }
      json.writeEndArray();
      writeFields(json);
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** The fields {@code bands} and {@code total} of the object that has been started. */
  void writeFields(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("bands");
    for (MatchBand band : MatchBand.values()) {
      json.writeStartObject();
      json.writeStringField("band", band.label());
      write(json, row(band));
      if (band == MatchBand.REPETITION) {
        json.writeObjectFieldStart("internal");
        write(json, internal);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("total");
    write(json, total());
    json.writeEndObject();
  }

  private Row row(MatchBand band) {
    return rows.getOrDefault(band, Row.NOTHING);
  }

  private Row total() {
    return rows.values().stream().reduce(Row.NOTHING, Row::plus);
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    json.writeNumberField("segments", row.segments());
    json.writeNumberField("characters", row.amount().characters());
    json.writeNumberField("words", row.amount().words());
  }

  private static String line(String label, Row row) {
    return String.format(
        Locale.ROOT,
        "%-12s %8d %11d %10d\n",
        label,
        row.segments(),
        row.amount().characters(),
        row.amount().words());
  }
}
