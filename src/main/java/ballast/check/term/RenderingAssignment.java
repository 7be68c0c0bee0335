package ballast.check.term;

import ballast.glossary.TermMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assigns each term of a text a rendering of its own, to as many terms as possible: the
 * "development" inside "peaceful development" does not also count for 发展. Two terms may have
 * renderings that share a head ("economic and trade cooperation") or are the same words, but not
 * one rendering inside another.
 */
final class RenderingAssignment {

  /** The number of steps after which the best assignment so far is used. */
  private static final int MAX_STEPS = 20_000;

  /** A text with more renderings is a whole document, in which terms are not assigned. */
  private static final int MAX_MATCHES = 300;

  private final List<TermReading> terms;
  private final @Nullable TermMatch[] chosen;
  private boolean[] best = new boolean[0];
  private int bestCount = -1;
  private int steps;

  private RenderingAssignment(List<TermReading> terms) {
    this.terms = terms;
    this.chosen = new TermMatch[terms.size()];
  }

  /** The readings, marked as rendered if they have a rendering of their own. */
  static List<TermReading> of(List<TermReading> terms) {
    int matches = terms.stream().mapToInt(term -> term.allowed().size()).sum();
    if (terms.size() < 2 || matches > MAX_MATCHES || !anyInside(terms)) {
      return terms;
    }
    RenderingAssignment assignment = new RenderingAssignment(terms);
    assignment.assign(0, 0);
    List<TermReading> result = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      result.add(terms.get(i).withRendered(assignment.best[i]));
    }
    return result;
  }

  /** Whether a rendering of one term lies inside a rendering of another one. */
  private static boolean anyInside(List<TermReading> terms) {
    for (int i = 0; i < terms.size(); i++) {
      for (int k = 0; k < terms.size(); k++) {
        List<TermMatch> otherMatches = terms.get(k).allowed();
        if (i != k
            && terms.get(i).allowed().stream()
                .anyMatch(match -> otherMatches.stream().anyMatch(match::isInside))) {
          return true;
        }
      }
    }
    return false;
  }

  private void assign(int term, int count) {
    if (count + terms.size() - term <= bestCount || steps++ > MAX_STEPS) {
      return;
    }
    if (term == terms.size()) {
      bestCount = count;
      best = new boolean[term];
      for (int i = 0; i < term; i++) {
        best[i] = chosen[i] != null;
      }
      return;
    }
    for (TermMatch match : terms.get(term).allowed()) {
      if (isFree(match, term)) {
        chosen[term] = match;
        assign(term + 1, count + 1);
        chosen[term] = null;
      }
    }
    assign(term + 1, count);
  }

  private boolean isFree(TermMatch match, int terms) {
    for (int i = 0; i < terms; i++) {
      TermMatch other = chosen[i];
      if (other != null && (match.isInside(other) || other.isInside(match))) {
        return false;
      }
    }
    return true;
  }
}
