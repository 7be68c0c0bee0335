package ballast.app.documents;

import ballast.bitext.Segment;
import ballast.language.TextAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** The share of new documents already in a memory: segments, characters and words in each band. */
public final class MatchAnalysis {

  public record Count(long segments, TextAmount amount) {

    static final Count NOTHING = new Count(0, TextAmount.NONE);

    Count plus(Count other) {
      return new Count(segments + other.segments, amount.plus(other.amount));
    }
  }

  private final Map<MatchBand, Count> counts = new EnumMap<>(MatchBand.class);
  private Count internal = Count.NOTHING;

  void add(MatchBand band, String segment) {
    counts.merge(band, new Count(1, TextAmount.of(segment)), Count::plus);
  }

  /**
   * @param internal whether the segment occurred before in the same document
   */
  void addRepetition(String segment, boolean internal) {
    add(MatchBand.REPETITION, segment);
    if (internal) {
      this.internal = this.internal.plus(new Count(1, TextAmount.of(segment)));
    }
  }

  /** Returns the number of segments that occurred before in the same document. */
  public long internalRepetitions() {
    return internal.segments();
  }

  public long segments() {
    return total().segments();
  }

  public long segments(MatchBand band) {
    return in(band).segments();
  }

  public Count in(MatchBand band) {
    return counts.getOrDefault(band, Count.NOTHING);
  }

  /**
   * Returns the counts of repetitions within one document; {@link MatchBand#REPETITION} includes
   * them.
   */
  public Count internal() {
    return internal;
  }

  public Count total() {
    return counts.values().stream().reduce(Count.NOTHING, Count::plus);
  }

  /**
   * Match bands used for pricing. Scores are in percent; 101 and 102 are exact matches with the
   * same neighbour on one side or on both.
   */
  public enum MatchBand {
    /** A segment that occurred before, whether or not it is in the memory. */
    REPETITION("repetitions", 0),
    /** The same segment between the same neighbours. */
    BOTH_NEIGHBOURS("102", 102),
    /** The same segment with one neighbour the same. */
    ONE_NEIGHBOUR("101", 101),
    EXACT("100", 100),
    FROM_95("95-99", 95),
    FROM_85("85-94", 85),
    FROM_75("75-84", 75),
    FROM_50("50-74", 50),
    NONE("no match", 0);

    private final String label;
    private final int from;

    MatchBand(String label, int from) {
      this.label = label;
      this.from = from;
    }

    /** Returns the name used in output, for example {@code 85-94}. */
    public String label() {
      return label;
    }

    /**
     * @param score 0 to 102; 0 if there is no match
     */
    public static MatchBand of(int score) {
      for (MatchBand band : values()) {
        if (band != REPETITION && score >= band.from) {
          return band;
        }
      }
      throw new IllegalArgumentException("score " + score + " is negative");
    }
  }

  /**
   * A sentence of an article and its neighbours. Page clutter around an article is not a neighbour
   * because it is never in a memory.
   *
   * @param before the text before; empty at the beginning
   * @param after the text after; empty at the end
   */
  record Neighbourhood(String before, Segment segment, String after) {

    /** Returns the sentences of an article that may be in a memory, in order. */
    static List<Neighbourhood> of(List<Segment> document) {
      List<Segment> content = document.stream().filter(one -> one.type().isContent()).toList();
      List<Neighbourhood> places = new ArrayList<>();
      for (int i = 0; i < content.size(); i++) {
        places.add(
            new Neighbourhood(
                i == 0 ? "" : content.get(i - 1).text(),
                content.get(i),
                i == content.size() - 1 ? "" : content.get(i + 1).text()));
      }
      return places;
    }

    String text() {
      return segment.text();
    }
  }

  /** Counts the segments of documents by match band. Repetitions count across documents. */
  static final class MatchCounter {

    private final MatchAnalysis analysis = new MatchAnalysis();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> seenHere = new HashSet<>();

    void startDocument() {
      seenHere.clear();
    }

    /**
     * @param score returns its best score; not called if the segment is a repetition
     */
    void add(String segment, IntSupplier score) {
      String key = segment.strip();
      boolean internal = !seenHere.add(key);
      if (seen.add(key)) {
        analysis.add(MatchBand.of(score.getAsInt()), segment);
      } else {
        analysis.addRepetition(segment, internal);
      }
    }

    /** Counts the sentences of a document, without page clutter. */
    void add(List<Segment> document, SegmentLookup lookup) {
      startDocument();
      for (Neighbourhood place : Neighbourhood.of(document)) {
        add(place.text(), () -> lookup.score(place.before(), place.text(), place.after()));
      }
    }

    MatchAnalysis analysis() {
      return analysis;
    }
  }

  @FunctionalInterface
  interface SegmentLookup {

    /**
     * Returns the best score of any unit.
     *
     * @param before the segment before; empty at the beginning of the document
     * @param after the segment after; empty at the end
     * @return percent; 101 or 102 if neighbours are the same too; 0 if there is no match
     */
    int score(String before, String segment, String after);
  }
}
