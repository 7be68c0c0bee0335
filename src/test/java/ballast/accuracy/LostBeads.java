package ballast.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Why beads of the gold were not found. Beads of the gold and found ones that share sentences
 * belong together; what differs between the two in such a knot is the reason, the first that holds.
 */
final class LostBeads {

  /** What differs; in this order. */
  enum Reason {
    GLUED("a sentence without a partner was put into a bead"),
    LEFT_OUT("a sentence with a partner was left alone"),
    TAKEN_APART("a bead was taken apart"),
    PUT_TOGETHER("beads were put together"),
    SHIFTED("a boundary is elsewhere");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Map<Reason, Integer> lost = new EnumMap<>(Reason.class);

  /** Beads that share sentences, by any chain of others. */
  private static final class Knot {
    private final List<String> gold = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
  }

  /** Adds one document; beads as {@code Bead.toIndexLists} writes them. */
  void add(List<String> gold, List<String> found) {
    Set<String> right = new HashSet<>(gold);
    right.retainAll(found);
    Map<String, Knot> knots = new HashMap<>();
    tie(gold.stream().filter(bead -> !right.contains(bead)).toList(), true, knots);
    tie(found.stream().filter(bead -> !right.contains(bead)).toList(), false, knots);
    for (Knot knot : new HashSet<>(knots.values())) {
      if (!knot.gold.isEmpty()) {
        lost.merge(reason(knot), knot.gold.size(), Integer::sum);
      }
    }
  }

  int count(Reason reason) {
    return lost.getOrDefault(reason, 0);
  }

  private static void tie(List<String> beads, boolean gold, Map<String, Knot> knots) {
    for (String bead : beads) {
      Knot knot = new Knot();
      (gold ? knot.gold : knot.found).add(bead);
      for (String sentence : sentences(bead)) {
        Knot other = knots.put(sentence, knot);
        if (other != null && other != knot) {
          knot.gold.addAll(other.gold);
          knot.found.addAll(other.found);
          knots.replaceAll((key, old) -> old == other ? knot : old);
        }
      }
    }
  }

  /** Its sentences, those of the second side with a sign before the number. */
  private static List<String> sentences(String bead) {
    List<String> sentences = new ArrayList<>();
    String[] sides = bead.split(":", 2);
    for (int side = 0; side < sides.length; side++) {
      for (String number : sides[side].replaceAll("[\\[\\] ]", "").split(",", -1)) {
        if (!number.isEmpty()) {
          sentences.add(String.format(Locale.ROOT, "%d:%s", side, number));
        }
      }
    }
    return sentences;
  }

  private static Reason reason(Knot knot) {
    long alone = knot.gold.stream().filter(LostBeads::isOneSided).count();
    long foundAlone = knot.found.stream().filter(LostBeads::isOneSided).count();
    if (alone > foundAlone) {
      return Reason.GLUED;
    }
    if (alone < foundAlone) {
      return Reason.LEFT_OUT;
    }
    if (knot.gold.size() < knot.found.size()) {
      return Reason.TAKEN_APART;
    }
    return knot.gold.size() > knot.found.size() ? Reason.PUT_TOGETHER : Reason.SHIFTED;
  }

  private static boolean isOneSided(String bead) {
    return bead.startsWith("[]:") || bead.endsWith(":[]");
  }
}
