package ballast.check;

import ballast.bitext.Severity;

/** A check for one kind of problem: a {@code UnitRule} or a {@code CorpusRule}. Thread-safe. */
public interface Rule {

  /** The rule's id, {@code [a-z-]+}; its page is {@code rules/ID.md}. */
  String id();

  Severity severity();

  /** The problem that it finds, in half a sentence. */
  String summary();

  /**
   * Whether the rule compares a translation with its source text; other rules can check a text with
   * an unknown source.
   */
  default boolean needsSource() {
    return true;
  }

  /**
   * Whether its work grows only with the length of a text. Such rules check texts of any length;
   * the others skip pairs longer than {@link PairChecker#MAX_LENGTH}.
   */
  default boolean isCheap() {
    return false;
  }

  /**
   * Maximum distance, in pairs, between two compared pairs; 0 if the rule compares no pairs, {@link
   * Integer#MAX_VALUE} if it compares all pairs.
   */
  default int reach() {
    return 0;
  }
}
