package ballast.workflow.edit;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionInfo;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.ReadArticle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as an editor shows it. Immutable; a move gives another one.
 *
 * @param text sentences and beads
 * @param pins the beads that a person has set, by their positions among the beads
 * @param revision the latest revision in the memory when the article was opened or moved, with the
 *     files and their SHA-256
 * @param problems beads of the memory that do not stand in the files any more, in words; the next
 *     move drops them
 * @param read both files, split, and the evidence that the aligner uses
 */
public record OpenArticle(
    AlignedText text,
    Map<Integer, PinnedBead> pins,
    RevisionInfo revision,
    List<String> problems,
    ReadArticle read) {

  public OpenArticle {
    pins = Map.copyOf(pins);
    problems = List.copyOf(problems);
  }

  /** Name of the document in the memory. */
  public String document() {
    return revision.document();
  }

  /** Sentences and beads. */
  public Alignment alignment() {
    return text.alignment();
  }

  /** The beads, in the order in which they are counted. */
  public List<Bead> beads() {
    return text.alignment().beads();
  }

  /** What a person has set about a bead; null if the aligner has placed it. */
  public @Nullable PinnedBead pin(int bead) {
    return pins.get(bead);
  }

  /** Whether a person has said that a bead is right. */
  public boolean isConfirmed(int bead) {
    PinnedBead pin = pins.get(bead);
    return pin != null && pin.confirmed();
  }

  OpenArticle with(RevisionInfo newRevision) {
    return new OpenArticle(text, pins, newRevision, problems, read);
  }
}
