package ballast.align;

import ballast.bitext.Bead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the beads of a window end and those of the next one go on.
 *
 * @param before how many beads of the first are kept
 * @param after how many of the second are left out
 */
record Joint(int before, int after) {

  /** Sentences, both sides together, that two neighbouring windows have in common. */
  static final int OVERLAP = 300;

  /**
   * A bead and its place.
   *
   * @param link in the aligner's order of sides
   * @param bead the same in the user's order
   */
  record Placed(Link link, Bead bead) {}

  private record Corner(int row, int column) {

    static Corner before(Placed bead) {
      return new Corner(bead.link().left().start(), bead.link().right().start());
    }

    static Corner after(Placed bead) {
      return new Corner(bead.link().left().end(), bead.link().right().end());
    }

    int position() {
      return row + column;
    }
  }

  /**
   * The surest border that two windows both have in the middle half of what they have in common,
   * where each has seen what is around it.
   *
   * @return null if there is none
   */
  static @Nullable Joint common(List<Placed> first, List<Placed> second) {
    int from = Corner.before(second.get(0)).position();
    int to = Corner.after(last(first)).position();
    int margin = (to - from) / 4;
    Map<Corner, Integer> borders = new HashMap<>();
    for (int k = first.size(); k > 0; k--) {
      Corner corner = Corner.after(first.get(k - 1));
      if (corner.position() < from + margin) {
        break;
      }
      borders.put(corner, k);
    }
    Joint best = null;
    double sureness = -1;
    for (int k = 0; k < second.size(); k++) {
      Corner corner = Corner.before(second.get(k));
      if (corner.position() > to - margin) {
        break;
      }
      Integer before = borders.get(corner);
      if (before != null) {
        double both =
            Math.min(sureness(first.get(before - 1).bead()), sureness(second.get(k).bead()));
        if (both > sureness) {
          sureness = both;
          best = new Joint(before, k);
        }
      }
    }
    return best;
  }

  /** The surest border in the same place of a window alone; its end if it is short. */
  static Joint of(List<Placed> window) {
    int end = Corner.after(last(window)).position();
    int best = window.size();
    double sureness = -1;
    for (int k = window.size(); k > 0; k--) {
      int position = Corner.after(window.get(k - 1)).position();
      if (position <= end - OVERLAP * 3 / 4) {
        break;
      }
      double sure = sureness(window.get(k - 1).bead());
      if (position <= end - OVERLAP / 4 && sure > sureness) {
        sureness = sure;
        best = k;
      }
    }
    return new Joint(best, 0);
  }

  private static double sureness(Bead bead) {
    return bead.isOneSided() ? 0 : bead.confidence();
  }

  private static Placed last(List<Placed> window) {
    return window.get(window.size() - 1);
  }
}
