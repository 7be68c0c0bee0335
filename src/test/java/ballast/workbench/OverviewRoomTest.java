package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverviewRoomTest extends RoomTest {

  @BeforeEach
  void open() throws Exception {
    write("glossary/terms.csv", "zh,en\n港口,harbour\n");
    write("sea.zh.txt", "船离开了港口。\n\n港口很冷。\n");
    write("sea.en.txt", "The ship left the harbour.\n\nThe port is cold.\n");
    align(folder, "sea");
    client = WorkbenchClient.open(folder);
  }

  @Test
  void everyCountLeadsToWhatItCounts() throws Exception {
    Document page = client.finished("/overview");
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
  void itBeginsWithWhatCallsForAction() throws Exception {
    Document before = client.finished("/overview");
    assertThat(before.select("#tasks a").eachText()).containsExactly("2 drafts to review");
    client.finished("/check");
    Document tasks = client.finished("/overview/tasks");
    assertThat(tasks.select("#tasks a").eachText())
        .containsExactly("One error in translations", "2 drafts to review");
    for (Element link : tasks.select("#tasks a")) {
      client.page(link.attr("href"));
    }
    for (Unit unit : units()) {
      post(
          200,
          "/memory/units",
          "action",
          "approve",
          "unit",
          unit.id(),
          "shown",
          ShownUnit.name(unit));
    }
    assertThat(client.finished("/overview/tasks").select("#tasks a").eachText())
        .containsExactly("One error in translations");
  }

  @Test
  void termsWithSomethingToPutRightAreShown() throws Exception {
    Element row = client.finished("/overview").expectFirst("tr:has(th[lang=zh])");
    assertThat(row.expectFirst("th").text()).isEqualTo("港口");
    assertThat(row.select(".number").eachText()).containsExactly("1", "0", "1");
  }

  @Test
  void theMemoryIsCheckedWhenTheReaderAsksForIt() throws Exception {
    Document page = client.finished("/overview");
    Element offer = page.expectFirst("#findings #check-memory");
    assertThat(page.select("#findings table")).isEmpty();
    client.page(offer.attr("hx-get"));
    Document part = client.finished("/overview/findings");
    assertThat(
            part.select("table:has(caption:contains(by rule)) tbody tr")
                .select("th, .number")
                .eachText())
        .containsExactly("term-missing", "1", "0", "0");
    for (Element link : part.select(".number a")) {
      assertThat(client.page(link.attr("href") + "&view=place").select(".finding"))
          .hasSize(number(link));
    }
    assertThat(part.select("#check-memory")).isEmpty();
    write("glossary/terms.csv", "zh,en\n港口,port\n");
    Document old = client.page("/overview/findings");
    assertThat(old.select("#check-memory").text()).isEqualTo("Check again");
    assertThat(old.select("table")).isNotEmpty();
  }

  @Test
  void theSentencesOfAFileAreLookedUp() throws Exception {
    byte[] text = "船离开了港口。\n\n孩子站在岸上挥手。\n".getBytes(UTF_8);
    assertThat(Jsoup.parse(postFile(200, "/overview/file?name=new.zh.txt", text)).text())
        .contains("1 of 2 sentences (50%) have a match");
  }

  @Test
  void aFolderWithoutAMemoryHasNothingToCount(@TempDir Path empty) throws Exception {
    try (WorkbenchClient other = WorkbenchClient.open(empty)) {
      assertThat(other.page("/overview").select("main a").attr("href")).isEqualTo("/");
    }
  }
}
