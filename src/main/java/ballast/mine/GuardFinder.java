package ballast.mine;

import ballast.mine.KnownTerms.Context;
import ballast.mine.KnownTerms.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds phrases in which a term's renderings are missing though they are not elsewhere. */
final class GuardFinder {

  /** Of the pairs with the phrase, so many lack a rendering. */
  private static final double INSIDE = 0.75;

  /** Of the pairs with the term elsewhere, no more lack one. */
  private static final double OUTSIDE = 0.5;

  private final int least;

  GuardFinder(int least) {
    this.least = least;
  }

  /**
   * The phrases, the clearest first; none shares a pair that speaks for it with another.
   *
   * @param explained pairs whose missing rendering is explained otherwise
   */
  List<Guard> find(Uses uses, Set<Integer> explained) {
    List<Guard> found = new ArrayList<>();
    Set<Integer> missing = new HashSet<>(uses.missing);
    missing.removeAll(explained);
    if (missing.size() < least) {
      return found;
    }
    for (Map.Entry<String, Context> one : uses.contexts.entrySet()) {
      if (one.getValue().inside.size() >= least) {
        Guard guard = guard(uses, one.getKey(), one.getValue(), missing);
        if (isClear(guard)) {
          found.add(guard);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble((Guard guard) -> -guard.evidence())
            .thenComparing(guard -> guard.phrase().length())
            .thenComparing(Guard::phrase));
    return distinct(uses, found, missing);
  }

  private static Guard guard(Uses uses, String phrase, Context context, Set<Integer> missing) {
    List<Integer> lacking = context.inside.stream().filter(missing::contains).toList();
    int inside = context.inside.size();
    int outside = uses.pairs - inside - context.mixed;
    // Of pairs with the term both in the phrase and elsewhere nobody knows which is missing.
    int lackingOutside = Math.min(outside, Math.max(0, missing.size() - lacking.size()));
    double evidence = Association.of(lacking.size(), inside, lackingOutside, outside);
    int example = lacking.isEmpty() ? context.inside.get(0) : lacking.get(0);
    return new Guard(
        uses.entry, phrase, inside, lacking.size(), outside, lackingOutside, evidence, example);
  }

  private boolean isClear(Guard guard) {
    return guard.missingInside() >= least
        && guard.missingInside() >= INSIDE * guard.inside()
        && guard.missingOutside() <= OUTSIDE * guard.outside()
        && guard.evidence() >= Association.CLEAR;
  }

  /** Of phrases in one another the better one. */
  private List<Guard> distinct(Uses uses, List<Guard> found, Set<Integer> missing) {
    List<Guard> kept = new ArrayList<>();
    Set<Integer> left = new HashSet<>(missing);
    for (Guard guard : found) {
      List<Integer> inside = pairs(uses, guard);
      if (inside.stream().filter(left::contains).count() >= least) {
        kept.add(guard);
        inside.forEach(left::remove);
      }
    }
    return kept;
  }

  /** The pairs that have the term in a phrase only. */
  static List<Integer> pairs(Uses uses, Guard guard) {
    Context context = uses.contexts.get(guard.phrase());
    return context == null ? List.of() : context.inside;
  }
}
