package ballast.workflow.translate;

import ballast.bitext.Segment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/** Puts the segments of documents into bands of matches. Repetitions count across documents. */
final class MatchCounter {

  private final MatchAnalysis analysis = new MatchAnalysis();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> seenHere = new HashSet<>();

  /** A document begins. */
  void startDocument() {
    seenHere.clear();
  }

  /**
   * Counts a segment.
   *
   * @param score gives its best score; not asked when the segment is a repetition
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

  /** Counts the sentences of a document; what surrounds an article on a page is not part of it. */
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
