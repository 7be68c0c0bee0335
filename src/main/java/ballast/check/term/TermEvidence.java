package ballast.check.term;

import ballast.bitext.Span;
import java.util.List;

/**
 * The places that a finding about a term rests on.
 *
 * @param term id of the concept
 * @param chinese where in the Chinese text; may be empty
 * @param english where in the English text; may be empty
 * @param suggestions possible replacements, the best first; may be empty
 */
public record TermEvidence(
    String term, List<Span> chinese, List<Span> english, List<String> suggestions) {

  public TermEvidence {
    chinese = List.copyOf(chinese);
    english = List.copyOf(english);
    suggestions = List.copyOf(suggestions);
  }
}
