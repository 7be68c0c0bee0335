package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages with their translation elsewhere in the text: sentences left alone on both sides,
 * in different places, that are alike. Each pair of passages is aligned separately.
 */
final class MovedPassages {

  /** The reason of a moved bead. */
  static final String MOVED = "moved: the translation stands elsewhere in the text";

  /** Minimum likeness of two passages, summed over their sentences, that is not chance. */
  private static final double MIN_LIKENESS = 1.0;

  /** Minimum coverage of each side of a moved bead. */
  private static final double MIN_COVERAGE = 0.15;

  /**
   * Minimum confidence, higher than for other beads, because the beads around it give no support.
   */
  private static final double MIN_CONFIDENCE = 0.5;

  /** Minimum rarity of the words of a moved bead; keeps out short phrases. */
  private static final double MIN_MASS = 25;

  private final BothTexts texts;
  private final Similarities similarities;
  private final boolean swapped;

  private record Candidate(Range left, Range right, double likeness) {

    boolean spans(int leftStart, int leftEnd, int rightStart, int rightEnd) {
      return left.start() == leftStart
          && left.end() == leftEnd
          && right.start() == rightStart
          && right.end() == rightEnd;
    }
  }

  MovedPassages(BothTexts texts, Similarities similarities, boolean swapped) {
    this.texts = texts;
    this.similarities = similarities;
    this.swapped = swapped;
  }

  /**
   * Replaces one-sided beads by moved ones. The result is in the order of the user's source.
   *
   * @param pinned moved beads that are certain; their sentences are alone in {@code beads}
   */
  List<Bead> pairUp(List<Bead> beads, List<Bead> pinned) {
    boolean[] leftAlone = new boolean[texts.left().size()];
    boolean[] rightAlone = new boolean[texts.right().size()];
    for (Bead bead : beads) {
      if (bead.isOneSided()) {
        mark(texts.left(), swapped ? bead.target() : bead.source(), leftAlone);
        mark(texts.right(), swapped ? bead.source() : bead.target(), rightAlone);
      }
    }
    List<Bead> moved = new ArrayList<>(pinned);
    for (Candidate candidate : candidates(runs(leftAlone), runs(rightAlone))) {
      if (allTrue(leftAlone, candidate.left()) && allTrue(rightAlone, candidate.right())) {
        for (Bead bead : align(candidate, isGap(candidate, beads))) {
          clear(leftAlone, swapped ? bead.target() : bead.source());
          clear(rightAlone, swapped ? bead.source() : bead.target());
          moved.add(bead);
        }
      }
    }
    return moved.isEmpty() ? beads : merged(beads, moved);
  }

  /** Whether the passages are exactly the text between two neighbouring beads: in place. */
  private boolean isGap(Candidate candidate, List<Bead> beads) {
    int left = 0;
    int right = 0;
    for (Bead bead : beads) {
      if (!bead.isOneSided()) {
        Range here = swapped ? bead.target() : bead.source();
        Range there = swapped ? bead.source() : bead.target();
        if (candidate.spans(left, here.start(), right, there.start())) {
          return true;
        }
        left = here.end();
        right = there.end();
      }
    }
    return candidate.spans(left, texts.left().size(), right, texts.right().size());
  }

  private static void mark(TextSide side, Range range, boolean[] alone) {
    for (int i = range.start(); i < range.end(); i++) {
      alone[i] = side.type(i) != BlockType.FURNITURE && !side.isPinned(i);
    }
  }

