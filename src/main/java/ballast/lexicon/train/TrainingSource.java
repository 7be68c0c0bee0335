package ballast.lexicon.train;

import java.nio.file.Path;

/**
 * Texts to train on.
 *
 * @param file pairs of texts, or a dictionary
 * @param weight what each pair counts, more than 0, at most {@link #MOST}; 1 is usual
 */
public record TrainingSource(Path file, double weight) {

  /** Largest weight. */
  public static final int MOST = 1000;

  public TrainingSource {
    if (!(weight > 0 && weight <= MOST)) {
      throw new IllegalArgumentException("weight: " + weight + " is not above 0 and up to " + MOST);
    }
  }

  /** The file's name without its folders: a lexicon must not depend on where it was trained. */
  String name() {
    return String.valueOf(file.getFileName());
  }
}
