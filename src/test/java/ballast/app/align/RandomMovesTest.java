package ballast.app.align;

import static ballast.app.align.MovedArticle.splitBetween;
import static ballast.app.align.MovedArticle.splitInside;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Many moves at random on the sample articles, recorded, and all of them taken back. */
final class RandomMovesTest {
  private static final int MOVES = Rounds.of(200);

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("ballast.cli.GoldBeads#ARTICLES")
  void everySentenceStaysAndUndoLeadsBackToTheBeginning(String name) throws IOException {
    BeadEditor editor = MovedArticle.sample(folder, name);
    OpenArticle first = editor.open(name);
    OpenArticle article = first;
    long seed = name.hashCode();
    SplittableRandom random = new SplittableRandom(seed);
    int recorded = 0;
    for (int k = 0; k < MOVES; k++) {
      BeadMove move = move(random, article.beads().size());
      try {
        OpenArticle moved = editor.apply(article, move);
        recorded += moved.equals(article) ? 0 : 1;
        article = moved;
      } catch (InputException e) {
        assertThat(e.hint()).as("hint for %s, seed %s", move, seed).isNotEmpty();
      }
      for (Side side : Side.values()) {
        assertThat(text(article, side)).as("%s, seed %s", move, seed).isEqualTo(text(first, side));
      }
    }
    assertThat(recorded).isGreaterThan(MOVES / 3);
    assertThat(editor.open(name).problems()).as("seed %s", seed).isEmpty();
    assertThat(editor.open(name).pinsInOrder())
        .as("seed %s", seed)
        .containsExactlyInAnyOrderElementsOf(article.pinsInOrder());
    for (int k = 0; k < recorded; k++) {
      article = Undo.last(editor, article);
    }
    assertThat(article.beads()).as("seed %s", seed).isEqualTo(first.beads());
    assertThat(editor.open(name).beads()).as("seed %s", seed).isEqualTo(first.beads());
  }

  static BeadMove move(SplittableRandom random, int beads) {
    int bead = random.nextInt(beads);
    Side side = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
    return switch (random.nextInt(13)) {
      case 0 -> BeadMove.merge(bead, bead + 1);
      case 1 -> splitBetween(bead, random.nextInt(3), random.nextInt(3));
      case 2 -> splitInside(bead, side, 0, 1 + random.nextInt(20), random.nextInt(2));
      case 3 -> BeadMove.shiftDown(bead, side);
      case 4 -> BeadMove.shiftUp(bead, side);
      case 5 -> BeadMove.shiftRest(bead, side);
      case 6 -> BeadMove.swap(bead);
      case 7 -> BeadMove.unlink(bead);
      case 8 -> BeadMove.link(bead, Math.min(beads - 1, bead + random.nextInt(5)));
      case 9 -> BeadMove.confirm(bead, Math.min(beads - 1, bead + random.nextInt(3)));
      case 10 -> BeadMove.release(bead);
      case 11 -> BeadMove.realign(bead, Math.min(beads - 1, bead + random.nextInt(10)));
      default ->
          BeadMove.setType(bead, random.nextBoolean() ? BlockType.HEADING : BlockType.PARAGRAPH);
    };
  }

  /** All of a side, from its beads; without white space, which a cut may leave out. */
  private static String text(OpenArticle article, Side side) {
    boolean isSource = side == Side.SOURCE;
    List<Segment> sentences =
        isSource ? article.alignment().source() : article.alignment().target();
    return article.beads().stream()
        .map(bead -> isSource ? bead.source() : bead.target())
        .filter(range -> !range.isEmpty())
        .sorted((one, other) -> Integer.compare(one.start(), other.start()))
        .flatMap(range -> range.of(sentences).stream())
        .map(sentence -> sentence.text().replaceAll("\\s", ""))
        .collect(Collectors.joining());
  }
}
