package ballast.revise;

import ballast.language.ChineseWords;
import ballast.revise.TermEffects.JudgedTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The units common to two versions, grouped by source, which need only be counted. Thread-safe
 * after construction.
 */
public final class SameSources {

  private static final int NONE = -1;

  static final SameSources EMPTY = new SameSources(List.of(), new BitSet());

  private final List<Texts> units;
  private final BitSet same;

  /** For each unit, the next one with the same source. */
  private final int[] next;

  /** The first unit of each source. */
  private final BitSet firsts = new BitSet();

  /**
   * @param units those of the old version, in order
   * @param same indexes of the units that are also in the new version
   */
  SameSources(List<Texts> units, BitSet same) {
    this.units = units;
    this.same = (BitSet) same.clone();
    this.next = new int[same.length()];
    Arrays.fill(next, NONE);
    Map<String, Integer> lasts = new HashMap<>();
    same.stream()
        .forEach(
            i -> {
              Integer previous = lasts.put(units.get(i).source(), i);
              if (previous == null) {
                firsts.set(i);
              } else {
                next[previous] = i;
              }
            });
  }

  /**
   * Removes sources that have to be compared: those with a changed unit, and those with units in
   * another order.
   *
   * @param newPlaces for each unit its place in the new version
   */
  void leaveOut(Set<String> changed, int[] newPlaces) {
    for (int first = firsts.nextSetBit(0); first >= 0; first = firsts.nextSetBit(first + 1)) {
      if (changed.contains(units.get(first).source()) || !isInOrder(first, newPlaces)) {
        firsts.clear(first);
        for (int i = first; i != NONE; i = next[i]) {
          same.clear(i);
        }
      }
    }
  }

  private boolean isInOrder(int first, int[] places) {
    for (int i = first; next[i] != NONE; i = next[i]) {
      if (places[next[i]] < places[i]) {
        return false;
      }
    }
    return true;
  }

  boolean has(int unit) {
    return same.get(unit);
  }

  boolean isEmpty() {
    return same.isEmpty();
  }

  /** Counts the units, source by source, on all processors. */
  Counts count(TermProblems terms, ChineseWords words, boolean chinese) {
    EditRate size =
        same.stream()
            .parallel()
            .mapToObj(i -> EditRate.ofSame(units.get(i).target(), words))
            .reduce(EditRate.NONE, EditRate::plus);
    long open =
        terms == TermProblems.NONE
            ? 0
            : firsts.stream().parallel().mapToLong(i -> open(i, terms, chinese)).sum();
    return new Counts(same.cardinality(), size, Math.toIntExact(open));
  }

  private long open(int first, TermProblems terms, boolean chinese) {
    List<String> targets = new ArrayList<>();
    IntStream.iterate(first, i -> i != NONE, i -> next[i])
        .forEach(i -> targets.add(units.get(i).target()));
    return new JudgedTexts(terms, units.get(first).source(), targets, chinese).size();
  }

  record Texts(String source, String target) {}

  /**
   * The units common to two versions that are not listed one by one.
   *
   * @param count number of units in each version
   * @param size the size of their texts, as a rate without edits
   * @param openTerms number of wrong terms in them
   */
  public record Counts(int count, EditRate size, int openTerms) {

    public static final Counts NONE = new Counts(0, EditRate.NONE, 0);
  }
}
