package ballast.app.align;

import static ballast.app.align.MovedArticle.shown;
import static ballast.app.align.MovedArticle.splitBetween;
import static ballast.app.align.MovedArticle.splitInside;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Texts;
import ballast.app.align.FixedAlignment.FreeStretch;
import ballast.app.align.Rearrangement.EditedBead;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which part of an article is aligned when some of its sentences are in no bead. */
final class FreeStretchTest {

  private static final int SIZE = 200;
  @TempDir Path folder;

  private static List<Segment> sentences(Lang lang) {
    return Texts.lines(lang, Collections.nCopies(SIZE, "x"));
  }

  private static EditedBead bead(int source, int target) {
    return new EditedBead(new Range(source, source + 1), new Range(target, target + 1), null, null);
  }

  private static FreeStretch stretch(List<EditedBead> beads) {
    return FreeStretch.of(
        new ArticlePins(sentences(Lang.ZH_CN), sentences(Lang.EN_US)).place(List.of()), beads);
  }

  private static List<EditedBead> allBut(int... free) {
    List<EditedBead> beads = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      beads.add(bead(i, i));
    }
    for (int one : free) {
      beads.remove(bead(one, one));
    }
    return beads;
  }

  @Test
  void someBeadsAroundTheFreeSentencesAreWithThem() {
    assertThat(stretch(allBut(100, 102)))
        .isEqualTo(new FreeStretch(new Range(70, 133), new Range(70, 133)));
    assertThat(stretch(allBut(3))).isEqualTo(new FreeStretch(new Range(0, 34), new Range(0, 34)));
  }

  @Test
  void noBeadIsCut() {
    List<EditedBead> beads = allBut(90, 100, 150);
    beads.add(bead(90, 150));
    beads.add(bead(150, 90));

    assertThat(stretch(beads)).isEqualTo(new FreeStretch(new Range(70, 151), new Range(70, 151)));
  }

  @Test
  void sentencesThatAreFreeOnOneSideOnlyAreAlignedWithTheBeadsAroundThem() {
    List<EditedBead> beads = allBut(100);
    beads.add(new EditedBead(EditedBead.NONE, new Range(100, 101), null, null));

    assertThat(stretch(beads)).isEqualTo(new FreeStretch(new Range(70, 131), new Range(70, 131)));
  }

  @ParameterizedTest
  @FieldSource("ballast.cli.GoldBeads#ARTICLES")
  void beadsFarFromAMoveStay(String name) throws IOException {
    BeadEditor editor = MovedArticle.sample(folder, name);
    OpenArticle article = editor.open(name);
    List<String> before = shown(article);
    int made = 0;
    for (int bead = 0; bead < before.size(); bead += 3) {
      for (BeadMove move : moves(bead)) {
        made += assertFarBeadsStay(editor, article, new Range(bead, bead + 2), move);
      }
      // Only this move has the aligner place beads that it does not touch, all of them below.
      Range below = new Range(bead, before.size());
      BeadMove shift = BeadMove.shiftRest(bead, Side.TARGET);
      made += assertFarBeadsStay(editor, article, below, shift);
    }
    assertThat(made).isGreaterThan(3 * before.size());
  }

  /** Returns 1, or 0 if the move cannot be made here. */
  private static int assertFarBeadsStay(
      BeadEditor editor, OpenArticle article, Range near, BeadMove move) {
    List<String> before = shown(article);
    try {
      Set<String> after = new HashSet<>(shown(editor.tried(article, move)));
      for (int i = 0; i < before.size(); i++) {
        if (i < near.start() || i >= near.end()) {
          assertThat(after).as("bead %s after %s at %s", i, move, near).contains(before.get(i));
        }
      }
      return 1;
    } catch (InputException e) {
      assertThat(e.hint()).as("%s", move).isNotEmpty();
      return 0;
    }
  }

  private static List<BeadMove> moves(int bead) {
    return List.of(
        BeadMove.merge(bead, bead + 1),
        splitBetween(bead, 1, 1),
        splitInside(bead, Side.SOURCE, 0, 3, 0),
        BeadMove.shiftDown(bead, Side.TARGET),
        BeadMove.shiftUp(bead, Side.SOURCE),
        BeadMove.swap(bead),
        BeadMove.unlink(bead),
        BeadMove.confirm(bead, bead),
        BeadMove.setType(bead, BlockType.HEADING),
        BeadMove.setType(bead, BlockType.FURNITURE));
  }
}
