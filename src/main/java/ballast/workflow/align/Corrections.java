package ballast.workflow.align;

import ballast.align.Pin;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.format.table.BeadTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The beads of a file of corrections in the two texts that they are about. Sentences that a person
 * has divided are divided. Immutable.
 */
public final class Corrections {

  private static final int MAX_SHOWN = 40;
  private static final int MAX_NAMED = 20;

  private final List<Segment> source;
  private final List<Segment> target;
  private final List<SetBead> beads;
  private final List<String> problems;

  /** A line whose texts stand in the documents. */
  private record SetBead(Range source, Range target, boolean isConfirmed) {}

  /** A line and where its cells stand; null for an empty cell. */
  private record Placed(BeadTable.Line line, @Nullable Span source, @Nullable Span target) {}

  private Corrections(
      List<Segment> source, List<Segment> target, List<SetBead> beads, List<String> problems) {
    this.source = List.copyOf(source);
    this.target = List.copyOf(target);
    this.beads = List.copyOf(beads);
    this.problems = List.copyOf(problems);
  }

  /**
   * Finds the lines of a table in two texts.
   *
   * @param name of the table, for messages
   */
  static Corrections of(
      List<BeadTable.Line> lines, String name, List<Segment> source, List<Segment> target) {
    PlainText here = new PlainText(source);
    PlainText there = new PlainText(target);
    List<String> sources = plain(lines, BeadTable.Line::source);
    List<String> targets = plain(lines, BeadTable.Line::target);
    @Nullable Span[] inSource = new CellFinder(here, sources).find();
    @Nullable Span[] inTarget = new CellFinder(there, targets).find();
    List<Placed> placed = new ArrayList<>();
    Problems problems = new Problems(name);
    for (int k = 0; k < lines.size(); k++) {
      BeadTable.Line line = lines.get(k);
      boolean hasSource = sources.get(k).isEmpty() || inSource[k] != null;
      boolean hasTarget = targets.get(k).isEmpty() || inTarget[k] != null;
      Placed one = new Placed(line, inSource[k], inTarget[k]);
      if (!line.isComplete()) {
        problems.add(line, () -> "has no tab: a line is SOURCE, tab, TARGET");
      } else if (!hasSource) {
        problems.add(line, () -> missing(line.source(), here, source));
      } else if (!hasTarget) {
        problems.add(line, () -> missing(line.target(), there, target));
      } else if (crossesMark(one, here, there)) {
        problems.add(line, () -> "pairs texts on different sides of a mark");
      } else if (!isMark(one, here, there)) {
        placed.add(one);
      }
    }
    return of(placed, here, there, problems.list());
  }

  /** One side of the lines; nothing of an incomplete line is looked for. */
  private static List<String> plain(
      List<BeadTable.Line> lines, Function<BeadTable.Line, String> side) {
    return lines.stream()
        .map(line -> line.isComplete() ? PlainText.plain(side.apply(line)) : "")
        .toList();
  }

  private static Corrections of(
      List<Placed> placed, PlainText here, PlainText there, List<String> problems) {
    List<Segment> source = here.divided(spans(placed.stream().map(Placed::source).toList()));
    List<Segment> target = there.divided(spans(placed.stream().map(Placed::target).toList()));
    List<SetBead> beads = new ArrayList<>();
    Range none = new Range(0, 0);
    for (Placed one : placed) {
      Span from = one.source();
      Span to = one.target();
      if (from != null || to != null) {
        beads.add(
            new SetBead(
                from == null ? none : here.range(from, source),
                to == null ? none : there.range(to, target),
                one.line().isConfirmed()));
      }
    }
    return new Corrections(source, target, beads, problems);
  }

  private static List<Span> spans(List<@Nullable Span> some) {
    List<Span> spans = new ArrayList<>();
    for (Span span : some) {
      if (span != null) {
        spans.add(span);
      }
    }
    return spans;
  }

  /** Whether a line holds a user's mark, which the texts pair already. */
  private static boolean isMark(Placed one, PlainText here, PlainText there) {
    Span from = one.source();
    Span to = one.target();
    return (from != null && here.isMark(from)) || (to != null && there.isMark(to));
  }

  private static boolean crossesMark(Placed one, PlainText here, PlainText there) {
    Span from = one.source();
    Span to = one.target();
    return from != null
        && to != null
        && (here.marksBefore(from.start()) != there.marksBefore(to.start())
            || here.isMark(from) != there.isMark(to));
  }

  private static String missing(String cell, PlainText text, List<Segment> segments) {
    String file = segments.isEmpty() ? "the text" : segments.get(0).document().name();
    String quoted = '"' + Excerpt.of(cell.strip(), MAX_SHOWN) + '"';
    return text.contains(PlainText.plain(cell))
        ? quoted
            + " cannot be placed in "
            + file
            + ": it is a part of a sentence, or occurs several times, or another line has it"
        : quoted + " does not stand in " + file + " any more";
  }

  /** The sentences of the source, some of them divided. */
  List<Segment> source() {
    return source;
  }

  /** The sentences of the target, some of them divided. */
  List<Segment> target() {
    return target;
  }

  /** The beads, set by this person; the name may be empty. */
  List<Pin> pins(String author) {
    return beads.stream().map(bead -> new Pin(bead.source(), bead.target(), author)).toList();
  }

  /** How many beads the aligner takes from the file. */
  public int size() {
    return beads.size();
  }

  /** What is wrong with the other lines, in words; the first ones and how many more. */
  public List<String> problems() {
    return problems;
  }

  /**
   * The alignment with the aligner's own confidence where the aligner finds the same bead by itself
   * and nobody has confirmed it.
   *
   * @param held aligned with the pins
   * @param free aligned without them, from undivided sentences
   */
  Alignment withOwnConfidence(Alignment held, Alignment free) {
    Map<List<Integer>, Bead> own = new HashMap<>();
    free.beads().forEach(bead -> own.put(place(free, bead.source(), bead.target()), bead));
    Map<List<Integer>, Boolean> confirmed = new HashMap<>();
    beads.forEach(
        bead -> confirmed.put(place(held, bead.source(), bead.target()), bead.isConfirmed()));
    List<Bead> result = new ArrayList<>();
    for (Bead bead : held.beads()) {
      List<Integer> place = place(held, bead.source(), bead.target());
      Bead same = own.get(place);
      boolean isOwn = Boolean.FALSE.equals(confirmed.get(place));
      result.add(
          same == null || !isOwn
              ? bead
              : new Bead(
                  bead.source(), bead.target(), same.confidence(), same.reasons(), bead.moved()));
    }
    return new Alignment(held.source(), held.target(), result);
  }

  /** Where a bead begins and ends in both documents. */
  private static List<Integer> place(Alignment alignment, Range source, Range target) {
    List<Integer> place = new ArrayList<>();
    addEdges(source.of(alignment.source()), place);
    addEdges(target.of(alignment.target()), place);
    return place;
  }

  private static void addEdges(List<Segment> segments, List<Integer> edges) {
    boolean none = segments.isEmpty();
    edges.add(none ? -1 : segments.get(0).span().start());
    edges.add(none ? -1 : segments.get(segments.size() - 1).span().end());
  }

  /** The lines that cannot be used; the first ones are named. */
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
