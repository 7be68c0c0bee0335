package ballast.workflow.edit;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts beads in the order of an {@link Alignment}: by their sources; those without a source by
 * their targets, and otherwise in the order in which they are given. Beads that cross others become
 * moved ones: beads that were in order stay so before those that a move has made.
 */
final class BeadOrder {

  private final List<EditedBead> beads;
  private final Map<EditedBead, Integer> places = new HashMap<>();

  /** Two-sided beads in order, by their sources. */
  private final TreeMap<Integer, EditedBead> straight = new TreeMap<>();

  private BeadOrder(List<EditedBead> beads) {
    this.beads = beads;
    for (EditedBead bead : beads) {
      places.put(bead, places.size());
    }
  }

  /**
   * The alignment with these beads.
   *
   * @param beads every sentence is in one of them
   */
  static Alignment alignment(List<Segment> source, List<Segment> target, List<EditedBead> beads) {
    BeadOrder order = new BeadOrder(beads);
    order.chooseStraight();
    return new Alignment(source, target, order.ordered());
  }

  private void chooseStraight() {
    List<EditedBead> later = new ArrayList<>();
    for (EditedBead bead : beads) {
      Bead old = bead.old();
      if (!bead.isOneSided()) {
        if (old == null || old.moved()) {
          later.add(bead);
        } else {
          add(bead);
        }
      }
    }
    later.forEach(this::add);
  }

  private void add(EditedBead bead) {
    int start = bead.source().start();
    Map.Entry<Integer, EditedBead> above = straight.lowerEntry(start);
    Map.Entry<Integer, EditedBead> below = straight.higherEntry(start);
    int target = bead.target().start();
    if ((above == null || above.getValue().target().start() < target)
        && (below == null || below.getValue().target().start() > target)) {
      straight.put(start, bead);
    }
  }

  private List<Bead> ordered() {
    List<EditedBead> sources =
        beads.stream()
            .filter(bead -> !bead.source().isEmpty())
            .sorted(Comparator.comparingInt(bead -> bead.source().start()))
            .toList();
    List<EditedBead> targets =
        beads.stream()
            .filter(bead -> bead.source().isEmpty())
            .sorted(Comparator.comparingInt(bead -> bead.target().start()))
            .toList();
    Set<EditedBead> inOrder = new HashSet<>(straight.values());
    List<Bead> ordered = new ArrayList<>();
    int next = 0;
    int from = 0;
    int to = 0;
    for (EditedBead bead : sources) {
      while (next < targets.size() && comesBefore(targets.get(next), bead)) {
        Bead alone = targets.get(next).in(from, to, false);
        ordered.add(alone);
        to = alone.target().end();
        next++;
      }
      boolean moved = !bead.isOneSided() && !inOrder.contains(bead);
      ordered.add(bead.in(from, to, moved));
      from = bead.source().end();
      to = moved || bead.target().isEmpty() ? to : bead.target().end();
    }
    for (EditedBead bead : targets.subList(next, targets.size())) {
      ordered.add(bead.in(from, to, false));
      to = bead.target().end();
    }
    return ordered;
  }

  /** Whether a bead without a source comes before one with a source. */
  private boolean comesBefore(EditedBead alone, EditedBead bead) {
    Map.Entry<Integer, EditedBead> next = straight.ceilingEntry(bead.source().start());
    if (next != null && next.getValue().target().start() < alone.target().start()) {
      return false;
    }
    return (next != null && next.getValue().equals(bead)) || place(alone) < place(bead);
  }

  private int place(EditedBead bead) {
    return places.getOrDefault(bead, 0);
  }
}
