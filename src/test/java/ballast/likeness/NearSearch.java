package ballast.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Near duplicates of a list: in groups, as a job on Spark finds them, and by a full scan. */
final class NearSearch {

  private final int threshold;
  private final NearGroup.Limits limits;
  private final Map<Long, Found> found = new TreeMap<>();
  private long comparisons;
  private long leftOut;

  /** What a pair is nearly the same as. */
  record Found(long near, int score) {}

  NearSearch(int threshold, NearGroup.Limits limits) {
    this.threshold = threshold;
    this.limits = limits;
  }

  /** For each pair that has one before it that is nearly the same, the first; by id. */
  Map<Long, Found> search(List<ComparedPair> pairs) {
    PairKeys keys = new PairKeys(threshold);
    Map<Long, List<ComparedPair>> groups = new HashMap<>();
    Map<Long, Set<Long>> pieces = new HashMap<>();
    for (ComparedPair pair : pairs) {
      put(pair, keys.of(pair), groups, pieces);
    }
    Map<Long, List<ComparedPair>> others = new HashMap<>();
    groups
        .entrySet()
        .removeIf(
            entry -> {
              long key = entry.getKey();
              long size =
                  (long) entry.getValue().size() * pieces.getOrDefault(key, Set.of()).size();
              if (size > limits.size()) {
                entry.getValue().forEach(pair -> put(pair, keys.of(pair, key), others, pieces));
              }
              return size > limits.size();
            });
    groups.forEach((key, group) -> search(group, pieces.getOrDefault(key, Set.of())));
    others.forEach((key, group) -> search(group, pieces.getOrDefault(key, Set.of())));
    return found;
  }

  private static void put(
      ComparedPair pair,
      PairKeys.Found keys,
      Map<Long, List<ComparedPair>> groups,
      Map<Long, Set<Long>> pieces) {
    keys.all()
        .forEach(
            key -> {
              groups.computeIfAbsent(key, k -> new ArrayList<>()).add(pair);
              if (keys.isPiece(key)) {
                pieces.computeIfAbsent(key, k -> new HashSet<>()).add(pair.id());
              }
            });
  }

  private void search(List<ComparedPair> pairs, Set<Long> pieces) {
    NearGroup group =
        new NearGroup(
            threshold,
            limits,
            (id, near, score) ->
                found.merge(id, new Found(near, score), (a, b) -> a.near() <= b.near() ? a : b));
    pairs.stream().filter(pair -> pieces.contains(pair.id())).forEach(group::addPiece);
    pairs.stream().filter(pair -> !pieces.contains(pair.id())).forEach(group::add);
    comparisons += group.comparisons();
    leftOut += group.leftOut();
  }

  long comparisons() {
    return comparisons;
  }

  long leftOut() {
    return leftOut;
  }

  /** All that are nearly the same, by the score alone: of each pair, those before it. */
  static Map<Long, List<Found>> scan(List<ComparedPair> pairs, int threshold) {
    Map<Long, List<Found>> found = new TreeMap<>();
    Symbols buffer = new Symbols();
    for (ComparedPair pair : pairs) {
      Pattern source = new Pattern(pair.source().text(), pair.source().measure());
      Pattern target = new Pattern(pair.target().text(), pair.target().measure());
      for (ComparedPair before : pairs) {
        if (before.id() == pair.id()) {
          break;
        }
        int score =
            Math.min(
                score(source, before.source(), threshold, buffer),
                score(target, before.target(), threshold, buffer));
        if (score >= threshold && pair.languages().equals(before.languages())) {
          found
              .computeIfAbsent(pair.id(), id -> new ArrayList<>())
              .add(new Found(before.id(), score));
        }
      }
    }
    return found;
  }

  private static int score(Pattern pattern, ComparedPair.Text text, int threshold, Symbols buffer) {
    return pattern.score(buffer.read(text.text(), text.measure()), threshold);
  }
}
