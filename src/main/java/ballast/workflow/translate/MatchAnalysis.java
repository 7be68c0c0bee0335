package ballast.workflow.translate;

import ballast.language.TextAmount;
import java.util.EnumMap;
import java.util.Map;

/** How much of new documents the memory knows: segments, characters and words in each band. */
public final class MatchAnalysis {

  /**
   * What is in a band.
   *
   * @param segments how many
   * @param text their characters and words
   */
  public record Amount(long segments, TextAmount text) {
    static final Amount NOTHING = new Amount(0, TextAmount.NONE);

    Amount plus(Amount other) {
      return new Amount(segments + other.segments, text.plus(other.text));
    }
  }

  private final Map<MatchBand, Amount> bands = new EnumMap<>(MatchBand.class);
  private Amount internal = Amount.NOTHING;

  /** Counts a segment. */
  public void add(MatchBand band, String segment) {
    bands.merge(band, new Amount(1, TextAmount.of(segment)), Amount::plus);
  }

  /**
   * Counts a segment that has been before.
   *
   * @param internal whether it has been in the same document
   */
  public void addRepetition(String segment, boolean internal) {
    add(MatchBand.REPETITION, segment);
    if (internal) {
      this.internal = this.internal.plus(new Amount(1, TextAmount.of(segment)));
    }
  }

  /** Segments that have been before in the same document. */
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

  /** Segments that have been before in the same document, in full. */
  public Amount internal() {
    return internal;
  }

  /** What is in a band. */
  public Amount in(MatchBand band) {
    return bands.getOrDefault(band, Amount.NOTHING);
  }

  /** All segments, in full. */
  public Amount total() {
    return bands.values().stream().reduce(Amount.NOTHING, Amount::plus);
  }
}
