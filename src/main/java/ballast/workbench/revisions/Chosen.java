package ballast.workbench.revisions;

import ballast.server.Parameters;

/**
 * The revisions that are compared.
 *
 * @param old number of the oldest; 0 if nothing is compared
 * @param revised number of the one that is compared with it
 * @param last number of the review of that; 0 if there is none
 */
record Chosen(int old, int revised, int last) {

  private static final Chosen NOTHING = new Chosen(0, 0, 0);

  /**
   * Those that the reader has chosen; without a choice the last two.
   *
   * @param count how many revisions there are
   */
  static Chosen of(Parameters query, int count) {
    int revised = query.number("to", 1, count, count);
    int old = query.number("from", 1, count, revised - 1);
    int last = query.number("then", 1, count, 0);
    return old < 1 || old == revised ? NOTHING : new Chosen(old, revised, last);
  }
}
