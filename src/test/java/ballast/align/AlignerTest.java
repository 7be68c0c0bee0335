package ballast.align;

import static ballast.bitext.BlockType.BYLINE;
import static ballast.bitext.BlockType.FURNITURE;
import static ballast.bitext.BlockType.HEADING;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AlignerTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private static Texts article() {
    return Texts.zh()
        .block(HEADING, "港口恢复运行")
        .block(BYLINE, "记者 林晓")
        .block(PARAGRAPH, "东港码头星期一恢复运行。", "去年9月的台风损坏了12台起重机。")
        .block(PARAGRAPH, "修复工程耗资3.2亿元。", "WTO的一位专家参观了码头。", "他问道：“明年能全部完工吗？”")
        .block(FURNITURE, "相关阅读")
        .block(HEADING, "航运公司表示欢迎")
        .block(PARAGRAPH, "多家公司表示，航线将在2月14日前增加到45条。");
  }

  private static Texts translation() {
    return Texts.en()
        .block(HEADING, "Port back in operation")
        .block(
            PARAGRAPH,
            "The East Harbour terminal went back to work on Monday.",
            "A typhoon in September last year had damaged 12 cranes.")
        .block(
            PARAGRAPH,
            "The repairs cost 320 million yuan.",
            "An expert from the WTO visited the terminal.",
            "\"Will everything be finished next year?\" he asked.")
        .block(FURNITURE, "Share this page", "Subscribe")
        .block(HEADING, "Shipping lines welcome the news")
        .block(
            PARAGRAPH, "Several companies said the number of routes would rise to 45 by Feb. 14.");
  }

  @Test
  void alignsAnArticleWithHeadingsBylineAndFurniture() {
    assertThat(Texts.beads(aligner.align(article().segments(), translation().segments())))
        .contains("[0]:[0]", "[1]:[]", "[2]:[1]", "[3]:[2]", "[4]:[3]", "[5]:[4]", "[6]:[5]")
        .contains("[7]:[]", "[]:[6]", "[]:[7]", "[8]:[8]", "[9]:[9]");
  }

  @Test
  void theOtherDirectionIsTheMirrorImage() {
    List<String> there = Texts.beads(aligner.align(article().segments(), translation().segments()));
    List<String> back = Texts.beads(aligner.align(translation().segments(), article().segments()));

    assertThat(back.stream().map(bead -> bead.replaceFirst("(.*):(.*)", "$2:$1")).toList())
        .isEqualTo(there);
  }

  @Test
  void saysWhyInWords() {
    Alignment alignment = aligner.align(article().segments(), translation().segments());
    List<List<String>> reasons = alignment.beads().stream().map(Bead::reasons).toList();

    assertThat(reasons.get(0)).contains("both are headings");
    assertThat(reasons.get(1)).first().isEqualTo("only here: no partner found");
    assertThat(reasons.get(3)).contains("numbers agree: September, 12");
    assertThat(reasons.get(4)).first().isEqualTo("number agrees: 320 million");
    assertThat(reasons.get(5)).contains("shares WTO");
    assertThat(reasons.get(6)).contains("question mark on both sides");
    assertThat(reasons.get(7)).first().isEqualTo("page furniture: left alone");
    assertThat(reasons.get(11)).contains("numbers agree: February, 14, 45");
  }

  @Test
  void namesNumbersThatStandOnOneSideOnly() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, List.of("他们买了3台新机器。"));
    List<Segment> en = Texts.lines(Lang.EN_US, List.of("They bought 4 new machines."));

    assertThat(aligner.align(zh, en).beads().get(0).reasons())
        .contains("number 3 only in the source", "number 4 only in the target");
    assertThat(aligner.align(en, zh).beads().get(0).reasons())
        .contains("number 4 only in the source", "number 3 only in the target");
  }

  @Test
  void aHeadingNeverSharesABeadWithTextOfItsOwnSide() {
    List<Segment> zh =
        Texts.zh().block(HEADING, "春天的河").block(PARAGRAPH, "河水慢慢上涨，村里的人都到岸边来看。").segments();
    List<Segment> en =
        Texts.en()
            .block(
                PARAGRAPH,
                "The river in spring: the water rose slowly and everyone came to the bank to look.")
            .segments();

    assertThat(Texts.beads(aligner.align(zh, en))).doesNotContain("[0, 1]:[0]");
  }

  @Test
  void linesAroundTheArticleDoNotCostItsHeadline() {
    List<Segment> zh =
        Texts.zh()
            .block(FURNITURE, "网站首页 > 地方 > 正文")
            .block(FURNITURE, "广告")
            .block(HEADING, "旧灯塔重新点亮")
            .block(PARAGRAPH, "来源：海岛晚报 编辑：陈平")
            .block(PARAGRAPH, "旧灯塔昨晚重新点亮。", "镇长说，修缮花了三年。")
            .block(PARAGRAPH, "渔民们站在码头上鼓掌。", "最老的一位八十一岁。")
            .segments();
    List<Segment> en =
        Texts.en()
            .block(FURNITURE, "18.2 C")
            .block(FURNITURE, "Harbour Town")
            .block(FURNITURE, "Sunday, June 8, 2025")
            .block(FURNITURE, "Sign in / Join")
            .block(HEADING, "Old Lighthouse Shines Again")
            .block(PARAGRAPH, "By Peter Brown")
            .block(FURNITURE, "spot_img")
            .block(
                PARAGRAPH,
                "The old lighthouse was lit again last night.",
                "The mayor said that the repairs had taken three years.")
            .block(
                PARAGRAPH,
                "The fishermen stood on the pier and applauded.",
                "The oldest of them is eighty-one.")
            .segments();
    assertThat(Texts.beads(aligner.align(zh, en))).contains("[2]:[4]");
  }

  @Test
  void aBeadPrefersToStayInsideAParagraph() {
    List<Segment> zh =
        Texts.zh().block(PARAGRAPH, "天黑了。", "灯亮了。").block(PARAGRAPH, "街上没有人。", "风停了。").segments();
    List<Segment> en =
        Texts.en()
            .block(PARAGRAPH, "Night fell and the lamps came on.")
            .block(PARAGRAPH, "The street was empty.", "The wind dropped.")
            .segments();

    assertThat(Texts.beads(aligner.align(zh, en)))
        .containsExactly("[0, 1]:[0]", "[2]:[1]", "[3]:[2]");
  }

  @Test
  void learnsFromTheDocumentItselfWhichWordsBelongTogether() {
    List<List<String>> texts = Texts.invented(120, 11);
    List<String> zh = new ArrayList<>(texts.get(0));
    List<String> en = new ArrayList<>(texts.get(1));
    // Lengths alone do not show which sentences are missing.
    zh.remove(70);
    en.remove(30);

    Alignment alignment = align(zh, en);

    assertThat(Texts.beads(alignment)).contains("[30]:[]", "[]:[69]");
    assertThat(alignment.beads()).filteredOn(bead -> bead.shape().equals("1-1")).hasSize(118);
  }

  @Test
  void blocksOfOneLineEachAreNotTreatedAsParagraphs() {
    List<String> zh = List.of("门开了，他走了进来，坐在窗边。", "没有人说话。");
    List<String> en =
        List.of("The door opened and he came in.", "He sat down by the window.", "Nobody spoke.");
    assertThat(Texts.beads(align(zh, en))).containsExactly("[0]:[0, 1]", "[1]:[2]");
  }

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

    assertThat(align(texts.get(0).subList(500, 501), texts.get(1)).beads())
        .hasSizeGreaterThanOrEqualTo(997);
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
    Band band = CoarsePath.of(Texts.both(zh, texts.get(1))).band();
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
    // Marks must come in pairs; PinsAndMarksTest tests them.
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

  private static final int PLACE = 20;

  /** The bead of a line among forty pairs of sentences. */
  private String bead(String line, String englishLine, List<String> furniture) {
    List<List<String>> texts = Texts.invented(40, 5);
    List<String> zh = new ArrayList<>(texts.get(0));
    List<String> en = new ArrayList<>(texts.get(1));
    zh.add(PLACE, line);
    en.add(PLACE, englishLine);
    zh.addAll(furniture);
    return Texts.beads(align(zh, en)).stream()
        .filter(bead -> bead.startsWith("[" + PLACE + "]"))
        .findFirst()
        .orElse("");
  }

  @Test
  void inATextWithoutLonelySentencesNothingIsTakenApart() {
    assertThat(bead("包装很用心，物流给力，爱了爱了", "Arrived sooner than promised", List.of()))
        .isEqualTo("[20]:[20]");
  }

  @Test
  void onAPageWithFurnitureLinesThatSayDifferentThingsAreTakenApart() {
    List<String> furniture = IntStream.range(0, 8).mapToObj(i -> "热门推荐第" + i + "条").toList();

    assertThat(bead("下载客户端", "Sign in to leave a comment", furniture)).isEqualTo("[20]:[]");
  }
}
