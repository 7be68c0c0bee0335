package ballast.app.align;

import ballast.bitext.Span;
import ballast.memory.PinnedBead.PinnedText;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locates the cells of one side of a table in the text. A cell begins with a sentence, or where
 * another cell ended inside one. A text that occurs several times is found if it is next to the
 * adjacent cell, or the only occurrence between the two. Use once.
 */
final class CellFinder {

  /** Maximum equal beginnings considered. */
  private static final int MAX_CANDIDATES = 1_000;

  private static final int MAX_ROUNDS = 4;

  private final PlainText text;
  private final List<String> cells;
  private final List<PinnedText> counted;
  private final @Nullable Span[] found;
  private final BitSet used = new BitSet();
  private final TreeSet<Integer> inner = new TreeSet<>();

  /** Texts that occur nowhere any more, as far as this round knows. */
  private final Set<String> absent = new HashSet<>();

  /**
   * @param cells their plain texts, in table order; empty ones are not searched
   */
  CellFinder(PlainText text, List<String> cells) {
    this(text, cells, List.of());
  }

  private CellFinder(PlainText text, List<String> cells, List<PinnedText> counted) {
    this.text = text;
    this.cells = cells;
    this.counted = counted;
    this.found = new Span[cells.size()];
  }

  /** Finds texts for which the number of the occurrence is known. */
  static CellFinder ofPinned(PlainText text, List<PinnedText> pinned) {
    List<String> cells = pinned.stream().map(one -> PlainText.plain(one.text())).toList();
    return new CellFinder(text, cells, pinned);
  }

  /** Returns the position of each cell, or null. No two overlap. */
  @Nullable Span[] find() {
    findCounted();
    findCertain();
    boolean progress = true;
    for (int round = 0; progress && round < MAX_ROUNDS; round++) {
      progress = findBetween();
    }
    return found;
  }

  private void findCounted() {
    for (int k = 0; k < counted.size(); k++) {
      String cell = cells.get(k);
      if (!cell.isEmpty()) {
        PinnedText pinned = counted.get(k);
        List<Integer> all = text.occurrences(cell);
        boolean isKnown = pinned.count() == 0 || pinned.count() == all.size();
        if (isKnown && pinned.occurrence() < all.size()) {
          int at = all.get(pinned.occurrence());
          if (fits(cell, at)) {
            take(k, at);
          }
        }
      }
    }
  }

  /** Finds cells that continue the cell before them, and those whose text occurs once. */
  private void findCertain() {
    int cursor = 0;
    for (int k = 0; k < cells.size(); k++) {
      String cell = cells.get(k);
      Span known = found[k];
      if (known != null) {
        cursor = known.end();
        continue;
      }
      if (cell.isEmpty()) {
        continue;
      }
      boolean continues = fits(cell, cursor);
      if (continues && text.isEnd(cursor + cell.length())) {
        take(k, cursor);
      } else {
        List<Integer> whole = absent.contains(cell) ? List.of() : anywhere(cell, true);
        if (whole.isEmpty()) {
          absent.add(cell);
        }
        if (whole.size() == 1) {
          take(k, whole.get(0));
        } else if (whole.isEmpty() && continues) {
          take(k, cursor);
        }
      }
      Span span = found[k];
      cursor = span == null ? -1 : span.end();
    }
  }

  /** Searches for the others between their neighbours. Returns whether one was found. */
  private boolean findBetween() {
    int[] following = following();
    absent.clear();
    boolean progress = false;
    int before = 0;
    boolean isNext = false;
    for (int k = 0; k < cells.size(); k++) {
      if (cells.get(k).isEmpty()) {
        continue;
      }
      if (found[k] == null) {
        int position = beside(k, isNext ? before : -1);
        position = position < 0 ? between(cells.get(k), before, following[k]) : position;
        if (position >= 0) {
          take(k, position);
          progress = true;
        }
      }
      Span span = found[k];
      isNext = span != null;
      before = span == null ? before : span.end();
    }
    return progress;
  }

  private int[] following() {
    int[] following = new int[cells.size()];
    int next = Integer.MAX_VALUE;
    for (int k = cells.size() - 1; k >= 0; k--) {
      following[k] = next;
      Span span = found[k];
      next = span == null ? next : span.start();
    }
    return following;
  }

  /** Returns the position directly after the previous or directly before the next cell, or -1. */
  private int beside(int cell, int before) {
    if (fits(cells.get(cell), before)) {
      return before;
    }
    int next = cell + 1;
    while (next < cells.size() && cells.get(next).isEmpty()) {
      next++;
    }
    Span span = next < cells.size() ? found[next] : null;
    int place = span == null ? -1 : span.start() - cells.get(cell).length();
    return fits(cells.get(cell), place) ? place : -1;
  }

  /** Returns the only position between the neighbours, or in the whole text; -1 if several. */
  private int between(String cell, int before, int after) {
    if (absent.contains(cell)) {
      return -1;
    }
    for (boolean whole : new boolean[] {true, false}) {
      List<Integer> inside = candidates(cell, before, after, whole);
      List<Integer> all = inside.isEmpty() ? anywhere(cell, whole) : inside;
      if (!all.isEmpty()) {
        return all.size() == 1 ? all.get(0) : -1;
      }
    }
    absent.add(cell);
    return -1;
  }

  private List<Integer> anywhere(String cell, boolean whole) {
    return candidates(cell, 0, Integer.MAX_VALUE, whole);
  }

  private List<Integer> candidates(String cell, int from, int to, boolean whole) {
    List<Integer> starts = text.startsOf(cell);
    int place = Collections.binarySearch(starts, from);
    int first = place < 0 ? -place - 1 : place;
    List<Integer> near = starts.subList(first, Math.min(starts.size(), first + MAX_CANDIDATES));
    return Stream.concat(near.stream(), inner.tailSet(from).stream().limit(MAX_CANDIDATES))
        .filter(at -> at < to && fits(cell, at))
        .filter(at -> !whole || text.isEnd(at + cell.length()))
        .distinct()
        .limit(2)
        .toList();
  }

  /** Whether a cell can be at a position that no other cell occupies. */
  private boolean fits(String cell, int at) {
    if (at < 0 || !text.has(cell, at) || !(text.isStart(at) || inner.contains(at))) {
      return false;
    }
    int next = used.nextSetBit(at);
    return next < 0 || next >= at + cell.length();
  }

  private void take(int cell, int at) {
    int end = at + cells.get(cell).length();
    found[cell] = new Span(at, end);
    used.set(at, end);
    if (!text.isEnd(end)) {
      inner.add(end);
    }
  }
}
