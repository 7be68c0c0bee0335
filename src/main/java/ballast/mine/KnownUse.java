package ballast.mine;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import java.util.List;

/**
 * A term of the glossary that occurs in the Chinese text of a pair.
 *
 * @param entry the term
 * @param places its places in the text; never empty
 * @param rendered whether the English text has one of its allowed renderings
 */
public record KnownUse(TermEntry entry, List<Span> places, boolean rendered) {

  public KnownUse {
    places = List.copyOf(places);
  }
}
