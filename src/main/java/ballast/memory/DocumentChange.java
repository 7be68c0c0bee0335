package ballast.memory;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import java.util.List;

/**
 * What an aligner or an editor did to a document, to be recorded.
 *
 * @param document portable name of the document: relative, {@code /} between folders; never empty
 * @param units in document order, from {@link ballast.bitext.Alignment#units}. Their dates and
 *     authors are not used: the memory assigns its own. Status and confidence are the initial ones;
 *     a unit already in the memory keeps its status. An aligner's units have no ids: the memory
 *     finds out which unit each one continues. An editor knows it: a unit with an id continues that
 *     unit, and one without an id is made, or is a retired unit with the same texts
 * @param pins in document order. A confirmed one confirms the pair of its unit, which has the same
 *     two texts
 * @param beads the whole alignment, kept to show it again; empty: not kept
 * @param texts those that are in no unit
 * @param deed name of the action in the log of commands: {@code aligned}, {@code joined}
 * @param restores whether its deleted units come back, with their history and status
 */
public record DocumentChange(
    String document,
    Lang sourceLang,
    Lang targetLang,
    Revision.Run run,
    List<Unit> units,
    List<PinnedBead> pins,
    List<Bead> beads,
    List<LooseText> texts,
    String deed,
    boolean restores) {

  /** The action of aligning files. */
  public static final String ALIGNED = "aligned";

  public DocumentChange {
    units = List.copyOf(units);
    pins = List.copyOf(pins);
    beads = List.copyOf(beads);
    texts = List.copyOf(texts);
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

  public DocumentChange withPins(List<PinnedBead> others) {
    return new DocumentChange(
        document, sourceLang, targetLang, run, units, others, beads, texts, deed, restores);
  }
}
