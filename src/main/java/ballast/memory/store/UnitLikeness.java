package ballast.memory.store;

import ballast.language.matching.Likeness;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike the units of two revisions are: the mean of their sources and of their targets, each by
 * its {@link WordBag}. Words of a source and of a target are never the same. For one thread.
 */
final class UnitLikeness implements Likeness {

  private final List<TextPair> before;
  private final List<TextPair> after;
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private final Map<String, Integer> targetNumbers = new HashMap<>();
  private final Map<String, WordBag> sources = new HashMap<>();
  private final Map<String, WordBag> targets = new HashMap<>();
  private final int[][] oldWords;
  private final int[][] newWords;
  private long comparisons;

  UnitLikeness(List<TextPair> before, List<TextPair> after) {
    this.before = before;
    this.after = after;
    this.oldWords = new int[before.size()][];
    this.newWords = new int[after.size()][];
  }

  @Override
  public int[] oldWords(int position) {
    return words(oldWords, before, position);
  }

  @Override
  public int[] newWords(int position) {
    return words(newWords, after, position);
  }

  private int[] words(int[][] known, List<TextPair> units, int position) {
    int[] words = known[position];
    if (words == null) {
      words = words(units.get(position));
      known[position] = words;
    }
    return words;
  }

  private int[] words(TextPair unit) {
    int[] inSource = source(unit.source()).words();
    int[] inTarget = target(unit.target()).words();
    int[] words = new int[inSource.length + inTarget.length];
    for (int i = 0; i < inSource.length; i++) {
      words[i] = 2 * inSource[i];
    }
    for (int i = 0; i < inTarget.length; i++) {
      words[inSource.length + i] = 2 * inTarget[i] + 1;
    }
    Arrays.sort(words);
    return words;
  }

  @Override
  public double weight(int word) {
    return 1;
  }

  @Override
  public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
    comparisons++;
    TextPair old = before.get(oldStart);
    TextPair revised = after.get(newStart);
    return (source(old.source()).similarity(source(revised.source()))
            + target(old.target()).similarity(target(revised.target())))
        / 2;
  }

  /** A unit in the same place with the same source or the same target counts as the same. */
  @Override
  public boolean areBound(int old, int revised) {
    return before.get(old).source().equals(after.get(revised).source())
        || before.get(old).target().equals(after.get(revised).target());
  }

  @Override
  public boolean mayHaveMoved(int old, int revised) {
    return true;
  }

  private WordBag source(String text) {
    return sources.computeIfAbsent(text, t -> WordBag.of(t, sourceNumbers));
  }

  private WordBag target(String text) {
    return targets.computeIfAbsent(text, t -> WordBag.of(t, targetNumbers));
  }

  /** How many pairs of units were compared. */
  long comparisons() {
    return comparisons;
  }
}
