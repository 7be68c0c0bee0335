package ballast.accuracy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Strict precision, recall and F1 of beads, percent, as in the sets' own {@code score.py}: a bead
 * counts when both its index lists are those of a gold bead.
 */
final class BeadScore {

  private int right;
  private int found;
  private int wanted;

  /** Adds one document; beads as {@code Bead.toIndexLists} writes them. */
  void add(Collection<String> gold, Collection<String> beads) {
    Set<String> pool = new HashSet<>(gold);
    right += (int) beads.stream().filter(pool::contains).count();
    found += beads.size();
    wanted += gold.size();
  }

  int wanted() {
    return wanted;
  }

  double precision() {
    return 100.0 * right / Math.max(1, found);
  }

  double recall() {
    return 100.0 * right / Math.max(1, wanted);
  }

  double f1() {
    return 200.0 * right / Math.max(1, found + wanted);
  }
}
