package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MovedUnits;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.MemoryStore;
import java.util.List;

/**
 * Splits a unit in two, between sentences or inside one. The halves stay apart when the document is
 * aligned again.
 *
 * <pre>{@code
 * MemoryStore file = Memories.at(folder.resolve("tm/memory.db"));
 * List<String> ids = new ArrayList<>();
 * try (Memory memory = file.openForReading()) {
 *   memory.forEachUnit(UnitFilter.CURRENT, unit -> ids.add(unit.id()));
 * }
 * MovedUnits halves =
 *     new UnitSplitting(Workplace.in(folder), Notices.NONE)
 *         .run(new UnitSplitting.Request(file, ids.get(3), "桥是小城", "the bridge was", false));
 * System.out.println(halves.after().get(1).target());
 * }</pre>
 */
public final class UnitSplitting {

  private static final int MAX_SHOWN = 80;

  /**
   * A request to split a unit.
   *
   * @param memory must exist
   * @param source beginning of the second half of the source; empty: the first half has all of it
   * @param target the same for the target; not both may be empty
   * @param dryRun whether to write nothing
   */
  public record Request(
      MemoryStore memory, String unit, String source, String target, boolean dryRun) {}

  private final Workplace workplace;
  private final Notices notices;

  /**
   * @param workplace its author is recorded
   */
  public UnitSplitting(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * @throws InputException if the unit does not exist, the place cannot be found, or the files of
   *     its document are missing
   */
  public MovedUnits run(Request request) {
    UnitBeads beads = new UnitBeads(workplace, notices, request.memory());
    List<Unit> units = beads.units(List.of(request.unit()));
    OpenArticle article = beads.open(units);
    int bead = UnitBeads.bead(units.get(0), article);
    BeadMove split =
        new BeadMove.Split(
            bead,
            cut(article, bead, Side.SOURCE, request.source()),
            cut(article, bead, Side.TARGET, request.target()));
    return beads.moved(article, units, split, request.dryRun());
  }

  private static BeadMove.Cut cut(OpenArticle article, int number, Side side, String beginning) {
    Bead bead = article.beads().get(number);
    boolean isSource = side == Side.SOURCE;
    Range range = isSource ? bead.source() : bead.target();
    if (beginning.isEmpty()) {
      return BeadMove.Cut.after(range.size());
    }
    String text =
        isSource ? article.alignment().sourceText(bead) : article.alignment().targetText(bead);
    int at = text.indexOf(beginning);
    if (at < 0 || text.indexOf(beginning, at + 1) >= 0) {
      throw new InputException(
          "\"%s\" %s the %s: \"%s\""
              .formatted(
                  beginning,
                  at < 0 ? "does not stand in" : "occurs more than once in",
                  side,
                  Excerpt.of(text, MAX_SHOWN)),
          at < 0
              ? "give the beginning of the second half as it stands in the file"
              : "give more of the second half");
    }
    List<Segment> sentences =
        range.of(isSource ? article.alignment().source() : article.alignment().target());
    int separator = sentences.get(0).document().lang().isChinese() ? 0 : 1;
    int start = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int length = sentences.get(i).text().length();
      if (at < start + length) {
        return new BeadMove.Cut(i, Math.max(0, at - start));
      }
      start += length + separator;
    }
    return BeadMove.Cut.after(range.size());
  }
}
