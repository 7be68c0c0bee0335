package ballast.align;

import static ballast.bitext.BlockType.BYLINE;
import static ballast.bitext.BlockType.FURNITURE;
import static ballast.bitext.BlockType.HEADING;
import static ballast.bitext.BlockType.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignerTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private static List<String> beads(Alignment alignment) {
    return alignment.beads().stream().map(Bead::toIndexLists).toList();
  }

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
    Alignment alignment = aligner.align(article().segments(), translation().segments());

    assertThat(beads(alignment))
        .contains("[0]:[0]", "[1]:[]", "[2]:[1]", "[3]:[2]", "[4]:[3]", "[5]:[4]", "[6]:[5]")
        .contains("[7]:[]", "[]:[6]", "[]:[7]", "[8]:[8]", "[9]:[9]");
  }

  @Test
  void theOtherDirectionIsTheMirrorImage() {
    List<String> there = beads(aligner.align(article().segments(), translation().segments()));
    List<String> back = beads(aligner.align(translation().segments(), article().segments()));

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

    assertThat(beads(aligner.align(zh, en))).doesNotContain("[0, 1]:[0]");
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
    assertThat(beads(aligner.align(zh, en))).contains("[2]:[4]");
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

    assertThat(beads(aligner.align(zh, en))).containsExactly("[0, 1]:[0]", "[2]:[1]", "[3]:[2]");
  }

  @Test
  void learnsFromTheDocumentItselfWhichWordsBelongTogether() {
    List<List<String>> texts = Texts.invented(120, 11);
    List<String> zh = new ArrayList<>(texts.get(0));
    List<String> en = new ArrayList<>(texts.get(1));
    // Lengths alone do not show which sentences are missing.
    zh.remove(70);
    en.remove(30);

    Alignment alignment = aligner.align(Texts.lines(Lang.ZH_CN, zh), Texts.lines(Lang.EN_US, en));

    assertThat(beads(alignment)).contains("[30]:[]", "[]:[69]");
    assertThat(alignment.beads()).filteredOn(bead -> bead.shape().equals("1-1")).hasSize(118);
  }

  @Test
  void blocksOfOneLineEachAreNotTreatedAsParagraphs() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, List.of("门开了，他走了进来，坐在窗边。", "没有人说话。"));
    List<Segment> en =
        Texts.lines(
            Lang.EN_US,
            List.of(
                "The door opened and he came in.", "He sat down by the window.", "Nobody spoke."));

    assertThat(beads(aligner.align(zh, en))).containsExactly("[0]:[0, 1]", "[1]:[2]");
  }
}
