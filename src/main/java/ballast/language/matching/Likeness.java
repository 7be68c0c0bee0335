package ballast.language.matching;

/**
 * Compares the sentences of two versions. Positions count from 0; stretches are half open and not
 * empty.
 */
public interface Likeness {

  /** The numbers of the words of an old sentence, ascending, with repeats. */
  int[] oldWords(int position);

  /** The numbers of the words of a new sentence, ascending, with repeats. */
  int[] newWords(int position);

  /** The weight of a word; more than 0. */
  double weight(int word);

  /** The likeness of a stretch of old and a stretch of new sentences, in [0, 1]. */
  double of(int oldStart, int oldEnd, int newStart, int newEnd);

  /** The likeness of two sentences that may have moved, in [0, 1]. */
  default double elsewhere(int old, int revised) {
    return of(old, old + 1, revised, revised + 1);
  }

  /**
   * Whether two sentences are linked in some other way, so that they are compared regardless of
   * their words.
   */
  boolean areBound(int old, int revised);

  /** Whether two sentences with the same text in different places can be the same one, moved. */
  boolean mayHaveMoved(int old, int revised);
}
