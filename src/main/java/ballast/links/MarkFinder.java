package ballast.links;

import ballast.bitext.Range;
import ballast.language.FunctionWords;
import ballast.links.SpanFinder.Found;
import ballast.links.SpanSearch.Edges;
import ballast.links.Token.Kind;
import java.util.List;

/** Finds the target word behind which a lone code stands. */
final class MarkFinder {

  /** How many words before the code are tried when the last one has no translation. */
  private static final int MAX_WORDS = 4;

  private static final double OTHER_WEIGHT = 2;

  /** How many words may be passed up to the end of a clause. */
  private static final int MAX_WIDER = 10;

  /** A word of which more translates what follows the code stays behind it. */
  private static final double MAX_OTHER = 0.4;

  private final WordLinks links;
  private final SpanFinder spans;
  private final double enough;

  /**
   * @param enough the least confidence
   */
  MarkFinder(WordLinks links, SpanFinder spans, double enough) {
    this.links = links;
    this.spans = spans;
    this.enough = enough;
  }

  /**
   * The number of target tokens before the code; -1 if it is not sure.
   *
   * @param position the number of source tokens before it; one at least is a word
   * @param within target tokens; not empty
   */
  int find(int position, Range within) {
    int last = position;
    while (last > 0 && !links.source().get(last - 1).isContent()) {
      last--;
    }
    int first = last;
    for (int n = 0; n < MAX_WORDS && first > 0 && !links.source().get(first - 1).isMark(); n++) {
      first--;
      Found found = spans.find(new Range(first, last), within, Edges.NONE);
      if (found.confidence() >= enough) {
        return extend(found.tokens().end(), first, position, within);
      }
    }
    return -1;
  }

  /** Where the phrase begins that ends in a word: as far as prepositions or 的 join its words. */
  private int phrase(int first) {
    List<Token> source = links.source();
    int start = first;
    int at = first - 1;
    boolean joined = true;
    while (at >= 0 && !source.get(at).isMark()) {
      if (source.get(at).isContent()) {
        if (!joined) {
          break;
        }
        start = at;
        joined = source.get(at).kind() == Kind.HAN;
      } else {
        joined |= !FunctionWords.isDeterminer(source.get(at).key());
      }
      at--;
    }
    return start;
  }

  /** Goes on over words that translate the rest of the phrase of which a word is the last. */
  private int extend(int end, int first, int position, Range within) {
    List<Token> source = links.source();
    double[] before = links.shares(new Range(phrase(first), position));
    double[] all = links.shares(new Range(0, source.size()));
    double sum = 0;
    double bestSum = 0;
    int best = end;
    for (int j = end; j < within.end(); j++) {
      Token token = links.target().get(j);
      if (Punctuation.endsClause(token)) {
        break;
      }
      if (token.isContent()) {
        sum += before[j] - OTHER_WEIGHT * (all[j] - before[j]) - 0.1;
      }
      if (sum < -OTHER_WEIGHT) {
        break;
      }
      if (sum > bestSum) {
        bestSum = sum;
        best = j + 1;
      }
    }
    return upToClauseEnd(best, position, all);
  }

  /** Goes on to the end of the clause where the code stands at one. */
  private int upToClauseEnd(int end, int position, double[] all) {
    List<Token> source = links.source();
    if (position == source.size() || !Punctuation.endsClause(source.get(position))) {
      return end;
    }
    int clause = position;
    while (clause > 0 && !Punctuation.endsClause(source.get(clause - 1))) {
      clause--;
    }
    double[] before = links.shares(new Range(clause, position));
    int at = end;
    while (at < all.length && at - end < MAX_WIDER && all[at] - before[at] <= MAX_OTHER) {
      if (Punctuation.endsClause(links.target().get(at))) {
        break;
      }
      at++;
    }
    boolean atEnd = at == all.length || Punctuation.endsClause(links.target().get(at));
    return atEnd ? at : end;
  }
}
