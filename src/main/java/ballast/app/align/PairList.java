package ballast.app.align;

import ballast.app.Notices;
import ballast.bitext.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The pairs that a list has named, of which each, and each document's name, may be there once.
   */
  public static final class TakenPairs {

    private final String column;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<List<Path>, String> pairs = new HashMap<>();

    /**
     * @param column the one with the name of a document, as a hint names it: {@code the third
     *     column}
     */
    public TakenPairs(String column) {
      this.column = column;
    }

    /**
     * Takes a pair.
     *
     * @param place where it is in the list
     * @param files source and target, absolute; empty if the list has the texts themselves
     * @param document its name
     * @throws InputException if one of both is taken, with the place that has it
     */
    public void take(String place, List<Path> files, String document) {
      List<Path> plain = files.stream().map(Path::normalize).toList();
      String earlier = pairs.get(plain);
      if (earlier != null) {
        throw new InputException("the pair repeats " + earlier, "remove one of the two");
      }
      String sameName = documents.get(document);
      if (sameName != null) {
        throw new InputException(
            "the document name \"" + document + "\" is already taken by " + sameName,
            "give it another name in " + column);
      }
      if (!plain.isEmpty()) {
        pairs.put(plain, place);
      }
      documents.put(document, place);
    }
  }
}
