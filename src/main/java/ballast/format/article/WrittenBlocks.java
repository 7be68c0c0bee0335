package ballast.format.article;

import java.util.Map;

/**
 * A file of text with translations in the place of some blocks.
 *
 * @param text all characters of the file
 * @param problems why a translation was not written, by the number of its block from 0, each in
 *     words without a full stop; the block stands as it was
 */
public record WrittenBlocks(String text, Map<Integer, String> problems) {

  public WrittenBlocks {
    problems = Map.copyOf(problems);
  }
}
