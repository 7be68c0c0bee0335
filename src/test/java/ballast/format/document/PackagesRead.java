package ballast.format.document;

import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ReaderOptions;
import java.util.Map;

/** A process that reads, refuses and writes documents, so that its temporary files can be seen. */
final class PackagesRead {

  private PackagesRead() {}

  public static void main(String[] args) {
    byte[] document = docx(p("好。")).bytes();
    DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);
    reader.read(document, "a.docx");
    reader.read(BookPackage.epub("<p>一</p>", "<p>二</p>").bytes(), "a.epub");
    DocumentWriter.write(Lang.EN_US, document, "a.docx", Map.of());
    refuse(docx("").part("word/document.xml", "<w:document><w:body>").bytes());
    refuse(docx(p("好。")).part("../a", "").bytes());
  }

  private static void refuse(byte[] document) {
    try {
      new DocumentReader(ReaderOptions.DEFAULT).read(document, "a.docx");
    } catch (InputException refused) {
      return;
    }
    throw new IllegalStateException("The document was read.");
  }
}
