package ballast.format.article;

import java.util.List;

/** Finds the inline markup of the blocks of a page. Thread-safe. */
@FunctionalInterface
public interface PageCodes {

  /** For readers that need only the words. */
  PageCodes NONE = (html, blocks) -> blocks;

  /**
   * The same blocks with their codes.
   *
   * @param html the decoded page, to which the points of the blocks refer
   * @param blocks all blocks of the page, without codes, in the order of the page
   */
  List<FoundBlock> coded(String html, List<FoundBlock> blocks);
}
