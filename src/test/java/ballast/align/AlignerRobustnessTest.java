package ballast.align;

import static ballast.bitext.BlockType.MARK;
import static ballast.bitext.BlockType.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@link Alignment} itself checks that beads tile both sides, so every call of the aligner tests
 * that.
 */
class AlignerRobustnessTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private Alignment align(List<String> zh, List<String> en) {
    return aligner.align(Texts.lines(Lang.ZH_CN, zh), Texts.lines(Lang.EN_US, en));
  }

  /**
   * The share of the source sentences {@code from} to {@code to}, exclusive, that are paired with
   * the target sentence {@code shift} positions further.
   */
  private static double right(Alignment alignment, int from, int to, int shift) {
    double hits = 0;
    for (Bead bead : alignment.beads()) {
      int at = bead.source().start();
      hits +=
          bead.shape().equals("1-1") && at >= from && at < to && bead.target().start() == at + shift
              ? 1
              : 0;
    }
    return hits / (to - from);
  }

  @Test
  void emptySidesGiveOneSidedBeadsOrNone() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, List.of("一。", "二。"));

    assertThat(aligner.align(List.of(), List.of()).beads()).isEmpty();
    assertThat(aligner.align(zh, List.of()).beads()).hasSize(2).allMatch(Bead::isOneSided);
    assertThat(aligner.align(List.of(), zh).beads()).hasSize(2).allMatch(Bead::isOneSided);
  }

  @Test
  void oneSentenceAgainstAThousand() {
    List<List<String>> texts = Texts.invented(1000, 1);

    Alignment alignment = align(texts.get(0).subList(500, 501), texts.get(1));

    assertThat(alignment.beads()).hasSizeGreaterThanOrEqualTo(997);
    assertThat(align(texts.get(0), texts.get(1).subList(3, 4)).beads())
        .hasSizeGreaterThanOrEqualTo(997);
  }

  @Test
  void aTextIsAlignedWithItselfOneToOne() {
    for (long seed = 0; seed < 8; seed++) {
      List<List<String>> texts = Texts.invented(5 + (int) seed * 20, seed);
      for (List<String> text : texts) {
        List<Segment> segments =
            Texts.lines(text.equals(texts.get(0)) ? Lang.ZH_CN : Lang.EN_US, text);

        assertThat(aligner.align(segments, segments).beads())
            .as("seed %d", seed)
            .hasSize(segments.size())
            .allMatch(bead -> bead.source().equals(bead.target()));
      }
    }
  }

  @Test
  void nothingInCommonStillTilesWithLittleConfidence() {
    List<String> zh = Texts.invented(60, 3).get(0);
    List<String> en = Texts.invented(80, 4).get(1);

    Alignment alignment = align(zh, en);

    List<Bead> pairs = alignment.beads().stream().filter(bead -> !bead.isOneSided()).toList();
    assertThat(pairs.stream().mapToDouble(Bead::confidence).average().orElse(0)).isLessThan(0.7);
    assertThat(pairs).hasSizeLessThan(60);
  }

  @Test
  void identicalSentencesEverywhere() {
    Alignment alignment =
        align(Collections.nCopies(50, "他点了点头。"), Collections.nCopies(50, "He nodded."));

    assertThat(alignment.beads()).hasSize(50).allMatch(bead -> bead.shape().equals("1-1"));
  }

  @Test
  void swappedParagraphsDoNotDisturbTheFollowingOnes() {
    List<List<String>> texts = Texts.invented(200, 5);
    List<String> en = new ArrayList<>(texts.get(1));
    Collections.rotate(en.subList(80, 100), 10);

    Alignment alignment = align(texts.get(0), en);

    assertThat(right(alignment, 0, 75, 0)).isGreaterThan(0.95);
    assertThat(right(alignment, 105, 200, 0)).isGreaterThan(0.95);
  }

  @Test
  void thirtyUntranslatedSentencesAreSkipped() {
    List<List<String>> texts = Texts.invented(200, 6);
    List<String> en = new ArrayList<>(texts.get(1));
    en.subList(90, 120).clear();

    Alignment alignment = align(texts.get(0), en);

    assertThat(right(alignment, 0, 88, 0)).isGreaterThan(0.95);
    assertThat(right(alignment, 122, 200, -30)).isGreaterThan(0.95);
    assertThat(alignment.beads()).filteredOn(Bead::isOneSided).hasSizeBetween(26, 34);
  }

  @Tag("slow")
  @Test
  void theWorkOnLongTextsIsBoundedAndTheBandFollowsALongGap() {
    List<List<String>> texts = Texts.invented(25_000, 8);
    List<String> zh = new ArrayList<>(texts.get(0));
    zh.subList(9_000, 11_000).clear();
    SplittableRandom random = new SplittableRandom(8);
    zh.removeIf(line -> random.nextInt(23_000) < 3_000);
    Lexicon lexicon = Lexicon.bundled();
    Sentence.Reader reader = new Sentence.Reader(lexicon.words());
    TextSide left = TextSide.of(Texts.lines(Lang.ZH_CN, zh), reader);
    TextSide right = TextSide.of(Texts.lines(Lang.EN_US, texts.get(1)), reader);

    Band band = CoarsePath.of(BothTexts.of(left, right, lexicon, AlignerParameters.DEFAULT)).band();

    assertThat(band.cells()).isLessThanOrEqualTo(CoarsePath.MAX_CELLS);
    for (int column = 100; column < 25_000; column += 100) {
      int row = zh.indexOf(texts.get(0).get(column));
      assertThat(row < 0 || band.contains(row, column)).as("%d with %d", row, column).isTrue();
    }
  }

  @Tag("slow")
  @Test
  void textsLongerThanAWindowAreAlignedAcrossItsEdges() {
    int size = CoarsePath.WINDOW * 2 / 3;
    List<List<String>> texts = Texts.invented(size, 12);
    List<String> zh = new ArrayList<>(texts.get(0));
    // The gap lies where the first window ends.
    zh.subList(size / 2 + 700, size / 2 + 900).clear();

    Alignment alignment = align(zh, texts.get(1));

    assertThat(right(alignment, 0, size / 2 + 690, 0)).isGreaterThan(0.97);
    assertThat(right(alignment, size / 2 + 710, zh.size(), 200)).isGreaterThan(0.97);
  }

  @Tag("hostile")
  @Test
  void hostileSentences() {
    List<String> hostile =
        List.of(
            "7".repeat(10_000),
            "长".repeat(1_000_000),
            "a".repeat(1_000_000),
            "\u0000\u0007\u001b[31m",
            "\ud83d\ude00\ud840\udc00\ud840\udc01",
            "\ud800",
            "…………",
            "1.".repeat(5_000),
            "𠀀𠀁 one hundred and and and",
            "   ");

    // Sentences without words may be left alone; the others must pair with themselves.
    assertThat(align(hostile, hostile).beads())
        .hasSizeLessThan(2 * hostile.size())
        .allMatch(bead -> bead.isOneSided() || bead.source().equals(bead.target()));
    assertThat(align(hostile, List.of("Hello.")).beads()).isNotEmpty();
    assertThat(align(List.of("你好。"), hostile).beads()).isNotEmpty();
  }

  @Test
  void twiceTheSameGivesTheSame() {
    List<List<String>> texts = Texts.invented(80, 9);
    List<String> en = texts.get(1).subList(5, 78);

    assertThat(align(texts.get(0), en).beads()).isEqualTo(align(texts.get(0), en).beads());
  }

  @Test
  void randomStructuresAlwaysTile() {
    for (long seed = 0; seed < Rounds.of(40); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Segment> zh = randomBlocks(Texts.zh(), 0, random);
      List<Segment> en = randomBlocks(Texts.en(), 1, random);

      assertThat(aligner.align(zh, en).beads()).as("seed %d", seed).isNotEmpty();
      assertThat(aligner.align(en, zh).beads()).as("seed %d", seed).isNotEmpty();
    }
  }

  private static List<Segment> randomBlocks(Texts texts, int side, SplittableRandom random) {
    List<String> lines = Texts.invented(60, 10).get(side);
    // Marks must come in pairs; UserMarksTest tests them.
    var types = EnumSet.complementOf(EnumSet.of(MARK)).toArray(BlockType[]::new);
    int at = random.nextInt(10);
    while (at < 50) {
      int size = 1 + random.nextInt(5);
      var type = random.nextInt(2) == 0 ? PARAGRAPH : types[random.nextInt(types.length)];
      texts.block(type, lines.subList(at, at + size).toArray(String[]::new));
      at += size;
    }
    return texts.segments();
  }
}
