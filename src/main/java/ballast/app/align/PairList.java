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
 * @param entries in the order of aligning, recording and reporting
 * @param others files of the folder that are not texts
 */
public record PairList(List<Entry> entries, List<String> others) {

  public sealed interface Entry permits Pair, Unusable, Alone {}

  /**
   * A source and its translation.
   *
   * @param place its place in the list, for example {@code pairs.tsv:3}; empty in a folder
   */
  public record Pair(String place, Article article) implements Entry {}

  /** An entry that should be a pair but is not. */
  public record Unusable(String name, InputException reason) implements Entry {

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

  /** A text of a folder that is in no pair. */
  public record Alone(String file, String reason) implements Entry {}

  public PairList {
    entries = List.copyOf(entries);
    others = List.copyOf(others);
  }

  public PairList(List<Entry> entries) {
    this(entries, List.of());
  }

  public void sayOthers(Notices notices) {
    others.forEach(name -> notices.detail(name + " is left out: it is no article"));
  }

  /** Returns the number of pairs, including unusable ones. */
  public int size() {
    return (int) entries.stream().filter(entry -> !(entry instanceof Alone)).count();
  }

  /** Checks that each pair and each document name is in a list only once. */
  public static final class TakenPairs {

    private final String column;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<List<Path>, String> pairs = new HashMap<>();

    /**
     * @param column the column of the document name, for hints: {@code the third column}
     */
    public TakenPairs(String column) {
      this.column = column;
    }

    /**
     * @param files source and target, absolute; empty if the list contains the texts themselves
     * @throws InputException if the pair or the name is taken, naming its place
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
