package ballast.links;

import ballast.bitext.Range;
import java.util.List;

/** Which stretches of a sentence cut brackets, quotations or words with hyphens apart. */
final class Nesting {

  private final List<Token> tokens;

  /** How many pairs of marks are open before each token, and at the end. */
  private final int[] depth;

  /** For each token the first offset behind it at which a pair open before it has been closed. */
  private final int[] left;

  Nesting(List<Token> tokens) {
    this.tokens = tokens;
    int n = tokens.size();
    int[] change = new int[n + 1];
    for (Range inner : Punctuation.quoted(tokens)) {
      change[inner.start() - 1]++;
      change[inner.end()]--;
    }
    this.depth = new int[n + 1];
    for (int j = 0; j < n; j++) {
      depth[j + 1] = depth[j] + change[j];
    }
    this.left = new int[n + 1];
    for (int j = n; j >= 0; j--) {
      int at = j + 1;
      while (at <= n && depth[at] >= depth[j]) {
        at = left[at];
      }
      left[j] = at;
    }
  }

  /** Whether a stretch has both marks of each pair or none. */
  boolean isBalanced(int start, int end) {
    return depth[start] == depth[end] && end < left[start];
  }

  /** Whether a token is a hyphen between two words. */
  boolean isHyphen(int j) {
    return j > 0
        && j + 1 < tokens.size()
        && tokens.get(j).key().equals("-")
        && tokens.get(j - 1).span().end() == tokens.get(j).span().start()
        && tokens.get(j + 1).span().start() == tokens.get(j).span().end();
  }
}
