package ballast.format.markup;

import org.commonmark.node.CustomNode;

/** A formula inside a line. */
final class Formula extends CustomNode {

  private final int signs;

  /**
   * @param signs how many dollar signs stand at either end
   */
  Formula(int signs) {
    this.signs = signs;
  }

  int signs() {
    return signs;
  }
}
