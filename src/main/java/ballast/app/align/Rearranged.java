package ballast.app.align;

import ballast.align.Pin;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.format.file.Characters;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The beads of an article after a move.
 *
 * @param source the source sentences, some of them divided
 * @param beads no two overlap
 * @param isComplete whether every sentence is in a bead; the aligner places the others
 */
record Rearranged(
    List<Segment> source, List<Segment> target, List<EditedBead> beads, boolean isComplete) {

  Rearranged {
    source = List.copyOf(source);
    target = List.copyOf(target);
    beads = List.copyOf(beads);
  }

  List<EditedBead> fixed() {
    return beads.stream().filter(bead -> bead.fixed() != null).toList();
  }

  /** Describes the fixed beads, so that they can be found again in the article. */
  List<PinnedBead> pinned(ArticlePins article) {
    return fixed().stream().map(bead -> described(bead, article)).toList();
  }

  static Pin pin(EditedBead bead) {
    EditedBead.Fixed says = bead.fixed();
    return new Pin(bead.source(), bead.target(), says == null ? "" : says.author());
  }

  private PinnedBead described(EditedBead bead, ArticlePins article) {
    EditedBead.Fixed says = Objects.requireNonNull(bead.fixed());
    return new PinnedBead(
        article.source(bead.source().of(source)),
        article.target(bead.target().of(target)),
        says.confirmed(),
        says.type(),
        says.author(),
        says.time());
  }

  /** Returns the same beads with sentences divided only at the edges of fixed beads. */
  Rearranged in(ArticlePins.Placed placed) {
    List<EditedBead> same = new ArrayList<>();
    for (EditedBead bead : beads) {
      same.add(
          new EditedBead(
              range(bead.source().of(source), placed.source()),
              range(bead.target().of(target), placed.target()),
              bead.old(),
              bead.fixed()));
    }
    Rearranged result = new Rearranged(placed.source(), placed.target(), same, isComplete);
    List<Pin> found =
        placed.pins().stream()
            .map(pin -> new Pin(normal(pin.source()), normal(pin.target()), pin.author()))
            .toList();
    if (!placed.lost().isEmpty()
        || !found.equals(result.fixed().stream().map(Rearranged::pin).toList())) {
      throw new InputException(
          "the beads could not be told apart afterwards from others with the same texts",
          "confirm the beads before and behind these first");
    }
    return result;
  }

  private static Range normal(Range range) {
    return range.isEmpty() ? EditedBead.NONE : range;
  }

  private static Range range(List<Segment> sentences, List<Segment> parts) {
    if (sentences.isEmpty()) {
      return EditedBead.NONE;
    }
    String text = sentences.get(0).document().text();
    int start = sentences.get(0).span().start();
    int end = sentences.get(sentences.size() - 1).span().end();
    int first = start;
    while (first < end - 1 && isLeftOut(text.charAt(first))) {
      first++;
    }
    int last = end - 1;
    while (last > start && isLeftOut(text.charAt(last))) {
      last--;
    }
    return new Range(Segment.at(parts, first), Segment.at(parts, Math.max(first, last)) + 1);
  }

  /** At the edge of a part these characters may belong to the next one; see {@link ArticlePins}. */
  private static boolean isLeftOut(char c) {
    return c == '"' || Characters.isBlank(c);
  }

  /**
   * A bead during a move.
   *
   * @param source positions in the source sentences; may be empty
   * @param target positions in the target sentences; may be empty if the source is not
   * @param old the aligner's bead; null if the move made it
   * @param fixed what a person has set; null if nothing
   */
  record EditedBead(Range source, Range target, @Nullable Bead old, @Nullable Fixed fixed) {

    static final Range NONE = new Range(0, 0);

    /**
     * What a person has set for a bead; see {@link PinnedBead}.
     *
     * @param type type of its blocks; null: as read
     */
    record Fixed(boolean confirmed, @Nullable BlockType type, String author, Instant time) {

      static Fixed of(PinnedBead pin) {
        return new Fixed(pin.confirmed(), pin.type(), pin.author(), pin.time());
      }
    }

    EditedBead {
      source = source.isEmpty() ? NONE : source;
      target = target.isEmpty() ? NONE : target;
    }

    boolean isOneSided() {
      return source.isEmpty() || target.isEmpty();
    }

    /** Returns the bead with empty sides placed at the end of the preceding sides. */
    Bead in(int sourceBefore, int targetBefore, boolean moved) {
      Range from = source.isEmpty() ? new Range(sourceBefore, sourceBefore) : source;
      Range to = target.isEmpty() ? new Range(targetBefore, targetBefore) : target;
      Fixed says = fixed;
      Bead was = old;
      if (says != null) {
        String by = says.author().isEmpty() ? "a person" : says.author();
        return new Bead(from, to, 1, List.of("set by " + by), moved);
      }
      return was == null
          ? new Bead(from, to, 1, List.of(), moved)
          : new Bead(from, to, was.confidence(), was.reasons(), moved);
    }
  }
}
