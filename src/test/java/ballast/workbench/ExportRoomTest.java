package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.units.UnitFileImport;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportRoomTest {

  @TempDir Path folder;
  private WorkbenchClient client;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("tm"));
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(folder.resolve("glossary/terms.csv"), "zh,en\n压舱石,ballast stone\n", UTF_8);
    Files.writeString(
        folder.resolve("units.tsv"),
        """
        source\ttarget\tdocument\tstatus
        桥修好了。\tThe bridge is mended.\t桥\tdraft
        港口有雾。\tFog lies on the port.\t桥\tapproved
        货轮装着压舱石。\tThe freighter has a ballast stone.\tships\tapproved
        """,
        UTF_8);
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(Memories.at(folder.resolve("tm/memory.db")), "units.tsv"));
    client = WorkbenchClient.open(folder);
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  @Test
  void theNumberOfUnitsIsSaidBefore() throws IOException, InterruptedException {
    assertThat(client.page("/export").select("#document option").eachText()).contains("all");
    assertThat(client.page("/export/downloads").select("#count").text()).isEqualTo("3 units.");
    Document approved = client.page("/export/downloads?status=approved");
    assertThat(approved.select("#count").text()).isEqualTo("2 units.");
    Document none = client.page("/export/downloads?status=rejected");
    assertThat(none.select("#file-tmx").hasAttr("disabled")).isTrue();
    assertThat(none.select("#file-terms-tbx").hasAttr("disabled")).isFalse();
  }

  @Test
  void everyFileOfUnitsAndTermsIsADownloadThatLeavesTheFolderAlone()
      throws IOException, InterruptedException {
    List<String> names = names();
    for (Download download : Download.values()) {
      if (download.content() == Download.Content.ARTICLE) {
        continue;
      }
      HttpResponse<String> answer = client.get("/export/file?file=" + download.label());
      assertThat(answer.statusCode()).as(download.label()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"")
          .contains("." + download.ending());
      assertThat(answer.body()).as(download.label()).isNotEmpty();
    }
    assertThat(names()).isEqualTo(names);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void conditionsLimitTheFileAndTheArticleNamesIt() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.get("/export/file?file=tmx-omegat&document=%E6%A1%A5&status=approved");
    assertThat(answer.body()).contains("Fog lies").doesNotContain("mended", "freighter");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"_.omegat.tmx\"; filename*=UTF-8''%E6%A1%A5.omegat.tmx");
  }

  @Test
  void theFilesOfOneArticleAreDownloads() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.zh.txt"), "船走了。\n\n人睡了。\n", UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), "The ship left.\n\nThe people slept.\n", UTF_8);
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("a.zh.txt", "a.en.txt")
                .recording(Recording.in(Memories.at(folder.resolve("tm/memory.db")))));
    for (Download download : Download.of(Download.Content.ARTICLE)) {
      HttpResponse<String> answer = client.get("/export/file?document=a&file=" + download.label());
      assertThat(answer.statusCode()).as(download.label()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .contains("a." + download.ending());
    }
    assertThat(client.get("/export/file?document=a&file=align-html").body())
        .contains("The ship left.", "id=\"d1-2\"");
    assertThat(client.page("/export/downloads?document=a").select("#file-align-html[disabled]"))
        .isEmpty();
  }

  @Test
  void whatCannotBeMadeIsSaidInThePage() throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get("/export/file?file=align-html");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("choose the article");
    assertThat(client.get("/export/file?file=exe").statusCode()).isEqualTo(400);
    assertThat(client.get("/export/file?file=tmx&document=none").statusCode()).isEqualTo(422);
    assertThat(client.get("/export/file?file=tmx&status=odd").statusCode()).isEqualTo(422);
  }

  @Test
  void aFolderWithoutAMemoryOffersItsGlossary() throws IOException, InterruptedException {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("tm"));
    try (WorkbenchClient other = WorkbenchClient.open(empty)) {
      Document page = other.page("/export");
      assertThat(page.select("main a").attr("href")).isEqualTo("/");
      assertThat(page.select("#file-terms-tbx")).hasSize(1);
      assertThat(other.page("/export/downloads").select("#file-tmx")).isEmpty();
      assertThat(other.get("/export/file?file=tmx").statusCode()).isEqualTo(422);
    }
  }
}
