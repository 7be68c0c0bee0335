package ballast.workflow.check;

import ballast.bitext.Span;
import ballast.check.Finding;

/**
 * A finding in a text that a program has sent.
 *
 * @param finding its spans are in the sentence if the text was checked alone, else in the texts of
 *     the pair
 * @param place where the text is to be marked, never empty: the first place of the finding, or the
 *     sentence if the finding has no place in it
 * @param sentence the sentence, or the translation of the pair without the white space around it
 */
public record TextFinding(Finding finding, Span place, Span sentence) {

  /**
   * @param shift where the text of the finding's spans begins in the whole text
   */
  static TextFinding of(Finding finding, int shift, Span sentence) {
    Span place =
        finding.spans().target().stream()
            .filter(span -> !span.isEmpty())
            .findFirst()
            .map(span -> new Span(span.start() + shift, span.end() + shift))
            .orElse(sentence);
    return new TextFinding(finding, place, sentence);
  }
}
