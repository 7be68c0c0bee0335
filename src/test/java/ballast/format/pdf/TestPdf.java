package ballast.format.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A small PDF of English text; positions in points from the lower left corner. */
final class TestPdf implements AutoCloseable {

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
