package ballast.memory.store;

import ballast.language.matching.Likeness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private long comparisons;

  UnitLikeness(List<TextPair> before, List<TextPair> after) {
    this.before = before;
    this.after = after;
  }

  @Override
  public int[] oldWords(int position) {
    return words(before.get(position));
  }

  @Override
  public int[] newWords(int position) {
    return words(after.get(position));
  }

  private int[] words(TextPair unit) {
    return IntStream.concat(
            source(unit.source()).words().map(word -> 2 * word),
            target(unit.target()).words().map(word -> 2 * word + 1))
        .sorted()
        .toArray();
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

  /** The same source or the same target makes a unit the same at the same place. */
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
