package ballast.revise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of two versions of a large file of units what both have, source and translation alike,
 * while the second is being read: what is left is small, and only that is compared. A unit that a
 * version has twice needs two in the other one.
 */
public final class UnitSieve {

  /** A unit without its place. */
  private record Texts(String source, String target) {}

  private final ChineseWords words;
  private final List<Texts> olds = new ArrayList<>();

  /** Of each unit of the old version the first that has not been taken; -1 after the last. */
  private final Map<Texts, Integer> free = new HashMap<>();

  /** Of each unit that the old version has more than once, the next. */
  private final Map<Integer, Integer> next = new HashMap<>();

  private final Map<Texts, Integer> last = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final List<UnitText> news = new ArrayList<>();
  private int newUnits;
  private EditRate size = EditRate.NONE;

  public UnitSieve(ChineseWords words) {
    this.words = words;
  }

  /** Takes a unit of the old version; all of them before the first of the new one. */
  public void old(String source, String target) {
    int position = olds.size();
    Texts texts = new Texts(source, target);
    olds.add(texts);
    Integer first = free.putIfAbsent(texts, position);
    if (first != null) {
      Integer before = last.put(texts, position);
      next.put(before == null ? first : before, position);
    }
  }

  /** Takes a unit of the new version. */
  public void revised(String source, String target) {
    Texts texts = new Texts(source, target);
    Integer old = free.get(texts);
    if (old == null || old < 0) {
      news.add(new UnitText(source, target, newUnits));
    } else {
      taken.set(old);
      free.put(texts, next.getOrDefault(old, -1));
      size = size.plus(EditRate.ofSame(target, words));
    }
    newUnits++;
  }

  /** What the two have in common. */
  public SameUnits same() {
    return new SameUnits(taken.cardinality(), size);
  }

  /** What each version has alone. */
  public Rest rest() {
    List<UnitText> left = new ArrayList<>();
    for (int i = taken.nextClearBit(0); i < olds.size(); i = taken.nextClearBit(i + 1)) {
      left.add(new UnitText(olds.get(i).source(), olds.get(i).target(), i));
    }
    return new Rest(left, news, common(left));
  }

  /** The sources of the rest that both versions have, if only in a unit that is not in the rest. */
  private Set<String> common(List<UnitText> left) {
    Set<String> ofOld = new HashSet<>();
    left.forEach(unit -> ofOld.add(unit.source()));
    Set<String> ofNew = new HashSet<>();
    news.forEach(unit -> ofNew.add(unit.source()));
    Set<String> common = new HashSet<>(ofOld);
    common.retainAll(ofNew);
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      String source = olds.get(i).source();
      if (ofOld.contains(source) || ofNew.contains(source)) {
        common.add(source);
      }
    }
    return common;
  }

  /**
   * What each version has alone, in order.
   *
   * @param old of the old version
   * @param revised of the new one
   * @param common those of their sources that both versions have
   */
  public record Rest(List<UnitText> old, List<UnitText> revised, Set<String> common) {
    public Rest {
      old = List.copyOf(old);
      revised = List.copyOf(revised);
      common = Set.copyOf(common);
    }
  }
}
