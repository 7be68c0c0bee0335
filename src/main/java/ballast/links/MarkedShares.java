package ballast.links;

import ballast.bitext.Range;

/** How much of each target token translates marked source words, and how much of them it is. */
final class MarkedShares {

  private final WordLinks links;
  private final double[] inside;
  private final double[] all;
  private final double[] content;
  private final double[] function;
  private final double[] rest;
  private final double unlinked;

  MarkedShares(WordLinks links, Range marked) {
    this.links = links;
    this.inside = links.shares(marked);
    this.all = links.shares(new Range(0, links.source().size()));
    this.content = new double[inside.length];
    this.function = new double[inside.length];
    this.rest = new double[inside.length];
    double left = 0;
    for (int i = 0; i < links.source().size(); i++) {
      boolean isMarked = i >= marked.start() && i < marked.end();
      boolean isContent = links.source().get(i).isContent();
      if (isMarked || isContent) {
        double said = links.spend(i, isMarked ? isContent ? content : function : rest);
        left += isMarked && isContent ? 1 - said : 0;
      }
    }
    this.unlinked = left;
  }

  /** The share of a target token that translates marked words, in [0, 1]. */
  double inside(int j) {
    return inside[j];
  }

  /** The share of a target token that translates other words. */
  double other(int j) {
    return all[j] - inside[j];
  }

  /** The share of a target token that translates nothing. */
  double free(int j) {
    return 1 - all[j];
  }

  /** How many marked words with content a target token says, in parts of words. */
  double content(int j) {
    return content[j];
  }

  /** How many marked function words and marks it says. */
  double function(int j) {
    return function[j];
  }

  /** How many words with content that are not marked it says. */
  double rest(int j) {
    return rest[j];
  }

  /** How many marked words with content no target token says. */
  double unlinked() {
    return unlinked;
  }

  double link(int i, int j) {
    return links.link(i, j);
  }
}
