package ballast.app.align;

import ballast.bitext.Bead;
import ballast.bitext.Location;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three or more unmatched sentences of one side in a row: a part of the source without a
 * translation, or one that the translation adds. Page clutter and code among them do not count.
 *
 * @param added whether it is in the translation only
 * @param beads from its first to its last bead
 * @param first location of its first sentence
 * @param last location of its last sentence
 * @param toEnd whether no sentence of its side comes after it
 */
public record UnmatchedBlock(
    boolean added, Range beads, int sentences, Location first, Location last, boolean toEnd) {

  private static final int MIN_SENTENCES = 3;

  /** The phrases of a language, by key and with their values. */
  @FunctionalInterface
  public interface Phrases {
    String say(String key, Object... values);
  }

  /** Returns the blocks of an article by the positions of their beads. */
  public static Map<Integer, UnmatchedBlock> byBead(AlignedText text) {
    List<Bead> beads = text.alignment().beads();
    Map<Integer, UnmatchedBlock> blocks = new HashMap<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < beads.size(); i++) {
      Bead bead = beads.get(i);
      if (text.type(bead).isContent()) {
        Bead first = run.isEmpty() ? bead : beads.get(run.get(0));
        if (!bead.isOneSided() || first.source().isEmpty() != bead.source().isEmpty()) {
          add(text, run, blocks);
          run.clear();
        }
        if (bead.isOneSided()) {
          run.add(i);
        }
      }
    }
    add(text, run, blocks);
    return blocks;
  }

  private static void add(
      AlignedText text, List<Integer> run, Map<Integer, UnmatchedBlock> blocks) {
    List<Bead> beads = run.stream().map(text.alignment().beads()::get).toList();
    boolean added = beads.stream().anyMatch(bead -> bead.source().isEmpty());
    List<Segment> all = added ? text.alignment().target() : text.alignment().source();
    List<Range> ranges = beads.stream().map(added ? Bead::target : Bead::source).toList();
    int sentences = ranges.stream().mapToInt(Range::size).sum();
    if (sentences >= MIN_SENTENCES) {
      int end = ranges.get(ranges.size() - 1).end();
      UnmatchedBlock block =
          new UnmatchedBlock(
              added,
              new Range(run.get(0), run.get(run.size() - 1) + 1),
              sentences,
              all.get(ranges.get(0).start()).location(),
              all.get(end - 1).location(),
              all.stream().skip(end).noneMatch(later -> later.type().isContent()));
      run.forEach(bead -> blocks.put(bead, block));
    }
  }

  /** Says where it is and how long: {@code lines 19 to 49: 31 sentences not translated}. */
  public String inWords(Phrases phrases) {
    String line = Integer.toString(first.line());
    String from = first.place().isEmpty() ? phrases.say("line", line) : first.place();
    String where = from;
    if (!first.lineOrPlace().equals(last.lineOrPlace()) && toEnd) {
      where = phrases.say("to-end", from);
    } else if (!first.lineOrPlace().equals(last.lineOrPlace())) {
      where =
          first.place().isEmpty()
              ? phrases.say("lines", line, Integer.toString(last.line()))
              : phrases.say("places", first.place(), last.place());
    }
    return phrases.say(added ? "target" : "source", where, sentences);
  }

  /** {@link #inWords} in English. */
  @Override
  public String toString() {
    return inWords(
        (key, values) -> {
          String pattern =
              switch (key) {
                case "line" -> "line %s";
                case "lines" -> "lines %s to %s";
                case "places" -> "%s to %s";
                case "to-end" -> "from %s to the end";
                case "source" -> "%s: %,d sentences not translated";
                default -> "%s: %,d sentences added in the translation";
              };
          return String.format(Locale.ROOT, pattern, values);
        });
  }
}
