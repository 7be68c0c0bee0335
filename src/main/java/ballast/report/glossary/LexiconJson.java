package ballast.report.glossary;

import ballast.lexicon.Explanation;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * {@code ballast lexicon explain --format json}; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class LexiconJson {

  private LexiconJson() {}

  /** Writes what is known of one text as one JSON value and a line break. */
  public static void write(Writer out, String text, List<Explanation> words, int limit)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("text", text);
      json.writeArrayFieldStart("words");
      for (Explanation word : words) {
        json.writeStartObject();
        json.writeStringField("word", word.word());
        json.writeStringField("language", word.chinese() ? "zh" : "en");
        json.writeStringField("reading", word.reading());
        json.writeBooleanField("known", word.isKnown());
        json.writeNumberField("count", word.count());
        json.writeArrayFieldStart("translations");
        for (Explanation.Translation translation :
            word.translations().subList(0, Math.min(limit, word.translations().size()))) {
          json.writeStartObject();
          json.writeStringField("word", translation.word());
          json.writeNumberField("englishGivenChinese", rounded(translation.englishGivenChinese()));
          json.writeNumberField("chineseGivenEnglish", rounded(translation.chineseGivenEnglish()));
          json.writeNumberField("links", rounded(translation.links()));
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** Three figures: more are not stored. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", value));
  }
}
