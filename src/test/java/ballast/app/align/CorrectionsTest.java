package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Pin;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.table.BeadTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lines of a table find their sentences. */
class CorrectionsTest {

  private static final List<Segment> ZH = text(Lang.ZH_CN, "甲来了。", "乙走了，丙哭了。", "是。", "丁笑了。", "是。");
  private static final List<Segment> EN =
      text(Lang.EN_US, "A came.", "B left, and C wept.", "\"Yes.\"", "D laughed.", "Yes.");

  private static List<Segment> text(Lang lang, String... sentences) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String sentence : sentences) {
      spans.add(new Span(text.length(), text.length() + sentence.length()));
      text.append(sentence).append(' ');
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      boolean isMark = sentences[i].equals("%%%");
      blocks.add(new Block(spans.get(i), isMark ? BlockType.MARK : BlockType.PARAGRAPH));
    }
    String name = lang.isChinese() ? "a.zh.txt" : "a.en.txt";
    Document document = new Document(name, lang, text.toString(), blocks, SourceMap.NONE);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      segments.add(new Segment(document, i, spans.get(i)));
    }
    return segments;
  }

  private record Made(Corrections corrections, PlainPair texts) {

    List<String> problems() {
      return corrections.problems();
    }

    PlainPair.Divided divided() {
      return texts.divided(
          corrections.beads().stream().map(Corrections.SetBead::stretch).toList(), k -> "");
    }

    List<Segment> source() {
      return divided().source();
    }

    List<Segment> target() {
      return divided().target();
    }
  }

  private static Made corrections(String... lines) {
    return corrections(ZH, EN, lines);
  }

  private static Made corrections(List<Segment> zh, List<Segment> en, String... lines) {
    List<BeadTable.Line> table = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split("\\|", -1);
      table.add(new BeadTable.Line(i + 1, cells[0], cells[1], false, true));
    }
    PlainPair texts = PlainPair.of(zh, en);
    return new Made(Corrections.of(table, "x.tsv", texts), texts);
  }

  private static List<String> pins(Made made) {
    return made.divided().pins().stream().map(CorrectionsTest::shown).toList();
  }

  private static String shown(Pin pin) {
    return pin.source().toIndexList() + pin.target().toIndexList();
  }

  private static List<String> texts(List<Segment> segments) {
    return segments.stream().map(Segment::text).toList();
  }

  @Test
  void sentencesOfACellAreMerged() {
    Made made = corrections("甲来了。乙走了，丙哭了。|A came. B left, and C wept.");

    assertThat(pins(made)).containsExactly("[0, 1][0, 1]");
    assertThat(made.problems()).isEmpty();
  }

  @Test
  void aSentenceIsDividedWhereACellEnds() {
    Made made = corrections("甲来了。|A came.", "乙走了，|B left,", "丙哭了。|and C wept.", "是。|Yes.");

    assertThat(texts(made.source())).containsExactly("甲来了。", "乙走了，", "丙哭了。", "是。", "丁笑了。", "是。");
    assertThat(texts(made.target()))
        .containsExactly("A came.", "B left,", "and C wept.", "\"Yes.\"", "D laughed.", "Yes.");
    assertThat(pins(made)).containsExactly("[0][0]", "[1][1]", "[2][2]", "[3][3]");
  }

  @Test
  void theHalvesMayBeSwapped() {
    Made made = corrections("乙走了，|and C wept.", "丙哭了。|B left,");

    assertThat(pins(made)).containsExactly("[1][2]", "[2][1]");
  }

  @Test
  void aQuotationMarkStaysWithTheHalfThatItEnds() {
    List<Segment> en = text(Lang.EN_US, "\"Yes,\" he said. \"No.\"");
    List<Segment> zh = text(Lang.ZH_CN, "“是，”他说，“不。”");
    Made made = corrections(zh, en, "“是，”|Yes,", "他说，|he said.", "“不。”|No.");

    assertThat(texts(made.target())).containsExactly("\"Yes,\"", "he said.", "\"No.\"");
    assertThat(pins(made)).containsExactly("[0][0]", "[1][1]", "[2][2]");
  }

  @Test
  void anEmptyCellIsNoPartner() {
    assertThat(pins(corrections("甲来了。|", "|A came.", " | "))).containsExactly("[0][]", "[][0]");
  }

  @Test
  void editedBlanksMeanNothing() {
    Made made = corrections(" 甲来 了。\u3000乙走了，丙哭了。 |A  came.\nB left,and C wept.");

    assertThat(pins(made)).containsExactly("[0, 1][0, 1]");
  }

  @Test
  void aTextThatOccursTwiceStandsBesideItsNeighbours() {
    assertThat(pins(corrections("丁笑了。|D laughed.", "是。|Yes."))).containsExactly("[3][3]", "[4][4]");
    assertThat(pins(corrections("是。|Yes.", "丁笑了。|D laughed."))).containsExactly("[2][2]", "[3][3]");
    assertThat(pins(corrections("甲来了。|A came.", "是。|Yes.", "丁笑了。|D laughed.")))
        .containsExactly("[0][0]", "[2][2]", "[3][3]");
    Made alone = corrections("是。|Yes.");
    assertThat(pins(alone)).isEmpty();
    assertThat(alone.problems())
        .containsExactly(
            "x.tsv, line 1: \"是。\" cannot be placed in a.zh.txt: it is a part of a sentence, or"
                + " occurs several times, or another line has it");
  }

  @Test
  void aTextThatIsGoneIsNamedAndTheRestIsUsed() {
    Made made = corrections("甲来了。|A came!", "乙来了。|B left, and C wept.", "丁笑了。|D laughed.");

    assertThat(pins(made)).containsExactly("[3][3]");
    assertThat(made.problems())
        .containsExactly(
            "x.tsv, line 1: \"A came!\" does not stand in a.en.txt any more",
            "x.tsv, line 2: \"乙来了。\" does not stand in a.zh.txt any more");
  }

  @Test
  void aShortTextIsNotFoundInsideASentence() {
    assertThat(pins(corrections("哭了。|wept."))).isEmpty();
  }

  @Test
  void nothingIsUsedTwice() {
    assertThat(pins(corrections("甲来了。|A came.", "甲来了。|A came."))).containsExactly("[0][0]");
  }

  @Test
  void linesInAnyOrderAreFound() {
    List<String> lines =
        Arrays.asList("甲来了。|A came.", "乙走了，丙哭了。|B left, and C wept.", "丁笑了。|D laughed.");
    Collections.reverse(lines);

    assertThat(pins(corrections(lines.toArray(new String[0]))))
        .containsExactly("[3][3]", "[1][1]", "[0][0]");
  }

  @Test
  void marksStayAndAreNotCrossed() {
    List<Segment> zh = text(Lang.ZH_CN, "甲来了。", "%%%", "乙走了。");
    List<Segment> en = text(Lang.EN_US, "A came.", "%%%", "B left.");

    assertThat(pins(corrections(zh, en, "甲来了。|A came.", "%%%|%%%", "乙走了。|B left.")))
        .containsExactly("[0][0]", "[2][2]");
    Made crossing = corrections(zh, en, "甲来了。|B left.", "甲来了。%%%|A came.");
    assertThat(pins(crossing)).isEmpty();
    assertThat(crossing.problems()).hasSize(2).first().asString().contains("sides of a mark");
  }

  @Test
  void emptyTextsHaveNoBeads() {
    assertThat(corrections(List.of(), List.of(), "甲来了。|A came.").problems())
        .containsExactly("x.tsv, line 1: \"甲来了。\" does not stand in the text any more");
    assertThat(pins(corrections())).isEmpty();
  }

  @Tag("slow")
  @Test
  void manyEqualLinesTakeNoTime() {
    String[] zh = new String[30_000];
    Arrays.fill(zh, "是。");
    String[] en = new String[30_000];
    Arrays.fill(en, "Yes.");
    String[] lines = new String[100_000];
    Arrays.fill(lines, "是。|Yes.");
    List<Segment> source = text(Lang.ZH_CN, zh);
    List<Segment> target = text(Lang.EN_US, en);

    Made made =
        Assertions.assertTimeout(Duration.ofSeconds(90), () -> corrections(source, target, lines));
    assertThat(made.corrections().size()).isEqualTo(30_000);
    assertThat(made.problems()).hasSize(21).last().asString().contains("more lines");
    Arrays.fill(lines, "不是。|Yes.");
    Assertions.assertTimeout(Duration.ofSeconds(90), () -> corrections(source, target, lines));
    Arrays.fill(lines, "不|Ye");
    Assertions.assertTimeout(Duration.ofSeconds(90), () -> corrections(source, target, lines));
  }
}
