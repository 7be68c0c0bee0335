package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MovedUnits;
import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.MemoryStore;
import java.util.List;

/**
 * Joins neighbouring units of a document. They stay joined when the document is aligned again.
 *
 * <pre>{@code
 * MemoryStore file = Memories.at(folder.resolve("tm/memory.db"));
 * List<String> ids = new ArrayList<>();
 * try (Memory memory = file.openForReading()) {
 *   memory.forEachUnit(UnitFilter.CURRENT, unit -> ids.add(unit.id()));
 * }
 * MovedUnits joined =
 *     new UnitJoining(Workplace.in(folder), Notices.NONE)
 *         .run(new UnitJoining.Request(file, ids.subList(1, 3), false));
 * System.out.println(joined.after().get(0).target());
 * }</pre>
 */
public final class UnitJoining {

  /**
   * A request to join units.
   *
   * @param memory must exist
   * @param units ids of two or more units of one document, in any order, with no other unit between
   *     them
   * @param dryRun whether to write nothing
   */
  public record Request(MemoryStore memory, List<String> units, boolean dryRun) {

    public Request {
      units = List.copyOf(units);
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  /**
   * @param workplace its author is recorded
   */
  public UnitJoining(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * @throws InputException if a unit does not exist, they are not neighbours, or the files of their
   *     document are missing
   */
  public MovedUnits run(Request request) {
    List<String> ids = request.units().stream().distinct().toList();
    if (ids.size() < 2) {
      throw new InputException("one unit alone cannot be joined", "give two or more units");
    }
    UnitBeads beads = new UnitBeads(workplace, notices, request.memory());
    List<Unit> units = beads.units(ids);
    OpenArticle article = beads.open(units);
    List<Integer> places =
        units.stream().map(unit -> UnitBeads.bead(unit, article)).sorted().toList();
    int first = places.get(0);
    int last = places.get(places.size() - 1);
    for (int i = first; i <= last; i++) {
      Bead bead = article.beads().get(i);
      if (!bead.isOneSided() && !places.contains(i)) {
        throw new InputException(
            "the units are not neighbours: \""
                + article.alignment().sourceText(bead)
                + "\" is between them",
            "give the unit between them, too, or only neighbours");
      }
    }
    return beads.moved(article, units, new BeadMove.Merge(first, last), request.dryRun());
  }
}
