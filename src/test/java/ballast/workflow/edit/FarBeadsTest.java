package ballast.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      strings = {"ballast-stone", "distant-friends", "leaning-to-one-side", "new-productive-forces"
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
    long nanos = 0;
    List<String> changed = new ArrayList<>();
    for (int bead = 0; bead < before.size(); bead++) {
      for (BeadMove move : moves(bead)) {
        try {
          long start = System.nanoTime();
          OpenArticle moved = editor.tried(article, move);
          nanos += System.nanoTime() - start;
          made++;
          Set<String> after = new HashSet<>(MovedArticle.shown(moved));
          for (int i = 0; i < before.size(); i++) {
            if (Math.abs(i - bead) > 1 && !after.contains(before.get(i))) {
              changed.add(move + " changes bead " + i);
            }
          }
        } catch (InputException e) {
          // Not every move can be made everywhere.
        }
      }
    }
    System.out.println(
        name + " " + article.alignment().source().size() + " " + made + " moves, changed "
            + changed.size() + "; ms " + nanos / 1e6 / made);
    changed.stream().limit(40).forEach(System.out::println);
    assertThat(made).isPositive();
  }

  private static List<BeadMove> moves(int bead) {
    return List.of(
        BeadMove.mergeWithNext(bead),
        BeadMove.splitBetween(bead, 1, 1),
        BeadMove.splitInside(bead, Side.SOURCE, 0, 3, 0),
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
