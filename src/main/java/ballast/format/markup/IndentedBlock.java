package ballast.format.markup;

import org.commonmark.node.CustomBlock;

/** An admonition or tab of MkDocs, with its title if it has one. */
final class IndentedBlock extends CustomBlock {

  private final boolean tab;

  IndentedBlock(boolean tab) {
    this.tab = tab;
  }

  boolean isTab() {
    return tab;
  }
}
