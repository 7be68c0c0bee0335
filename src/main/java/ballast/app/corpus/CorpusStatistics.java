package ballast.app.corpus;

import ballast.app.page.Json;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.language.TextAmount;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a corpus.
 *
 * @param units beads that are pairs of texts
 * @param confidence units by confidence: 0 to 0.1, 0.1 to 0.2 and so on, ten numbers; an upper
 *     bound belongs to the next band, 1 to the last one
 * @param languages by pair of languages, in the order of their tags
 * @param types by type of the block at the start of a bead, in the order of their names
 * @param deduped the result of {@link CorpusJobs#dedupe}; null if it has not run, or the corpus has
 *     grown since
 */
public record CorpusStatistics(
    Documents documents,
    Beads beads,
    Units units,
    List<Long> confidence,
    List<LanguagePair> languages,
    List<OfType> types,
    @Nullable Deduped deduped) {

  public static final int BANDS = 10;

  public CorpusStatistics {
    confidence = List.copyOf(confidence);
    languages = List.copyOf(languages);
    types = List.copyOf(types);
  }

  /**
   * Numbers of documents.
   *
   * @param failed rejected because they could not be aligned
   * @param unrelated rejected because the two texts are not translations of each other
   * @param bugs number of {@code failed} that are internal errors
   */
  public record Documents(long aligned, long failed, long unrelated, long bugs) {}

  /**
   * Numbers of beads.
   *
   * @param oneSided those without a text on one side
   * @param moved those with a target out of the order of the source
   */
  public record Beads(long total, long oneSided, long moved) {}

  /**
   * Numbers of units.
   *
   * @param distinct those with different pairs of texts; the others are exact duplicates
   * @param doubtful those with a confidence below 0.5
   */
  public record Units(
      long total, long distinct, long doubtful, TextAmount source, TextAmount target) {

    /** The number of units with both texts of an earlier one. */
    public long duplicates() {
      return total - distinct;
    }
  }

  /**
   * Contents of the documents from one language into another.
   *
   * @param source a BCP 47 tag
   * @param target a BCP 47 tag
   */
  public record LanguagePair(
      String source,
      String target,
      long documents,
      long beads,
      long units,
      TextAmount sourceSize,
      TextAmount targetSize) {}

  /** Beads that begin in blocks of one type: {@code paragraph}, {@code heading} … */
  public record OfType(String type, long beads, long units) {}

  /** The table without duplicates; {@code near} of its units have an earlier near duplicate. */
  public record Deduped(long units, long near) {}

  /** Writes one value a line, like {@code tm stats}. */
  public void writeText(Writer out) throws IOException {
    Lines lines = new Lines(out);
    lines.documents(documents);
    lines.units(this);
    lines.confidence(confidence);
    for (LanguagePair pair : languages) {
      lines.languages(pair);
    }
    for (OfType type : types) {
      lines.type(type);
    }
  }

  private record Lines(Writer out) {

    private static final int WIDTH = 24;

    void documents(Documents documents) throws IOException {
      count("documents", documents.aligned());
      count("rejected: failed", documents.failed());
      count("          unrelated", documents.unrelated());
      if (documents.bugs() > 0) {
        count("          bugs", documents.bugs());
      }
    }

    void units(CorpusStatistics statistics) throws IOException {
      Units units = statistics.units();
      count("beads", statistics.beads().total());
      count("  one-sided", statistics.beads().oneSided());
      count("  moved", statistics.beads().moved());
      count("units", units.total());
      count("  doubtful (below .5)", units.doubtful());
      count("  distinct", units.distinct());
      count("  exact duplicates", units.duplicates());
      Deduped deduped = statistics.deduped();
      if (deduped != null) {
        count("  marked nearly the same", deduped.near());
      }
      amount("source", units.source());
      amount("target", units.target());
    }

    void confidence(List<Long> bands) throws IOException {
      for (int band = 0; band < BANDS; band++) {
        String bounds = String.format(Locale.ROOT, "%.1f to %.1f", band / 10.0, (band + 1) / 10.0);
        count((band == 0 ? "confidence " : "           ") + bounds, bands.get(band));
      }
    }

    void languages(LanguagePair pair) throws IOException {
      line(TerminalText.plain(pair.source() + " to " + pair.target()));
      count("  documents", pair.documents());
      count("  beads", pair.beads());
      count("  units", pair.units());
      amount("  source", pair.sourceSize());
      amount("  target", pair.targetSize());
    }

    void type(OfType type) throws IOException {
      line(
          TerminalText.pad("type " + TerminalText.plain(type.type()), WIDTH)
              + String.format(Locale.ROOT, " %,14d beads, ", type.beads())
              + CountedNoun.of(type.units(), "unit"));
    }

    void amount(String side, TextAmount amount) throws IOException {
      count(side + ": characters", amount.characters());
      count(" ".repeat(side.length()) + "  words", amount.words());
    }

    void count(String name, long value) throws IOException {
      line(TerminalText.pad(name, WIDTH) + String.format(Locale.ROOT, " %,14d", value));
    }

    void line(String text) throws IOException {
      out.write(text);
      out.write("\n");
    }
  }

  /** Writes the output of {@code corpus stats --json}; see {@code json.md}. */
  public void writeJson(Writer out) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("documents", documents.aligned());
      json.object("rejected");
      json.put("failed", documents.failed()).put("unrelated", documents.unrelated());
      json.put("bugs", documents.bugs()).end();
      json.put("beads", beads.total()).put("oneSided", beads.oneSided());
      json.put("moved", beads.moved());
      json.put("units", units.total()).put("doubtful", units.doubtful());
      json.put("distinct", units.distinct()).put("duplicates", units.duplicates());
      amount(json, "source", units.source());
      amount(json, "target", units.target());
      json.array("confidence");
      for (int band = 0; band < BANDS; band++) {
        json.object().number("from", band / 10.0).put("units", confidence.get(band));
        json.end();
      }
      json.end();
      writeLanguages(json);
      writeTypes(json);
      if (deduped != null) {
        json.object("deduped").put("units", deduped.units()).put("near", deduped.near()).end();
      }
    }
  }

  private void writeLanguages(Json json) throws IOException {
    json.array("languages");
    for (LanguagePair pair : languages) {
      json.object().put("from", pair.source()).put("to", pair.target());
      json.put("documents", pair.documents()).put("beads", pair.beads());
      json.put("units", pair.units());
      amount(json, "source", pair.sourceSize());
      amount(json, "target", pair.targetSize());
      json.end();
    }
    json.end();
  }

  private void writeTypes(Json json) throws IOException {
    json.array("types");
    for (OfType type : types) {
      json.object().put("type", type.type()).put("beads", type.beads());
      json.put("units", type.units()).end();
    }
    json.end();
  }

  private static void amount(Json json, String field, TextAmount amount) throws IOException {
    json.object(field);
    json.put("characters", amount.characters()).put("words", amount.words());
    json.end();
  }
}
