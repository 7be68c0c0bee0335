package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlignmentTest {

  private static final Instant NOW = Instant.parse("2026-02-14T08:30:00Z");

  private final Document chinese =
      document(Lang.ZH_CN, "甲。乙。\n广告", BlockType.PARAGRAPH, BlockType.FURNITURE);

  private final Document english =
      document(Lang.EN_US, "A. B.\nAd", BlockType.PARAGRAPH, BlockType.FURNITURE);

  private final List<Segment> source =
      List.of(
          new Segment(chinese, 0, new Span(0, 2)),
          new Segment(chinese, 0, new Span(2, 4)),
          new Segment(chinese, 1, new Span(5, 7)));

  private final List<Segment> target =
      List.of(
          new Segment(english, 0, new Span(0, 2)),
          new Segment(english, 0, new Span(3, 5)),
          new Segment(english, 1, new Span(6, 8)));

  @Test
  void beadsMustTileBothSides() {
    assertThatThrownBy(() -> new Alignment(source, target, List.of(bead(0, 2, 0, 2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Alignment(source, target, List.of(bead(0, 1, 0, 2), bead(2, 3, 2, 3))))
        .hasMessageContaining("gap");
    assertThatThrownBy(
            () -> new Alignment(source, target, List.of(bead(0, 2, 0, 2), bead(1, 3, 2, 3))))
        .hasMessageContaining("[1, 2]:[2]");
  }

  @Test
  void onlyMovedBeadsMayCross() {
    List<Bead> crossing = List.of(bead(0, 1, 1, 2), bead(1, 2, 0, 1), bead(2, 3, 2, 3));
    assertThatThrownBy(() -> new Alignment(source, target, crossing))
        .hasMessageContaining("[1]:[0] is out of order");
    Bead moved = new Bead(new Range(1, 2), new Range(0, 1), 1, List.of(), true);
    List<Bead> beads = List.of(crossing.get(0), moved, crossing.get(2));
    assertThat(new Alignment(source, target, beads).units("doc", "mei", NOW)).hasSize(2);
  }

  @Test
  void sentencesAreJoinedAsTheirLanguageWrites() {
    Alignment alignment =
        new Alignment(source, target, List.of(bead(0, 2, 0, 2), bead(2, 3, 2, 3)));
    Bead first = alignment.beads().get(0);
    assertThat(alignment.sourceText(first)).isEqualTo("甲。乙。");
    assertThat(alignment.targetText(first)).isEqualTo("A. B.");
    assertThat(first.shape()).isEqualTo("2-2");
    assertThat(first.toIndexLists()).isEqualTo("[0, 1]:[0, 1]");
  }

  @Test
  void furnitureAndOneSidedBeadsBecomeNoUnits() {
    List<Bead> beads =
        List.of(bead(0, 1, 0, 1), bead(1, 2, 1, 1), bead(2, 2, 1, 2), bead(2, 3, 2, 3));
    List<Unit> units = new Alignment(source, target, beads).units("doc", "mei", NOW);
    assertThat(units).hasSize(1);
    assertThat(units.get(0).source()).isEqualTo("甲。");
    assertThat(units.get(0).provenance().position()).isEqualTo(1);
    assertThat(units.get(0).provenance().status()).isEqualTo(Unit.Status.DRAFT);
  }

  @Test
  void aSegmentMustLieInItsBlock() {
    assertThatThrownBy(() -> new Segment(chinese, 0, new Span(2, 6)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Segment(chinese, 0, new Span(2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bead bead(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
    return new Bead(
        new Range(sourceStart, sourceEnd), new Range(targetStart, targetEnd), 0.9, List.of());
  }

  private static Document document(Lang lang, String text, BlockType... types) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      blocks.add(new Block(new Span(start, start + lines[i].length()), types[i]));
      start += lines[i].length() + 1;
    }
    return new Document("doc", lang, text, blocks, SourceMap.NONE);
  }

  @Test
  void aSegmentIsFoundByTheOffsetOfACharacter() {
    Document document = document(Lang.EN_US, "One. Two.", BlockType.PARAGRAPH);
    List<Segment> segments =
        List.of(new Segment(document, 0, new Span(0, 4)), new Segment(document, 0, new Span(5, 9)));
    int[] expected = {0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2};
    for (int offset = 0; offset < expected.length; offset++) {
      assertThat(Segment.at(segments, offset)).as("offset %d", offset).isEqualTo(expected[offset]);
    }
    assertThat(Segment.at(List.of(), 3)).isZero();
  }
}
