package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates the correspondence of two long stretches with hardly any equal sentences: the longest
 * ordered set of similar sentences that share a word occurring in only one sentence of each
 * stretch.
 */
final class WordChain {

  private static final int SEVERAL = -2;

  private final Likeness likeness;
  private final double minLikeness;

  /**
   * @param minLikeness the least likeness of two sentences of the chain
   */
  WordChain(Likeness likeness, double minLikeness) {
    this.likeness = likeness;
    this.minLikeness = minLikeness;
  }

  /** Pairs of old and new positions, relative to the beginnings of the stretches; both ascend. */
  List<int[]> find(Range old, Range revised) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = old.start(); i < old.end(); i++) {
      int place = i;
      words(likeness.oldWords(i)).forEach(word -> places.merge(word, place, WordChain::only));
    }
    Map<Integer, Integer> there = new HashMap<>();
    for (int j = revised.start(); j < revised.end(); j++) {
      int place = j;
      words(likeness.newWords(j)).forEach(word -> there.merge(word, place, WordChain::only));
    }
    List<int[]> points = new ArrayList<>();
    for (int j = revised.start(); j < revised.end(); j++) {
      int i = mostNamed(j, places, there);
      if (i >= 0 && likeness.of(i, i + 1, j, j + 1) >= minLikeness) {
        points.add(new int[] {i - old.start(), j - revised.start()});
      }
    }
    return Rising.of(points);
  }

  private static List<Integer> words(int[] words) {
    return Arrays.stream(words).distinct().boxed().toList();
  }

  private static Integer only(Integer one, Integer other) {
    return SEVERAL;
  }

  /**
   * The old sentence that shares with a new one the most words found in no other sentence; -1 if
   * there is none.
   */
  private int mostNamed(int revised, Map<Integer, Integer> olds, Map<Integer, Integer> news) {
    Map<Integer, Integer> votes = new HashMap<>();
    int best = -1;
    for (int word : words(likeness.newWords(revised))) {
      int old =
          news.getOrDefault(word, SEVERAL) == revised ? olds.getOrDefault(word, SEVERAL) : SEVERAL;
      if (old >= 0) {
        int count = votes.merge(old, 1, Integer::sum);
        best = best < 0 || count > votes.getOrDefault(best, 0) ? old : best;
      }
    }
    return best;
  }
}
