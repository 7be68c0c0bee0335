package ballast.workflow.align;

import ballast.bitext.InputException;
import java.util.List;

/**
 * What is to be aligned.
 *
 * @param entries in the order in which they are done, recorded and reported
 */
record PairList(List<Entry> entries) {

  /** One thing that was listed or found. */
  sealed interface Entry permits Pair, Unusable, Alone {}

  /**
   * A source and its translation.
   *
   * @param place where the list names it, for example {@code pairs.tsv:3}; empty in a folder
   * @param article the two files
   */
  record Pair(String place, Article article) implements Entry {}

  /**
   * Something that was meant as a pair and is none.
   *
   * @param name what the report calls it
   * @param reason what is wrong with it
   */
  record Unusable(String name, InputException reason) implements Entry {}

  /**
   * A file of a folder that has no counterpart.
   *
   * @param file its name
   * @param reason what was looked for
   */
  record Alone(String file, String reason) implements Entry {}

  public PairList {
    entries = List.copyOf(entries);
  }

  /** How many pairs there are, unusable ones included. */
  int size() {
    return (int) entries.stream().filter(entry -> !(entry instanceof Alone)).count();
  }
}
