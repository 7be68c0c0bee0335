package ballast.workflow.translate;

import ballast.bitext.Location;
import java.util.List;

/**
 * What {@code ballast translate} did.
 *
 * @param from language of the documents
 * @param to language of the translations
 * @param files what was read
 * @param analysis the sentences in bands
 * @param counts how many of them got what
 * @param skipped what is in the file and not to be translated
 * @param unsearched sentences that are too long to look up; they count as empty
 */
public record TranslationReport(
    String from,
    String to,
    List<File> files,
    MatchAnalysis analysis,
    Counts counts,
    List<Skipped> skipped,
    List<Skipped> unsearched) {

  /**
   * A document.
   *
   * @param name as given
   * @param encoding how it was decoded
   * @param sentences how many it has, those that are not translated included
   */
  public record File(String name, String encoding, int sentences) {}

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
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unsearched = List.copyOf(unsearched);
  }
}
