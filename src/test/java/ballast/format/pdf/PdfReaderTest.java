package ballast.format.pdf;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
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
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

/** Text of PDF files, and the layout of Chinese print from characters as records. */
final class PdfReaderTest {

  @Test
  void linesBecomeHeadingsAndParagraphs() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page()
          .bold(18, 72, 700, "Ships of the Harbour")
          .text(11, 72, 660, "The harbour of the town was built by two brothers who had come from")
          .text(11, 72, 646, "the north.")
          .text(11, 72, 618, "It was never finished.");
      assertThat(blocks(pdf))
          .containsExactly(
              "heading 1: Ships of the Harbour",
              "paragraph: The harbour of the town was built by two brothers who had come from the"
                  + " north.",
              "paragraph: It was never finished.");
      assertThat(read(pdf).blocks().get(2).place()).isEqualTo("page 1");
    }
  }

  @Test
  void aParagraphRunsOverAPageAndARunningHeadIsFurnitureOnce() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      String full = "The harbour of the town was built by two brothers who had come from";
      pdf.page()
          .text(9, 72, 760, "Harbours, volume 2")
          .text(11, 72, 660, full)
          .text(9, 300, 40, "17");
      pdf.page()
          .text(9, 72, 760, "Harbours, volume 2")
          .text(11, 72, 660, "the north in spring.")
          .text(9, 300, 40, "18");
      assertThat(blocks(pdf))
          .containsExactly(
              "furniture: Harbours, volume 2", "paragraph: " + full + " the north in spring.");
    }
  }

  @Test
  void aHyphenThatAProgramPutInGoesAndThatOfACompoundStays() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page()
          .text(11, 72, 700, "All the fisher-")
          .text(11, 72, 686, "men were late, the")
          .text(11, 72, 672, "ten fishermen too.");
      assertThat(blocks(pdf))
          .containsExactly("paragraph: All the fishermen were late, the ten fishermen too.");
    }
    try (TestPdf pdf = new TestPdf()) {
      pdf.page()
          .text(11, 72, 700, "It is surely a non-")
          .text(11, 72, 686, "stop ferry, like the")
          .text(11, 72, 672, "non-stop trains.");
      assertThat(blocks(pdf))
          .containsExactly("paragraph: It is surely a non-stop ferry, like the non-stop trains.");
    }
  }

  @Test
  void whereTheTextWritesCompoundsNoHyphenAtALineEndGoes() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page()
          .text(11, 72, 700, "It is surely a non-")
          .text(11, 72, 686, "stop ferry, like the")
          .text(11, 72, 672, "non-stop trains, re-")
          .text(11, 72, 658, "ordered in May by him.");
      assertThat(blocks(pdf).get(0)).contains("re-ordered", "non-stop ferry");
    }
  }

  @Test
  void aNoteIsANoteAndItsMarkIsACode() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page()
          .text(11, 72, 660, "The harbour was built by two brothers")
          .text(6, 254, 664, "1")
          .text(11, 258, 660, "who had come from the north.")
          .text(11, 72, 646, "Nobody remembers their names today, not even in the town itself.")
          .text(8, 72, 60, "1 See the chapter on the north.");
      FoundContent content = read(pdf);
      assertThat(content.blocks().get(0).codes()).hasSize(1);
      assertThat(content.blocks().get(0).codes().get(0).content()).isEqualTo("1");
      assertThat(content.blocks().get(0).text()).doesNotContain("1");
      FoundBlock note = content.blocks().get(content.blocks().size() - 1);
      assertThat(note.type()).isEqualTo(BlockType.NOTE);
      assertThat(note.text()).isEqualTo("1 See the chapter on the north.");
    }
  }

  @Test
  void rotatedPagesLoseNothing() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().turned(90).text(11, 72, 660, "A page on its side.");
      assertThat(blocks(pdf)).containsExactly("paragraph: A page on its side.");
    }
  }

  @Test
  void scannedPagesAreNamedAndAScannedFileIsRefused() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().picture();
      pdf.page().picture();
      assertRefused(() -> read(pdf), "scanned");
      pdf.page().text(11, 72, 660, "An imprint.");
      assertThat(read(pdf).warnings())
          .containsExactly("pages 1 to 2 are pictures: no text can be read there");
    }
  }

  @Test
  void aFileWithAPasswordIsRefusedAndOneWithoutItIsRead() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().text(11, 72, 660, "Not for everybody.");
      pdf.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      assertRefused(() -> read(pdf), "password");
    }
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().text(11, 72, 660, "For reading only.");
      pdf.document().protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      assertThat(blocks(pdf)).containsExactly("paragraph: For reading only.");
    }
  }

  @Test
  void damagedFilesAreRefusedOrReadAsFarAsTheyGo() throws IOException {
    try (TestPdf pdf = new TestPdf()) {
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
  }

  private static FoundContent read(TestPdf pdf) throws IOException {
    return new PdfReader().read(pdf.bytes(), "test.pdf");
  }

  private static List<String> blocks(TestPdf pdf) throws IOException {
    return read(pdf).blocks().stream()
        .map(
            block ->
                block.type().label()
                    + (block.level() > 0 ? " " + block.level() : "")
                    + ": "
                    + block.text())
        .toList();
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
        try (PDPageContentStream out =
            new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
          COSStream stream = document.getDocument().createCOSStream();
          stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
          stream.setInt(COSName.WIDTH, 1);
          stream.setInt(COSName.HEIGHT, 1);
          stream.setInt(COSName.BITS_PER_COMPONENT, 8);
          stream.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
          try (var data = stream.createOutputStream()) {
            data.write(128);
          }
          out.drawImage(
              new PDImageXObject(
                  new org.apache.pdfbox.pdmodel.common.PDStream(stream), page.getResources()),
              0,
              0,
              600,
              800);
          return this;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      private Page print(FontName font, int size, int x, int y, String text) {
        try (PDPageContentStream out =
            new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
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
