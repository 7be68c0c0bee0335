package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.lexicon.Explanation;
import ballast.lexicon.Lexicon;
import ballast.lexicon.train.SourceReport;
import ballast.lexicon.train.SourceReport.TrainingSource;
import ballast.lexicon.train.Trainer;
import ballast.lexicon.train.Trainer.Training;
import ballast.lexicon.train.TrainingOptions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks words up in lexicons, and trains lexicons on pairs of texts.
 *
 * <pre>{@code
 * Path pairs = folder.resolve("pairs.tsv");
 * Files.writeString(pairs, "桥修好了\tthe bridge is mended\n".repeat(50));
 * Trainer.Training training =
 *     Lexicons.train(
 *         List.of(new SourceReport.TrainingSource(pairs, 1)),
 *         Optional.empty(),
 *         new TrainingOptions(15_000_000, 1),
 *         Notices.NONE);
 * Files.write(folder.resolve("my.lexicon"), training.bytes());
 * Lexicon lexicon = Lexicon.open(folder.resolve("my.lexicon"));
 * System.out.println(Lexicons.Explained.of("桥", lexicon).words().size() + " words");
 * }</pre>
 */
public final class Lexicons {

  private Lexicons() {}

  /**
   * A text, split into words.
   *
   * @param words each with its translations; empty if the text has none
   */
  public record Explained(String text, List<Explanation> words) {

    /** Width of a word in columns; numbers after longer words are not aligned. */
    private static final int WORD_COLUMNS = 24;

    public Explained {
      words = List.copyOf(words);
    }

    /**
     * @param text a word or phrase, Chinese or English
     */
    public static Explained of(String text, Lexicon lexicon) {
      return new Explained(text, Explanation.of(text, lexicon));
    }

    /** Whether the text has words and the lexicon contains them all. */
    public boolean isKnown() {
      return !words.isEmpty() && words.stream().allMatch(Explanation::isKnown);
    }

    /** Writes how the text is split into words, then each word with its translations. */
    public void writeText(Writer out, Style style, int limit) throws IOException {
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
        writeWord(out, word, style, limit);
      }
    }

    private static void writeWord(Writer out, Explanation word, Style style, int limit)
        throws IOException {
      String name = style.strong(TerminalText.plain(word.word()));
      String reading = word.reading().isEmpty() ? "" : " (" + word.reading() + ")";
      if (!word.isKnown()) {
        line(out, name + reading + style.say(": not in the lexicon"));
        return;
      }
      line(
          out,
          name + reading + style.say(String.format(Locale.ROOT, ": seen %,d times", word.count())));
      String heading = style.say(word.chinese() ? "English" : "Chinese");
      line(
          out,
          style.faint(
              "  "
                  + TerminalText.pad(heading, WORD_COLUMNS)
                  + style.say("  p(en|zh)  p(zh|en)      links")));
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
        line(out, style.faint(style.say(String.format(Locale.ROOT, "  and %,d more", more))));
      }
    }

    private static void line(Writer out, String text) throws IOException {
      out.write(text);
      out.write("\n");
    }

    /** {@code ballast lexicon explain --format json}; see {@code json.md}. */
    public void writeJson(Writer out, int limit) throws IOException {
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
      return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }
  }

  /**
   * Trains a lexicon. Write its bytes to a file to open it.
   *
   * @param sources files of lines, each Chinese, a tab, English
   * @param dictionary CC-CEDICT; without it, characters are not simplified
   * @param notices receives the progress
   * @throws ballast.bitext.InputException if a source cannot be read, or there is nothing to learn
   */
  public static Training train(
      List<TrainingSource> sources,
      Optional<TrainingSource> dictionary,
      TrainingOptions options,
      Notices notices) {
    Training training =
        new Trainer(
                options,
                step -> {
                  notices.progress(() -> step, 0, 0);
                  notices.detail(step);
                })
            .train(sources, dictionary);
    notices.pause();
    return training;
  }

  /**
   * Returns for example {@code pairs.tsv: weight 1, 1,200 pairs read, 1,100 kept, 100 too long}.
   */
  public static String ofSource(SourceReport source) {
    String dropped =
        source.dropped().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    String.format(Locale.ROOT, ", %,d %s", entry.getValue(), why(entry.getKey())))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%s: weight %s, %s read, %,d kept%s",
        source.name(),
        weight(source.weight()),
        CountedNoun.of(source.read(), "pair"),
        source.kept(),
        dropped);
  }

  public static String ofSize(Training training) {
    return String.format(
        Locale.ROOT,
        "%,d Chinese and %,d English words, %,d of %,d entries, %,d bytes",
        training.chineseWords(),
        training.englishWords(),
        training.entries(),
        training.candidates(),
        training.bytes().length);
  }

  private static String weight(double weight) {
    return weight == Math.rint(weight) ? Long.toString((long) weight) : Double.toString(weight);
  }

  private static String why(SourceReport.Reason reason) {
    return switch (reason) {
      case NOT_A_PAIR -> "without one tab";
      case EMPTY -> "without a word seen often enough";
      case TOO_LONG -> "too long";
      case LENGTHS_DIFFER -> "too different in length";
    };
  }

  /** {@code ballast lexicon train --json}; see {@code json.md}. */
  public static void writeJson(Writer out, String file, Training training) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("file", file).put("bytes", training.bytes().length);
      json.put("chineseWords", training.chineseWords());
      json.put("englishWords", training.englishWords());
      json.put("entries", training.entries()).put("candidates", training.candidates());
      json.array("sources");
      for (SourceReport source : training.sources()) {
        json.object().put("file", source.name()).number("weight", source.weight());
        json.put("read", source.read()).put("kept", source.kept()).object("dropped");
        for (SourceReport.Reason reason : SourceReport.Reason.values()) {
          json.put(name(reason), source.dropped().getOrDefault(reason, 0));
        }
        json.end().end();
      }
      json.end();
    }
  }

  private static String name(SourceReport.Reason reason) {
    return switch (reason) {
      case NOT_A_PAIR -> "notAPair";
      case EMPTY -> "empty";
      case TOO_LONG -> "tooLong";
      case LENGTHS_DIFFER -> "lengthsDiffer";
    };
  }
}
