package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.FixedAlignment.FreeStretch;
import ballast.app.align.Rearranged.EditedBead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which part of an article is aligned when some of its sentences are in no bead. */
final class FreeStretchTest {

  private static final int SIZE = 200;

  private static List<Segment> sentences(Lang lang) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      blocks.add(new Block(new Span(text.length(), text.length() + 1), BlockType.PARAGRAPH));
      text.append("x\n");
    }
    Document document = new Document("a", lang, text.toString(), blocks, SourceMap.NONE);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      segments.add(new Segment(document, i, blocks.get(i).span()));
    }
    return segments;
  }

  private static EditedBead bead(int source, int target) {
    return new EditedBead(new Range(source, source + 1), new Range(target, target + 1), null, null);
  }

  private static FreeStretch stretch(List<EditedBead> beads) {
    return FreeStretch.of(
        new Rearranged(sentences(Lang.ZH_CN), sentences(Lang.EN_US), beads, false));
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
}
