package ballast.workflow.edit;

import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The beads of an article by their numbers, and what a move may do with them. Immutable. */
final class NumberedBeads {

  private static final int MAX_SHOWN = 40;

  /** So many beads on either side of a move are aligned again; more would take too long. */
  private static final int MAX_LOOSE = 100;

  private final OpenArticle article;

  NumberedBeads(OpenArticle article) {
    this.article = article;
  }

  /**
   * The numbers from the first to the last, included.
   *
   * @throws InputException if there are no such beads
   */
  List<Integer> checked(int first, int last) {
    int count = article.beads().size();
    if (first < 0 || last < first || last >= count) {
      throw new InputException(
          "there is no bead "
              + (first < 0 || first >= count ? first : last)
              + ": the article has "
              + count,
          "choose another bead");
    }
    List<Integer> beads = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      beads.add(i);
    }
    return beads;
  }

  /** Positions of its sentences on a side. */
  Range range(int bead, Side side) {
    Bead one = article.beads().get(bead);
    return side == Side.SOURCE ? one.source() : one.target();
  }

  /**
   * The sentences of several beads on a side.
   *
   * @throws InputException if there are others between them
   */
  Range joined(List<Integer> merged, Side side) {
    List<Range> ranges =
        merged.stream()
            .map(bead -> range(bead, side))
            .filter(range -> !range.isEmpty())
            .sorted(Comparator.comparingInt(Range::start))
            .toList();
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1).end() != ranges.get(i).start()) {
        throw new InputException(
            "cannot merge: the " + side + " sentences do not follow one another",
            "swap or link the beads first");
      }
    }
    return ranges.isEmpty()
        ? EditedBead.NONE
        : new Range(ranges.get(0).start(), ranges.get(ranges.size() - 1).end());
  }

  /** Whether a bead holds code or a mark of the user, which keep their places. */
  boolean isCode(int bead) {
    return Stream.of(Side.values())
        .flatMap(side -> range(bead, side).of(sentences(side)).stream())
        .anyMatch(segment -> segment.type().isWhole());
  }

  private List<Segment> sentences(Side side) {
    return side == Side.SOURCE ? article.alignment().source() : article.alignment().target();
  }

  /**
   * Refuses a bead of code or marks.
   *
   * @throws InputException if it is one, or there is no such bead
   */
  void requireText(int bead) {
    checked(bead, bead);
    if (isCode(bead)) {
      throw new InputException(
          shown(bead) + " is code or a mark and keeps its place",
          "change the files, and align them again");
    }
  }

  /**
   * Refuses a bead with sentences on one side only.
   *
   * @param verb what cannot be done with it
   * @throws InputException if it is one, or there is no such bead
   */
  void requireTwoSided(int bead, String verb) {
    checked(bead, bead);
    if (article.beads().get(bead).isOneSided()) {
      throw new InputException(
          "cannot " + verb + " " + shown(bead) + ": it has sentences on one side only",
          "link it with a sentence of the other side first");
    }
  }

  /** The beads below a bead that nobody has fixed, down to the first that is fixed. */
  List<Integer> looseBelow(int bead) {
    return loose(bead, 1);
  }

  /** The beads above a bead that nobody has fixed, up to the first that is fixed. */
  List<Integer> looseAbove(int bead) {
    return loose(bead, -1);
  }

  private List<Integer> loose(int bead, int step) {
    List<Integer> loose = new ArrayList<>();
    for (int i = bead + step; isLoose(i) && loose.size() < MAX_LOOSE; i += step) {
      loose.add(i);
    }
    return loose;
  }

  private boolean isLoose(int bead) {
    return bead >= 0 && bead < article.beads().size() && article.pin(bead) == null && !isCode(bead);
  }

  /** A bead in messages: the beginning of its text. */
  String shown(int bead) {
    Bead one = article.beads().get(bead);
    String text =
        one.source().isEmpty()
            ? article.alignment().targetText(one)
            : article.alignment().sourceText(one);
    return '"' + Excerpt.of(text, MAX_SHOWN) + '"';
  }
}
