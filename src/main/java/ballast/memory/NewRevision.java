package ballast.memory;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.util.List;

/**
 * The result of aligning a document, to be recorded as its next revision.
 *
 * @param document portable name of the document: {@code /} between folders, relative; never empty
 * @param sourceLang language of every unit's source text
 * @param targetLang language of every unit's target text
 * @param run how the alignment was made
 * @param units in document order, as {@link ballast.bitext.Alignment#units} makes them. Their ids,
 *     dates and authors are not used: the memory gives its own. Status and confidence are the
 *     initial ones; a unit that the memory knows already keeps its status, unless a pin approves it
 * @param beads its beads
 * @param deed what has been done, as the log of commands names it: {@code aligned}, {@code joined}
 * @param restores whether its units that are deleted come back, with their history and status
 */
public record NewRevision(
    String document,
    Lang sourceLang,
    Lang targetLang,
    AlignmentRun run,
    List<Unit> units,
    Beads beads,
    String deed,
    boolean restores) {

  /** What is logged if a document has been aligned. */
  private static final String ALIGNED = "aligned";

  /**
   * The beads of the document after a revision.
   *
   * @param pins all beads that persons have set, in document order. A confirmed one that was not in
   *     force before approves its unit, which has the same two texts
   * @param all the whole alignment, to be shown again as it was; empty: it is not kept
   */
  public record Beads(List<PinnedBead> pins, List<Bead> all) {
    public Beads {
      pins = List.copyOf(pins);
      all = List.copyOf(all);
    }
  }

  public NewRevision {
    units = List.copyOf(units);
    if (document.isEmpty()) {
      throw new IllegalArgumentException("document \"\" is not a name");
    }
    for (Unit unit : units) {
      if (!unit.sourceLang().equals(sourceLang) || !unit.targetLang().equals(targetLang)) {
        throw new IllegalArgumentException(
            "unit %d of \"%s\" is %s to %s, not %s to %s"
                .formatted(
                    unit.provenance().position(),
                    document,
                    unit.sourceLang(),
                    unit.targetLang(),
                    sourceLang,
                    targetLang));
      }
    }
  }

  /** A document that has been aligned. */
  public NewRevision(
      String document,
      Lang sourceLang,
      Lang targetLang,
      AlignmentRun run,
      List<Unit> units,
      Beads beads) {
    this(document, sourceLang, targetLang, run, units, beads, ALIGNED, /* restores= */ false);
  }

  /** A revision of which the beads are not kept, of a document in which nobody has set one. */
  public NewRevision(
      String document, Lang sourceLang, Lang targetLang, AlignmentRun run, List<Unit> units) {
    this(document, sourceLang, targetLang, run, units, new Beads(List.of(), List.of()));
  }

  /** The same with other beads that persons have set. */
  public NewRevision withPins(List<PinnedBead> pins) {
    Beads all = new Beads(pins, beads.all());
    return new NewRevision(document, sourceLang, targetLang, run, units, all, deed, restores);
  }

  /** The same, with {@code restores}. */
  public NewRevision restoring(boolean wanted) {
    return new NewRevision(document, sourceLang, targetLang, run, units, beads, deed, wanted);
  }

  /** All beads that persons have set. */
  public List<PinnedBead> pins() {
    return beads.pins();
  }
}
