package ballast.app.align;

import ballast.app.HiddenUnit;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MovedUnits;
import ballast.app.units.MovedUnits.OneBead;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
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

/**
 * Joins and splits the units of an aligned document. They stay so when it is aligned again.
 *
 * <pre>{@code
 * MemoryStore file = Memories.at(folder.resolve("tm/memory.db"));
 * List<String> ids = new ArrayList<>();
 * try (Memory memory = file.openForReading()) {
 *   memory.forEachUnit(UnitFilter.CURRENT, unit -> ids.add(unit.id()));
 * }
 * UnitMoves moves = new UnitMoves(Workplace.in(folder), Notices.NONE, file);
 * MovedUnits halves = moves.split(ids.get(3), "桥是小城", "the bridge was", false);
 * System.out.println(halves.after().get(1).target());
 * MovedUnits joined = moves.join(ids.subList(1, 3), false);
 * System.out.println(joined.after().get(0).target());
 * }</pre>
 */
public final class UnitMoves {

  private static final int MAX_SHOWN = 80;

  private final MemoryStore memory;
  private final BeadEditor editor;

  /**
   * @param workplace its author is recorded
   * @param memory must exist
   */
  public UnitMoves(Workplace workplace, Notices notices, MemoryStore memory) {
    this.memory = memory;
    this.editor = new BeadEditor(workplace, memory, notices);
  }

  /**
   * Joins neighbouring units.
   *
   * @param units ids of two or more units of one document, in any order, with no other unit between
   *     them
   * @throws InputException if a unit does not exist, they are not neighbours, or the files of their
   *     document are missing
   */
  public MovedUnits join(List<String> units, boolean dryRun) {
    List<String> ids = units.stream().distinct().toList();
    if (ids.size() < 2) {
      throw new InputException("one unit alone cannot be joined", "give two or more units");
    }
    List<Unit> joined = units(ids);
    OpenArticle article = open(joined);
    List<Integer> places = joined.stream().map(unit -> bead(unit, article)).sorted().toList();
    int first = places.get(0);
    int last = places.get(places.size() - 1);
    for (int i = first; i <= last; i++) {
      Bead bead = article.beads().get(i);
      if (!bead.isOneSided() && !places.contains(i)) {
        throw new InputException(
            "the units are not neighbours: \"%s\" is between them"
                .formatted(article.alignment().sourceText(bead)),
            "give the unit between them, too, or only neighbours");
      }
    }
    return moved(article, joined, BeadMove.merge(first, last), dryRun);
  }

  /**
   * Splits a unit in two, between sentences or inside one.
   *
   * @param source beginning of the second half of the source; empty: the first half has all of it
   * @param target the same for the target; not both may be empty
   * @throws InputException if the unit does not exist, the place cannot be found, or the files of
   *     its document are missing
   */
  public MovedUnits split(String unit, String source, String target, boolean dryRun) {
    List<Unit> units = units(List.of(unit));
    OpenArticle article = open(units);
    int bead = bead(units.get(0), article);
    BeadMove split =
        BeadMove.split(
            bead, cut(article, bead, Side.SOURCE, source), cut(article, bead, Side.TARGET, target));
    return moved(article, units, split, dryRun);
  }

  private static Cut cut(OpenArticle article, int number, Side side, String beginning) {
    Bead bead = article.beads().get(number);
    boolean isSource = side == Side.SOURCE;
    Range range = isSource ? bead.source() : bead.target();
    if (beginning.isEmpty()) {
      return Cut.after(range.size());
    }
    String text =
        isSource ? article.alignment().sourceText(bead) : article.alignment().targetText(bead);
    int at = text.indexOf(beginning);
    if (at < 0 || text.indexOf(beginning, at + 1) >= 0) {
      throw new InputException(
          "\"%s\" %s the %s: \"%s\""
              .formatted(
                  beginning,
                  at < 0 ? "is not in" : "occurs more than once in",
                  side,
                  Excerpt.of(text, MAX_SHOWN)),
          at < 0
              ? "give the beginning of the second half as in the file"
              : "give more of the second half");
    }
    List<Segment> sentences =
        range.of(isSource ? article.alignment().source() : article.alignment().target());
    int separator = sentences.get(0).document().lang().isChinese() ? 0 : 1;
    int start = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int length = sentences.get(i).text().length();
      if (at < start + length) {
        return new Cut(i, Math.max(0, at - start));
      }
      start += length + separator;
    }
    return Cut.after(range.size());
  }

  /** Returns the units, in document order. */
  private List<Unit> units(List<String> ids) {
    List<Unit> units = new ArrayList<>();
    Set<String> missing = new HashSet<>(ids);
    try (Memory opened = memory.openForReading()) {
      opened.forEachUnit(UnitFilter.CURRENT.named(missing), units::add);
      units.forEach(unit -> missing.remove(unit.id()));
      for (String id : ids) {
        if (missing.contains(id)) {
          throw HiddenUnit.refusal(opened, id).orElseGet(() -> HiddenUnit.unknown(id));
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

  private OpenArticle open(List<Unit> units) {
    return editor.open(units.get(0).provenance().document());
  }

  private static int bead(Unit unit, OpenArticle article) {
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
          "unit %s differs from the files of \"%s\"".formatted(unit.id(), article.document()),
          "align the article again with ballast align");
    }
    return same.get(0);
  }

  private MovedUnits moved(OpenArticle article, List<Unit> units, BeadMove move, boolean dryRun) {
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
