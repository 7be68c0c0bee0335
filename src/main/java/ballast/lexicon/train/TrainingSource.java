package ballast.lexicon.train;

import java.nio.file.Path;

/**
 * A source of training texts.
 *
 * @param file pairs of texts, or a dictionary
 * @param weight the weight of each pair, more than 0, at most {@link #MAX_WEIGHT}; usually 1
 */
public record TrainingSource(Path file, double weight) {

  public static final int MAX_WEIGHT = 1000;

  public TrainingSource {
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "weight: " + weight + " is not above 0 and up to " + MAX_WEIGHT);
    }
  }

  /** The file's name without folders, because a lexicon must not depend on where it was trained. */
  String name() {
    return String.valueOf(file.getFileName());
  }
}
