package ballast.app.documents;

import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.documents.TranslationReport.TranslatedSentence;
import ballast.bitext.Unit;
import ballast.format.unit.XliffEntry;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.format.unit.XliffWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes pre-translated documents as XLIFF, with matches as proposals. Text that is not to be
 * translated is marked.
 */
public final class TranslationXliff {

  private TranslationXliff() {}

  /**
   * Writes all documents, each with its paragraphs.
   *
   * @param copiesSource whether to copy the source into the target of untranslated sentences
   */
  public static void write(
      OutputStream out, XliffVersion version, TranslationReport report, boolean copiesSource)
      throws IOException {
    try (XliffWriter writer =
        new XliffWriter(out, version, report.direction().source(), report.direction().target())) {
      for (TranslatedDocument document : report.documents()) {
        writer.startOriginal(document.name(), document.text().sha256());
        int block = -1;
        for (TranslatedSentence sentence : document.sentences()) {
          if (sentence.segment().blockIndex() != block) {
            block = sentence.segment().blockIndex();
            writer.startParagraph(document.name(), sentence.segment().type());
          }
          writer.write(document.name(), entry(sentence, copiesSource));
        }
      }
    }
  }

  private static XliffEntry entry(TranslatedSentence sentence, boolean copiesSource) {
    XliffEntry entry =
        XliffEntry.untranslated(sentence.segment().text()).withCodes(sentence.codes());
    if (!sentence.segment().type().isContent()) {
      return entry.kept();
    }
    XliffEntry proposed =
        entry.with(
            sentence.found().stream().map(TranslationXliff::proposal).toList(),
            sentence.found().stream().flatMap(found -> remarks(found).stream()).toList());
    if (!sentence.isFilled()) {
      return copiesSource ? proposed.copied() : proposed;
    }
    FoundTranslation best = sentence.best();
    boolean approved = best.match().unit().provenance().status() == Unit.Status.APPROVED;
    return proposed.filled(best.translation(), best.match().score(), approved);
  }

  private static XliffProposal proposal(FoundTranslation found) {
    return new XliffProposal(
        found.match().unit().id(),
        found.match().unit().provenance().document(),
        found.text(),
        found.translation(),
        found.match().likeness().similarity(),
        found.match().score());
  }

  private static List<String> remarks(FoundTranslation found) {
    return found.match().likeness().warnings().stream()
        .map(warning -> found.match().score() + " % match: " + MatchText.words(warning))
        .toList();
  }
}
