package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverviewRoomTest {

  @TempDir Path folder;
  private WorkbenchClient client;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(folder.resolve("glossary/terms.csv"), "zh,en\n港口,harbour\n", UTF_8);
    Files.writeString(folder.resolve("sea.zh.txt"), "船离开了港口。\n\n港口很冷。\n", UTF_8);
    Files.writeString(
        folder.resolve("sea.en.txt"), "The ship left the harbour.\n\nThe port is cold.\n", UTF_8);
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("sea.zh.txt", "sea.en.txt")
                .recording(Recording.in(Memories.at(folder.resolve("tm/memory.db")))));
    client = WorkbenchClient.open(folder);
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  /** The page when nothing is counted any more. */
  private Document counted() throws IOException, InterruptedException {
    Document page = client.page("/overview");
    for (int i = 0; i < 600 && !page.select("#counting").isEmpty(); i++) {
      Thread.sleep(50);
      page = client.page("/overview");
    }
    return page;
  }

  @Test
  void everyCountLeadsToWhatItCounts() throws IOException, InterruptedException {
    Document page = counted();
    for (Element link : page.select("#counts .number a, #counts .figures a")) {
      String address = link.attr("href");
      Document shown = client.page(address);
      if (address.startsWith("/memory?") && !address.contains("q=")) {
        assertThat(shown.select("#units .unit")).as(address).hasSize(number(link));
      }
    }
    assertThat(page.select("#counts .figures a").eachText()).containsExactly("2");
  }

  private static int number(Element link) {
    return Integer.parseInt(link.text());
  }

  @Test
  void termsWithSomethingToPutRightAreShown() throws IOException, InterruptedException {
    Element row = counted().expectFirst("tr:has(th[lang=zh])");
    assertThat(row.expectFirst("th").text()).isEqualTo("港口");
    assertThat(row.select(".number").eachText()).containsExactly("1", "0", "1");
  }

  @Test
  void theMemoryIsCheckedWhenTheReaderAsksForIt() throws IOException, InterruptedException {
    Document page = counted();
    Element offer = page.expectFirst("#findings #check-memory");
    assertThat(page.select("#findings table")).isEmpty();
    Document part = client.page(offer.attr("hx-get"));
    for (int i = 0; i < 600 && !part.select("#checking").isEmpty(); i++) {
      Thread.sleep(50);
      part = client.page("/overview/findings");
    }
    assertThat(
            part.select("table:has(caption:contains(by rule)) tbody tr")
                .select("th, .number")
                .eachText())
        .containsExactly("term-missing", "1", "0", "0");
    for (Element link : part.select(".number a")) {
      assertThat(client.page(link.attr("href")).select(".finding")).hasSize(number(link));
    }
    assertThat(part.select("#check-memory")).isEmpty();
    Files.writeString(folder.resolve("glossary/terms.csv"), "zh,en\n港口,port\n", UTF_8);
    Document old = client.page("/overview/findings");
    assertThat(old.select("#check-memory").text()).isEqualTo("Check again");
    assertThat(old.select("table")).isNotEmpty();
  }

  @Test
  void theSentencesOfAFileAreLookedUp() throws IOException, InterruptedException {
    byte[] text = "船离开了港口。\n\n孩子站在岸上挥手。\n".getBytes(UTF_8);
    HttpResponse<String> answer = client.postFile("/overview/file?name=new.zh.txt", text);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).text()).contains("1 of 2 sentences (50 %) have a match");
  }

  @Test
  void aFolderWithoutAMemoryHasNothingToCount(@TempDir Path empty)
      throws IOException, InterruptedException {
    try (WorkbenchClient other = WorkbenchClient.open(empty)) {
      assertThat(other.page("/overview").select("main a").attr("href")).isEqualTo("/");
    }
  }
}
