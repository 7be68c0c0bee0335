package ballast.check;

import ballast.bitext.Severity;

/** A check for one kind of problem: a {@code UnitRule} or a {@code CorpusRule}. Thread-safe. */
public interface Rule {

  /** The rule's id, {@code [a-z-]+}; its page is {@code rules/ID.md}. */
  String id();

  /** How serious its findings are. */
  Severity severity();

  /** What it looks for, in half a sentence. */
  String summary();

  /**
   * Whether the rule compares a translation with its source text; the others can check a text whose
   * source is unknown.
   */
  default boolean needsSource() {
    return true;
  }

  /**
   * Whether its work grows only with the length of a text, so that texts of any length are checked;
   * the others are not applied to a pair longer than {@link PairChecker#MAX_LENGTH}.
   */
  default boolean isCheap() {
    return false;
  }

  /**
   * Maximum distance, in pairs, over which the rule compares two of them; 0 if the rule compares no
   * pairs, {@link Integer#MAX_VALUE} if it compares them wherever they are.
   */
  default int reach() {
    return 0;
  }
}
