package ballast.format.markup;

import org.commonmark.node.CustomBlock;

/** The title of an admonition, tab or container, or a user's mark: a line of its own. */
final class LabelBlock extends CustomBlock {

  private final boolean title;

  /**
   * @param title whether it is a title, not a mark
   */
  LabelBlock(boolean title) {
    this.title = title;
  }

  boolean isTitle() {
    return title;
  }
}
