package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import ballast.glossary.TermMatch;
import java.util.List;
import java.util.Optional;

/**
 * A term of the glossary that stands in a Chinese text, and what became of it in the English one.
 *
 * @param entry the term, with those concepts only that are meant
 * @param chinese where it stands; never empty
 * @param allowed where renderings stand that the glossary allows, nearest matches first
 * @param forbidden where renderings stand that it forbids
 * @param left where the term itself is left in the English text, when nothing allowed stands there
 * @param rendered whether one of the allowed is free for this term and not taken up by another one
 *     that has it inside its own rendering
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
  Optional<TermMatch> best() {
    return allowed.stream().findFirst();
  }

  TermReading withRendered(boolean other) {
    return new TermReading(entry, chinese, allowed, forbidden, left, other);
  }
}
