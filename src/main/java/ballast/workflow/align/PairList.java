package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.workflow.Notices;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pairs to be aligned.
 *
 * @param entries in the order in which they are done, recorded and reported
 * @param others the files of the folder that are no texts
 */
public record PairList(List<Entry> entries, List<String> others) {

  /** An entry that was listed or found. */
  public sealed interface Entry permits Pair, Unusable, Alone {}

  /**
   * A source and its translation.
   *
   * @param place where the list names it, for example {@code pairs.tsv:3}; empty in a folder
   * @param article the two files
   */
  public record Pair(String place, Article article) implements Entry {}

  /**
   * An entry that should be a pair but is not.
   *
   * @param name its name in the report
   * @param reason what is wrong with it
   */
  public record Unusable(String name, InputException reason) implements Entry {

    /** Files of which the names do not tell which are a pair. */
    static Unusable ambiguous(List<String> files) {
      String names =
          files.stream().map(file -> "\"" + file + "\"").collect(Collectors.joining(", "));
      return new Unusable(
          files.get(0),
          new InputException(
              "cannot tell which of these are a pair: " + names,
              "rename those that are not, or name the pairs in a list for --pairs"));
    }
  }

  /**
   * A text of a folder that is in no pair.
   *
   * @param file its name
   * @param reason why
   */
  public record Alone(String file, String reason) implements Entry {}

  public PairList {
    entries = List.copyOf(entries);
    others = List.copyOf(others);
  }

  /** These entries alone. */
  public PairList(List<Entry> entries) {
    this(entries, List.of());
  }

  /** Says which files are no texts, to those who want details. */
  public void sayOthers(Notices notices) {
    others.forEach(name -> notices.detail(name + " is left out: it is no article"));
  }

  /** How many pairs there are, unusable ones included. */
  public int size() {
    return (int) entries.stream().filter(entry -> !(entry instanceof Alone)).count();
  }
}
