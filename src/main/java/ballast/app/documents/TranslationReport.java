package ballast.app.documents;

import ballast.bitext.InlineCode;
import ballast.bitext.Location;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.memory.Match;
import java.util.List;

/**
 * Documents with translations from the memory.
 *
 * @param documents in request order
 * @param analysis their sentences by match band
 * @param skipped blocks that are not to be translated
 * @param unsearched sentences too long to look up; they count as empty
 */
public record TranslationReport(
    Direction direction,
    List<TranslatedDocument> documents,
    MatchAnalysis analysis,
    Counts counts,
    List<Skipped> skipped,
    List<Skipped> unsearched) {

  /**
   * Counts of sentences.
   *
   * @param filled with a translation of the memory
   * @param copied without words, and the same in the translation
   * @param proposed with proposals only
   * @param empty with neither
   */
  public record Counts(int filled, int copied, int proposed, int empty) {}

  /**
   * A block that is not to be translated, or a sentence that was not looked up.
   *
   * @param type label of its block type
   * @param text the whole text
   */
  public record Skipped(Location location, String type, String text) {}

  public TranslationReport {
    documents = List.copyOf(documents);
    skipped = List.copyOf(skipped);
    unsearched = List.copyOf(unsearched);
  }

  public record TranslatedDocument(ReadText text, List<TranslatedSentence> sentences) {

    public TranslatedDocument {
      sentences = List.copyOf(sentences);
    }

    public String name() {
      return text.document().name();
    }
  }

  /**
   * A sentence and its matches in the memory.
   *
   * @param found the matches, the best first; empty for text that is not to be translated
   * @param isFilled whether it gets the translation of the best match or, without one, a copy of
   *     itself
   * @param codes the codes of the sentence and, if it is filled, of its translation, each side by
   *     rising offset
   */
  public record TranslatedSentence(
      Segment segment, List<FoundTranslation> found, boolean isFilled, List<InlineCode> codes) {

    public TranslatedSentence {
      found = List.copyOf(found);
      codes = List.copyOf(codes);
    }

    /** Its translation, if it is filled. */
    public String translation() {
      return found.isEmpty() ? segment.text() : best().translation();
    }

    /** Returns the best match. Call it only if there is one. */
    public FoundTranslation best() {
      return found.get(0);
    }
  }

  /**
   * A unit of the memory that is similar to a sentence.
   *
   * @param side the text of the unit that is similar
   */
  public record FoundTranslation(Side side, Match match) {

    /** Returns the unit's text in the language of the document. */
    public String text() {
      return match.unit().text(side);
    }

    public String translation() {
      return match.translation(side);
    }
  }
}
