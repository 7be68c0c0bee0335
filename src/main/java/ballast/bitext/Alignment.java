package ballast.bitext;

import ballast.bitext.Unit.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two segmented texts and the beads between them.
 *
 * @param beads every sentence is in exactly one. Ordered by source position, and by target position
 *     too except for {@linkplain Bead#moved moved} beads
 */
public record Alignment(List<Segment> source, List<Segment> target, List<Bead> beads) {

  public Alignment {
    source = List.copyOf(source);
    target = List.copyOf(target);
    beads = List.copyOf(beads);
    checkOrder(beads);
    checkOnce(beads, Bead::source, source.size());
    checkOnce(beads, Bead::target, target.size());
  }

  private static void checkOrder(List<Bead> beads) {
    int source = 0;
    int target = 0;
    for (Bead bead : beads) {
      boolean early = bead.source().start() < source || bead.target().start() < target;
      if (bead.moved() ? bead.source().start() < source : early) {
        throw new IllegalArgumentException("bead " + bead.toIndexLists() + " is out of order");
      }
      source = bead.source().end();
      target = bead.moved() ? target : bead.target().end();
    }
  }

  private static void checkOnce(List<Bead> beads, Function<Bead, Range> side, int sentences) {
    boolean[] seen = new boolean[sentences];
    int count = 0;
    for (Bead bead : beads) {
      for (int i = side.apply(bead).start(); i < side.apply(bead).end(); i++) {
        if (i >= sentences || seen[i]) {
          throw new IllegalArgumentException(
              "bead " + bead.toIndexLists() + " overlaps another or lies outside the text");
        }
        seen[i] = true;
        count++;
      }
    }
    if (count < sentences) {
      throw new IllegalArgumentException("the beads leave a gap");
    }
  }

  /** The bead's source sentences, joined as in {@link #text}. */
  public String sourceText(Bead bead) {
    return text(bead.source().of(source));
  }

  /** The bead's target sentences, joined as in {@link #text}. */
  public String targetText(Bead bead) {
    return text(bead.target().of(target));
  }

  /** Whether a bead can become a translation unit: two sides and no furniture. */
  public boolean isUnit(Bead bead) {
    return !bead.isOneSided()
        && isContent(bead.source().of(source))
        && isContent(bead.target().of(target));
  }

  /** Whether a bead has sentences on one side only, without furniture. */
  public boolean isUnmatched(Bead bead) {
    return bead.isOneSided()
        && isContent(bead.source().of(source))
        && isContent(bead.target().of(target));
  }

  /**
   * The translation units of this alignment, in order and without ids, one per bead with {@link
   * #isUnit}. A unit has the codes of its sentences if both sides have the same ones and their
   * pairing is certain.
   *
   * @param document portable name of the document
   * @param author the user who runs the alignment; empty if unknown
   * @param now the time to record, whole seconds
   */
  public List<Unit> units(String document, String author, Instant now) {
    List<Unit> units = new ArrayList<>();
    UnitCodes codes = new UnitCodes(source, target);
    for (int i = 0; i < beads.size(); i++) {
      Bead bead = beads.get(i);
      if (isUnit(bead)) {
        units.add(
            new Unit(
                "",
                bead.source().of(source).get(0).document().lang(),
                bead.target().of(target).get(0).document().lang(),
                sourceText(bead),
                targetText(bead),
                Provenance.aligned(document, i + 1, author, now, bead.confidence()),
                codes.of(bead)));
      }
    }
    return units;
  }

  /** Joins sentences into one text: directly in Chinese, with a space otherwise. */
  public static String text(List<Segment> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    String separator = segments.get(0).document().lang().isChinese() ? "" : " ";
    return segments.stream().map(Segment::text).collect(Collectors.joining(separator));
  }

  private static boolean isContent(List<Segment> segments) {
    return segments.stream().allMatch(segment -> segment.type().isContent());
  }
}
