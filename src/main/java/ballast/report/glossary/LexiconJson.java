package ballast.report.glossary;

import ballast.lexicon.Explanation;
import ballast.report.page.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * {@code ballast lexicon explain --format json}; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class LexiconJson {

  private LexiconJson() {}

  /** Writes what the lexicon knows about one text as one JSON value and a line break. */
  public static void write(Writer out, String text, List<Explanation> words, int limit)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("text", text);
      json.array("words");
      for (Explanation word : words) {
        json.object();
        json.put("word", word.word());
        json.put("language", word.chinese() ? "zh" : "en");
        json.put("reading", word.reading());
        json.put("known", word.isKnown());
        json.put("count", word.count());
        json.array("translations");
        for (Explanation.Translation translation :
            word.translations().subList(0, Math.min(limit, word.translations().size()))) {
          json.object();
          json.put("word", translation.word());
          json.number("englishGivenChinese", rounded(translation.englishGivenChinese()));
          json.number("chineseGivenEnglish", rounded(translation.chineseGivenEnglish()));
          json.number("links", rounded(translation.links()));
          json.end();
        }
        json.end();
        json.end();
      }
      json.end();
    }
  }

  /** Rounds to three digits: more are not stored. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", value));
  }
}
