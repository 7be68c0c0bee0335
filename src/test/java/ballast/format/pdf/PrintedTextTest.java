package ballast.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.article.FoundBlock;
import ballast.format.pdf.Glyph.Box;
import ballast.format.pdf.Glyph.Face;
import ballast.format.pdf.GlyphCollector.GlyphText;
import ballast.format.pdf.GlyphCollector.PrintedPage;
import ballast.format.pdf.Line.PageLines;
import ballast.format.pdf.PdfReader.LineBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout of Chinese print, from characters as records. */
final class PrintedTextTest {

  private static final double SIZE = 10;
  private static final double LEFT = 70;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<PageLines> pages = new ArrayList<>();

  @Test
  void aFirstLineIndentBeginsAParagraph() {
    line(2, 100, "船到港口的时候，天已经黑了，岸上一个人也没有，");
    line(0, 116, "只有风。");
    line(2, 132, "第二天早上，我们在码头旁边的小店里见到了船长，");
    line(0, 148, "他什么也不肯说。");
    assertThat(texts())
        .containsExactly("船到港口的时候，天已经黑了，岸上一个人也没有，只有风。", "第二天早上，我们在码头旁边的小店里见到了船长，他什么也不肯说。");
  }

  @Test
  void aParagraphGoesOnInTheNextColumn() {
    column(LEFT, 100, "船到港口的时候，天已经黑", "了，岸上一个人也没有，只");
    column(LEFT + 140, 100, "有风还在吹，吹得窗户响。", "没有人来。");
    assertThat(texts()).containsExactly("船到港口的时候，天已经黑了，岸上一个人也没有，只有风还在吹，吹得窗户响。没有人来。");
  }

  @Test
  void cellsStayApart() {
    for (int row = 0; row < 3; row++) {
      glyphs(LEFT, 100 + 16 * row, "名" + "甲乙丙".charAt(row));
      glyphs(LEFT + 100, 100 + 16 * row, "数" + "一二三".charAt(row));
    }
    assertThat(texts()).containsExactly("名甲", "数一", "名乙", "数二", "名丙", "数三");
  }

  @Test
  void wordsFarApartInOneLineAreOneParagraph() {
    glyphs(LEFT, 100, "日期");
    glyphs(LEFT + 100, 100, "地点");
    assertThat(texts()).containsExactly("日期 地点");
  }

  @Test
  void radicalsAndLigaturesBecomeCharacters() {
    assertThat(GlyphText.of("⼈")).isEqualTo("人");
    assertThat(GlyphText.of("⻢")).isEqualTo("马");
    assertThat(GlyphText.of("⻓")).isEqualTo("长");
    assertThat(GlyphText.of("ﬁ")).isEqualTo("fi");
    assertThat(GlyphText.of("\uF0B7")).isEqualTo("•");
    assertThat(GlyphText.of("豈")).isEqualTo("豈");
  }

  @Test
  void printingTwiceForBoldIsOnce() {
    glyphs(LEFT, 100, "重");
    glyphs(LEFT + 0.3, 100, "重");
    assertThat(texts()).containsExactly("重");
  }

  @Test
  void verticalColumnsAreReadFromTopToBottom() {
    Face face = new Face(SIZE, false, Face.VERTICAL);
    String text = "床前明月光疑是地上霜";
    for (int i = 0; i < text.length(); i++) {
      double top = 70 + SIZE * (i % 5);
      double column = 100 + 16 * (i / 5);
      glyphs.add(new Glyph(text.substring(i, i + 1), new Box(top, top + SIZE, column), face));
    }
    assertThat(String.join("", texts())).isEqualTo(text);
  }

  private void column(double left, double top, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      glyphs(left, top + 16 * i, lines[i]);
    }
  }

  private void line(int indent, double y, String text) {
    glyphs(LEFT + indent * SIZE, y, text);
  }

  private void glyphs(double left, double y, String text) {
    Face face = new Face(SIZE, false, 0);
    for (int i = 0; i < text.length(); i++) {
      double x = left + i * SIZE;
      glyphs.add(new Glyph(text.substring(i, i + 1), new Box(x, x + SIZE, y), face));
    }
  }

  private List<String> texts() {
    PrintedPage page = new PrintedPage(1, 800, glyphs, false);
    pages.add(new PageLines(page.height(), LineBuilder.lines(page)));
    return new PrintedText(pages).blocks().stream().map(FoundBlock::text).toList();
  }
}
