package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A term of the glossary in a Chinese text, and its renderings in the English one.
 *
 * @param entry the term, with only the concepts that apply here
 * @param chinese its places; never empty
 * @param allowed the allowed renderings found, nearest matches first
 * @param left places where the term itself is left in the English text, if it has no allowed
 *     rendering
 * @param rendered whether one of {@code allowed} belongs to this term, and not to another term with
 *     a longer rendering
 */
public record TermReading(
    TermEntry entry,
    List<Span> chinese,
    List<TermMatch> allowed,
    List<TermMatch> forbidden,
    List<Span> left,
    boolean rendered) {

  public TermReading {
    chinese = List.copyOf(chinese);
    allowed = List.copyOf(allowed);
    forbidden = List.copyOf(forbidden);
    left = List.copyOf(left);
  }

  /** The allowed rendering nearest to the glossary's words; empty if there is none. */
  public Optional<TermMatch> best() {
    return allowed.stream().findFirst();
  }

  /** The number of {@code allowed} that have no word in common. */
  public int timesRendered() {
    BitSet taken = new BitSet();
    int count = 0;
    for (TermMatch match : allowed) {
      if (!match.words().intersects(taken)) {
        taken.or(match.words());
        count++;
      }
    }
    return count;
  }

  TermReading withRendered(boolean other) {
    return new TermReading(entry, chinese, allowed, forbidden, left, other);
  }
}
