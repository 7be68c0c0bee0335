package ballast.workflow.check;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Location;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.check.Waiver;
import ballast.format.article.ReadText;
import ballast.format.article.WaiverNote;
import java.util.ArrayList;
import java.util.List;

/** Assigns the waivers in an article and its translation to beads. For one thread. */
final class ArticleWaivers {

  private final List<Reach> source;
  private final List<Reach> target;

  /** A waiver and the sentences that it is for; none if no text follows it. */
  private static final class Reach {

    private final Waiver waiver;
    private final Range sentences;
    private boolean taken;

    Reach(Waiver waiver, Range sentences) {
      this.waiver = waiver;
      this.sentences = sentences;
    }
  }

  ArticleWaivers(Alignment alignment, ReadText source, ReadText target) {
    this.source = reaches(source.waivers(), alignment.source());
    this.target = reaches(target.waivers(), alignment.target());
  }

  /** A waiver applies to the next sentence that begins after it and to the rest of its block. */
  private static List<Reach> reaches(List<WaiverNote> notes, List<Segment> segments) {
    List<Reach> reaches = new ArrayList<>();
    int next = 0;
    for (WaiverNote note : notes) {
      while (next < segments.size() && !isAfter(segments.get(next), note.end())) {
        next++;
      }
      Range sentences = new Range(next, endOfBlock(segments, next));
      reaches.add(new Reach(Waiver.of(note.text(), note.where()), sentences));
    }
    return reaches;
  }

  private static int endOfBlock(List<Segment> segments, int first) {
    int end = first;
    while (end < segments.size()
        && segments.get(end).blockIndex() == segments.get(first).blockIndex()) {
      end++;
    }
    return end;
  }

  private static boolean isAfter(Segment segment, Location end) {
    Location start = segment.location();
    return segment.type().isContent()
        && (start.line() > end.line()
            || (start.line() == end.line() && start.column() >= end.column()));
  }

  /** The waivers that apply to a sentence of a bead. */
  List<Waiver> of(Bead bead) {
    List<Waiver> found = new ArrayList<>();
    take(source, bead.source(), found);
    take(target, bead.target(), found);
    return found;
  }

  private static void take(List<Reach> from, Range range, List<Waiver> into) {
    for (Reach reach : from) {
      if (reach.sentences.start() < range.end() && range.start() < reach.sentences.end()) {
        reach.taken = true;
        into.add(reach.waiver);
      }
    }
  }

  /** The waivers that {@link #of} has given for no bead: they apply to no checked sentence. */
  List<Waiver> astray() {
    List<Waiver> all = new ArrayList<>();
    for (List<Reach> side : List.of(source, target)) {
      side.stream().filter(reach -> !reach.taken).forEach(reach -> all.add(reach.waiver));
    }
    return all;
  }
}
