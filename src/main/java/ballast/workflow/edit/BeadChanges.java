package ballast.workflow.edit;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a move does to the beads of an article; what is not changed stays. For one move. */
final class BeadChanges {

  private final OpenArticle article;
  private final String author;
  private final Instant time;

  /** New beads by the bead whose place they take. */
  private final Map<Integer, List<EditedBead>> made = new HashMap<>();

  /** Beads whose sentences the aligner places. */
  private final Set<Integer> free = new HashSet<>();

  private boolean isComplete = true;
  private CutSentences source;
  private CutSentences target;

  /**
   * @param author who makes the move; may be empty
   * @param time when, whole seconds
   */
  BeadChanges(OpenArticle article, String author, Instant time) {
    this.article = article;
    this.author = author;
    this.time = time;
    this.source = CutSentences.uncut(article.alignment().source());
    this.target = CutSentences.uncut(article.alignment().target());
  }

  CutSentences source() {
    return source;
  }

  CutSentences target() {
    return target;
  }

  /** Sentences are cut; the beads that are made from now on count the parts. */
  void cut(CutSentences newSource, CutSentences newTarget) {
    source = newSource;
    target = newTarget;
  }

  /** A bead is there no more; its sentences are in others. */
  void remove(int bead) {
    made.put(bead, List.of());
  }

  /** The aligner places the sentences of these beads. */
  void free(Collection<Integer> beads) {
    free.addAll(beads);
  }

  /** Some sentences of a bead are in none that was made: the aligner places them. */
  void freeSide() {
    isComplete = false;
  }

  /** Fixes a bead as it is. */
  void fix(int bead, boolean confirmed, @Nullable BlockType type) {
    Bead old = article.beads().get(bead);
    made.put(
        bead,
        List.of(
            new EditedBead(
                old.source(),
                old.target(),
                old,
                new EditedBead.Fixed(confirmed, type, author, time))));
  }

  /** Fixes new sentences in the place of a bead; nothing if there are none. */
  void make(int at, List<Integer> from, Range sources, Range targets) {
    List<EditedBead> here = new ArrayList<>(made.getOrDefault(at, List.of()));
    if (!isNothing(sources, targets)) {
      here.add(
          new EditedBead(
              sources,
              targets,
              null,
              new EditedBead.Fixed(/* confirmed= */ false, type(from), author, time)));
    }
    made.put(at, here);
  }

  static boolean isNothing(Range from, Range to) {
    return from.isEmpty() && to.isEmpty();
  }

  /** The type that persons have given to all of these beads that have one. */
  private @Nullable BlockType type(List<Integer> some) {
    List<BlockType> types =
        some.stream()
            .map(article::pin)
            .filter(Objects::nonNull)
            .map(PinnedBead::type)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return types.size() == 1 ? types.get(0) : null;
  }

  /** The beads after all changes. */
  Rearranged result() {
    List<EditedBead> all = new ArrayList<>();
    for (int i = 0; i < article.beads().size(); i++) {
      List<EditedBead> instead = made.get(i);
      if (instead != null) {
        all.addAll(instead);
      } else if (!free.contains(i)) {
        Bead old = article.beads().get(i);
        PinnedBead pin = article.pin(i);
        all.add(
            new EditedBead(
                source.moved(old.source()),
                target.moved(old.target()),
                old,
                pin == null ? null : EditedBead.Fixed.of(pin)));
      }
    }
    return new Rearranged(
        source.sentences(), target.sentences(), all, isComplete && free.isEmpty());
  }
}
