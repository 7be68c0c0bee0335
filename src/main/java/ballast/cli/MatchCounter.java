package ballast.cli;

import ballast.bitext.Segment;
import ballast.report.MatchAnalysis;
import ballast.report.MatchBand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the segments of documents into bands of matches. Repetitions count across documents. */
final class MatchCounter {

  private final SegmentLookup lookup;
  private final MatchAnalysis analysis = new MatchAnalysis();
  private final Set<String> seen = new HashSet<>();

  MatchCounter(SegmentLookup lookup) {
    this.lookup = lookup;
  }

  /** Counts the sentences of a document; what surrounds an article on a page is no part of it. */
  void add(List<Segment> document) {
    List<String> texts =
        document.stream().filter(segment -> segment.type().isContent()).map(Segment::text).toList();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      analysis.add(
          seen.add(text.strip())
              ? MatchBand.of(
                  lookup.score(
                      i == 0 ? "" : texts.get(i - 1),
                      text,
                      i == texts.size() - 1 ? "" : texts.get(i + 1)))
              : MatchBand.REPETITION,
          text);
    }
  }

  MatchAnalysis analysis() {
    return analysis;
  }
}
