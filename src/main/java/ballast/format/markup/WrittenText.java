package ballast.format.markup;

import java.util.Map;
import java.util.TreeMap;

/**
 * A file with other texts in the place of some blocks.
 *
 * @param text all characters of the file
 * @param problems why a text was not written, by the index of its block; its block stands as it was
 */
public record WrittenText(String text, Map<Integer, String> problems) {

  public WrittenText {
    problems = Map.copyOf(new TreeMap<>(problems));
  }
}
