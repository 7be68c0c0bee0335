package ballast.mine;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import java.util.List;

/**
 * A term of the glossary that stands in the Chinese text of a pair.
 *
 * @param entry the term
 * @param places where it stands; never empty
 * @param rendered whether the English has one of its allowed renderings for it
 */
public record KnownUse(TermEntry entry, List<Span> places, boolean rendered) {

  public KnownUse {
    places = List.copyOf(places);
  }
}
