package ballast.revise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes from two versions of a large file the units that both have with the same source and
 * translation, while the second version is being read. Only the few remaining units are compared. A
 * unit that occurs twice in one version must occur twice in the other. Units that share their
 * source with a changed unit remain, because terms are judged by all translations of a source.
 */
public final class UnitSieve {

  private final List<SameSources.Texts> olds = new ArrayList<>();

  /** For each unit of the old version, its first unmatched occurrence; -1 after the last. */
  private final Map<SameSources.Texts, Integer> free = new HashMap<>();

  /** For each repeated unit of the old version, its next occurrence. */
  private final Map<Integer, Integer> next = new HashMap<>();

  private final Map<SameSources.Texts, Integer> last = new HashMap<>();
  private final BitSet taken = new BitSet();

  /** For each matched old unit, its place in the new version. */
  private int[] newPlaces = new int[1024];

  private final List<UnitText> news = new ArrayList<>();
  private int newUnits;

  /** All units of the old version must be added before the first of the new one. */
  public void old(String source, String target) {
    int position = olds.size();
    SameSources.Texts texts = new SameSources.Texts(source, target);
    olds.add(texts);
    Integer first = free.putIfAbsent(texts, position);
    if (first != null) {
      Integer previous = last.put(texts, position);
      next.put(previous == null ? first : previous, position);
    }
  }

  public void revised(String source, String target) {
    SameSources.Texts texts = new SameSources.Texts(source, target);
    Integer old = free.get(texts);
    if (old == null || old < 0) {
      news.add(new UnitText(source, target, newUnits));
    } else {
      take(old);
      free.put(texts, next.getOrDefault(old, -1));
    }
    newUnits++;
  }

  private void take(int old) {
    if (old >= newPlaces.length) {
      newPlaces = Arrays.copyOf(newPlaces, Math.max(old + 1, 2 * newPlaces.length));
    }
    newPlaces[old] = newUnits;
    taken.set(old);
  }

  /**
   * Returns the units to compare and those only to count. Must be called once, at the end.
   *
   * @param maxCompared if neither version has more units than this, all of them are compared
   */
  Rest rest(int maxCompared) {
    free.clear();
    last.clear();
    next.clear();
    if (olds.size() <= maxCompared && newUnits <= maxCompared) {
      return rest(new SameSources(olds, new BitSet()));
    }
    Set<String> changed = new HashSet<>();
    for (int i = taken.nextClearBit(0); i < olds.size(); i = taken.nextClearBit(i + 1)) {
      changed.add(olds.get(i).source());
    }
    news.forEach(unit -> changed.add(unit.source()));
    SameSources same = new SameSources(olds, taken);
    same.leaveOut(changed, newPlaces);
    return rest(same);
  }

  private Rest rest(SameSources same) {
    List<UnitText> previous = new ArrayList<>();
    List<UnitText> after = new ArrayList<>(news);
    for (int i = 0; i < olds.size(); i++) {
      if (!same.has(i)) {
        SameSources.Texts texts = olds.get(i);
        previous.add(new UnitText(texts.source(), texts.target(), i));
        if (taken.get(i)) {
          after.add(new UnitText(texts.source(), texts.target(), newPlaces[i]));
        }
      }
    }
    after.sort(Comparator.comparingInt(UnitText::position));
    return new Rest(previous, after, same);
  }

  /** The remaining units, in order, and the common ones that need not be compared. */
  record Rest(List<UnitText> old, List<UnitText> revised, SameSources same) {
    Rest {
      old = List.copyOf(old);
      revised = List.copyOf(revised);
    }
  }

  record UnitText(String source, String target, int position) {}
}
