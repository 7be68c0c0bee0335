package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExportRoomTest extends RoomTest {

  @BeforeEach
  void open() throws Exception {
    write("glossary/terms.csv", "zh,en\n压舱石,ballast stone\n");
    take(
        """
        source\ttarget\tdocument\tstatus
        桥修好了。\tThe bridge is mended.\t桥\tdraft
        港口有雾。\tFog lies on the port.\t桥\tapproved
        货轮装着压舱石。\tThe freighter has a ballast stone.\tships\tapproved
        """);
    client = WorkbenchClient.open(folder);
  }

  @Test
  void theNumberOfUnitsIsSaidBefore() throws Exception {
    assertThat(client.page("/export").select("#document option").eachText()).contains("all");
    assertThat(client.page("/export/downloads").select("#count").text()).isEqualTo("3 units.");
    Document approved = client.page("/export/downloads?status=approved");
    assertThat(approved.select("#count").text()).isEqualTo("2 units.");
    Document chosen = client.page("/export");
    assertThat(chosen.select("input[name=status][checked]").eachAttr("value"))
        .containsExactly("draft", "approved");
    Document unticked = client.page("/export/downloads?chosen=1");
    assertThat(unticked.select("#count").text()).isEqualTo("No units meet these conditions.");
    assertThat(unticked.select("#file-tmx").hasAttr("disabled")).isTrue();
    assertThat(get(422, "/export/file?file=tmx&chosen=1").body()).contains("no status is chosen");
    Document none = client.page("/export/downloads?status=rejected");
    assertThat(none.select("#file-tmx").hasAttr("disabled")).isTrue();
    assertThat(none.select("#file-terms-tbx").hasAttr("disabled")).isFalse();
  }

  @Test
  void everyFileOfUnitsAndTermsIsADownloadThatLeavesTheFolderAlone() throws Exception {
    List<String> names = names();
    for (Download download : Download.values()) {
      if (download.content() == Download.Content.ARTICLE) {
        continue;
      }
      HttpResponse<String> answer = get(200, "/export/file?file=" + download.label());
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"")
          .contains("." + download.ending());
      assertThat(answer.body()).as(download.label()).isNotEmpty();
    }
    assertThat(names()).isEqualTo(names);
  }

  @Test
  void conditionsLimitTheFileAndTheArticleNamesIt() throws Exception {
    HttpResponse<String> answer =
        client.get("/export/file?file=tmx-omegat&document=%E6%A1%A5&status=approved");
    assertThat(answer.body()).contains("Fog lies").doesNotContain("mended", "freighter");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"_.omegat.tmx\"; filename*=UTF-8''%E6%A1%A5.omegat.tmx");
  }

  @Test
  void theFilesOfOneArticleAreDownloads() throws Exception {
    write("a.zh.txt", "船走了。\n\n人睡了。\n");
    write("a.en.txt", "The ship left.\n\nThe people slept.\n");
    align(folder, "a");
    for (Download download : Download.of(Download.Content.ARTICLE)) {
      HttpResponse<String> answer = get(200, "/export/file?document=a&file=" + download.label());
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .contains("a." + download.ending());
    }
    assertThat(client.get("/export/file?document=a&file=align-html").body())
        .contains("The ship left.", "id=\"d1-2\"");
    assertThat(client.page("/export/downloads?document=a").select("#file-align-html[disabled]"))
        .isEmpty();
  }

  @Test
  void theCheckHasTheSentencesWithoutATranslation() throws Exception {
    write("b.zh.txt", "船在清晨离开了北方的港口。\n\n人们在岸边站了很久很久。\n\n码头在傍晚又安静下来了。\n");
    write(
        "b.en.txt",
        "The ship left the northern port at dawn.\n\nIn the evening the pier was quiet again.\n");
    align(folder, "b");
    for (String of : List.of("", "&document=b", "&document=b&status=approved")) {
      assertThat(get(200, "/export/file?file=check-html" + of).body()).contains("rule-omitted");
    }
  }

  @Test
  void whatCannotBeMadeIsSaidInThePage() throws Exception {
    HttpResponse<String> answer = get(422, "/export/file?file=align-html");
    assertThat(answer.body()).contains("choose the article");
    get(400, "/export/file?file=exe");
    get(422, "/export/file?file=tmx&document=none");
    get(422, "/export/file?file=tmx&status=odd");
  }

  @Test
  void aFolderWithoutAMemoryOffersItsGlossary() throws Exception {
    try (WorkbenchClient other = openEmptyFolder()) {
      Document page = other.page("/export");
      assertThat(page.select("main a").attr("href")).isEqualTo("/");
      assertThat(page.select("#file-terms-tbx")).hasSize(1);
      assertThat(other.page("/export/downloads").select("#file-tmx")).isEmpty();
      assertThat(other.get("/export/file?file=tmx").statusCode()).isEqualTo(422);
    }
  }
}
