package ballast.workflow.glossary;

import ballast.lexicon.train.Trainer;
import ballast.lexicon.train.Training;
import ballast.lexicon.train.TrainingOptions;
import ballast.lexicon.train.TrainingSource;
import ballast.workflow.Notices;
import java.util.List;
import java.util.Optional;

/**
 * Trains a lexicon on pairs of texts.
 *
 * <pre>{@code
 * Path pairs = folder.resolve("pairs.tsv");
 * Files.writeString(pairs, "桥修好了\tthe bridge is mended\n".repeat(50));
 * Training training =
 *     new LexiconTraining(Notices.NONE)
 *         .train(LexiconTraining.Request.of(List.of(new TrainingSource(pairs, 1))));
 * Files.write(folder.resolve("my.lexicon"), training.bytes());
 * Lexicon lexicon = Lexicon.open(folder.resolve("my.lexicon"));
 * }</pre>
 */
public final class LexiconTraining {

  private static final long DEFAULT_BYTES = 6_400_000;

  private final Notices notices;

  /**
   * Trains and reports the progress.
   *
   * @param notices receives the progress
   */
  public LexiconTraining(Notices notices) {
    this.notices = notices;
  }

  /**
   * The sources to learn from.
   *
   * @param sources files of lines, each Chinese, a tab, English
   * @param dictionary CC-CEDICT; characters are only made simplified when it is given
   * @param options how large the lexicon may be, and how many threads work
   */
  public record Request(
      List<TrainingSource> sources, Optional<TrainingSource> dictionary, TrainingOptions options) {
    public Request {
      sources = List.copyOf(sources);
    }

    /** As large as the bundled lexicon, on one thread, without a dictionary. */
    public static Request of(List<TrainingSource> sources) {
      return new Request(sources, Optional.empty(), new TrainingOptions(DEFAULT_BYTES, 1));
    }
  }

  /**
   * Trains; the bytes of the lexicon are for a file.
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
}
