package ballast.align;

import static ballast.align.Texts.beads;
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

/** Whatever a person has set or marked stays as it is, and nothing crosses it. */
final class PinsAndMarksTest {

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
    assertThat(beads(align(Texts.invented(20, 1), pin(4, 5, 5, 6), pin(9, 10, 9, 10))))
        .contains("[4]:[5]", "[9]:[9]", "[3]:[3]", "[10]:[10]");
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
    assertThat(beads(align(List.of(Texts.invented(4, 1).get(0), List.of()), pin(1, 3, 0, 0))))
        .containsExactly("[0]:[]", "[1, 2]:[]", "[3]:[]");
    assertThat(align(List.of(List.of(), List.of())).beads()).isEmpty();
  }

  @Test
  void theNameOfWhoSetABeadIsItsReason() {
    Pin pin = new Pin(new Range(1, 2), new Range(1, 2), "Lin Yuan");
    assertThat(align(Texts.invented(3, 1), pin).beads().get(1).reasons())
        .containsExactly("set by Lin Yuan");
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

  /** Lines with a mark before each of those at the rising positions {@code marks}. */
  private static List<Segment> marked(Texts texts, List<String> lines, List<Integer> marks) {
    int next = 0;
    for (int i = 0; i <= lines.size(); i++) {
      for (; next < marks.size() && marks.get(next) == i; next++) {
        texts.block(MARK, "%%% " + (next + 1));
      }
      if (i < lines.size()) {
        texts.block(PARAGRAPH, lines.get(i));
      }
    }
    return texts.segments();
  }

  /** Twice the number of marks before a sentence, one more for a mark itself. */
  private static int place(List<Segment> side, int sentence) {
    int marks = 0;
    for (Segment segment : side.subList(0, sentence)) {
      marks += segment.type() == MARK ? 2 : 0;
    }
    return marks + (side.get(sentence).type() == MARK ? 1 : 0);
  }

  private static void assertNothingCrosses(Alignment alignment, String as) {
    for (Bead bead : alignment.beads()) {
      List<Integer> places = new ArrayList<>();
      addPlaces(places, alignment.source(), bead.source());
      addPlaces(places, alignment.target(), bead.target());
      assertThat(places.stream().distinct()).as(as + ", bead " + bead).hasSize(1);
      if (places.get(0) % 2 == 1) {
        assertThat(bead.shape()).as(as + ", mark " + bead).isEqualTo("1-1");
        assertThat(bead.confidence()).isEqualTo(1);
        assertThat(bead.reasons()).containsExactly("user mark");
        assertThat(alignment.isUnit(bead)).isFalse();
      }
    }
  }

  private static void addPlaces(List<Integer> places, List<Segment> side, Range range) {
    for (int i = range.start(); i < range.end(); i++) {
      places.add(place(side, i));
    }
  }

  private static boolean holds(Range range, int position) {
    return range.start() <= position && position < range.end();
  }

  private static List<Integer> randomPlaces(SplittableRandom random, int lines, int count) {
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      places.add(random.nextInt(lines + 1));
    }
    Collections.sort(places);
    return places;
  }

  /** Marks at random places of each text, mostly wrong: also first, last and two in a row. */
  @Test
  void noBeadCrossesAMarkWhereverItStands() {
    List<List<String>> texts = Texts.invented(70, 10);
    for (long seed = 0; seed < Rounds.of(40); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> zh = texts.get(0).subList(random.nextInt(20), 21 + random.nextInt(49));
      List<String> en = texts.get(1).subList(random.nextInt(20), 21 + random.nextInt(49));
      int marks = 1 + random.nextInt(6);
      List<Segment> left = marked(Texts.zh(), zh, randomPlaces(random, zh.size(), marks));
      List<Segment> right = marked(Texts.en(), en, randomPlaces(random, en.size(), marks));

      assertNothingCrosses(aligner.align(left, right), "seed " + seed);
      assertNothingCrosses(aligner.align(right, left), "seed " + seed + " swapped");
    }
  }

  @Test
  void marksAtTheRightPlacesChangeNoPairOfAGoodAlignment() {
    List<List<String>> texts = Texts.invented(120, 21);
    List<Integer> places = List.of(0, 17, 60, 61, 120);

    Alignment alignment =
        aligner.align(
            marked(Texts.zh(), texts.get(0), places), marked(Texts.en(), texts.get(1), places));

    assertThat(alignment.beads())
        .hasSize(125)
        .allMatch(bead -> bead.source().equals(bead.target()) && bead.shape().equals("1-1"));
  }

  @Test
  void aMarkCorrectsAWrongPath() {
    // The last Chinese sentence reads like the last but one in English; the user knows better.
    List<String> zh = List.of("东港码头星期一恢复运行。", "会议由林晓主持。", "第3号码头去年运出250吨茶叶。");
    List<String> en =
        List.of(
            "The East Harbour terminal went back to work on Monday.",
            "Pier No. 3 shipped 250 tons of tea last year.",
            "A festival is held in May.");

    Alignment free =
        aligner.align(marked(Texts.zh(), zh, List.of()), marked(Texts.en(), en, List.of()));
    Alignment barred =
        aligner.align(marked(Texts.zh(), zh, List.of(2)), marked(Texts.en(), en, List.of(2)));

    assertThat(free.beads()).anyMatch(bead -> holds(bead.source(), 2) && holds(bead.target(), 1));
    assertThat(barred.beads()).anyMatch(bead -> bead.toIndexLists().equals("[2]:[2]"));
    assertThat(barred.beads()).noneMatch(bead -> bead.toIndexLists().equals("[3]:[1]"));
    assertNothingCrosses(barred, "barred");
  }

  @Test
  void movedPassagesAreNotSearchedForAcrossAMark() {
    List<List<String>> texts = Texts.invented(60, 8);
    List<String> zh = texts.get(0);
    List<String> en = new ArrayList<>(texts.get(1));
    List<String> passage = new ArrayList<>(en.subList(10, 16));
    en.subList(10, 16).clear();
    en.addAll(40, passage);

    Alignment free =
        aligner.align(marked(Texts.zh(), zh, List.of()), marked(Texts.en(), en, List.of()));
    Alignment barred =
        aligner.align(marked(Texts.zh(), zh, List.of(30)), marked(Texts.en(), en, List.of(24)));

    assertThat(free.beads()).filteredOn(Bead::moved).hasSizeGreaterThan(3);
    assertThat(barred.beads()).noneMatch(Bead::moved);
    assertNothingCrosses(barred, "barred");
  }

  @Tag("slow")
  @Test
  void longTextsGoThroughAllTheirMarks() {
    List<List<String>> texts = Texts.invented(5_000, 9);
    List<String> zh = texts.get(0);
    List<String> en = new ArrayList<>(texts.get(1));
    // The translation of a chapter is missing; only its mark is there.
    en.subList(2_000, 2_700).clear();
    List<Segment> left = marked(Texts.zh(), zh, List.of(500, 1_999, 2_000, 2_700, 4_100));
    List<Segment> right = marked(Texts.en(), en, List.of(500, 1_999, 2_000, 2_000, 3_400));

    Alignment alignment = aligner.align(left, right);

    assertNothingCrosses(alignment, "long");
    assertThat(alignment.beads()).filteredOn(Bead::isOneSided).hasSizeBetween(700, 730);
    assertThat(alignment.beads())
        .filteredOn(bead -> bead.shape().equals("1-1"))
        .hasSizeGreaterThan(4_280);
  }

  /** Only the marks show the way through these texts. */
  @Tag("slow")
  @Test
  void longTextsWithNothingInCommonGoThroughTheirMarks() {
    List<String> zh = Texts.invented(2_500, 10).get(0);
    List<String> en = Texts.invented(3_500, 13).get(1);
    List<Segment> left = marked(Texts.zh(), zh, List.of(100, 150, 2_400));
    List<Segment> right = marked(Texts.en(), en, List.of(1_500, 1_900, 3_000));

    assertNothingCrosses(aligner.align(left, right), "nothing in common");
  }

  @Test
  void anUnequalNumberOfMarksIsRejected() {
    List<Segment> left = marked(Texts.zh(), List.of("门开了。"), List.of(0, 1));
    List<Segment> right = marked(Texts.en(), List.of("The door opened."), List.of(1));

    assertThatThrownBy(() -> aligner.align(left, right))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 here, 1 there");
  }

  @Test
  void theBandThroughMarksContainsOnlyTheCellsBetweenThem() {
    Band band = Band.full(6, 5).through(new int[] {1, 4}, new int[] {3, 4});

    assertThat(
            List.of(band.low(0), band.low(1), band.low(2), band.low(4), band.low(5), band.low(6)))
        .containsExactly(0, 0, 4, 4, 5, 5);
    assertThat(List.of(band.high(0), band.high(1), band.high(2), band.high(4), band.high(5)))
        .containsExactly(3, 3, 4, 4, 5);
    assertThat(band.cells()).isEqualTo(2 * 4 + 3 + 2);
  }
}
