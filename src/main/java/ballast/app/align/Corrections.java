package ballast.app.align;

import ballast.app.align.PlainPair.BeadStretch;
import ballast.bitext.Excerpt;
import ballast.bitext.Span;
import ballast.format.table.BeadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The beads of a table of corrections, located in their two texts. Immutable.
 *
 * @param beads beads of the usable lines, in table order
 * @param problems problems of the other lines, in words: the first ones and the number of further
 *     ones
 */
public record Corrections(List<SetBead> beads, List<String> problems) {

  private static final int MAX_SHOWN = 40;
  private static final int MAX_NAMED = 20;

  record SetBead(BeadStretch stretch, boolean isConfirmed) {}

  public Corrections {
    beads = List.copyOf(beads);
    problems = List.copyOf(problems);
  }

  static Corrections of(List<BeadTable.Line> lines, String name, PlainPair texts) {
    List<String> sources = plain(lines, BeadTable.Line::source);
    List<String> targets = plain(lines, BeadTable.Line::target);
    @Nullable Span[] inSource = new CellFinder(texts.source(), sources).find();
    @Nullable Span[] inTarget = new CellFinder(texts.target(), targets).find();
    List<SetBead> beads = new ArrayList<>();
    Problems problems = new Problems(name);
    for (int k = 0; k < lines.size(); k++) {
      BeadTable.Line line = lines.get(k);
      boolean hasSource = sources.get(k).isEmpty() || inSource[k] != null;
      boolean hasTarget = targets.get(k).isEmpty() || inTarget[k] != null;
      BeadStretch stretch = new BeadStretch(inSource[k], inTarget[k]);
      if (!line.isComplete()) {
        problems.add(line, () -> "has no tab: a line is SOURCE, tab, TARGET");
      } else if (!hasSource) {
        problems.add(line, () -> missing(line.source(), texts.source()));
      } else if (!hasTarget) {
        problems.add(line, () -> missing(line.target(), texts.target()));
      } else if (texts.crossesMark(stretch)) {
        problems.add(line, () -> "pairs texts on different sides of a mark");
      } else if (!texts.isMark(stretch) && !stretch.isEmpty()) {
        beads.add(new SetBead(stretch, line.isConfirmed()));
      }
    }
    return new Corrections(beads, problems.list());
  }

  private static List<String> plain(
      List<BeadTable.Line> lines, Function<BeadTable.Line, String> side) {
    return lines.stream()
        .map(line -> line.isComplete() ? PlainText.plain(side.apply(line)) : "")
        .toList();
  }

  private static String missing(String cell, PlainText text) {
    String quoted = '"' + Excerpt.of(cell.strip(), MAX_SHOWN) + '"';
    return text.contains(PlainText.plain(cell))
        ? quoted
            + " cannot be placed in "
            + text.name()
            + ": it is a part of a sentence, or occurs several times, or another line has it"
        : quoted + " does not stand in " + text.name() + " any more";
  }

  public int size() {
    return beads.size();
  }

  private static final class Problems {

    private final String file;
    private final List<String> named = new ArrayList<>();
    private int more;

    Problems(String file) {
      this.file = file;
    }

    void add(BeadTable.Line line, Supplier<String> what) {
      if (named.size() < MAX_NAMED) {
        named.add(file + ", line " + line.number() + ": " + what.get());
      } else {
        more++;
      }
    }

    List<String> list() {
      List<String> all = new ArrayList<>(named);
      if (more > 0) {
        all.add(file + ": " + more + " more lines cannot be used");
      }
      return all;
    }
  }
}
