package ballast.workflow.align;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.format.article.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses two texts with different marks, because it is unclear which marks correspond. */
final class MarkCheck {

  /** Code points of a mark that a message shows. */
  private static final int MAX_SHOWN = 40;

  private final Mark mark;

  /**
   * @param mark how marks look
   */
  MarkCheck(Mark mark) {
    this.mark = mark;
  }

  /** One mark of a document. */
  private record Place(String label, String words) {}

  /**
   * @throws InputException if one text has more marks than the other, or other labels
   */
  void check(Document source, Document target) {
    List<Place> here = places(source);
    List<Place> there = places(target);
    int common = Math.min(here.size(), there.size());
    for (int k = 0; k < common; k++) {
      if (!agree(here.get(k), there.get(k))) {
        throw otherLabel(source, here, target, there, k);
      }
    }
    if (here.size() != there.size()) {
      Place alone = here.size() > there.size() ? here.get(common) : there.get(common);
      throw refused(counts(source, here, target, there) + alone.words() + " has no partner");
    }
  }

  private InputException otherLabel(
      Document source, List<Place> here, Document target, List<Place> there, int at) {
    Place left = here.get(at);
    Place right = there.get(at);
    String counts = counts(source, here, target, there);
    boolean leftAlone = !labels(there).contains(left.label());
    boolean rightAlone = !labels(here).contains(right.label());
    if (leftAlone == rightAlone) {
      return refused(counts + left.words() + " is opposite " + right.words());
    }
    return refused(counts + (leftAlone ? left : right).words() + " has no partner");
  }

  private InputException refused(String message) {
    return new InputException(
        message,
        "put the same marks, in the same order, into both texts; if these lines are not"
            + " marks, choose others with --mark TEXT");
  }

  private static String counts(
      Document source, List<Place> here, Document target, List<Place> there) {
    return String.format(
        Locale.ROOT,
        "the marks of the two texts are not the same: \"%s\" has %d, \"%s\" has %d; ",
        source.name(),
        here.size(),
        target.name(),
        there.size());
  }

  private static Set<String> labels(List<Place> places) {
    return places.stream().map(Place::label).collect(Collectors.toSet());
  }

  /** A mark without a label corresponds to any other mark. */
  private static boolean agree(Place left, Place right) {
    return left.label().isEmpty() || right.label().isEmpty() || left.label().equals(right.label());
  }

  private List<Place> places(Document document) {
    return document.blocks().stream()
        .filter(block -> block.type() == BlockType.MARK)
        .map(block -> place(document, block))
        .toList();
  }

  private Place place(Document document, Block block) {
    String text = document.text(block);
    int line = document.location(block.span().start()).line();
    return new Place(
        mark.label(text).toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT,
            "\"%s\" (line %d of \"%s\")",
            Excerpt.of(text, MAX_SHOWN),
            line,
            document.name()));
  }
}
