package ballast.app.glossary;

import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.lexicon.Explanation;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Looks up words in a lexicon.
 *
 * <pre>{@code
 * LexiconLookup.Result result =
 *     new LexiconLookup(Lexicon.bundled())
 *         .explain(new LexiconLookup.Request(List.of("压舱石", "ballast stone")));
 * result.texts().forEach(text -> System.out.println(text.words().size() + " words"));
 * }</pre>
 */
public final class LexiconLookup {

  private final Lexicon lexicon;

  public LexiconLookup(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A request for a lookup.
   *
   * @param texts words or phrases, Chinese or English
   */
  public record Request(List<String> texts) {
    public Request {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A text, split into words.
   *
   * @param words each with its translations; empty if the text has none
   */
  public record Explained(String text, List<Explanation> words) {
    public Explained {
      words = List.copyOf(words);
    }
  }

  /** The lexicon entries for the texts, in request order. */
  public record Result(List<Explained> texts) {
    public Result {
      texts = List.copyOf(texts);
    }

    /** Whether every text has words and the lexicon contains them all. */
    public boolean allKnown() {
      return texts.stream()
          .allMatch(
              text ->
                  !text.words().isEmpty() && text.words().stream().allMatch(Explanation::isKnown));
    }
  }

  public Result explain(Request request) {
    return new Result(
        request.texts().stream()
            .map(text -> new Explained(text, Explanation.of(text, lexicon)))
            .toList());
  }

  /**
   * {@code ballast lexicon explain --format json}, specified in {@code src/site/markdown/json.md}.
   */
  public static final class LexiconJson {

    private LexiconJson() {}

    /** Writes the entries for one text as one JSON value and a line break. */
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

    /** Rounds to three digits, because more are not stored. */
    private static double rounded(double value) {
      return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", value));
    }
  }

  /** Shows the entries of {@code ballast lexicon explain} on a terminal. */
  public static final class LexiconText {

    /** Width of a word in columns; numbers after longer words are not aligned. */
    private static final int WORD_COLUMNS = 24;

    private final Style style;
    private final int limit;

    /**
     * @param limit maximum translations shown per word
     */
    public LexiconText(Style style, int limit) {
      this.style = style;
      this.limit = limit;
    }

    /** Writes how a text is split into words, then each word with its translations. */
    public void write(Writer out, String text, List<Explanation> words) throws IOException {
      if (words.isEmpty()) {
        line(out, style.strong(TerminalText.plain(text)) + ": no words");
        return;
      }
      if (words.size() > 1 || !words.get(0).word().equals(text)) {
        String keys = String.join(" / ", words.stream().map(Explanation::word).toList());
        line(out, style.strong(TerminalText.plain(text)) + ": " + TerminalText.plain(keys));
      }
      boolean first = words.size() == 1;
      for (Explanation word : words.stream().distinct().toList()) {
        if (!first) {
          line(out, "");
        }
        first = false;
        writeWord(out, word);
      }
    }

    private void writeWord(Writer out, Explanation word) throws IOException {
      String name = style.strong(TerminalText.plain(word.word()));
      String reading = word.reading().isEmpty() ? "" : " (" + word.reading() + ")";
      if (!word.isKnown()) {
        line(out, name + reading + ": not in the lexicon");
        return;
      }
      line(out, String.format(Locale.ROOT, "%s%s: seen %,d times", name, reading, word.count()));
      String heading = word.chinese() ? "English" : "Chinese";
      line(
          out,
          style.faint(
              "  " + TerminalText.pad(heading, WORD_COLUMNS) + "  p(en|zh)  p(zh|en)      links"));
      int shown = Math.min(limit, word.translations().size());
      for (Explanation.Translation translation : word.translations().subList(0, shown)) {
        line(
            out,
            String.format(
                Locale.ROOT,
                "  %s  %8.4f  %8.4f  %,9.1f",
                TerminalText.pad(TerminalText.plain(translation.word()), WORD_COLUMNS),
                translation.englishGivenChinese(),
                translation.chineseGivenEnglish(),
                translation.links()));
      }
      int more = word.translations().size() - shown;
      if (more > 0) {
        line(out, style.faint(String.format(Locale.ROOT, "  and %,d more", more)));
      }
    }

    private static void line(Writer out, String text) throws IOException {
      out.write(text);
      out.write("\n");
    }
  }
}
