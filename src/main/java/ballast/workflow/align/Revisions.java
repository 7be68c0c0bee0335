package ballast.workflow.align;

import ballast.bitext.Alignment;
import ballast.bitext.Version;
import ballast.format.article.ReadText;
import ballast.memory.AlignedFile;
import ballast.memory.AlignedFiles;
import ballast.memory.AlignmentRun;
import ballast.memory.NewRevision;
import ballast.memory.RevisionCounts;
import java.time.Instant;

/** Converts aligned articles to revisions for the memory. */
final class Revisions {

  private Revisions() {}

  /**
   * @param settings see {@link AlignmentRun#settings}
   */
  static NewRevision of(ArticleAligner.Aligned aligned, String author, String settings) {
    String document = aligned.text().document();
    Alignment alignment = aligned.text().alignment();
    return new NewRevision(
        document,
        aligned.source().document().lang(),
        aligned.target().document().lang(),
        new AlignmentRun(
            author,
            new AlignedFiles(file(aligned.source()), file(aligned.target())),
            RevisionCounts.of(alignment),
            Version.current().toString(),
            settings),
        // The memory sets the time of the units when it records them.
        alignment.units(document, author, Instant.EPOCH),
        new NewRevision.Beads(aligned.pins(), alignment.beads()));
  }

  private static AlignedFile file(ReadText reading) {
    return new AlignedFile(reading.document().name(), reading.sha256());
  }
}
