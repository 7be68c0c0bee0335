package ballast.workflow.edit;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Provenance;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.RevisionCounts;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts of units that a person has edited in the memory since their document was aligned. A move
 * elsewhere in the document keeps them, although the files have other texts.
 */
final class EditedTexts {

  /** The edited units by where their beads are in the files. */
  private final Map<List<Integer>, Unit> edited = new HashMap<>();

  private EditedTexts() {}

  /**
   * The edited units of an article.
   *
   * @param article opened from this memory; where its beads are not those of the memory, a unit
   *     counts as edited only if one of its texts is that of its bead
   */
  static EditedTexts of(OpenArticle article, Memory memory) {
    EditedTexts texts = new EditedTexts();
    Alignment alignment = article.alignment();
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of(article.document())), units::add);
    Map<Bead, Unit> others = new LinkedHashMap<>();
    boolean isSame = RevisionCounts.of(alignment).equals(article.revision().run().counts());
    for (Unit unit : units) {
      int bead = unit.provenance().position() - 1;
      if (bead >= 0 && bead < alignment.beads().size()) {
        Bead here = alignment.beads().get(bead);
        if (!isOf(unit, here, alignment) && memory.isEdited(unit.id())) {
          others.put(here, unit);
        } else {
          isSame &= isOf(unit, here, alignment);
        }
      }
    }
    for (Map.Entry<Bead, Unit> other : others.entrySet()) {
      if (isSame || sharesText(other.getValue(), other.getKey(), alignment)) {
        texts.edited.put(place(other.getKey(), alignment), other.getValue());
      }
    }
    return texts;
  }

  private static boolean sharesText(Unit unit, Bead bead, Alignment alignment) {
    return unit.source().equals(alignment.sourceText(bead))
        || unit.target().equals(alignment.targetText(bead));
  }

  private static boolean isOf(Unit unit, Bead bead, Alignment alignment) {
    return !bead.isOneSided()
        && unit.source().equals(alignment.sourceText(bead))
        && unit.target().equals(alignment.targetText(bead));
  }

  /** Where a bead begins and ends in both documents. */
  private static List<Integer> place(Bead bead, Alignment alignment) {
    List<Integer> place = new ArrayList<>();
    for (List<Segment> side :
        List.of(bead.source().of(alignment.source()), bead.target().of(alignment.target()))) {
      place.add(side.isEmpty() ? -1 : side.get(0).span().start());
      place.add(side.isEmpty() ? -1 : side.get(side.size() - 1).span().end());
    }
    return place;
  }

  /**
   * Units of a new alignment with the edited texts of beads that have stayed as they are.
   *
   * @param units as {@link Alignment#units} makes them
   */
  List<Unit> keptIn(List<Unit> units, Alignment alignment) {
    return units.stream()
        .map(
            unit -> {
              int position = unit.provenance().position();
              Bead bead = alignment.beads().get(position - 1);
              Unit old = edited.remove(place(bead, alignment));
              return old == null ? unit : withTexts(unit, old);
            })
        .toList();
  }

  private static Unit withTexts(Unit unit, Unit texts) {
    Provenance provenance = unit.provenance();
    return new Unit(
        unit.id(),
        unit.sourceLang(),
        unit.targetLang(),
        texts.source(),
        texts.target(),
        provenance,
        texts.codes());
  }

  /** The edited units that {@link #keptIn} has not found: their beads are not there any more. */
  List<Unit> lost() {
    return List.copyOf(edited.values());
  }
}
