package ballast.app.align;

import static ballast.bitext.BlockType.FURNITURE;
import static ballast.bitext.BlockType.HEADING;
import static ballast.bitext.BlockType.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Texts;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Set beads find their sentences again. */
class ArticlePinsTest {

  private static final List<Segment> ZH =
      Texts.lines(Lang.ZH_CN, "甲来了。", "是。", "乙走了，丙哭了。", "是。", "价格");
  private static final List<Segment> EN =
      Texts.lines(Lang.EN_US, "A came.", "Yes.", "B left, and C wept.", "Yes.", "Prices");

  private static PinnedText one(String text) {
    return text.isEmpty() ? PinnedText.NONE : new PinnedText(text, 0, 1);
  }

  private static PinnedBead bead(PinnedText source, PinnedText target, @Nullable BlockType type) {
    return new PinnedBead(source, target, true, type, "li", Instant.EPOCH);
  }

  private static PinnedBead bead(String source, String target) {
    return bead(one(source), one(target), null);
  }

  private static ArticlePins.Placed place(List<Segment> zh, PinnedBead... pins) {
    return new ArticlePins(zh, EN).place(List.of(pins));
  }

  private static List<String> pins(ArticlePins.Placed placed) {
    return placed.pins().stream()
        .map(
            pin ->
                pin.source().toIndexList()
                    + pin.target().toIndexList()
                    + pin.reasons().get(0).substring(7))
        .toList();
  }

  @Test
  void aBeadIsFoundByItsTexts() {
    ArticlePins.Placed placed = place(ZH, bead("甲来了。是。", "A came.  Yes."), bead("", "Prices"));

    assertThat(pins(placed)).containsExactly("[0, 1][0, 1]li", "[][4]li");
    assertThat(placed.lost()).isEmpty();
    assertThat(placed.source()).isEqualTo(ZH);
  }

  @Test
  void ofEqualTextsItIsTheOneWithItsNumber() {
    PinnedBead second = bead(new PinnedText("是。", 1, 2), new PinnedText("Yes.", 1, 2), null);

    assertThat(pins(place(ZH, second))).containsExactly("[3][3]li");
  }

  @Test
  void whenThereAreMoreEqualTextsTheNeighboursDecide() {
    PinnedBead second = bead(new PinnedText("是。", 1, 2), new PinnedText("Yes.", 1, 2), null);
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "甲来了。", "是。", "是。", "乙走了，丙哭了。", "是。", "价格");

    assertThat(place(zh, second).lost()).containsExactly(second);
    assertThat(pins(place(zh, bead("乙走了，丙哭了。", "B left, and C wept."), second)))
        .containsExactly("[3][2]li", "[4][3]li");
  }

  @Test
  void aDividedSentenceIsDividedAgain() {
    ArticlePins.Placed placed = place(ZH, bead("乙走了，", "B left,"), bead("丙哭了。", "and C wept."));

    assertThat(pins(placed)).containsExactly("[2][2]li", "[3][3]li");
    assertThat(placed.source()).hasSize(6);
  }

  @Test
  void aSentenceThatHasGotLongerIsNotDivided() {
    PinnedBead prices = bead("价格", "Prices");
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "甲来了。", "是。", "乙走了，丙哭了。", "是。", "价格和道路");

    ArticlePins.Placed placed = place(zh, bead("甲来了。", "A came."), prices);
    assertThat(placed.kept()).hasSize(1);
    assertThat(placed.lost()).containsExactly(prices);
    assertThat(placed.source()).isEqualTo(zh);
    assertThat(place(ZH, bead("乙走了，", "B left,")).kept()).isEmpty();
  }

  @Test
  void blocksHaveTheTypesThatPersonsHaveGivenThem() {
    ArticlePins.Placed placed =
        place(
            ZH,
            bead(one("甲来了。"), one("A came."), HEADING),
            bead(one("价格"), PinnedText.NONE, FURNITURE));

    assertThat(placed.source())
        .extracting(Segment::type)
        .containsExactly(HEADING, PARAGRAPH, PARAGRAPH, PARAGRAPH, FURNITURE);
    assertThat(placed.target()).extracting(Segment::type).startsWith(HEADING);
    assertThat(placed.target().get(4).type()).isEqualTo(PARAGRAPH);
  }

  @Test
  void marksAreNotCrossed() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "甲来了。", "%%%", "乙走了。");
    List<Segment> en = Texts.lines(Lang.EN_US, "A came.", "%%%", "B left.");

    assertThat(new ArticlePins(zh, en).place(List.of(bead("甲来了。", "B left."))).lost()).hasSize(1);
    assertThat(new ArticlePins(zh, en).place(List.of(bead("%%%", "%%%"))).lost()).hasSize(1);
    assertThat(new ArticlePins(List.of(), en).place(List.of(bead("甲来了。", "A came."))).lost())
        .hasSize(1);
  }

  @Test
  void beadsOfAnAlignmentAreDescribedSoThatTheyAreFoundAgain() {
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < ZH.size(); i++) {
      beads.add(new Bead(new Range(i, i + 1), new Range(i, i + 1), 1, List.of()));
    }
    Alignment alignment = new Alignment(ZH, EN, beads);
    PinnedBead[] pins =
        beads.stream().map(bead -> described(alignment, bead)).toArray(PinnedBead[]::new);

    assertThat(pins[3].source()).isEqualTo(new PinnedText("是。", 1, 2));
    ArticlePins.Placed all = place(ZH, pins);
    assertThat(pins(all)).hasSize(5).startsWith("[0][0]li").endsWith("[4][4]li");
    ArticlePins article = new ArticlePins(ZH, EN);
    assertThat(article.inForce(alignment, all)).isEqualTo(Arrays.asList(pins));
    ArticlePins.Placed some = place(ZH, pins[3], pins[4]);
    assertThat(article.inForce(alignment, some)).containsExactly(pins[3], pins[4]);
  }

  private static PinnedBead described(Alignment alignment, Bead bead) {
    ArticlePins article = new ArticlePins(alignment.source(), alignment.target());
    return bead(
        article.source(bead.source().of(alignment.source())),
        article.target(bead.target().of(alignment.target())),
        null);
  }

  @Test
  void aSentenceOfQuotationMarksAloneCannotBeFoundAgain() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "甲来了。", "\"");
    PinnedText mark = new ArticlePins(zh, EN).source(zh.subList(1, 2));

    assertThat(mark).isEqualTo(new PinnedText("\"", 0));
    assertThat(place(zh, bead(mark, one("Yes."), null)).kept()).isEmpty();
  }
}
