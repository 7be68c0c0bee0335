package ballast.workflow.translate;

import ballast.bitext.InlineCode;
import ballast.bitext.Segment;
import java.util.List;

/**
 * A sentence and its matches in the memory.
 *
 * @param segment the sentence
 * @param found the matches, the best first; also empty for text that is not to be translated
 * @param isFilled whether it gets the translation of the best match
 * @param codes the codes of the sentence and, if it is filled, of its translation, each side by
 *     rising offset
 */
public record TranslatedSentence(
    Segment segment, List<FoundTranslation> found, boolean isFilled, List<InlineCode> codes) {

  public TranslatedSentence {
    found = List.copyOf(found);
    codes = List.copyOf(codes);
  }

  /** The best match. Call only when there is one. */
  public FoundTranslation best() {
    return found.get(0);
  }
}
