package ballast.app.align;

import ballast.app.HiddenUnit;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MovedUnits;
import ballast.app.units.MovedUnits.OneBead;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.PinnedBead;
import ballast.memory.TeamRight;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class UnitBeads {

  private final MemoryStore memory;
  private final BeadEditor editor;

  UnitBeads(Workplace workplace, Notices notices, MemoryStore memory) {
    this.memory = memory;
    this.editor = new BeadEditor(workplace, memory, notices);
  }

  /**
   * Returns the units, in document order.
   *
   * @throws InputException if one does not exist, or they do not belong to one aligned document
   */
  List<Unit> units(List<String> ids) {
    List<Unit> units = new ArrayList<>();
    Set<String> missing = new HashSet<>(ids);
    try (Memory opened = memory.openForReading()) {
      opened.forEachUnit(UnitFilter.CURRENT.named(missing), units::add);
      units.forEach(unit -> missing.remove(unit.id()));
      for (String id : ids) {
        if (missing.contains(id)) {
          throw HiddenUnit.refusal(opened, id).orElseGet(() -> unknown(id));
        }
      }
    }
    Unit first = units.get(0);
    for (Unit unit : units) {
      if (unit.provenance().position() == 0) {
        throw new InputException(
            "unit " + unit.id() + " was not aligned here: it has no files",
            "ballast tm edit changes its texts");
      }
      if (!unit.provenance().document().equals(first.provenance().document())) {
        throw new InputException(
            "units " + first.id() + " and " + unit.id() + " are of different documents",
            "give units of one document");
      }
    }
    return units;
  }

  private static InputException unknown(String id) {
    return new InputException(
        "there is no unit \"" + id + "\" in the memory",
        "`ballast tm export` writes the units with their ids");
  }

  OpenArticle open(List<Unit> units) {
    return editor.open(units.get(0).provenance().document());
  }

  /**
   * Returns the number of a unit's bead.
   *
   * @throws InputException if it is not a bead of the article as now aligned
   */
  static int bead(Unit unit, OpenArticle article) {
    Alignment alignment = article.alignment();
    int position = unit.provenance().position() - 1;
    if (position < article.beads().size()) {
      Bead bead = article.beads().get(position);
      if (unit.source().equals(alignment.sourceText(bead))
          || unit.target().equals(alignment.targetText(bead))) {
        return position;
      }
    }
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < article.beads().size(); i++) {
      Bead bead = article.beads().get(i);
      if (unit.source().equals(alignment.sourceText(bead))
          && unit.target().equals(alignment.targetText(bead))) {
        same.add(i);
      }
    }
    if (same.size() != 1) {
      throw new InputException(
          "unit " + unit.id() + " is not as the files of \"" + article.document() + "\" have it",
          "align the article again with ballast align");
    }
    return same.get(0);
  }

  MovedUnits moved(OpenArticle article, List<Unit> units, BeadMove move, boolean dryRun) {
    if (dryRun) {
      memory.require(TeamRight.WRITE);
    }
    OpenArticle after = dryRun ? editor.tried(article, move) : editor.apply(article, move);
    Map<Integer, String> ids = dryRun ? Map.of() : ids(article.document());
    List<OneBead> made = new ArrayList<>();
    for (int i = 0; i < after.beads().size(); i++) {
      PinnedBead pin = after.pin(i);
      if (pin != null && !article.pins().containsValue(pin)) {
        made.add(
            new OneBead(ids.getOrDefault(i + 1, ""), pin.source().text(), pin.target().text()));
      }
    }
    return new MovedUnits(
        article.document(),
        after.revision().number(),
        units.stream().map(unit -> new OneBead(unit.id(), unit.source(), unit.target())).toList(),
        made);
  }

  private Map<Integer, String> ids(String document) {
    Map<Integer, String> ids = new HashMap<>();
    try (Memory opened = memory.openForReading()) {
      opened.forEachUnit(
          UnitFilter.CURRENT.inDocuments(Set.of(document)),
          unit -> ids.put(unit.provenance().position(), unit.id()));
    }
    return ids;
  }
}
