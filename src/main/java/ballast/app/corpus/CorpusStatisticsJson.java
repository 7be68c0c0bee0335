package ballast.app.corpus;

import ballast.app.page.Json;
import ballast.language.TextAmount;
import java.io.IOException;
import java.io.Writer;

/** Writes statistics of a corpus as JSON; the contract is in {@code src/site/markdown/json.md}. */
public final class CorpusStatisticsJson {

  private CorpusStatisticsJson() {}

  /** Writes the output of {@code corpus stats --json}. */
  public static void write(Writer out, CorpusStatistics statistics) throws IOException {
    try (Json json = Json.line(out)) {
      CorpusStatistics.Documents documents = statistics.documents();
      json.put("documents", documents.aligned());
      json.object("rejected");
      json.put("failed", documents.failed()).put("unrelated", documents.unrelated());
      json.put("bugs", documents.bugs()).end();
      CorpusStatistics.Beads beads = statistics.beads();
      json.put("beads", beads.total()).put("oneSided", beads.oneSided());
      json.put("moved", beads.moved());
      CorpusStatistics.Units units = statistics.units();
      json.put("units", units.total()).put("doubtful", units.doubtful());
      json.put("distinct", units.distinct()).put("duplicates", units.duplicates());
      amount(json, "source", units.source());
      amount(json, "target", units.target());
      json.array("confidence");
      for (int band = 0; band < CorpusStatistics.BANDS; band++) {
        json.object().number("from", band / 10.0).put("units", statistics.confidence().get(band));
        json.end();
      }
      json.end();
      languages(json, statistics);
      types(json, statistics);
      CorpusStatistics.Deduped deduped = statistics.deduped();
      if (deduped != null) {
        json.object("deduped").put("units", deduped.units()).put("near", deduped.near()).end();
      }
    }
  }

  private static void languages(Json json, CorpusStatistics statistics) throws IOException {
    json.array("languages");
    for (CorpusStatistics.LanguagePair pair : statistics.languages()) {
      json.object().put("from", pair.source()).put("to", pair.target());
      json.put("documents", pair.documents()).put("beads", pair.beads());
      json.put("units", pair.units());
      amount(json, "source", pair.sourceSize());
      amount(json, "target", pair.targetSize());
      json.end();
    }
    json.end();
  }

  private static void types(Json json, CorpusStatistics statistics) throws IOException {
    json.array("types");
    for (CorpusStatistics.OfType type : statistics.types()) {
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
