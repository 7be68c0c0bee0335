package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are dropped are kept and aligned; nothing is overwritten. */
final class ArticlesRoomTest extends RoomTest {

  private static final byte[] CHINESE = "船离开了港口。\n\n孩子站在岸上。\n".getBytes(UTF_8);
  private static final byte[] ENGLISH =
      "The ship left the harbour.\n\nThe child stood on the shore.\n".getBytes(UTF_8);

  @BeforeEach
  void open() throws Exception {
    client = WorkbenchClient.open(folder);
  }

  private String drop(String name, byte[] content) throws Exception {
    assertThat(postFile(200, "/articles/file?name=" + name, content)).isBlank();
    return name;
  }

  private Document done() throws Exception {
    return client.finished("/articles/list");
  }

  @Test
  void anEmptyFolderSaysWhatToDo() throws Exception {
    Document page = client.page("/");
    assertThat(page.select("p.lead").text()).contains("Drop a Chinese article");
    assertThat(page.select("table")).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoFilesWithAnyNamesBecomeAnArticle() throws Exception {
    String english = drop("translation.txt", ENGLISH);
    String chinese = drop("original.txt", CHINESE);
    post(303, "/articles/align", "file", english, "file", chinese);
    Document list = done();
    assertThat(list.select("table th[scope=row] a").text()).isEqualTo("tm/articles/original");
    assertThat(list.select(".outcomes").text()).contains("2 units", "nothing to look at");
    assertThat(folder.resolve("tm/memory.db")).exists();
  }

  @Test
  void aRowShowsTitleLanguagesAndWhatIsToDo() throws Exception {
    write("a.zh.txt", "港口的一天\n\n船离开了港口。\n\n港口很冷。\n\n多余的一句话。\n");
    write("a.en.txt", "A day in the harbour\n\nThe ship left the harbour.\n\nThe port is cold.\n");
    write("glossary/terms.csv", "zh,en\n港口,harbour\n");
    align(folder, "a");
    client.finished("/check");
    Document list = done();
    Element row = list.expectFirst("#articles tbody tr");
    assertThat(row.expectFirst(".title").text()).isEqualTo("港口的一天");
    assertThat(row.expectFirst("th").text()).contains("zh-CN → en-US");
    assertThat(row.select("td").eachText()).startsWith("3", "0%", "1", "1");
    assertThat(list.select(".chips a").eachText())
        .containsExactly("All 1", "To look at 1", "With errors 1");
    client.post(
        "/memory/units", "action", "approve", "all", "document=a", "count", "3", "list", "1");
    assertThat(done().select("#articles td").eachText()).startsWith("3", "0%");
  }

  @Test
  void anArticleIsRemovedAndComesBackByUndo() throws Exception {
    write("a.zh.txt", "船离开了港口。\n\n孩子站在岸上。\n");
    write("a.en.txt", "The ship left the harbour.\n\nThe child stood on the shore.\n");
    align(folder, "a");
    Element form = done().expectFirst("#articles form");
    assertThat(form.attr("hx-confirm")).contains("Its 2 units are deleted, its files stay");
    String all = form.expectFirst("[name=all]").val();
    post(409, "/memory/units", "action", "delete", "all", all, "count", "1", "list", "1");
    post(200, "/memory/units", "action", "delete", "all", all, "count", "2", "list", "1");
    assertThat(units()).isEmpty();
    assertThat(done().select("#articles tbody tr")).isEmpty();
    String undo = client.page("/memory/undo").expectFirst("#undo-button").attr("hx-vals");
    post(200, "/memory/undo", "command", undo.replaceAll("\\D", ""));
    assertThat(done().select("#articles tbody tr")).hasSize(1);
    assertThat(units()).hasSize(2);
  }

  @Test
  void theFilesOfTheFolderAreShownBeforeTheyAreAligned() throws Exception {
    write("a.zh.txt", "船离开了港口。\n");
    write("a.en.txt", "The ship left the harbour.\n");
    write("b.zh.txt", "孩子站在岸上。\n");
    write("picture.png", "x");
    Document found = client.page("/articles/pairs");
    assertThat(found.text()).contains("One pair:", "a.zh.txt – a.en.txt");
    assertThat(found.text()).contains("One file is left over: b.zh.txt: ");
    assertThat(found.text()).contains("One file is no article: picture.png");
    assertThat(folder.resolve("tm/memory.db")).doesNotExist();
  }

  @Test
  void theSameFileAgainChangesNothingAndAnotherOneWaitsForADecision() throws Exception {
    drop("a.zh.txt", CHINESE);
    assertThat(postFile(200, "/articles/file?name=a.zh.txt", CHINESE)).contains("same content");
    postFile(200, "/articles/file?name=a.zh.txt", ENGLISH);
    postFile(200, "/articles/file?name=a.zh.txt", ENGLISH);
    assertThat(done().select(".arrival:has([hx-vals*=replace])").text())
        .contains("tm/articles/a.zh.txt cannot be compared");
    assertThat(folder.resolve("tm/articles/a.zh.txt")).hasBinaryContent(CHINESE);
  }

  @Test
  void noFileLeavesTheFolder() throws Exception {
    Path outside = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-out"));
    Files.createDirectories(folder.resolve("tm/articles"));
    Files.createSymbolicLink(folder.resolve("tm/articles/out"), outside);
    Files.createSymbolicLink(folder.resolve("tm/articles/x.zh.txt"), outside.resolve("x.zh.txt"));
    Files.createSymbolicLink(folder.resolve("tm/articles/loop"), Path.of("loop"));
    postFile(400, "/articles/file?name=loop", CHINESE);
    for (String name :
        List.of(
            "..%2Fx.txt", "out%2Fx.txt", "out%2Fnew%2Fx.txt", "x.zh.txt", "%2Fetc%2Fx.txt%00")) {
      client.postFile("/articles/file?name=" + name, CHINESE);
    }
    assertThat(outside).isEmptyDirectory();
    assertThat(folder.resolve("x.txt")).doesNotExist();
    Files.delete(outside);
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    drop("a.txt", CHINESE);
    assertThat(postFile(409, "/articles/file?name=a.txt%2Fb.txt", ENGLISH))
        .contains("\"a.txt\" is a file, not a folder");
  }

  @Test
  void onlyFilesOfTheFolderOfArticlesAreAligned() throws Exception {
    Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + ".txt"), "船。");
    String english = drop("a.en.txt", ENGLISH);
    Files.createSymbolicLink(folder.resolve("tm/articles/a.zh.txt"), outside);
    write("b.zh.txt", "船离开了港口。\n");
    for (String other :
        List.of("a.zh.txt", "b.zh.txt", "../../b.zh.txt", outside.toString(), "/etc/passwd")) {
      client.post("/articles/align", "file", other, "file", english);
      assertThat(done().select(".outcomes").text()).isEmpty();
    }
    assertThat(folder.resolve("tm/memory.db")).doesNotExist();
    Files.delete(outside);
  }

  @Test
  void whatIsNoPairIsSaid() throws Exception {
    String one = drop("one.txt", CHINESE);
    String same = drop("same.txt", CHINESE);
    client.post("/articles/align", "file", one, "file", same);
    assertThat(done().select(".arrival").eachText())
        .containsExactly(
            "tm/articles/one.txt is waiting for its translation Remove",
            "tm/articles/same.txt is waiting for its translation Remove");
    write("b.zh.txt", "港口。\n");
    client.post("/articles/folder");
    assertThat(done().select(".outcomes").text()).contains("b.zh.txt");
  }
}
