package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Workplace;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A move changes nothing far away from it: every kind of move all over the sample articles. */
final class FarBeadsTest {

  private static final Path ARTICLES = Path.of("tm/articles");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ballast-stone",
        "distant-friends",
        "leaning-to-one-side",
        "new-productive-forces"
      })
  void beadsFarFromAMoveStay(String name) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    for (String language : List.of("zh", "en")) {
      String file = name + "." + language + ".txt";
      Files.copy(ARTICLES.resolve(file), folder.resolve(file));
    }
    MovedArticle.align(Workplace.in(folder), name + ".zh.txt", name + ".en.txt");
    BeadEditor editor = MovedArticle.editor(folder);
    OpenArticle article = editor.open(name);
    List<String> before = MovedArticle.shown(article);
    int made = 0;
    for (int bead = 0; bead < before.size(); bead += 3) {
      for (BeadMove move : moves(bead)) {
        try {
          assertFarBeadsStay(before, bead, move, editor.tried(article, move));
          made++;
        } catch (InputException e) {
          assertThat(e.hint()).as("%s", move).isNotEmpty(); // not every move can be made everywhere
        }
      }
    }
    assertThat(made).isGreaterThan(3 * before.size());
  }

  private static void assertFarBeadsStay(
      List<String> before, int bead, BeadMove move, OpenArticle moved) {
    // Only this move has the aligner place beads that it does not touch, all of them below.
    int last = move instanceof BeadMove.ShiftRest ? before.size() : bead + 1;
    Set<String> after = new HashSet<>(MovedArticle.shown(moved));
    for (int i = 0; i < before.size(); i++) {
      if (i < bead || i > last) {
        assertThat(after).as("bead %s after %s", i, move).contains(before.get(i));
      }
    }
  }

  private static List<BeadMove> moves(int bead) {
    return List.of(
        new BeadMove.Merge(bead, bead + 1),
        MovedArticle.splitBetween(bead, 1, 1),
        MovedArticle.splitInside(bead, Side.SOURCE, 0, 3, 0),
        new BeadMove.ShiftDown(bead, Side.TARGET),
        new BeadMove.ShiftUp(bead, Side.SOURCE),
        new BeadMove.ShiftRest(bead, Side.TARGET),
        new BeadMove.Swap(bead),
        new BeadMove.Unlink(bead),
        new BeadMove.Confirm(bead, bead),
        new BeadMove.SetType(bead, BlockType.HEADING),
        new BeadMove.SetType(bead, BlockType.FURNITURE));
  }
}
