package ballast.format.pdf;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.pdf.Glyph.Box;
import ballast.format.pdf.Glyph.Face;
import ballast.format.pdf.GlyphCollector.GlyphText;
import ballast.format.pdf.GlyphCollector.PrintedPage;
import ballast.format.pdf.Line.PageLines;
import ballast.format.pdf.PdfReader.LineBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of PDF files, and the layout of Chinese print from characters as records. */
final class PdfReaderTest {

  private final TestPdf pdf = new TestPdf();

  @AfterEach
  void close() throws IOException {
    pdf.close();
  }

  private FoundContent read() throws IOException {
    return new PdfReader().read(pdf.bytes(), "test.pdf");
  }

  private List<String> blocks() throws IOException {
    return read().blocks().stream().map(PdfReaderTest::described).toList();
  }

  private static String described(FoundBlock block) {
    String level = block.level() > 0 ? " " + block.level() : "";
    return block.type().label() + level + ": " + block.text();
  }

  @Test
  void linesBecomeHeadingsAndParagraphs() throws IOException {
    pdf.page()
        .bold(18, 72, 700, "Ships of the Harbour")
        .text(11, 72, 660, "The harbour of the town was built by two brothers who had come from")
        .text(11, 72, 646, "the north.")
        .text(11, 72, 618, "It was never finished.");
    assertThat(blocks())
        .containsExactly(
            "heading 1: Ships of the Harbour",
            "paragraph: The harbour of the town was built by two brothers who had come from the"
                + " north.",
            "paragraph: It was never finished.");
    assertThat(read().blocks().get(2).place()).isEqualTo("page 1");
  }

  @Test
  void aParagraphRunsOverAPageAndARunningHeadIsFurnitureOnce() throws IOException {
    String full = "The harbour of the town was built by two brothers who had come from";
    for (String text : List.of(full, "the north in spring.")) {
      pdf.page()
          .text(9, 72, 760, "Harbours, volume 2")
          .text(11, 72, 660, text)
          .text(9, 300, 40, text.equals(full) ? "17" : "18");
    }
    assertThat(blocks())
        .containsExactly(
            "furniture: Harbours, volume 2", "paragraph: " + full + " the north in spring.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          a hyphen that a program put in goes ¦ \
          All the fisher- / men were late, the / ten fishermen too. ¦ \
          All the fishermen were late, the ten fishermen too.
          the hyphen of a compound stays ¦ \
          It is surely a non- / stop ferry, like the / non-stop trains. ¦ \
          It is surely a non-stop ferry, like the non-stop trains.
          where the text writes compounds no hyphen at a line end goes ¦ \
          It is surely a non- / stop ferry, like the / non-stop trains, re- / \
          ordered in May by him. ¦ It is surely a non-stop ferry, like the non-stop trains, \
          re-ordered in May by him.
          """)
  void hyphensAtLineEndsGoOrStay(String what, String lines, String text) throws IOException {
    TestPdf.Page page = pdf.page();
    int y = 700;
    for (String line : lines.split(" / ")) {
      page.text(11, 72, y, line);
      y -= 14;
    }
    assertThat(blocks()).as(what).containsExactly("paragraph: " + text);
  }

  @Test
  void aNoteIsANoteAndItsMarkIsACode() throws IOException {
    pdf.page()
        .text(11, 72, 660, "The harbour was built by two brothers")
        .text(6, 254, 664, "1")
        .text(11, 258, 660, "who had come from the north.")
        .text(11, 72, 646, "Nobody remembers their names today, not even in the town itself.")
        .text(8, 72, 60, "1 See the chapter on the north.");
    FoundBlock first = read().blocks().get(0);
    assertThat(first.codes()).singleElement().matches(code -> code.content().equals("1"));
    assertThat(first.text()).doesNotContain("1");
    assertThat(blocks()).last().isEqualTo("note: 1 See the chapter on the north.");
  }

  @Test
  void rotatedPagesLoseNothing() throws IOException {
    pdf.page().turned(90).text(11, 72, 660, "A page on its side.");
    assertThat(blocks()).containsExactly("paragraph: A page on its side.");
  }

  @Test
  void scannedPagesAreNamedAndAScannedFileIsRefused() throws IOException {
    pdf.page().picture();
    pdf.page().picture();
    assertRefused(this::read, "scanned");
    pdf.page().text(11, 72, 660, "An imprint.");
    assertThat(read().warnings())
        .containsExactly("pages 1 to 2 are pictures: no text can be read there");
  }

  @Test
  void aFileWithAPasswordIsRefused() throws IOException {
    pdf.page().text(11, 72, 660, "Not for everybody.");
    pdf.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertRefused(this::read, "password");
  }

  @Test
  void aFileWithAPasswordOfItsOwnerOnlyIsRead() throws IOException {
    pdf.page().text(11, 72, 660, "For reading only.");
    pdf.document().protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    assertThat(blocks()).containsExactly("paragraph: For reading only.");
  }

  @Test
  void damagedFilesAreRefusedOrReadAsFarAsTheyGo() throws IOException {
    pdf.page().text(11, 72, 660, "Some words.");
    byte[] bytes = pdf.bytes();
    for (int length = 10; length < bytes.length; length += 37) {
      byte[] part = Arrays.copyOf(bytes, length);
      try {
        new PdfReader().read(part, "part.pdf");
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("part.pdf");
      }
    }
  }

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

  @ParameterizedTest
  @CsvSource({"⼈, 人", "⻢, 马", "⻓, 长", "ﬁ, fi", "\uF0B7, •", "豈, 豈"})
  void radicalsAndLigaturesBecomeCharacters(String glyph, String text) {
    assertThat(GlyphText.of(glyph)).isEqualTo(text);
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

  /** A small PDF of English text; positions in points from the lower left corner. */
  private static final class TestPdf implements AutoCloseable {

    private final PDDocument document = new PDDocument();

    PDDocument document() {
      return document;
    }

    Page page() {
      PDPage page = new PDPage();
      page.setResources(new PDResources());
      document.addPage(page);
      return new Page(page);
    }

    byte[] bytes() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
      document.close();
    }

    final class Page {

      private final PDPage page;

      private Page(PDPage page) {
        this.page = page;
      }

      Page text(int size, int x, int y, String text) {
        return print(FontName.TIMES_ROMAN, size, x, y, text);
      }

      Page bold(int size, int x, int y, String text) {
        return print(FontName.TIMES_BOLD, size, x, y, text);
      }

      Page turned(int degrees) {
        page.setRotation(degrees);
        return this;
      }

      /** A picture of one grey point. */
      Page picture() {
        try (PDPageContentStream out = append()) {
          COSStream stream = document.getDocument().createCOSStream();
          stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
          stream.setInt(COSName.WIDTH, 1);
          stream.setInt(COSName.HEIGHT, 1);
          stream.setInt(COSName.BITS_PER_COMPONENT, 8);
          stream.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
          try (var data = stream.createOutputStream()) {
            data.write(128);
          }
          PDStream image = new PDStream(stream);
          out.drawImage(new PDImageXObject(image, page.getResources()), 0, 0, 600, 800);
          return this;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      private PDPageContentStream append() throws IOException {
        return new PDPageContentStream(document, page, AppendMode.APPEND, false);
      }

      private Page print(FontName font, int size, int x, int y, String text) {
        try (PDPageContentStream out = append()) {
          out.beginText();
          out.setFont(new PDType1Font(font), size);
          out.newLineAtOffset(x, y);
          out.showText(text);
          out.endText();
          return this;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
