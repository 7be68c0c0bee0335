package ballast.lexicon.train;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of used and dropped pairs of one source.
 *
 * @param read number of lines or dictionary entries: the sum of {@code kept} and all of {@code
 *     dropped}
 * @param kept number of pairs used for training
 * @param dropped number of unused pairs by reason
 */
public record SourceReport(
    String name, double weight, int read, int kept, Map<Reason, Integer> dropped) {

  public enum Reason {
    /** The line has no tab, or more than one. */
    NOT_A_PAIR,
    /** A side has no words that are frequent enough. */
    EMPTY,
    /** A side has too many words: any of them could translate any word of the other. */
    TOO_LONG,
    /** One side has far more words than the other, so it is hardly a translation. */
    LENGTHS_DIFFER
  }

  public SourceReport {
    dropped = Map.copyOf(dropped);
  }

  static final class SourceTally {

    private final TrainingSource source;
    private final Map<SourceReport.Reason, Integer> dropped =
        new EnumMap<>(SourceReport.Reason.class);
    private int read;
    private int kept;

    SourceTally(TrainingSource source) {
      this.source = source;
    }

    void read() {
      read++;
    }

    void keep() {
      kept++;
    }

    void drop(SourceReport.Reason reason) {
      dropped.merge(reason, 1, Integer::sum);
    }

    int count() {
      return read;
    }

    double weight() {
      return source.weight();
    }

    SourceReport report() {
      return new SourceReport(source.name(), source.weight(), read, kept, dropped);
    }
  }

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

    /**
     * The file's name without folders, because a lexicon must not depend on the place of its
     * training.
     */
    String name() {
      return String.valueOf(file.getFileName());
    }
  }
}
