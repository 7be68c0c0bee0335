package ballast.format.pdf;

import static ballast.bitext.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

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
}
