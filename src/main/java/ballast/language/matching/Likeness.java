package ballast.language.matching;

/**
 * How alike the sentences of two versions are. Positions count from 0; stretches are half open and
 * not empty.
 */
public interface Likeness {

  /** The numbers of the words of an old sentence, rising, with repeats. */
  int[] oldWords(int position);

  /** The numbers of the words of a new sentence, rising, with repeats. */
  int[] newWords(int position);

  /** What a word weighs; more than 0. */
  double weight(int word);

  /** How alike stretches of old and of new sentences are, in [0, 1]. */
  double of(int oldStart, int oldEnd, int newStart, int newEnd);

  /** How alike two sentences are that may stand elsewhere, in [0, 1]. */
  default double elsewhere(int old, int revised) {
    return of(old, old + 1, revised, revised + 1);
  }

  /** Whether something binds two sentences, so that they are compared whatever their words. */
  boolean areBound(int old, int revised);

  /** Whether two sentences with the same text in other places can be one. */
  boolean mayHaveMoved(int old, int revised);
}
