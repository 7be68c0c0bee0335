package ballast.workbench;

import ballast.app.align.ChangedTranslations.Change;
import ballast.app.align.ChangedTranslations.Unplaced;
import ballast.app.align.DocumentCorrection.Result;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changed documents of a page.
 *
 * @param address loads them again
 * @param more number of documents that were not looked at
 */
record ApplyOffers(String address, List<Offer> all, int more) {

  /** Maximum changes of a document on a page; all are counted. */
  private static final int MAX_SHOWN = 100;

  /**
   * A document with changes.
   *
   * @param changes empty if the file cannot be corrected, or has just been
   * @param unplaced changes that cannot be written, with the reasons
   * @param shown identifies the file and the changes; "" if none can be written
   * @param problem the reason why the file cannot be corrected, or ""
   */
  record Offer(
      String document,
      String file,
      boolean isWord,
      List<Change> changes,
      List<Unplaced> unplaced,
      String shown,
      String problem) {

    static Offer of(Result result) {
      // A change may have a place in the text, and none as a revision.
      String units =
          Stream.concat(
                  result.applied().stream().map(Change::unit),
                  result.skipped().stream().map(Unplaced::unit))
              .map(unit -> unit.id() + unit.target())
              .sorted()
              .collect(Collectors.joining("\n"));
      return new Offer(
          result.document(),
          result.file(),
          ArticleFormat.of(result.file(), result.bytes()) == ArticleFormat.DOCX,
          result.applied(),
          result.skipped(),
          Sha256.hex(result.sha256() + units),
          "");
    }

    static Offer problem(InputException e) {
      String why = (e.getMessage() + "\n" + e.hint()).strip();
      return new Offer("", "", false, List.of(), List.of(), "", why);
    }

    Offer written() {
      return new Offer(document, file, isWord, List.of(), unplaced, "", "");
    }

    boolean isWritten() {
      return shown.isEmpty() && problem.isEmpty();
    }

    List<Change> firstChanges() {
      return changes.subList(0, Math.min(MAX_SHOWN, changes.size()));
    }
  }
}