  private static boolean allTrue(boolean[] flags, Range range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (!flags[i]) {
        return false;
      }
    }
    return true;
  }

  private static void clear(boolean[] flags, Range range) {
    for (int i = range.start(); i < range.end(); i++) {
      flags[i] = false;
    }
  }

  /** For each sentence, its run of sentences left alone, or null. */
  private static @Nullable Range[] runs(boolean[] alone) {
    @Nullable Range[] runs = new Range[alone.length];
    int start = 0;
    for (int i = 0; i <= alone.length; i++) {
      if (i == alone.length || !alone[i]) {
        for (int k = start; k < i; k++) {
          runs[k] = new Range(start, i);
        }
        start = i + 1;
      }
    }
    return runs;
  }

  /** Pairs of passages with similar sentences, the most similar first. */
  private List<Candidate> candidates(@Nullable Range[] leftRuns, @Nullable Range[] rightRuns) {
    Map<List<Range>, Double> likeness = new LinkedHashMap<>();
    for (Similarities.Point point : similarities.points()) {
      Range left = leftRuns[point.left()];
      Range right = rightRuns[point.right()];
      if (left != null && right != null) {
        likeness.merge(List.of(left, right), point.weight(), Double::sum);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    likeness.forEach(
        (runs, weight) -> {
          if (weight >= MIN_LIKENESS) {
            candidates.add(new Candidate(runs.get(0), runs.get(1), weight));
          }
        });
    candidates.sort(
        Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparingInt(candidate -> candidate.left().start())
            .thenComparingInt(candidate -> candidate.right().start()));
    return candidates;
  }

  /**
   * The sufficiently sure beads of two passages.
   *
   * @param inPlace whether the passages are between the same two beads; if all their sentences are
   *     paired, none has moved
   */
  private List<Bead> align(Candidate candidate, boolean inPlace) {
    Range left = candidate.left();
    Range right = candidate.right();
    BothTexts part = texts.slice(left, right);
    SearchOutcome outcome = new Search(part).run(CoarsePath.of(part).find());
    List<Bead> found = new Confidence(outcome, part, swapped).beads();
    List<Integer> sure = new ArrayList<>();
    for (int k = 0; k < found.size(); k++) {
      Link link = outcome.path().get(k);
      if (!link.isOneSided()
          && isSure(found.get(k), outcome.links().coverage(link.left(), link.right()))) {
        sure.add(k);
      }
    }
    boolean moved = !inPlace || sure.size() < found.size();
    List<Bead> beads = new ArrayList<>();
    for (int k : sure) {
      Link place = outcome.path().get(k).shifted(left.start(), right.start());
      beads.add(bead(swapped ? place.swapped() : place, found.get(k), moved));
    }
    return beads;
  }

  private static Bead bead(Link place, Bead bead, boolean moved) {
    List<String> reasons = new ArrayList<>();
    if (moved) {
      reasons.add(MOVED);
    }
    reasons.addAll(bead.reasons());
    return new Bead(place.left(), place.right(), bead.confidence(), reasons, moved);
  }

  private static boolean isSure(Bead bead, Coverage coverage) {
    return bead.confidence() >= MIN_CONFIDENCE
        && coverage.min() >= MIN_COVERAGE
        && coverage.mass() >= MIN_MASS;
  }

  private static List<Bead> merged(List<Bead> beads, List<Bead> moved) {
    boolean[] source = new boolean[beads.stream().mapToInt(b -> b.source().end()).max().orElse(0)];
    boolean[] target = new boolean[beads.stream().mapToInt(b -> b.target().end()).max().orElse(0)];
    for (Bead bead : moved) {
      Arrays.fill(source, bead.source().start(), bead.source().end(), true);
      Arrays.fill(target, bead.target().start(), bead.target().end(), true);
    }
    List<Bead> sorted = new ArrayList<>(moved);
    sorted.sort(Comparator.comparingInt(bead -> bead.source().start()));
    List<Bead> merged = new ArrayList<>();
    int next = 0;
    int end = 0;
    for (Bead bead : beads) {
      int start = bead.source().start();
      while (next < sorted.size() && sorted.get(next).source().start() <= start) {
        end = sorted.get(next).source().end();
        merged.add(sorted.get(next++));
      }
      boolean added = bead.source().isEmpty();
      if (!bead.isOneSided() || !(added ? target[bead.target().start()] : source[start])) {
        // An added sentence may come from between two sentences that have moved together.
        Range place = added ? new Range(Math.max(start, end), Math.max(start, end)) : bead.source();
        merged.add(new Bead(place, bead.target(), bead.confidence(), bead.reasons()));
        end = place.end();
      }
    }
    merged.addAll(sorted.subList(next, sorted.size()));
    return merged;
  }
}
