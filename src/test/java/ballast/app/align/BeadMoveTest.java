package ballast.app.align;

import static ballast.app.align.MovedArticle.shown;
import static ballast.app.align.MovedArticle.splitBetween;
import static ballast.app.align.MovedArticle.splitInside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every move on an article of six beads; the first bead, number 0, is the title. */
final class BeadMoveTest {

  private static final String TITLE = "桥 | The Bridge";
  private static final String MENDED = "桥修好了。 | The bridge is mended.";
  private static final String LOOKED = "两岸的人都来看。 | People from both banks came to look.";
  private static final String STONE =
      "老人说，桥是小城的压舱石。 | The old man said the bridge was the town's ballast stone.";
  private static final String MARKET = "第二天，市场开了门。 | The next day the market opened.";
  private static final String SOLD = "人们卖鱼和米。 | People sold fish and rice.";
  private static final String BOTH =
      "桥修好了。两岸的人都来看。 | The bridge is mended. People from both banks came to look.";

  @TempDir Path folder;
  private OpenArticle article;
  private BeadEditor editor;

  @BeforeEach
  void prepare() throws IOException {
    article =
        MovedArticle.of(
            folder,
            List.of("桥", "桥修好了。两岸的人都来看。老人说，桥是小城的压舱石。", "第二天，市场开了门。人们卖鱼和米。"),
            List.of(
                "The Bridge",
                "The bridge is mended. People from both banks came to look. The old man said the"
                    + " bridge was the town's ballast stone.",
                "The next day the market opened. People sold fish and rice."));
    editor = MovedArticle.editor(folder);
    assertThat(shown(article)).containsExactly(TITLE, MENDED, LOOKED, STONE, MARKET, SOLD);
  }

  private OpenArticle after(BeadMove... moves) {
    OpenArticle moved = article;
    for (BeadMove move : moves) {
      moved = editor.tried(moved, move);
    }
    return moved;
  }

  private List<String> shownAfter(BeadMove... moves) {
    return shown(after(moves));
  }

  private static List<Integer> fixed(OpenArticle moved) {
    return moved.pins().keySet().stream().sorted().toList();
  }

