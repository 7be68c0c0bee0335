package ballast.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Asks OpenNLP's English sentence model whether a sentence ends at one position.
 *
 * <p>The model's own detector would judge every end mark of the text; here its features are
 * computed for the one mark in question, with the same result. Not thread-safe, because the feature
 * generator keeps a buffer; the model itself is thread-safe and shared by {@link #another}.
 */
final class Referee {

  /**
   * The lowest probability that makes a break. The rules are right more often than the model, so
   * the model has to be sure.
   */
  static final double THRESHOLD = 0.95;

  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /** The model's outcome for an end mark that ends a sentence. */
  private static final String ENDS = "s";

  /** How many characters the model sees on each side; it looks at two words each way. */
  private static final int WINDOW = 200;

  private final SentenceModel model;
  private final MaxentModel outcomes;
  private final SDContextGenerator features;

  private Referee(SentenceModel model) {
    this.model = model;
    this.outcomes = model.getMaxentModel();
    this.features = model.getFactory().getSDContextGenerator();
  }

  static Referee load() {
    try (InputStream in = Referee.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the OpenNLP model " + MODEL + " is not on the class path");
      }
      return new Referee(new SentenceModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A referee for another thread, with the same model. */
  Referee another() {
    return new Referee(model);
  }

  /**
   * The probability, 0 to 1, that a sentence of {@code text} ends at {@code position}; 0 when there
   * is not an end mark that the model knows.
   *
   * @param position after the end mark and any closing quotes and brackets
   */
  double probability(String text, int position) {
    int mark = position - 1;
    while (mark > 0 && "\"'”’)]}»".indexOf(text.charAt(mark)) >= 0) {
      mark--;
    }
    if (".!?".indexOf(text.charAt(mark)) < 0) {
      return 0;
    }
    int start = Math.max(0, mark - WINDOW);
    String window = text.substring(start, Math.min(text.length(), mark + WINDOW));
    double[] probabilities = outcomes.eval(features.getContext(window, mark - start));
    return probabilities[outcomes.getIndex(ENDS)];
  }
}
