package ballast.links;

import ballast.bitext.Range;
import java.util.List;

/** Finds the target words that translate a stretch of source words. */
final class SpanFinder {

  private static final double FUNCTION_WEIGHT = 0.3;

  /** What a word inside the stretch costs that translates nothing. */
  private static final double UNLINKED = 0.12;

  private static final double CLAUSE_END = 0.25;

  /** How many words may be added at an edge up to the end of a clause. */
  private static final int MAX_WIDER = 3;

  /** A word of which more translates other words stops a stretch that is being widened. */
  private static final double MAX_OTHER = 0.4;

  private final WordLinks links;
  private final List<Token> source;
  private final List<Token> target;
  private final PhraseEdges edge;
  private final AttachedWords attached;

  SpanFinder(WordLinks links) {
    this.links = links;
    this.source = links.source();
    this.target = links.target();
    this.attached = new AttachedWords(target);
    this.edge = new PhraseEdges(target, attached);
  }

  /** Which edges of the stretch are given. */
  enum Edges {
    NONE,
    START,
    END
  }

  /**
   * A stretch of the target.
   *
   * @param tokens never empty
   * @param confidence in [0, 1]
   */
  record Found(Range tokens, double confidence) {}

  /**
   * The contiguous words that translate the most of the marked ones and the least of others.
   *
   * @param marked source tokens
   * @param within target tokens; not empty
   */
  Found find(Range marked, Range within, Edges edges) {
    double[] inside = links.shares(marked);
    double[] all = links.shares(new Range(0, source.size()));
    Range best = trim(best(inside, all, within, edges), inside, edges);
    Range wide = widen(best, marked, within, new Shares(inside, all));
    if (edges == Edges.START) {
      wide = new Range(within.start(), wide.end());
    } else if (edges == Edges.END) {
      wide = new Range(wide.start(), within.end());
    }
    return new Found(wide, confidence(marked, wide, inside, all));
  }

  /** Per target token what translates marked words, and what translates any. */
  private static final class Shares {

    private final double[] inside;
    private final double[] all;

    Shares(double[] inside, double[] all) {
      this.inside = inside;
      this.all = all;
    }

    double other(int j) {
      return all[j] - inside[j];
    }
  }

  private Range best(double[] inside, double[] all, Range within, Edges edges) {
    double sum = 0;
    double bestSum = Double.NEGATIVE_INFINITY;
    int start = within.start();
    Range best = within;
    for (int j = within.start(); j < within.end(); j++) {
      if (sum < 0 && edges != Edges.START) {
        sum = 0;
        start = j;
      }
      sum += value(j, inside, all);
      boolean last = j + 1 == within.end();
      if (sum > bestSum && (edges != Edges.END || last)) {
        bestSum = sum;
        best = new Range(start, j + 1);
      }
    }
    return edges == Edges.END ? suffix(inside, all, within) : best;
  }

  private Range suffix(double[] inside, double[] all, Range within) {
    double sum = 0;
    double bestSum = Double.NEGATIVE_INFINITY;
    int start = within.start();
    for (int j = within.end() - 1; j >= within.start(); j--) {
      sum += value(j, inside, all);
      if (sum > bestSum) {
        bestSum = sum;
        start = j;
      }
    }
    return new Range(start, within.end());
  }

  private double weight(int j) {
    return target.get(j).isContent() ? 1 : FUNCTION_WEIGHT;
  }

  private double value(int j, double[] inside, double[] all) {
    if (target.get(j).isMark()) {
      return Punctuation.endsClause(target.get(j)) ? -CLAUSE_END : 0;
    }
    double other = all[j] - inside[j];
    return weight(j) * (inside[j] - other - UNLINKED * (1 - all[j]));
  }

  /** Without marks and words at the edges that do not translate marked words. */
  private Range trim(Range range, double[] inside, Edges edges) {
    int start = range.start();
    int end = range.end();
    while (edges != Edges.START && start + 1 < end && !edge.canBegin(start, inside[start])) {
      start++;
    }
    while (edges != Edges.END && end - 1 > start && !edge.canEnd(end - 1, inside[end - 1])) {
      end--;
    }
    return new Range(start, end);
  }

  private Range widen(Range range, Range marked, Range within, Shares shares) {
    int start = range.start();
    int end = range.end();
    if (beginsClause(marked.start())) {
      int at = start;
      while (at > within.start() && start - at <= MAX_WIDER && isFree(at - 1, shares)) {
        at--;
      }
      if (at == 0 || target.get(at - 1).isMark()) {
        start = edge.withoutFunction(at, start);
      }
    }
    if (endsClause(marked.end())) {
      int at = end;
      while (at < within.end() && at - end <= MAX_WIDER && isFree(at, shares)) {
        at++;
      }
      if (at == target.size() || target.get(at).isMark()) {
        end = at;
      }
    }
    boolean free = end < within.end() && shares.other(end) <= MAX_OTHER;
    end = attached.withTrailing(end, within.end(), free);
    start = attached.withLeading(new Range(start, end), within.start(), marked.size() > 1);
    while (start > within.start() + 1 && attached.isHyphen(start - 1)) {
      start -= 2;
    }
    while (end + 1 < within.end() && attached.isHyphen(end)) {
      end += 2;
    }
    return new Range(start, end);
  }

  private boolean isFree(int j, Shares shares) {
    Token token = target.get(j);
    return !token.isMark()
        && !edge.canNeverEnd(j)
        && (!token.isContent() || shares.other(j) <= MAX_OTHER);
  }

  private boolean beginsClause(int i) {
    return i == 0 || source.get(i).isMark() || source.get(i - 1).isMark();
  }

  private boolean endsClause(int i) {
    return i == source.size() || source.get(i).isMark() || source.get(i - 1).isMark();
  }

  private double confidence(Range marked, Range found, double[] inside, double[] all) {
    double in = 0;
    double other = 0;
    double outside = 0;
    for (int j = 0; j < target.size(); j++) {
      if (target.get(j).isMark()) {
        continue;
      }
      if (j >= found.start() && j < found.end()) {
        in += weight(j) * inside[j];
        other += weight(j) * (all[j] - inside[j]);
      } else {
        outside += weight(j) * inside[j];
      }
    }
    double f = in == 0 ? 0 : 2 * in / (2 * in + other + outside);
    return f * Math.sqrt(links.said(marked, found));
  }
}
