package ballast.app.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The positions in the translation of the targets of {@linkplain Bead#moved moved} beads. */
final class MovedBeads {

  private final int[] places;
  private final Map<Integer, List<Integer>> arrivals = new TreeMap<>();

  MovedBeads(Alignment alignment) {
    List<Bead> beads = alignment.beads();
    int[] owners = new int[alignment.target().size()];
    for (int i = 0; i < beads.size(); i++) {
      Range target = beads.get(i).target();
      Arrays.fill(owners, target.start(), target.end(), i);
    }
    this.places = new int[beads.size()];
    for (int i = 0; i < beads.size(); i++) {
      if (beads.get(i).moved()) {
        places[i] = place(beads, owners, i);
        arrivals.computeIfAbsent(places[i], place -> new ArrayList<>()).add(i + 1);
      }
    }
  }

  /**
   * Returns the bead before the target of a moved bead.
   *
   * @param position of the moved bead, from 0
   * @return number of a bead that has not moved, from 1; 0 if there is none before it
   */
  int place(int position) {
    return places[position];
  }

  /** Returns for example {@code after no. 12 in the translation}. */
  String placeInWords(int position) {
    return places[position] == 0
        ? "at the beginning of the translation"
        : "after no. " + places[position] + " in the translation";
  }

  /** Numbers, from 1, of the moved beads whose targets come after a bead. */
  List<Integer> arrivals(int number) {
    return arrivals.getOrDefault(number, List.of());
  }

  private static int place(List<Bead> beads, int[] owners, int moved) {
    int previous = beads.get(moved).target().start() - 1;
    while (previous >= 0 && beads.get(owners[previous]).moved()) {
      previous--;
    }
    return previous < 0 ? 0 : owners[previous] + 1;
  }
}
