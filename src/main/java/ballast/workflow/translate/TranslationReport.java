package ballast.workflow.translate;

import ballast.bitext.Location;
import java.util.List;

/**
 * Documents with translations from the memory.
 *
 * @param direction the languages
 * @param documents in the order of the request
 * @param analysis their sentences in bands
 * @param counts the outcomes of the sentences
 * @param skipped the blocks of the documents that are not to be translated
 * @param unsearched sentences that are too long to look up; they count as empty
 */
public record TranslationReport(
    Direction direction,
    List<TranslatedDocument> documents,
    MatchAnalysis analysis,
    Counts counts,
    List<Skipped> skipped,
    List<Skipped> unsearched) {

  /**
   * Sentences.
   *
   * @param filled those that got a translation
   * @param proposed those that got proposals only
   * @param empty those for which there is nothing
   */
  public record Counts(int filled, int proposed, int empty) {}

  /**
   * A block that is not to be translated, or a sentence that was not looked up.
   *
   * @param location where it stands
   * @param type the label of its block type
   * @param text all of it
   */
  public record Skipped(Location location, String type, String text) {}

  public TranslationReport {
    documents = List.copyOf(documents);
    skipped = List.copyOf(skipped);
    unsearched = List.copyOf(unsearched);
  }
}
