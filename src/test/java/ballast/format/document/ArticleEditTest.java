package ballast.format.document;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.paragraph;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.r;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Span;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.file.RawText.Rewriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words are replaced in the XML of a document; what is not plain there is written anew. */
final class ArticleEditTest extends FolderTest {

  private static final String BODY = "word/document.xml";
  private static final RevisionAuthor ANNA =
      new RevisionAuthor("Anna", Instant.parse("2026-12-01T10:00:00Z"), "");

  private Rewriting edit(byte[] word, String old, String now, Map<Integer, RevisionAuthor> authors)
      throws IOException {
    Path file = folder.resolve("a.docx");
    Files.write(file, word);
    ReadText text = new DocumentReader(ReaderOptions.DEFAULT).read(file, "a.docx");
    int at = text.document().text().indexOf(old);
    TextEdit edit = new TextEdit(new Span(at, at + old.length()), now);
    return ArticleEdit.prepare(
        file, text, ReaderOptions.DEFAULT, Map.of(0, List.of(edit)), authors);
  }

  private String written(String body, String old, String now, Map<Integer, RevisionAuthor> authors)
      throws IOException {
    Rewriting rewriting = edit(docx(body).bytes(), old, now, authors);
    assertThat(rewriting.refused()).isEmpty();
    rewriting.write();
    return partOf(Files.readAllBytes(folder.resolve("a.docx")), BODY);
  }

  private static String whole(String body) {
    return partOf(docx(body).bytes(), BODY);
  }

  @Test
  void theLongestOfTheRunsGetsTheNewWords() throws IOException {
    String body = paragraph(r("The sea "), bold("port is"), r(" open."));
    String now = paragraph(r("The "), bold("harbour"), r(" open."));
    assertThat(written(body, "sea port is", "harbour", Map.of())).isEqualTo(whole(now));
  }

  @Test
  void anInsertionComesAfterTheEdgeOfItsPlace() throws IOException {
    String body = paragraph(r("The "), bold("port"), r(" is open."));
    byte[] word = docx(body).bytes();
    Path file = folder.resolve("a.docx");
    Files.write(file, word);
    ReadText text = new DocumentReader(ReaderOptions.DEFAULT).read(file, "a.docx");
    TextEdit edit = new TextEdit(new Span(8, 8), " now");
    ArticleEdit.prepare(file, text, ReaderOptions.DEFAULT, Map.of(0, List.of(edit))).write();
    assertThat(partOf(Files.readAllBytes(file), BODY))
        .isEqualTo(whole(paragraph(r("The "), bold("port"), r(" now is open."))));
  }

  @Test
  void bothCopiesOfATextBoxAreCorrected() throws IOException {
    String box = "<w:txbxContent>" + p("The port is open.") + "</w:txbxContent>";
    String body =
        "<w:p><w:r><mc:AlternateContent"
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
            + "<mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
            + box
            + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            + box
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + p("Nobody came.");
    assertThat(written(body, "open", "closed", Map.of()))
        .isEqualTo(whole(body.replace("is open", "is closed")));
  }

  @Test
  void aParagraphWithHiddenWordsIsWrittenAnew() throws IOException {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>";
    String body = paragraph(r("The port "), hidden, r("is open.")) + p("Nobody came.");
    assertThat(written(body, "open", "closed", Map.of())).contains("is closed.", "secret");
    assertThat(edit(docx(body).bytes(), "open", "closed", Map.of(0, ANNA)).refused())
        .containsValue("Word cannot show a revision of it");
  }

  @Test
  void theInstructionOfAFieldIsNotText() throws IOException {
    String field = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";
    String body =
        paragraph(
            r("The "),
            field.formatted("begin"),
            "<w:r><w:instrText> HYPERLINK &quot;http://x.example&quot; </w:instrText></w:r>",
            field.formatted("separate"),
            r("port"),
            field.formatted("end"),
            r(" is open &amp; full."));
    assertThat(written(body, "port", "harbour", Map.of()))
        .isEqualTo(whole(body.replace("port", "harbour")));
    assertThat(written(body, "open & full", "full & open", Map.of()))
        .isEqualTo(whole(body.replace("open &amp; full", "full &amp; open")));
  }

  @Test
  void theRevisionsOfADocumentAreNotAcceptedUnasked() throws IOException {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>";
    String ins = "<w:ins w:id=\"7\" w:author=\"Wu\">" + r("Nobody came.") + "</w:ins>";
    String body = paragraph(r("The port "), hidden, r("is open.")) + paragraph(ins);
    assertThat(edit(docx(body).bytes(), "open", "closed", Map.of()).refused())
        .containsValue("the document has revisions: accept them first");
    assertThat(written(body, "Nobody", "None", Map.of()))
        .isEqualTo(whole(body.replace("Nobody", "None")));
  }

  @Test
  void aRevisionInsideTheInsertionOfSomeoneElseStaysTheirs() throws IOException {
    String ins = "<w:ins w:id=\"7\" w:author=\"Wu\" w:date=\"2026-11-01T08:00:00Z\">";
    String body = paragraph(r("The port "), ins + r("is open.") + "</w:ins>");
    String del = "<w:del w:id=\"8\" w:author=\"Anna\" w:date=\"2026-12-01T10:00:00Z\"><w:r>";
    String old = "<w:delText xml:space=\"preserve\">open</w:delText></w:r></w:del>";
    assertThat(written(body, "open", "closed", Map.of(0, ANNA)))
        .isEqualTo(
            whole(
                paragraph(
                    r("The port "),
                    ins + r("is ") + del + old + r("closed") + r(".") + "</w:ins>")));
  }

  @Test
  void aChangedFileIsNotWritten() throws IOException {
    Path file = folder.resolve("a.docx");
    Files.write(file, docx(p("The port is open.")).bytes());
    ReadText text = new DocumentReader(ReaderOptions.DEFAULT).read(file, "a.docx");
    Files.write(file, docx(p("The port is shut.")).bytes());
    TextEdit edit = new TextEdit(new Span(0, 3), "A");
    assertThat(
            ArticleEdit.prepare(file, text, ReaderOptions.DEFAULT, Map.of(0, List.of(edit)))
                .refused())
        .containsValue("the file has changed in the meantime");
  }
}
