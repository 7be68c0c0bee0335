package ballast.align;

import static ballast.bitext.BlockType.FURNITURE;
import static ballast.bitext.BlockType.MARK;
import static ballast.bitext.BlockType.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.Rounds;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person has set stays as it is, and nothing crosses it. */
class PinsTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private static Pin pin(int from, int to, int targetFrom, int targetTo) {
    return new Pin(new Range(from, to), new Range(targetFrom, targetTo), "");
  }

  private Alignment align(List<List<String>> texts, Pin... pins) {
    return aligner.align(
        Texts.lines(Lang.ZH_CN, texts.get(0)),
        Texts.lines(Lang.EN_US, texts.get(1)),
        List.of(),
        List.of(pins));
  }

  private static List<String> beads(Alignment alignment) {
    return alignment.beads().stream().map(Bead::toIndexLists).toList();
  }

  private static void assertKept(Alignment alignment, List<Pin> pins, String as) {
    for (Pin pin : pins) {
      assertThat(alignment.beads())
          .as(as + ", " + pin)
          .filteredOn(
              bead ->
                  bead.source().size() == pin.source().size()
                      && bead.target().size() == pin.target().size()
                      && (pin.source().isEmpty() || bead.source().equals(pin.source()))
                      && (pin.target().isEmpty() || bead.target().equals(pin.target())))
          .hasSize(1)
          .allMatch(bead -> bead.confidence() == 1 && bead.reasons().get(0).startsWith("set by "));
    }
  }

  @Test
  void sentencesAreMerged() {
    Alignment alignment = align(Texts.invented(20, 1), pin(4, 6, 4, 6));

    assertThat(beads(alignment)).hasSize(19).contains("[3]:[3]", "[4, 5]:[4, 5]", "[6]:[6]");
  }

  @Test
  void aBeadOfAnyShapeIsKept() {
    Alignment alignment = align(Texts.invented(30, 1), pin(4, 12, 4, 5), pin(20, 21, 13, 29));

    assertThat(beads(alignment)).contains("[4, 5, 6, 7, 8, 9, 10, 11]:[4]", "[3]:[3]");
    assertKept(alignment, List.of(pin(4, 12, 4, 5), pin(20, 21, 13, 29)), "any shape");
  }

  @Test
  void aShiftMovesWhatLiesBetweenTwoPins() {
    Alignment alignment = align(Texts.invented(20, 1), pin(4, 5, 5, 6), pin(9, 10, 9, 10));

    assertThat(beads(alignment)).contains("[4]:[5]", "[9]:[9]", "[3]:[3]", "[10]:[10]");
  }

  @Test
  void anUnlinkedPairStaysApart() {
    Alignment alignment = align(Texts.invented(20, 1), pin(7, 8, 0, 0), pin(0, 0, 7, 8));

    assertThat(beads(alignment)).contains("[7]:[]", "[]:[7]", "[6]:[6]", "[8]:[8]").hasSize(21);
    assertKept(alignment, List.of(pin(7, 8, 0, 0), pin(0, 0, 7, 8)), "apart");
  }

  @Test
  void aSwappedPairCrosses() {
    Alignment alignment = align(Texts.invented(20, 1), pin(7, 8, 8, 9), pin(8, 9, 7, 8));

    assertThat(beads(alignment)).contains("[7]:[8]", "[8]:[7]", "[6]:[6]", "[9]:[9]").hasSize(20);
    assertThat(alignment.beads()).filteredOn(Bead::moved).hasSize(1);
    assertKept(alignment, List.of(pin(7, 8, 8, 9), pin(8, 9, 7, 8)), "swapped");
  }

  @Test
  void pinsMayStandAtBothEnds() {
    Alignment alignment = align(Texts.invented(20, 1), pin(0, 2, 0, 1), pin(19, 20, 18, 20));

    assertThat(beads(alignment)).startsWith("[0, 1]:[0]").endsWith("[19]:[18, 19]");
  }

  @Test
  void pinsMayLeaveNothingToAlign() {
    Alignment alignment =
        align(Texts.invented(3, 1), pin(0, 1, 0, 1), pin(1, 3, 1, 2), pin(0, 0, 2, 3));

    assertThat(beads(alignment)).containsExactly("[0]:[0]", "[1, 2]:[1]", "[]:[2]");
  }

  @Test
  void oneTextMayBeEmpty() {
    List<List<String>> texts = List.of(Texts.invented(4, 1).get(0), List.of());

    assertThat(beads(align(texts, pin(1, 3, 0, 0))))
        .containsExactly("[0]:[]", "[1, 2]:[]", "[3]:[]");
    assertThat(align(List.of(List.of(), List.of())).beads()).isEmpty();
  }

  @Test
  void theNameOfWhoSetABeadIsItsReason() {
    Pin pin = new Pin(new Range(1, 2), new Range(1, 2), "Lin Yuan");
    Alignment alignment = align(Texts.invented(3, 1), pin);

    assertThat(alignment.beads().get(1).reasons()).containsExactly("set by Lin Yuan");
  }

  @Test
  void furnitureAtTheEndCanBePinned() {
    List<Segment> zh = Texts.zh().block(PARAGRAPH, "门开了。").block(FURNITURE, "版权", "上一页").segments();
    List<Segment> en =
        Texts.en()
            .block(PARAGRAPH, "The door opened.")
            .block(FURNITURE, "Home", "Copyright")
            .segments();
    List<Pin> pins = List.of(pin(1, 2, 2, 3));

    assertKept(aligner.align(zh, en, List.of(), pins), pins, "furniture");
    assertKept(aligner.align(en, zh, List.of(), pins(2, 3, 1, 2)), pins(2, 3, 1, 2), "swapped");
  }

  private static List<Pin> pins(int from, int to, int targetFrom, int targetTo) {
    return List.of(pin(from, to, targetFrom, targetTo));
  }

  /** Pins of any shape at random places, most of them wrong, in and out of order. */
  @Test
  void everyPinIsKeptWhereverItStands() {
    List<List<String>> texts = Texts.invented(70, 10);
    List<Segment> zh = Texts.lines(Lang.ZH_CN, texts.get(0));
    List<Segment> en = Texts.lines(Lang.EN_US, texts.get(1));
    for (long seed = 0; seed < Rounds.of(12); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Range> left = ranges(random, 70);
      List<Range> right = ranges(random, 70);
      if (seed % 2 == 0) {
        Collections.shuffle(right, new Random(seed));
      }
      List<Pin> pins = new ArrayList<>();
      for (int k = 0; k < Math.min(left.size(), right.size()); k++) {
        Range none = new Range(0, 0);
        int kind = random.nextInt(6);
        pins.add(new Pin(kind == 0 ? none : left.get(k), kind == 1 ? none : right.get(k), ""));
      }
      Alignment alignment = aligner.align(zh, en, List.of(), pins);
      assertKept(alignment, pins, "seed " + seed);
      assertThat(aligner.align(zh, en, List.of(), pins)).isEqualTo(alignment);
      List<Pin> turned = pins.stream().map(p -> new Pin(p.target(), p.source(), "")).toList();
      assertKept(aligner.align(en, zh, List.of(), turned), turned, "turned, seed " + seed);
    }
  }

  private static List<Range> ranges(SplittableRandom random, int sentences) {
    List<Range> ranges = new ArrayList<>();
    int at = random.nextInt(12);
    while (at < sentences) {
      int end = Math.min(sentences, at + 1 + random.nextInt(4));
      ranges.add(new Range(at, end));
      at = end + random.nextInt(12);
    }
    return ranges;
  }

  @Tag("slow")
  @Test
  void longTextsGoThroughAllTheirPins() {
    List<List<String>> texts = Texts.invented(2_600, 9);
    List<Pin> pins =
        List.of(pin(500, 503, 500, 502), pin(1_600, 1_601, 1_610, 1_611), pin(2_599, 2_600, 0, 0));

    assertKept(align(texts, pins.toArray(Pin[]::new)), pins, "long");
  }

  @Test
  void pinsThatContradictEachOtherAreRefused() {
    List<List<String>> texts = Texts.invented(5, 1);

    assertThatThrownBy(() -> align(texts, pin(0, 2, 0, 1), pin(1, 2, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlaps");
    assertThatThrownBy(() -> align(texts, pin(0, 1, 5, 6))).hasMessageContaining("leaves the text");
    assertThatThrownBy(() -> pin(1, 1, 1, 1)).hasMessageContaining("at least one side");
  }

  @Test
  void pinsDoNotCrossMarks() {
    List<Segment> zh = Texts.zh().block(PARAGRAPH, "门开了。").block(MARK, "%%%").segments();
    List<Segment> en = Texts.en().block(MARK, "%%%").block(PARAGRAPH, "It opened.").segments();

    assertThatThrownBy(() -> aligner.align(zh, en, List.of(), pins(0, 1, 1, 2)))
        .hasMessageContaining("crosses a mark");
    assertThatThrownBy(() -> aligner.align(zh, en, List.of(), pins(1, 2, 0, 1)))
        .hasMessageContaining("contains a mark");
  }
}
