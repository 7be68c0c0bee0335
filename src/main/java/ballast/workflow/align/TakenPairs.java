package ballast.workflow.align;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs that a list has named, of which each, and each document's name, may be there once. */
public final class TakenPairs {

  private final String column;
  private final Map<String, String> documents = new HashMap<>();
  private final Map<List<Path>, String> pairs = new HashMap<>();

  /**
   * @param column the one with the name of a document, as a hint names it: {@code the third column}
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
