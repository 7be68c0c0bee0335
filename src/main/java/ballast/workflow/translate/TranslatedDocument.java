package ballast.workflow.translate;

import ballast.format.article.ReadText;
import java.util.List;

/**
 * A document with translations from the memory.
 *
 * @param text the document and how it was read
 * @param sentences all of them, in order
 */
public record TranslatedDocument(ReadText text, List<TranslatedSentence> sentences) {

  public TranslatedDocument {
    sentences = List.copyOf(sentences);
  }

  /** Its name, as given. */
  public String name() {
    return text.document().name();
  }
}
