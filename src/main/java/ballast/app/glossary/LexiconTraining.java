package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.page.Json;
import ballast.bitext.CountedNoun;
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
 * Trains a lexicon on pairs of texts.
 *
 * <pre>{@code
 * Path pairs = folder.resolve("pairs.tsv");
 * Files.writeString(pairs, "桥修好了\tthe bridge is mended\n".repeat(50));
 * Trainer.Training training =
 *     new LexiconTraining(Notices.NONE)
 *         .train(LexiconTraining.Request.of(List.of(new SourceReport.TrainingSource(pairs, 1))));
 * Files.write(folder.resolve("my.lexicon"), training.bytes());
 * Lexicon lexicon = Lexicon.open(folder.resolve("my.lexicon"));
 * }</pre>
 */
public final class LexiconTraining {

  private static final long DEFAULT_BYTES = 15_000_000;

  private final Notices notices;

  public LexiconTraining(Notices notices) {
    this.notices = notices;
  }

  /**
   * The sources to learn from.
   *
   * @param sources files of lines, each Chinese, a tab, English
   * @param dictionary CC-CEDICT; without it, characters are not simplified
   * @param options size of the lexicon and number of threads
   */
  public record Request(
      List<TrainingSource> sources, Optional<TrainingSource> dictionary, TrainingOptions options) {
    public Request {
      sources = List.copyOf(sources);
    }

    /** Trains a lexicon as large as the bundled one, on one thread and without a dictionary. */
    public static Request of(List<TrainingSource> sources) {
      return new Request(sources, Optional.empty(), new TrainingOptions(DEFAULT_BYTES, 1));
    }
  }

  /**
   * Trains a lexicon. Write its bytes to a file to open it.
   *
   * @throws ballast.bitext.InputException if a source cannot be read, or there is nothing to learn
   */
  public Training train(Request request) {
    Training training =
        new Trainer(request.options(), this::report).train(request.sources(), request.dictionary());
    notices.pause();
    return training;
  }

  private void report(String step) {
    notices.progress(() -> step, 0, 0);
    notices.detail(step);
  }

  /** Describes the sources and the size of a lexicon. */
  public static final class TrainingText {

    private TrainingText() {}

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

    /** Returns the numbers of words, entries and bytes. */
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
  }

  /** {@code ballast lexicon train --json}, specified in {@code src/site/markdown/json.md}. */
  public static final class TrainingJson {

    private TrainingJson() {}

    /**
     * Writes the summary as one line.
     *
     * @param file the lexicon, as the user named it
     */
    public static void write(Writer out, String file, Training training) throws IOException {
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
}
