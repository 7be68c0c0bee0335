package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ballast.format.document.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ApplyRoutesTest extends RoomTest {

  private static final String CHINESE = "船在六点钟离开了港口。\n\n水手们把箱子搬上甲板。\n\n孩子站在岸上挥手。\n";
  private static final String ENGLISH =
      """
      The ship left the harbour at six.

      The sailors carried boxes onto the deck.

      A child stood on the shore and waved.
      """;

  private Path english = Path.of("");

  @BeforeEach
  void open() throws Exception {
    align("harbour", ENGLISH);
    english = folder.resolve("harbour.en.txt");
    client = WorkbenchClient.open(folder);
  }

  private void align(String name, String text) throws IOException {
    write(name + ".zh.txt", CHINESE);
    write(name + ".en.txt", text);
    align(folder, name);
  }

  private void correct(String old, String now) {
    correctElsewhere(unit(old), unit(old).target().replace(old, now));
  }

  /** Sends the form of the first button. */
  private Document submit(int status, Document page, String... more) throws Exception {
    Element form = page.expectFirst("form");
    String[] fields = new String[4 + more.length];
    int at = 0;
    for (String name : new String[] {"document", "shown"}) {
      fields[at++] = name;
      fields[at++] = form.expectFirst("[name=" + name + "]").val();
    }
    System.arraycopy(more, 0, fields, at, more.length);
    return Jsoup.parse(post(status, form.attr("hx-post"), fields).body());
  }

  @Test
  void changedTranslationsAreWrittenIntoTheirDocument() throws Exception {
    assertThat(client.page("/apply").select("form")).isEmpty();
    correct("boxes", "chests");
    Document page = client.page("/apply");
    assertThat(page.select("button").eachText())
        .containsExactly("Write one change into harbour.en.txt");
    assertThat(page.select("[name=tracked]")).isEmpty();
    assertThat(page.select("details li").text()).contains("carried boxes", "carried chests");
    Document answer = submit(200, page);
    assertThat(answer.select("#done").text())
        .isEqualTo("One sentence written into harbour.en.txt; the old file is harbour.en.txt.bak");
    assertThat(english).content(UTF_8).isEqualTo(ENGLISH.replace("boxes", "chests"));
    assertThat(folder.resolve("harbour.en.txt.bak")).content(UTF_8).isEqualTo(ENGLISH);
    assertThat(answer.select("#corrections *")).isEmpty();
    assertThat(client.page("/apply").select("#corrections *")).isEmpty();
  }

  @Test
  void aSentenceWithoutAPlaceIsNamedWithItsReason() throws Exception {
    correct("boxes", "chests");
    correct("waved", "wept");
    String other = ENGLISH.replace("carried boxes", "took bags");
    write("harbour.en.txt", other);
    Document page = client.page("/apply");
    assertThat(page.select("details[open], [data-answer]")).isEmpty();
    Document answer = submit(200, page);
    assertThat(english).content(UTF_8).isEqualTo(other.replace("waved", "wept"));
    assertThat(answer.select("form")).isEmpty();
    assertThat(answer.select("details[open] summary").text())
        .isEqualTo("One changed sentence cannot be written into harbour.en.txt");
    assertThat(answer.select("li").text())
        .contains("carried chests onto", "the document has other words here since it was aligned");
  }

  @Test
  void onlyShownChangesAreWritten() throws Exception {
    correct("boxes", "chests");
    Document page = client.page("/apply");
    correct("waved", "wept");
    assertThat(submit(409, page).text()).contains("nothing was written");
    page = client.page("/apply");
    write("harbour.en.txt", ENGLISH + "\nThe end.\n");
    submit(409, page);
    assertThat(english).content(UTF_8).isEqualTo(ENGLISH + "\nThe end.\n");
    assertThat(folder.resolve("harbour.en.txt.bak")).doesNotExist();
  }

  @Test
  void nothingIsCountedForAFileThatIsGone() throws Exception {
    correct("boxes", "chests");
    Document page = client.page("/apply");
    Files.delete(english);
    assertThat(submit(422, page).text()).contains("does not exist");
    Document now = client.page("/apply");
    assertThat(now.select("form, details")).isEmpty();
    assertThat(now.select(".alert").text())
        .startsWith("cannot read \"harbour.en.txt\": the file does not exist");
  }

  @Test
  void nothingIsCountedForAFileThatCannotBeWritten() throws Exception {
    correct("boxes", "chests");
    Document page = client.page("/apply");
    assertThat(english.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(english), "the tests run as root");
    assertThat(submit(422, page).text()).contains("permission denied");
    Document now = client.page("/apply");
    assertThat(now.select("form, details")).isEmpty();
    assertThat(now.select(".alert").text()).contains("cannot write", "permission denied");
  }

  @Test
  void nothingOutsideTheFolderIsWritten() throws Exception {
    correct("boxes", "chests");
    Document page = client.page("/apply");
    Path outside = Files.createTempDirectory("outside").resolve("english.txt");
    Files.move(english, outside);
    Files.createSymbolicLink(english, outside);
    assertThat(submit(422, page).text()).contains("is outside this folder");
    assertThat(client.page("/apply").select("form, details")).isEmpty();
    assertThat(outside).content(UTF_8).isEqualTo(ENGLISH);
  }

  @Test
  void aReviewShowsItsOwnDocument() throws Exception {
    align("letter", "The ship sailed at six.\n\nThe crew moved crates.\n\nA boy stood there.\n");
    correct("boxes", "chests");
    correct("crates", "barrels");
    assertThat(client.page("/apply").select("button")).hasSize(2);
    Document review = client.page("/revisions/review?document=letter");
    String address = review.select("#corrections").attr("hx-get");
    assertThat(client.page(address).select("button").eachText())
        .containsExactly("Write one change into letter.en.txt");
    assertThat(client.page("/check").select("#corrections").attr("hx-get")).isEqualTo("/apply");
  }

  @Test
  void aWordDocumentShowsTheChangesAsRevisions() throws Exception {
    String old = "The crew moved crates onto the deck.";
    byte[] word = Packages.docx(Packages.p("The ship left at six.") + Packages.p(old)).bytes();
    write("guide.zh.txt", "船六点离开。\n\n水手们把箱子搬上甲板。\n");
    Files.write(folder.resolve("guide.en.docx"), word);
    align(folder, "guide.zh.txt", "guide.en.docx");
    correct("crates", "barrels");
    Document answer = submit(200, client.page("/apply"), "tracked", "yes");
    assertThat(answer.select("#done").text()).startsWith("One sentence written into guide.en.docx");
    byte[] written = Files.readAllBytes(folder.resolve("guide.en.docx"));
    assertThat(Packages.partOf(written, "word/document.xml"))
        .contains("<w:ins ", "barrels", "<w:delText", "crates");
    assertThat(folder.resolve("guide.en.docx.bak")).hasBinaryContent(word);
  }
}
