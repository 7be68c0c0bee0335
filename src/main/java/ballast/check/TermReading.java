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
 * @param entry the term, with only the concepts that are meant
 * @param chinese where it stands; never empty
 * @param allowed the renderings found that the glossary allows, nearest matches first
 * @param forbidden the renderings found that it forbids
 * @param left where the term itself is left in the English text, when it has no allowed rendering
 * @param rendered whether one of {@code allowed} belongs to this term and not to another one whose
 *     rendering contains it
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

  /** The allowed rendering that is nearest to the glossary's words; empty when there is none. */
  public Optional<TermMatch> best() {
    return allowed.stream().findFirst();
  }

  /** How many of {@code allowed} have no word in common. */
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

  /**
   * The places that a finding about a term rests on.
   *
   * @param term id of the concept
   * @param chinese where in the Chinese text; may be empty
   * @param english where in the English text; may be empty
   * @param suggestions possible replacements, the best first; may be empty
   */
  record TermEvidence(
      String term, List<Span> chinese, List<Span> english, List<String> suggestions) {

    public TermEvidence {
      chinese = List.copyOf(chinese);
      english = List.copyOf(english);
      suggestions = List.copyOf(suggestions);
    }
  }
}
