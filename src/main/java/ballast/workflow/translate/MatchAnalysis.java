package ballast.workflow.translate;

import ballast.language.TextAmount;
import java.util.EnumMap;
import java.util.Map;

/** How much of new documents the memory knows: segments, characters and words in each band. */
public final class MatchAnalysis {

  /**
   * How much text there is.
   *
   * @param segments how many segments
   * @param amount their characters and words
   */
  public record Count(long segments, TextAmount amount) {

    static final Count NOTHING = new Count(0, TextAmount.NONE);

    Count plus(Count other) {
      return new Count(segments + other.segments, amount.plus(other.amount));
    }
  }

  private final Map<MatchBand, Count> counts = new EnumMap<>(MatchBand.class);
  private Count internal = Count.NOTHING;

  /** Counts a segment. */
  void add(MatchBand band, String segment) {
    counts.merge(band, new Count(1, TextAmount.of(segment)), Count::plus);
  }

  /**
   * Counts a repeated segment.
   *
   * @param internal whether it has occurred before in the same document
   */
  void addRepetition(String segment, boolean internal) {
    add(MatchBand.REPETITION, segment);
    if (internal) {
      this.internal = this.internal.plus(new Count(1, TextAmount.of(segment)));
    }
  }

  /** Segments that have occurred before in the same document. */
  public long internalRepetitions() {
    return internal.segments();
  }

  /** All segments. */
  public long segments() {
    return total().segments();
  }

  /** Segments in a band. */
  public long segments(MatchBand band) {
    return in(band).segments();
  }

  /** The counts of a band. */
  public Count in(MatchBand band) {
    return counts.getOrDefault(band, Count.NOTHING);
  }

  /** The repetitions within one document; they are in {@link MatchBand#REPETITION} too. */
  public Count internal() {
    return internal;
  }

  /** All bands together. */
  public Count total() {
    return counts.values().stream().reduce(Count.NOTHING, Count::plus);
  }
}
