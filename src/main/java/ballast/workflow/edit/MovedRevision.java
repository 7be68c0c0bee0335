package ballast.workflow.edit;

import ballast.bitext.Alignment;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Version;
import ballast.memory.AlignmentRun;
import ballast.memory.NewRevision;
import ballast.memory.RevisionCounts;
import ballast.workflow.align.RecordedReading;
import java.time.Instant;
import java.util.List;

/** The revision that records a move. */
final class MovedRevision {

  private MovedRevision() {}

  /**
   * @param before the article before the move, whose files and settings stay
   * @param edited edited units of the document; those whose beads have not changed are kept
   * @param author who makes the move; may be empty
   * @param deed what the move has done
   */
  static NewRevision of(
      OpenArticle before, OpenArticle after, EditedTexts edited, String author, String deed) {
    Alignment alignment = after.alignment();
    AlignmentRun run = before.revision().run();
    // The memory sets the time of the units when it records them.
    List<Unit> units = alignment.units(before.document(), author, Instant.EPOCH);
    return new NewRevision(
        before.document(),
        new Lang(after.text().source().language()),
        new Lang(after.text().target().language()),
        new AlignmentRun(
            author,
            run.files(),
            RevisionCounts.of(alignment),
            Version.current().toString(),
            new RecordedReading(run.settings()).ofThisVersion()),
        edited.keptIn(units, alignment),
        new NewRevision.Beads(after.pinsInOrder(), alignment.beads()),
        deed,
        /* restores= */ false);
  }
}
