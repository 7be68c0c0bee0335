package ballast.revise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the hunks of a difference readable: moves each to the beginning of a phrase and joins
 * neighbours.
 */
final class HunkMerger {

  /** English function words. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "and",
          "or", "but", "is", "are", "was", "were", "be", "been", "being", "it", "its", "that",
          "this", "these", "those", "which", "who", "has", "have", "had", "will", "would", "can",
          "his", "her", "their", "our", "he", "she", "they", "we", "into", "than", "so", "also",
          "的", "了", "和", "与", "在", "是", "也", "就", "之", "而", "及", "着", "地", "得", "将", "其", "并", "对");

  private final Tokens before;
  private final Tokens after;
  private final EditClasses classes;

  HunkMerger(Tokens before, Tokens after, EditClasses classes) {
    this.before = before;
    this.after = after;
    this.classes = classes;
  }

  List<Hunk> tidy(List<Hunk> hunks) {
    return merged(slid(hunks));
  }

  private List<Hunk> slid(List<Hunk> hunks) {
    List<Hunk> slid = new ArrayList<>();
    for (int i = 0; i < hunks.size(); i++) {
      int from = i == 0 ? 0 : slid.get(i - 1).aEnd() + 1;
      int to = i + 1 == hunks.size() ? before.size() : hunks.get(i + 1).aStart() - 1;
      slid.add(slide(hunks.get(i), from, to, i == 0));
    }
    return slid;
  }

  private Hunk slide(Hunk hunk, int from, int to, boolean first) {
    boolean deletion = hunk.bStart() == hunk.bEnd();
    if (!deletion && hunk.aStart() != hunk.aEnd()) {
      return hunk;
    }
    Tokens tokens = deletion ? before : after;
    Hunk best = hunk;
    int bestScore = score(tokens, hunk, deletion);
    Hunk at = hunk;
    while (at.aStart() > from
        && at.bStart() > (first ? 0 : 1)
        && canMove(tokens, at, deletion, -1)) {
      at = at.moved(-1);
      int score = score(tokens, at, deletion);
      if (score > bestScore) {
        best = at;
        bestScore = score;
      }
    }
    at = hunk;
    while (at.aEnd() < to && at.bEnd() < after.size() && canMove(tokens, at, deletion, 1)) {
      at = at.moved(1);
      int score = score(tokens, at, deletion);
      if (score >= bestScore) {
        best = at;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean canMove(Tokens tokens, Hunk hunk, boolean deletion, int by) {
    int start = deletion ? hunk.aStart() : hunk.bStart();
    int end = deletion ? hunk.aEnd() : hunk.bEnd();
    return by < 0
        ? tokens.get(start - 1).text().equals(tokens.get(end - 1).text())
        : tokens.get(start).text().equals(tokens.get(end).text());
  }

  /**
   * Rates how well a stretch reads as a unit: whether it begins a clause, begins with a word and
   * ends before a mark.
   */
  private static int score(Tokens tokens, Hunk hunk, boolean deletion) {
    int start = deletion ? hunk.aStart() : hunk.bStart();
    int end = deletion ? hunk.aEnd() : hunk.bEnd();
    int score = tokens.get(start).kind() == Token.Kind.MARK ? 0 : 2;
    if (start == 0 || tokens.get(start - 1).kind() == Token.Kind.MARK) {
      score += 1;
    }
    boolean spaced =
        start == 0 || tokens.get(start - 1).span().end() < tokens.get(start).span().start();
    return score + (spaced ? 1 : 0) + (end == tokens.size() ? 1 : 0);
  }

  private List<Hunk> merged(List<Hunk> hunks) {
    List<Hunk> merged = new ArrayList<>();
    for (Hunk hunk : hunks) {
      Hunk last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && belongTogether(last, hunk)) {
        merged.set(merged.size() - 1, last.upTo(hunk));
      } else {
        merged.add(hunk);
      }
    }
    return merged;
  }

  private boolean belongTogether(Hunk left, Hunk right) {
    int between = right.aStart() - left.aEnd();
    if (between == 0) {
      return true;
    }
    // Edits of format alone stay separate.
    return between == 1
        && isTrivial(before.get(left.aEnd()))
        && classes.isFormat(left) == classes.isFormat(right);
  }

  static boolean isTrivial(Token token) {
    return token.kind() == Token.Kind.MARK
        || FUNCTION_WORDS.contains(token.text().toLowerCase(Locale.ROOT));
  }
}
