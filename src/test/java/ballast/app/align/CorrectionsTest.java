package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Texts;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.table.BeadTable;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a table find their sentences. */
class CorrectionsTest {

  private static final List<Segment> ZH =
      Texts.lines(Lang.ZH_CN, "甲来了。", "乙走了，丙哭了。", "是。", "丁笑了。", "是。");
  private static final List<Segment> EN =
      Texts.lines(Lang.EN_US, "A came.", "B left, and C wept.", "\"Yes.\"", "D laughed.", "Yes.");

  private record Made(Corrections corrections, ArticlePins article) {

    List<String> problems() {
      return corrections.problems();
    }

    ArticlePins.Placed divided() {
      List<PlainPair.BeadStretch> found =
          corrections.beads().stream().map(Corrections.SetBead::stretch).toList();
      PinnedText text = new PinnedText("x", 0);
      PinnedBead bead = new PinnedBead(text, text, false, null, "", Instant.EPOCH);
      return article.placed(found, Collections.nCopies(found.size(), bead), List.of());
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
    ArticlePins article = new ArticlePins(zh, en);
    return new Made(Corrections.of(table, "x.tsv", article.texts()), article);
  }

  private static List<String> pins(Made made) {
    return made.divided().pins().stream()
        .map(pin -> pin.source().toIndexList() + pin.target().toIndexList())
        .toList();
  }

  private static List<String> texts(List<Segment> segments) {
    return segments.stream().map(Segment::text).toList();
  }

  @Test
  void aSentenceIsDividedWhereACellEnds() {
    Made made = corrections("甲来了。|A came.", "乙走了，|B left,", "丙哭了。|and C wept.", "是。|Yes.");

    assertThat(texts(made.divided().source()))
        .containsExactly("甲来了。", "乙走了，", "丙哭了。", "是。", "丁笑了。", "是。");
    assertThat(texts(made.divided().target()))
        .containsExactly("A came.", "B left,", "and C wept.", "\"Yes.\"", "D laughed.", "Yes.");
    assertThat(pins(made)).containsExactly("[0][0]", "[1][1]", "[2][2]", "[3][3]");
  }

  @Test
  void aQuotationMarkStaysWithTheHalfThatItEnds() {
    List<Segment> en = Texts.lines(Lang.EN_US, "\"Yes,\" he said. \"No.\"");
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "“是，”他说，“不。”");
    Made made = corrections(zh, en, "“是，”|Yes,", "他说，|he said.", "“不。”|No.");

    assertThat(texts(made.divided().target())).containsExactly("\"Yes,\"", "he said.", "\"No.\"");
    assertThat(pins(made)).containsExactly("[0][0]", "[1][1]", "[2][2]");
  }

  @Test
  void editedBlanksMeanNothing() {
    Made made = corrections(" 甲来 了。\u3000乙走了，丙哭了。 |A  came.\nB left,and C wept.");

    assertThat(pins(made)).containsExactly("[0, 1][0, 1]");
  }

  @Test
  void aTextThatOccursTwiceIsNotPlacedWithoutANeighbour() {
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

  /** Lines are divided by a slash, their cells by a bar. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "sentences of a cell are merged;"
            + " 甲来了。乙走了，丙哭了。|A came. B left, and C wept.; [0, 1][0, 1]; 0",
        "halves may be swapped; 乙走了，|and C wept. / 丙哭了。|B left,; [1][2] [2][1]; 0",
        "an empty cell is no partner; 甲来了。| /  |  / |A came.; [0][] [][0]; 0",
        "after its neighbour; 丁笑了。|D laughed. / 是。|Yes.; [3][3] [4][4]; 0",
        "before its neighbour; 是。|Yes. / 丁笑了。|D laughed.; [2][2] [3][3]; 0",
        "between its neighbours; 甲来了。|A came. / 是。|Yes. / 丁笑了。|D laughed.;"
            + " [0][0] [2][2] [3][3]; 0",
        "a short text is not found inside a sentence; 哭了。|wept.; ''; 1",
        "nothing is used twice; 甲来了。|A came. / 甲来了。|A came.; [0][0]; 1",
        "lines may be in any order; 丁笑了。|D laughed. / 乙走了，丙哭了。|B left, and C wept. / 甲来了。|A came.;"
            + " [3][3] [1][1] [0][0]; 0"
      })
  void linesFindTheirSentences(String why, String lines, String pins, int problems) {
    Made made = corrections(lines.split(" / "));
    assertThat(String.join(" ", pins(made))).as(why).isEqualTo(pins);
    assertThat(made.problems()).hasSize(problems);
  }

  @Test
  void marksStayAndAreNotCrossed() {
    List<Segment> zh = Texts.lines(Lang.ZH_CN, "甲来了。", "%%%", "乙走了。");
    List<Segment> en = Texts.lines(Lang.EN_US, "A came.", "%%%", "B left.");

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
    String[] lines = new String[100_000];
    Arrays.fill(lines, "是。|Yes.");
    List<Segment> source = Texts.lines(Lang.ZH_CN, Collections.nCopies(30_000, "是。"));
    List<Segment> target = Texts.lines(Lang.EN_US, Collections.nCopies(30_000, "Yes."));

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
