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
import java.util.Map;
import java.util.TreeMap;

/** Assigns the waivers in an article and its translation to beads. For one thread. */
final class ArticleWaivers {

  private final Map<Integer, List<Waiver>> source;
  private final Map<Integer, List<Waiver>> target;
  private final List<Waiver> astray = new ArrayList<>();

  ArticleWaivers(Alignment alignment, ReadText source, ReadText target) {
    this.source = bySegment(source.waivers(), alignment.source());
    this.target = bySegment(target.waivers(), alignment.target());
  }

  /** A waiver applies to the next sentence that begins after it. */
  private Map<Integer, List<Waiver>> bySegment(List<WaiverNote> notes, List<Segment> segments) {
    Map<Integer, List<Waiver>> found = new TreeMap<>();
    int next = 0;
    for (WaiverNote note : notes) {
      while (next < segments.size() && !isAfter(segments.get(next), note.end())) {
        next++;
      }
      Waiver waiver = Waiver.of(note.text(), note.where());
      if (next < segments.size()) {
        found.computeIfAbsent(next, key -> new ArrayList<>(1)).add(waiver);
      } else {
        astray.add(waiver);
      }
    }
    return found;
  }

  private static boolean isAfter(Segment segment, Location end) {
    Location start = segment.location();
    return segment.type().isContent()
        && (start.line() > end.line()
            || (start.line() == end.line() && start.column() >= end.column()));
  }

  /** Takes the waivers of a bead; a second call for the same bead returns none. */
  List<Waiver> take(Bead bead) {
    List<Waiver> taken = new ArrayList<>();
    take(source, bead.source(), taken);
    take(target, bead.target(), taken);
    return taken;
  }

  private static void take(Map<Integer, List<Waiver>> from, Range range, List<Waiver> into) {
    for (int i = range.start(); i < range.end(); i++) {
      List<Waiver> waivers = from.remove(i);
      if (waivers != null) {
        into.addAll(waivers);
      }
    }
  }

  /** The waivers not taken yet: they apply to no checked sentence. */
  List<Waiver> astray() {
    List<Waiver> all = new ArrayList<>(astray);
    source.values().forEach(all::addAll);
    target.values().forEach(all::addAll);
    return all;
  }
}
