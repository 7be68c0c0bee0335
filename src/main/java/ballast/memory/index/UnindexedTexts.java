package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Signature;
import ballast.likeness.Symbols;
import ballast.likeness.index.Effort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The texts of one side that are in no part of the index. A few are kept in the heap, ready for
 * comparison; many, as in a memory that has not been indexed yet, are read again for each search.
 */
final class UnindexedTexts {

  private static final int MAX_IN_MEMORY = 10 * IndexKeeper.MAX_UNCOVERED;

  /** A text with the data for quickly excluding it. */
  private record Entry(long unit, Measure measure, String text, int length, Signature signature) {}

  /** An action on the unit of a text that is close enough. */
  @FunctionalInterface
  interface HitAction {
    void accept(long unit, int similarity);
  }

  private final UnitTexts texts;
  private final Side side;
  private final long covered;
  private final Symbols symbols = new Symbols();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Measure> measures = EnumSet.noneOf(Measure.class);
  private final boolean inMemory;

  /**
   * Reads the tail.
   *
   * @param uncovered approximate number of units in it
   */
  UnindexedTexts(UnitTexts texts, Side side, long covered, long uncovered) throws SQLException {
    this.texts = texts;
    this.side = side;
    this.covered = covered;
    this.inMemory = uncovered <= MAX_IN_MEMORY;
    if (uncovered == 0) {
      return;
    }
    if (inMemory) {
      texts.forEachUncovered(
          covered,
          (unit, of, measure, key, text) -> {
            if (of == side) {
              symbols.read(text, measure);
              entries.add(new Entry(unit, measure, text, symbols.size(), Signature.of(symbols)));
              measures.add(measure);
            }
          });
    } else {
      measures.addAll(EnumSet.allOf(Measure.class));
    }
  }

  /** Whether there may be texts of the given measure. */
  boolean has(Measure measure) {
    return measures.contains(measure);
  }

  /** Compares a text with all texts of its measure. */
  void search(Pattern pattern, int threshold, Effort effort, HitAction action) throws SQLException {
    effort.search();
    Measure wanted = pattern.symbols().measure();
    if (!inMemory) {
      texts.requireTransaction();
      texts.forEachUncovered(
          covered,
          (unit, of, measure, key, text) -> {
            if (of == side && measure == wanted) {
              effort.row();
              compare(pattern, unit, text, threshold, effort, action);
            }
          });
      return;
    }
    for (Entry entry : entries) {
      if (entry.measure() == wanted
          && pattern.mayScore(entry.signature(), entry.length(), threshold)) {
        compare(pattern, entry.unit(), entry.text(), threshold, effort, action);
      }
    }
  }

  private void compare(
      Pattern pattern, long unit, String text, int threshold, Effort effort, HitAction action) {
    symbols.read(text, pattern.symbols().measure());
    if (symbols.size() > 0) {
      effort.compare();
      int score = pattern.score(symbols, threshold);
      if (score >= threshold) {
        action.accept(unit, score);
      }
    }
  }
}