  private void assertRefused(BeadMove move, String words) {
    assertThatThrownBy(() -> editor.tried(article, move))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).as("hint").isNotEmpty())
        .hasMessageContaining(words);
  }

  @Test
  void neighboursAreMerged() {
    OpenArticle moved = after(BeadMove.merge(1, 2));

    assertThat(shown(moved)).containsExactly(TITLE, BOTH, STONE, MARKET, SOLD);
    assertThat(fixed(moved)).containsExactly(1);
    assertThat(moved.pin(1)).isNotNull();
    assertThat(moved.isConfirmed(1)).isFalse();
    assertThat(moved.beads().get(1).reasons()).containsExactly("set by Anna");
    assertThat(shownAfter(BeadMove.merge(1, 3))).hasSize(4).contains(TITLE, MARKET, SOLD);
  }

  @Test
  void aMergedBeadIsSplitBetweenItsSentences() {
    assertThat(shownAfter(BeadMove.merge(1, 3), splitBetween(1, 2, 2)))
        .containsExactly(TITLE, BOTH, STONE, MARKET, SOLD);
    assertThat(shownAfter(BeadMove.merge(1, 3), splitBetween(1, 0, 1)).get(1))
        .isEqualTo(" | The bridge is mended.");
    assertRefused(splitBetween(1, 1, 1), "one half would be empty");
    assertRefused(splitBetween(1, 3, 1), "there are 1");
  }

  @Test
  void aSentenceIsCutAndGrowsTogetherAgain() {
    BeadMove cut = BeadMove.split(3, new Cut(0, 4), new Cut(0, 17));
    OpenArticle moved = after(cut);

    assertThat(shown(moved))
        .containsExactly(
            TITLE,
            MENDED,
            LOOKED,
            "老人说， | The old man said",
            "桥是小城的压舱石。 | the bridge was the town's ballast stone.",
            MARKET,
            SOLD);
    assertThat(fixed(moved)).containsExactly(3, 4);
    OpenArticle together = editor.tried(moved, BeadMove.merge(3, 4));
    assertThat(shown(together)).isEqualTo(shown(article));
    assertThat(together.alignment().source()).hasSize(6);
    OpenArticle released = editor.tried(moved, BeadMove.release(4));
    assertThat(shown(released)).isEqualTo(shown(article));
    assertThat(released.pins()).isEmpty();
  }

  @Test
  void aHalfMayGoToTheNeighbour() {
    BeadMove cut = splitInside(3, Side.TARGET, 0, 17, 0);
    assertThat(shownAfter(cut).subList(3, 5))
        .containsExactly(
            " | The old man said", "老人说，桥是小城的压舱石。 | the bridge was the town's ballast stone.");
    assertThat(shownAfter(cut, BeadMove.merge(2, 3)).subList(2, 4))
        .containsExactly(
            "两岸的人都来看。 | People from both banks came to look. The old man said",
            "老人说，桥是小城的压舱石。 | the bridge was the town's ballast stone.");
    assertRefused(splitInside(3, Side.SOURCE, 0, 99, 0), "not inside");
    assertRefused(splitInside(3, Side.SOURCE, 2, 1, 0), "there are 1");
  }

  @Test
  void sentencesAreShifted() {
    assertThat(shownAfter(BeadMove.merge(1, 2), BeadMove.shiftDown(1, Side.TARGET)))
        .containsExactly(
            TITLE,
            "桥修好了。两岸的人都来看。 | The bridge is mended.",
            "老人说，桥是小城的压舱石。 | People from both banks came to look. The old man said the bridge was"
                + " the town's ballast stone.",
            MARKET,
            SOLD);
    assertThat(shownAfter(BeadMove.shiftUp(1, Side.TARGET)).subList(1, 3))
        .containsExactly(
            "桥修好了。 | The bridge is mended. People from both banks came to look.", "两岸的人都来看。 | ");
    assertThat(shownAfter(BeadMove.shiftDown(1, Side.SOURCE)).subList(1, 3))
        .containsExactly(
            " | The bridge is mended.", "桥修好了。两岸的人都来看。 | People from both banks came to look.");
    assertRefused(BeadMove.shiftDown(5, Side.SOURCE), "there is no bead 6");
    assertThat(shownAfter(BeadMove.merge(2, 3), BeadMove.shift(1, Side.TARGET, -2)).get(1))
        .startsWith("桥修好了。 | The bridge is mended. People from both banks came to look. The old");
    assertRefused(BeadMove.shift(1, Side.TARGET, -2), "no target sentence to shift");
  }

  @Test
  void aSideGoesDownFromABead() {
    OpenArticle moved = after(BeadMove.shiftRest(1, Side.TARGET));

    assertThat(shown(moved)).contains(TITLE, "桥修好了。 | ", MARKET, SOLD);
    assertThat(fixed(moved)).hasSize(1);
  }

  @Test
  void targetsAreSwappedAndSwappedBack() {
    OpenArticle moved = after(BeadMove.swap(1));

    assertThat(shown(moved).subList(1, 3))
        .containsExactly(
            "桥修好了。 | People from both banks came to look.", "两岸的人都来看。 | The bridge is mended.");
    assertThat(shown(editor.tried(moved, BeadMove.swap(1)))).isEqualTo(shown(article));
  }

  @Test
  void aBeadIsTakenApartAndLinkedAcrossOthers() {
    OpenArticle apart = after(BeadMove.unlink(1), BeadMove.unlink(4));
    List<String> shown = shown(apart);
    assertThat(shown)
        .contains("桥修好了。 | ", " | The bridge is mended.", LOOKED, SOLD)
        .doesNotContain(MENDED);
    int source = shown.indexOf("桥修好了。 | ");
    int target = shown.indexOf(" | The bridge is mended.");

    assertThat(shown(editor.tried(apart, BeadMove.link(target, source)))).contains(MENDED);
    assertRefused(BeadMove.link(1, 2), "one must be without a target");
    assertThatThrownBy(() -> editor.tried(apart, BeadMove.unlink(source)))
        .hasMessageContaining("one side only");
    assertThatThrownBy(() -> editor.tried(apart, BeadMove.swap(source)))
        .hasMessageContaining("one side only");
  }

  @Test
  void beadsAreConfirmed() {
    OpenArticle moved = after(BeadMove.confirm(2, 3));

    assertThat(shown(moved)).isEqualTo(shown(article));
    assertThat(fixed(moved)).containsExactly(2, 3);
    assertThat(moved.isConfirmed(2)).isTrue();
    assertThat(editor.tried(moved, BeadMove.confirm(2, 2))).isSameAs(moved);
    OpenArticle sure = after(BeadMove.confirmSure(0));
    assertThat(fixed(sure)).hasSize(6);
    assertThat(after(BeadMove.confirmSure(1.0)).pins().size()).isLessThan(6);
  }

  @Test
  void onlyLooseBeadsAreRealigned() {
    OpenArticle moved =
        after(BeadMove.swap(1), BeadMove.confirm(3, 3), BeadMove.setType(4, BlockType.HEADING));
    assertThat(fixed(moved)).containsExactly(1, 2, 3, 4);
    OpenArticle again = editor.tried(moved, BeadMove.realign(0, 5));
    assertThat(shown(again)).isEqualTo(shown(article));
    assertThat(fixed(again)).containsExactly(3, 4);
    assertThat(editor.tried(again, BeadMove.realign(0, 5))).isSameAs(again);
    assertRefused(BeadMove.release(1), "not fixed");
  }

  @Test
  void aTypeIsSet() {
    OpenArticle moved = after(BeadMove.setType(0, BlockType.FURNITURE));

    assertThat(moved.text().type(moved.beads().get(0))).isEqualTo(BlockType.FURNITURE);
    assertThat(moved.alignment().isUnit(moved.beads().get(0))).isFalse();
    OpenArticle back = editor.tried(moved, BeadMove.setType(0, BlockType.HEADING));
    assertThat(back.alignment().isUnit(back.beads().get(0))).isTrue();
    assertThat(shown(moved)).isEqualTo(shown(article));
  }

  @Test
  void codeAndMarksKeepTheirPlaces() throws IOException {
    OpenArticle marked =
        MovedArticle.of(
            folder.resolve("marked"),
            List.of("桥修好了。", "%%%", "市场开了门。"),
            List.of("The bridge is mended.", "%%%", "The market opened."));
    List<String> shown = shown(marked);
    assertThat(shown).contains("%%% | %%%");
    int mark = shown.indexOf("%%% | %%%");
    for (BeadMove move :
        List.of(
            BeadMove.merge(mark, mark + 1),
            BeadMove.shiftDown(mark - 1, Side.SOURCE),
            BeadMove.unlink(mark),
            BeadMove.setType(mark, BlockType.PARAGRAPH))) {
      assertThatThrownBy(() -> editor.tried(marked, move)).hasMessageContaining("mark");
    }
    OpenArticle apart = editor.tried(editor.tried(marked, BeadMove.unlink(2)), BeadMove.unlink(0));
    List<String> parts = new ArrayList<>(shown(apart));
    assertThatThrownBy(
            () ->
                editor.tried(
                    apart,
                    BeadMove.link(
                        parts.indexOf("桥修好了。 | "), parts.indexOf(" | The market opened."))))
        .hasMessageContaining("a mark lies between them");
  }

  @Test
  void thereIsNoSuchBead() {
    for (BeadMove move :
        List.of(
            BeadMove.merge(5, 6),
            BeadMove.merge(-1, 2),
            BeadMove.merge(3, 2),
            splitBetween(6, 1, 1),
            BeadMove.unlink(7),
            BeadMove.swap(5),
            BeadMove.link(0, 6),
            BeadMove.release(-1),
            BeadMove.confirm(0, 6))) {
      assertRefused(move, "there is no bead");
    }
    assertRefused(BeadMove.merge(2, 2), "one bead alone");
  }
}
